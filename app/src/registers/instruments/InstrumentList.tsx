// The register of instruments: found by number however it is typed, by kind, year and body.
import '../../web/ui/register.css'
import './instruments.css'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { Link } from 'wouter'
import { todayInVietnam } from '../../calendar.ts'
import { request } from '../../web/api.ts'
import { formatDate } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { Button, ButtonLink } from '../../web/ui/Button.tsx'
import { SelectField, TextField } from '../../web/ui/Field.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { EmptyState, ErrorPanel } from '../../web/ui/States.tsx'
import { Status } from '../../web/ui/Status.tsx'
import { BodyField } from '../assignments/BodyField.tsx'
import type { InstrumentLine, instrumentRoutes } from './contract.ts'
import { InstrumentDialog } from './InstrumentDialogs.tsx'
import { type InstrumentKind, instrumentKinds, type Side, sides } from './kinds.ts'
import { en, vi } from './texts.ts'
import { useInstrumentName } from './useInstruments.tsx'

const thisYear = Number(todayInVietnam().slice(0, 4))
const years = Array.from({ length: 12 }, (_, ago) => String(thisYear - ago))

export function InstrumentList() {
  const t = useTexts(vi, en)
  const [q, setQ] = useState('')
  const [side, setSide] = useState<Side | ''>('')
  const [kind, setKind] = useState<InstrumentKind | ''>('')
  const [year, setYear] = useState('')
  const [body, setBody] = useState<string | null>(null)
  const [adding, setAdding] = useState(false)
  const query = useDeferredValue({
    q: q.trim() || undefined,
    side: side || undefined,
    kind: kind || undefined,
    year: year || undefined,
    body: body ?? undefined,
  })
  const { data, error, refetch } = useQuery({
    queryKey: ['instruments', query],
    queryFn: ({ signal }) =>
      request<typeof instrumentRoutes.instruments>('get', '/api/instruments', { query, signal }),
    placeholderData: (former) => former,
  })
  const all = { value: '' as const, label: t.register.all }
  const filtered = Object.values(query).some((value) => value !== undefined)
  return (
    <div className="page">
      <PageHead
        title={t.register.title}
        intro={t.register.intro}
        actions={
          <>
            <CitationsLink />
            {data?.mayManage && (
              <Button look="primary" onClick={() => setAdding(true)}>
                {t.register.add}
              </Button>
            )}
          </>
        }
      />
      <div className="row instrument-filter">
        <TextField label={t.register.find} type="search" value={q} onChange={setQ} />
        <SelectField
          label={t.side}
          value={side}
          onChange={setSide}
          options={[all, ...sides.map((value) => ({ value, label: t.sides[value] }))]}
        />
        <SelectField
          label={t.kind}
          value={kind}
          onChange={setKind}
          options={[all, ...instrumentKinds.map((value) => ({ value, label: t.kinds[value] }))]}
        />
        <SelectField
          label={t.register.year}
          value={year}
          onChange={setYear}
          options={[all, ...years.map((value) => ({ value, label: value }))]}
        />
        <BodyField label={t.register.body} value={body} onChange={setBody} />
      </div>
      {error ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : data.instruments.length > 0 ? (
        <Table instruments={data.instruments} />
      ) : filtered ? (
        <p className="muted">{t.register.nothing}</p>
      ) : (
        <EmptyState
          title={t.register.none}
          detail={data.mayManage ? t.register.noneDetail : undefined}
        />
      )}
      {adding && <InstrumentDialog onClose={() => setAdding(false)} />}
    </div>
  )
}

/** To the citations, with how many of them are open. */
function CitationsLink() {
  const t = useTexts(vi, en).register
  const { data } = useQuery({
    queryKey: ['citations'],
    queryFn: ({ signal }) =>
      request<typeof instrumentRoutes.list>('get', '/api/citations', { signal }),
  })
  const open = data?.citations.filter((one) => one.instrument === null).length ?? 0
  return <ButtonLink to="/citations">{t.cited(open)}</ButtonLink>
}

function Table({ instruments }: { instruments: readonly InstrumentLine[] }) {
  const t = useTexts(vi, en)
  const name = useInstrumentName()
  return (
    <div className="table-frame">
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">{t.column.instrument}</th>
            <th scope="col">{t.side}</th>
            <th scope="col">{t.column.issuer}</th>
            <th scope="col">{t.column.date}</th>
            <th scope="col">{t.column.source}</th>
            <th scope="col">{t.register.coverage}</th>
          </tr>
        </thead>
        <tbody>
          {instruments.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <Link href={`/instruments/${one.id}`} className="instrument-name">
                  {name(one)}
                </Link>
                <span className="source-note">{one.title}</span>
              </th>
              <td data-label={t.side}>{t.sides[one.side]}</td>
              <td data-label={t.column.issuer}>{one.issuer}</td>
              <td data-label={t.column.date}>
                {[formatDate(one.issuedOn), one.term].filter(Boolean).join(' · ')}
              </td>
              <td data-label={t.column.source}>{t.register.citedTimes(one.cited)}</td>
              <td data-label={t.register.coverage}>
                <CoverageText coverage={one.coverage} short />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface CoverageTextProps {
  coverage: InstrumentLine['coverage']
  /** Done and late alone. */
  short?: boolean
}

/** How much is covered, in words; late stands out. */
export function CoverageText({ coverage: count, short = false }: CoverageTextProps) {
  const t = useTexts(vi, en).register
  if (count.all === 0) return <span className="muted">{t.nobody}</span>
  const parts = [
    t.covered(count.done, count.all),
    ...(short
      ? []
      : [t.confirmed(count.confirmed), t.studied(count.studied), t.planned(count.planned)]),
  ]
  return (
    <>
      {parts.join(' · ')} {count.late > 0 && <Status tone="bad">{t.late(count.late)}</Status>}
    </>
  )
}
