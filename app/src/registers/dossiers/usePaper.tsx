// One paper and the text of one of its versions, as both of its pages ask for them.
import { useQuery } from '@tanstack/react-query'
import { request } from '../../web/api.ts'
import type { documentRoutes } from '../documents/contract.ts'
import type { dossierRoutes } from './contract.ts'

export function usePaper(id: string) {
  return useQuery({
    queryKey: ['papers', id],
    queryFn: ({ signal }) =>
      request<typeof dossierRoutes.paper>('get', '/api/papers/{id}', { params: { id }, signal }),
  })
}

/** The text of a document; null for the id: nothing is asked. */
export function useText(id: string | null) {
  return useQuery({
    queryKey: ['text', id],
    queryFn: ({ signal }) =>
      request<typeof documentRoutes.text>('get', '/api/documents/{id}/text', {
        params: { id: id ?? '' },
        signal,
      }),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: id !== null,
  })
}
