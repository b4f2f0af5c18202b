// One document: its text with what was confirmed underlined, the sentence that a register entry
// came from highlighted (`?at=start-end`), and what is known about the file.
import './documents.css'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Link, useParams, useSearchParams } from 'wouter'
import type { findingRoutes } from '../../reading/contract.ts'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { useSession } from '../../web/session.tsx'
import { layMarks } from '../../web/text/segments.ts'
import { TextPane } from '../../web/text/TextPane.tsx'
import { ButtonLink } from '../../web/ui/Button.tsx'
import { useDocumentTitle } from '../../web/ui/documentTitle.ts'
import { Loading } from '../../web/ui/Loading.tsx'
import { EmptyState, ErrorPanel } from '../../web/ui/States.tsx'
import type { DocumentSummary, documentRoutes } from './contract.ts'
import { DocumentFacts } from './DocumentFacts.tsx'
import { en, vi } from './texts.ts'

export function DocumentPage() {
  const t = useTexts(vi, en)
  const { id = '' } = useParams<{ id: string }>()
  const { data, error, refetch } = useQuery({
    queryKey: ['documents', id],
    queryFn: ({ signal }) =>
      request<typeof documentRoutes.get>('get', '/api/documents/{id}', { params: { id }, signal }),
  })
  useDocumentTitle(data?.document.title ?? t.title)
  if (error)
    return (
      <ErrorPanel
        error={error}
        onRetry={() => void refetch()}
        page
        list={{ to: '/documents', words: t.allDocuments }}
      />
    )
  if (!data) return <Loading />
  const { document } = data
  if (document.status === 'destroyed') {
    return (
      <div className="page">
        <h1 className="visually-hidden">{t.destroyedTitle}</h1>
        <EmptyState title={t.destroyedTitle} detail={t.page.destroyedDetail} />
      </div>
    )
  }
  return (
    <div className="document-page">
      <Head document={document} />
      <div className="document-columns">
        <DocumentText document={document} />
        <DocumentFacts document={document} />
      </div>
    </div>
  )
}

function Head({ document }: { document: DocumentSummary }) {
  const t = useTexts(vi, en)
  const { can } = useSession()
  const waiting = can.work && document.counts.proposed > 0
  return (
    <div className="document-head">
      <div>
        <Link href="/documents">← {t.title}</Link>
        <h1>{document.title}</h1>
      </div>
      <ButtonLink look={waiting ? 'primary' : 'normal'} to={`/documents/${document.id}/review`}>
        {t.review}
        {waiting && ` (${document.counts.proposed})`}
      </ButtonLink>
    </div>
  )
}

function DocumentText({ document }: { document: DocumentSummary }) {
  const t = useTexts(vi, en).page
  const { id } = document
  const [search] = useSearchParams()
  const text = useQuery({
    queryKey: ['text', id],
    queryFn: ({ signal }) =>
      request<typeof documentRoutes.text>('get', '/api/documents/{id}/text', {
        params: { id },
        signal,
      }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const findings = useQuery({
    queryKey: ['findings', id],
    queryFn: ({ signal }) =>
      request<typeof findingRoutes.list>('get', '/api/documents/{id}/findings', {
        params: { id },
        signal,
      }),
  })
  const confirmed = findings.data?.findings
  const marks = useMemo(
    () => layMarks((confirmed ?? []).filter(({ state }) => state === 'confirmed')),
    [confirmed],
  )
  const at = search.get('at')
  const highlight = useMemo(() => stretchOf(at), [at])
  if (text.error) return <ErrorPanel error={text.error} onRetry={() => void text.refetch()} />
  if (!text.data) return <Loading />
  return (
    <TextPane
      label={highlight ? `${t.textLabel}. ${t.highlighted}` : t.textLabel}
      text={text.data.text}
      blocks={text.data.blocks}
      marks={marks}
      selected={null}
      highlight={highlight}
      reveal={highlight}
    />
  )
}

/** `120-245` as a stretch of the text; null for anything else. */
function stretchOf(at: string | null): { start: number; end: number } | null {
  const match = /^(\d{1,8})-(\d{1,8})$/.exec(at ?? '')
  if (!match) return null
  const [start, end] = [Number(match[1]), Number(match[2])]
  return end > start ? { start, end } : null
}
