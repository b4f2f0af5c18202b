// The papers that lie before an item, at hand while it is on: each opens beside the page of the sitting.
import { useQuery } from '@tanstack/react-query'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { ErrorPanel } from '../../web/ui/States.tsx'
import type { dossierRoutes } from '../dossiers/contract.ts'
import { nameOf, PaperState } from '../dossiers/PaperTable.tsx'
import { en as dossiersEn, vi as dossiersVi } from '../dossiers/texts.ts'
import type { SittingItem } from './contract.ts'
import { en, vi } from './texts.ts'

interface ItemPapersProps {
  conferenceId: string
  item: SittingItem
}

/** Those that the reader may read; for who works on the dossier, also what it lacks. */
export function ItemPapers({ conferenceId, item }: ItemPapersProps) {
  const t = useTexts(vi, en)
  const words = useTexts(dossiersVi, dossiersEn)
  const { data, error, refetch } = useQuery({
    queryKey: ['conferences', conferenceId, 'dossier', item.id],
    queryFn: ({ signal }) =>
      request<typeof dossierRoutes.get>('get', '/api/session-items/{id}/dossier', {
        params: { id: item.id },
        signal,
      }),
  })
  const papers = data?.dossier.papers.filter((one) => !one.withdrawn) ?? []
  const lacking = data?.dossier.inside?.completeness.filter((one) => one.needed && !one.count) ?? []
  return (
    <section aria-label={t.papers}>
      <h3>{t.papers}</h3>
      {!data && (error ? <ErrorPanel error={error} onRetry={() => void refetch()} /> : <Loading />)}
      {data && papers.length === 0 && <p className="muted">{t.noPapers}</p>}
      <ul className="plain-list">
        {papers.map((paper) => (
          <li key={paper.id}>
            <a href={`/papers/${paper.id}`} target="_blank" rel="noreferrer">
              {nameOf(paper, words.destroyedName)}
            </a>{' '}
            <span className="muted">
              {words.kinds[paper.kind]} · {t.paperVersion(paper.versions.at(-1)?.number ?? 1)}
            </span>{' '}
            {!paper.released && <PaperState paper={paper} />}
          </li>
        ))}
      </ul>
      {lacking.length > 0 && (
        <p role="note">⚠ {t.lacking(lacking.map(({ kind }) => words.kinds[kind]).join(', '))}</p>
      )}
    </section>
  )
}
