// The sitting of one conference as all its pages see it: one answer, fetched anew at each change.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import { type IfChanged, requestIfChanged } from '../../web/api.ts'
import type { SittingView, sittingRoutes } from './contract.ts'
import { type Contact, useLive } from './useLive.tsx'

export interface Sitting {
  sitting: SittingView | undefined
  error: Error | null
  contact: Contact
  refresh: () => void
  /** Milliseconds by which this computer's clock is behind the server's. */
  clockOff: number
}

/** Follows a sitting. */
export function useSitting(id: string): Sitting {
  const client = useQueryClient()
  const former = useRef<IfChanged<{ sitting: SittingView }> | null>(null)
  const clockOff = useRef(0)
  const version = useRef<number | null>(null)
  const { data, error, refetch } = useQuery({
    queryKey: ['conferences', id, 'sitting'],
    queryFn: async ({ signal }) => {
      const answer = await requestIfChanged<typeof sittingRoutes.get>(
        '/api/conferences/{id}/sitting',
        { params: { id }, signal },
        former.current,
      )
      if (answer !== former.current) {
        clockOff.current = Date.parse(answer.body.sitting.now) - Date.now()
      }
      former.current = answer
      return answer.body
    },
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  const refresh = useCallback(async () => {
    const result = await refetch({ cancelRefetch: true })
    // What else is shown of this conference may have changed with it: what is on the screen is asked for where
    // its plan or stage did, all else when it is opened.
    const now = result.data?.sitting.conference.version
    const changed = version.current !== null && now !== version.current
    version.current = now ?? version.current
    void client.invalidateQueries({
      refetchType: changed ? 'active' : 'none',
      predicate: ({ queryKey }) =>
        queryKey[0] === 'conferences' && queryKey[1] === id && queryKey[2] !== 'sitting',
    })
    return result.error === null
  }, [refetch, client, id])
  const contact = useLive(`/api/conferences/${id}/live`, refresh)
  return {
    sitting: data?.sitting,
    error,
    contact,
    refresh: () => void refresh(),
    clockOff: clockOff.current,
  }
}
