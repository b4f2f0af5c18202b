// The tab of a conference with the dossiers of its items, in the order of the agenda.
import { useQuery } from '@tanstack/react-query'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { EmptyState, ErrorPanel } from '../../web/ui/States.tsx'
import type { PlanView } from '../conferences/plan-contract.ts'
import type { dossierRoutes } from './contract.ts'
import { DossierPanel } from './DossierPanel.tsx'
import { en, vi } from './texts.ts'

export function DossierTab({ plan }: { plan: PlanView }) {
  const t = useTexts(vi, en)
  const { data, error, refetch } = useQuery({
    queryKey: ['conferences', plan.id, 'dossiers'],
    queryFn: ({ signal }) =>
      request<typeof dossierRoutes.ofConference>('get', '/api/conferences/{id}/dossiers', {
        params: { id: plan.id },
        signal,
      }),
  })
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  if (data.dossiers.length === 0) return <EmptyState title={t.noItems} detail={t.noItemsDetail} />
  const sum = (of: 'papers' | 'released') =>
    data.dossiers.reduce((all, { counts }) => all + counts[of], 0)
  return (
    <div className="stack">
      <p>
        <strong>{t.released(sum('released'), sum('papers'))}</strong>
      </p>
      {data.dossiers.map((dossier) => (
        <DossierPanel key={dossier.item.id} dossier={dossier} />
      ))}
    </div>
  )
}
