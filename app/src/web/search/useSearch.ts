// The search behind both the page and the palette: waits for a pause in typing.
import { useQuery } from '@tanstack/react-query'
import type { SearchResult, searchRoutes } from '../../search/contract.ts'
import { request } from '../api.ts'
import { usePaused } from '../usePaused.ts'

export function useSearch(typed: string) {
  const q = usePaused(typed.trim())
  const { data, error, isFetching } = useQuery({
    queryKey: ['search', q],
    queryFn: ({ signal }) =>
      request<typeof searchRoutes.search>('get', '/api/search', { query: { q }, signal }),
    enabled: q !== '',
    placeholderData: (former) => former,
  })
  return { q, results: q === '' ? [] : (data?.results ?? []), error, waiting: isFetching }
}

/** Where a result leads: its own page where it has one, else its sentence in the document. */
export function resultAddress(result: SearchResult): string {
  if (result.kind === 'conference') return `/conferences/${result.id}`
  if (result.kind === 'assignment' && !result.documentId) return `/assignments?task=${result.id}`
  if (result.kind === 'opinionRound') return `/rounds/${result.id}`
  if (result.kind === 'instrument') return `/instruments/${result.id}`
  if (result.kind === 'inspection') return `/inspections/${result.id}`
  if (result.kind === 'project') return `/projects/${result.id}`
  if (result.kind === 'indicator') return `/indicators/${result.id}`
  const at = result.start !== null && result.end !== null ? `?at=${result.start}-${result.end}` : ''
  return `/documents/${result.documentId ?? result.id}${at}`
}
