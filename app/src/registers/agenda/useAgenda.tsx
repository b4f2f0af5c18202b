// What every part of the agenda screen asks for, and how it sends a change.
import { useQuery } from '@tanstack/react-query'
import { request } from '../../web/api.ts'
import { type Sending, useSaved } from '../../web/useSaved.ts'
import type { agendaRoutes, SessionItemView } from './contract.ts'
import type { matterRoutes } from './matter-contract.ts'
import type { versionRoutes } from './version-contract.ts'

/** The items of a conference as they stand now. */
export const useItems = (id: string) =>
  useQuery({
    queryKey: ['conferences', id, 'items'],
    queryFn: ({ signal }) =>
      request<typeof agendaRoutes.list>('get', '/api/conferences/{id}/items', {
        params: { id },
        signal,
      }),
  })

/** Its approved agendas. */
export const useVersions = (id: string) =>
  useQuery({
    queryKey: ['conferences', id, 'agenda-versions'],
    queryFn: ({ signal }) =>
      request<typeof versionRoutes.list>('get', '/api/conferences/{id}/agenda-versions', {
        params: { id },
        signal,
      }),
  })

/** The matters of its items, by their ids. */
export function useMatters(id: string) {
  const { data } = useQuery({
    queryKey: ['conferences', id, 'matters'],
    queryFn: ({ signal }) =>
      request<typeof matterRoutes.list>('get', '/api/conferences/{id}/matters', {
        params: { id },
        signal,
      }),
  })
  return new Map((data?.matters ?? []).map((one) => [one.id, one]))
}

/** A change of the agenda: shows all conferences anew, says so, goes on. */
export const useSending = <T = void, A = unknown>(sending: Omit<Sending<T, A>, 'keys'>) =>
  useSaved<T, A>({ ...sending, keys: ['conferences'] })

/** One of the acts on an item: `move`, `check`, `take-off`, `put-back`. */
export const actOn = (item: SessionItemView, what: string, body: object) =>
  request<typeof agendaRoutes.move>('post', `/api/session-items/{id}/${what}` as never, {
    params: { id: item.id },
    version: item.version,
    body,
  })
