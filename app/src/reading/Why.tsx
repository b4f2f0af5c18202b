// Why a finding was made: what its rule says, the words that fired, what was taken from elsewhere, what
// was refused. Asked for when first opened: the server reads the document again with a trace.
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useParams } from 'wouter'
import { request } from '../web/api.ts'
import { useLanguage, useTexts } from '../web/language.tsx'
import { Loading } from '../web/ui/Loading.tsx'
import { ErrorPanel } from '../web/ui/States.tsx'
import type { FindingView, findingRoutes, ReasonView } from './contract.ts'
import { en, vi } from './whywords.ts'

export function Why({ finding }: { finding: FindingView }) {
  const t = useTexts(vi, en)
  const [open, setOpen] = useState(false)
  return (
    <details className="finding-why" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t.why}</summary>
      {open && (finding.madeBy === 'person' ? <p>{t.byPerson}</p> : <Fetched id={finding.id} />)}
    </details>
  )
}

function Fetched({ id }: { id: string }) {
  const t = useTexts(vi, en)
  const { id: documentId = '' } = useParams()
  const { data, error, refetch } = useQuery({
    queryKey: ['documents', documentId, 'reasons'],
    queryFn: ({ signal }) =>
      request<typeof findingRoutes.reasons>('get', '/api/documents/{id}/reasons', {
        params: { id: documentId },
        signal,
      }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const reason = data.reasons[id]
  return reason ? <Reason {...reason} /> : <p>{t.gone}</p>
}

function Reason({ rule, anchors, steps, inherited, refused }: ReasonView) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  // "tỷ: scale": the word as it stands, its class in people's words.
  const reading = (text: string) => {
    const at = text.lastIndexOf(': ')
    const name = text.slice(at + 2)
    return at < 0 ? text : `“${text.slice(0, at)}” = ${t.class[name] ?? name}`
  }
  return (
    <>
      {rule && (
        <p>
          {t.rule}: {rule[language]}
        </p>
      )}
      <Part title={t.fired}>
        {anchors.map(({ quote, class: name }) => `“${quote}” (${t.class[name] ?? name})`)}
      </Part>
      <Part title={t.steps}>{steps}</Part>
      <Part title={t.inherited}>
        {inherited.map(
          ({ field, quote, rule: how }) =>
            `${t.field[field] ?? field}: “${quote}” (${t.distance[how] ?? how})`,
        )}
      </Part>
      <Part title={t.refused}>
        {refused.map((one) => `${reading(one.reading)}, ${t.because(t.class[one.why] ?? one.why)}`)}
      </Part>
    </>
  )
}

/** A titled list; nothing where it is empty. Equal lines once. */
function Part({ title, children }: { title: ReactNode; children: string[] }) {
  const lines = [...new Set(children)]
  if (lines.length === 0) return null
  return (
    <>
      <p>{title}:</p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}
