// Conferences that are still being prepared: where items can be put.
import { useQuery } from '@tanstack/react-query'
import { request } from '../../web/api.ts'
import type { ConferenceView, conferenceRoutes } from './contract.ts'

/** All that one may know of, the newest first. */
export function useConferences(): ConferenceView[] {
  const { data } = useQuery({
    queryKey: ['conferences'],
    queryFn: ({ signal }) =>
      request<typeof conferenceRoutes.list>('get', '/api/conferences', { signal }),
  })
  return data?.conferences ?? []
}

/** Held here and not yet begun, the nearest first. */
export function useUpcoming(): ConferenceView[] {
  return useConferences()
    .filter(({ stage }) => stage === 'planned' || stage === 'invited')
    .toReversed()
}
