// Hồ sơ của cơ quan tôi: what a department has to submit, by when, and how it stands; made for a phone too.
import { useQuery } from '@tanstack/react-query'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { EmptyState, ErrorPanel } from '../../web/ui/States.tsx'
import type { dossierRoutes } from './contract.ts'
import { DossierPanel } from './DossierPanel.tsx'
import { en, vi } from './texts.ts'

export function OwnDossiers() {
  const t = useTexts(vi, en)
  const { data, error, refetch } = useQuery({
    queryKey: ['dossiers'],
    queryFn: ({ signal }) => request<typeof dossierRoutes.own>('get', '/api/dossiers', { signal }),
  })
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} page />
  return (
    <div className="page">
      <PageHead title={t.title} intro={t.intro} />
      {!data ? (
        <Loading />
      ) : data.dossiers.length === 0 ? (
        <EmptyState title={t.none} detail={t.noneDetail} />
      ) : (
        <div className="stack">
          {data.dossiers.map((dossier) => (
            <DossierPanel key={dossier.item.id} dossier={dossier} withConference />
          ))}
        </div>
      )}
    </div>
  )
}
