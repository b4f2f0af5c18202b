// The review screen: the text with every finding underlined, the findings in reading order, and the
// keyboard that decides about them.
import './review.css'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'
import type { documentRoutes } from '../registers/documents/contract.ts'
import type { indicatorRoutes } from '../registers/indicators/contract.ts'
import type { shortcomingRoutes } from '../registers/shortcomings/contract.ts'
import { request } from '../web/api.ts'
import { useTexts } from '../web/language.tsx'
import { useDocumentTitle } from '../web/ui/documentTitle.ts'
import { Loading } from '../web/ui/Loading.tsx'
import { ErrorPanel } from '../web/ui/States.tsx'
import type { findingRoutes } from './contract.ts'
import { ReviewWork } from './ReviewWork.tsx'
import { en, vi } from './texts.ts'

export function Review() {
  const t = useTexts(vi, en)
  const { id = '' } = useParams<{ id: string }>()
  const document = useQuery({
    queryKey: ['documents', id],
    queryFn: ({ signal }) =>
      request<typeof documentRoutes.get>('get', '/api/documents/{id}', { params: { id }, signal }),
  })
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
    // Decisions keep it true; fetching it again under a person's hands would move the list.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: 'always',
  })
  const indicators = useQuery({
    queryKey: ['indicators', 'catalogue'],
    queryFn: ({ signal }) =>
      request<typeof indicatorRoutes.list>('get', '/api/indicators', { signal }),
  })
  const topics = useQuery({
    queryKey: ['shortcomings'],
    queryFn: ({ signal }) =>
      request<typeof shortcomingRoutes.list>('get', '/api/shortcomings', { signal }),
  })
  useDocumentTitle(document.data ? t.title(document.data.document.title) : t.findings)

  const failed = [document, text, findings, indicators, topics].find((one) => one.error)
  if (failed?.error)
    return (
      <ErrorPanel
        error={failed.error}
        onRetry={() => void failed.refetch()}
        page
        list={{ to: '/documents', words: t.allDocuments }}
      />
    )
  if (!document.data || !text.data || !findings.data || !indicators.data || !topics.data) {
    return <Loading />
  }
  return (
    <ReviewWork
      key={id}
      document={document.data.document}
      text={text.data}
      findings={findings.data.findings}
      indicators={indicators.data.indicators}
      topics={topics.data.catalogue}
    />
  )
}
