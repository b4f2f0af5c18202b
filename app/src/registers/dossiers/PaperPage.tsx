// One paper to read: the text of a version (`?lot=2`, the newest where the address names none).
import { AccessButton } from '../access/AccessButton.tsx'
import './dossiers.css'
import '../documents/documents.css'
import { Link, useParams, useSearchParams } from 'wouter'
import { formatInstant, formatSize } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { TextPane } from '../../web/text/TextPane.tsx'
import { ButtonLink } from '../../web/ui/Button.tsx'
import { useDocumentTitle } from '../../web/ui/documentTitle.ts'
import { Loading } from '../../web/ui/Loading.tsx'
import { EmptyState, ErrorPanel } from '../../web/ui/States.tsx'
import type { PaperView } from './contract.ts'
import { nameOf, PaperState } from './PaperTable.tsx'
import { en, vi } from './texts.ts'
import { usePaper, useText } from './usePaper.tsx'

export function PaperPage() {
  const t = useTexts(vi, en)
  const { id = '' } = useParams<{ id: string }>()
  const [query] = useSearchParams()
  const { data, error, refetch } = usePaper(id)
  const paper = data?.paper
  useDocumentTitle(paper ? nameOf(paper, t.destroyedName) : t.paper.title)
  if (error)
    return (
      <ErrorPanel
        error={error}
        onRetry={() => void refetch()}
        page
        list={{ to: '/conferences', words: t.paper.back }}
      />
    )
  if (!data || !paper) return <Loading />
  const asked = Number(query.get('lot'))
  const version = paper.versions.find(({ number }) => number === asked) ?? paper.versions.at(-1)
  return (
    <div className="document-page">
      <div className="document-head">
        <div>
          {data.conferences.map(({ id: conference, name }) => (
            <p key={conference}>
              <Link href={`/conferences/${conference}?tab=dossiers`}>← {name}</Link>
            </p>
          ))}
          <p className="muted">
            {t.kinds[paper.kind]} · <PaperState paper={paper} />
          </p>
          <h1>{nameOf(paper, t.destroyedName)}</h1>
        </div>
        <div className="row">
          {version?.status === 'read' && (
            <AccessButton
              kind="document"
              id={version.documentId}
              of={nameOf(paper, t.destroyedName)}
            />
          )}
          {paper.versions.length > 1 && (
            <ButtonLink to={`/papers/${id}/compare`}>{t.compare}</ButtonLink>
          )}
        </div>
      </div>
      <div className="document-columns">
        {version?.status === 'read' ? (
          <VersionText documentId={version.documentId} />
        ) : (
          <EmptyState title={t.paperState.destroyed} detail={t.destroyed} />
        )}
        <Versions paper={paper} open={version?.number} />
      </div>
    </div>
  )
}

function VersionText({ documentId }: { documentId: string }) {
  const t = useTexts(vi, en)
  const { data, error, refetch } = useText(documentId)
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <TextPane
      label={t.paper.text}
      text={data.text}
      blocks={data.blocks}
      marks={[]}
      selected={null}
      reveal={null}
    />
  )
}

function Versions({ paper, open }: { paper: PaperView; open: number | undefined }) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  return (
    <aside className="document-facts" aria-label={t.paper.versions}>
      <h2>{t.paper.versions}</h2>
      <ol className="paper-versions">
        {paper.versions.toReversed().map((one) => (
          <li key={one.number}>
            <Link
              href={`/papers/${paper.id}?lot=${one.number}`}
              aria-current={one.number === open ? 'page' : undefined}
            >
              {t.lot(one.number)}
            </Link>{' '}
            <span className="muted">
              {t.paper.addedBy(formatInstant(one.addedAt), one.addedBy)}
            </span>
            {one.note && <p>{one.note}</p>}
            {one.status === 'destroyed' ? (
              <p>{t.paperState.destroyed}</p>
            ) : (
              <p className="row">
                <a href={`/api/documents/${one.documentId}/original`} download>
                  {t.paper.original} ({formatSize(one.byteSize, language)})
                </a>
                <Link href={`/documents/${one.documentId}`}>{t.paper.facts}</Link>
              </p>
            )}
          </li>
        ))}
      </ol>
    </aside>
  )
}
