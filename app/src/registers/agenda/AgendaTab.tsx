// The agenda of a conference that is held here: its items in their groups, as they stand now.
import { useQuery } from '@tanstack/react-query'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { ErrorPanel } from '../../web/ui/States.tsx'
import type { ConferenceTabProps } from '../conferences/tabs.ts'
import type { agendaRoutes } from './contract.ts'
import { en, vi } from './texts.ts'

export function AgendaTab({ plan }: ConferenceTabProps) {
  const t = useTexts(vi, en)
  const { id } = plan
  const { data, error, refetch } = useQuery({
    queryKey: ['conferences', id, 'items'],
    queryFn: ({ signal }) =>
      request<typeof agendaRoutes.list>('get', '/api/conferences/{id}/items', {
        params: { id },
        signal,
      }),
  })
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  if (data.items.length === 0) return <p className="muted">{t.empty}</p>
  return (
    <ol>
      {data.items.map((item) => (
        <li key={item.id}>{item.title}</li>
      ))}
    </ol>
  )
}
