// The events that deadlines follow.
import { useQuery } from '@tanstack/react-query'
import { request } from '../../web/api.ts'
import type { eventRoutes } from './event-contract.ts'

export function useEvents() {
  return useQuery({
    queryKey: ['deadline-events'],
    queryFn: ({ signal }) =>
      request<typeof eventRoutes.list>('get', '/api/deadline-events', { signal }),
  })
}
