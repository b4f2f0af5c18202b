// The inspection and supervision programme of a year, by quarter, filtered by body, form and state.
import '../../web/ui/register.css'
import '../instruments/instruments.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { todayInVietnam } from '../../calendar.ts'
import { request } from '../../web/api.ts'
import { formatDate } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { SelectField } from '../../web/ui/Field.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { EmptyState, ErrorPanel } from '../../web/ui/States.tsx'
import { Chip, Status, type Tone } from '../../web/ui/Status.tsx'
import { ExcelButton } from '../transfer/ExcelDialog.tsx'
import type { InspectionLine, inspectionRoutes } from './contract.ts'
import { PlanDialog } from './InspectionDialogs.tsx'
import {
  type InspectionForm,
  type InspectionState,
  inspectionForms,
  inspectionStates,
} from './inspection.ts'
import { en, vi } from './texts.ts'

export const inspectionTones: Record<InspectionState, Tone> = {
  planned: 'none',
  underWay: 'neutral',
  done: 'good',
  late: 'bad',
  dropped: 'none',
}

const thisYear = Number(todayInVietnam().slice(0, 4))
const years = [-3, -2, -1, 0, 1].map((more) => String(thisYear + more))

export function InspectionList() {
  const t = useTexts(vi, en)
  const [year, setYear] = useState(String(thisYear))
  const [adding, setAdding] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: ['inspections', year],
    queryFn: ({ signal }) =>
      request<typeof inspectionRoutes.list>('get', '/api/inspections', {
        query: { year },
        signal,
      }),
    placeholderData: (former) => former,
  })
  return (
    <div className="page">
      <PageHead
        title={t.title}
        intro={t.intro}
        actions={
          data?.mayManage && (
            <>
              <ExcelButton name="inspections" />
              <Button look="primary" onClick={() => setAdding(true)}>
                {t.add}
              </Button>
            </>
          )
        }
      />
      {error ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <Programme
          inspections={data.inspections}
          mayManage={data.mayManage}
          year={year}
          onYear={setYear}
        />
      ) : (
        <Loading />
      )}
      {adding && <PlanDialog year={Number(year)} onClose={() => setAdding(false)} />}
    </div>
  )
}

interface ProgrammeProps {
  inspections: readonly InspectionLine[]
  mayManage: boolean
  year: string
  onYear: (year: string) => void
}

function Programme({ inspections, mayManage, year, onYear }: ProgrammeProps) {
  const t = useTexts(vi, en)
  const [quarter, setQuarter] = useState('')
  const [form, setForm] = useState<InspectionForm | ''>('')
  const [state, setState] = useState<InspectionState | ''>('')
  const [body, setBody] = useState('')
  const bodies = new Map(inspections.map(({ inspecting }) => [inspecting.id, inspecting.name]))
  const found = inspections.filter(
    (one) =>
      (quarter === '' || one.quarter === Number(quarter)) &&
      (form === '' || one.form === form) &&
      (state === '' || one.state === state) &&
      (body === '' || one.inspecting.id === body),
  )
  const all = { value: '' as const, label: t.all }
  return (
    <>
      <div className="row instrument-filter">
        <SelectField
          label={t.year}
          value={year}
          onChange={onYear}
          options={years.map((value) => ({ value, label: value }))}
        />
        <SelectField
          label={t.quarter}
          value={quarter}
          onChange={setQuarter}
          options={[
            { value: '', label: t.all },
            ...[1, 2, 3, 4].map((n) => ({ value: String(n), label: t.quarterOf(n) })),
          ]}
        />
        <SelectField
          label={t.form}
          value={form}
          onChange={setForm}
          options={[all, ...inspectionForms.map((value) => ({ value, label: t.forms[value] }))]}
        />
        <SelectField
          label={t.stateOnly}
          value={state}
          onChange={setState}
          options={[all, ...inspectionStates.map((value) => ({ value, label: t.states[value] }))]}
        />
        <SelectField
          label={t.inspecting}
          value={body}
          onChange={setBody}
          options={[
            { value: '', label: t.all },
            ...[...bodies].map(([value, label]) => ({ value, label })),
          ]}
        />
      </div>
      {inspections.length === 0 ? (
        <EmptyState title={t.none} detail={mayManage && t.noneDetail} />
      ) : found.length === 0 ? (
        <p className="muted">{t.nothing}</p>
      ) : (
        <Table inspections={found} />
      )}
    </>
  )
}

function Table({ inspections }: { inspections: readonly InspectionLine[] }) {
  const t = useTexts(vi, en)
  return (
    <div className="table-frame">
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">{t.content}</th>
            <th scope="col">{t.period}</th>
            <th scope="col">{t.subject}</th>
            <th scope="col">{t.inspecting}</th>
            <th scope="col">{t.carriedOut}</th>
            <th scope="col">{t.state}</th>
          </tr>
        </thead>
        <tbody>
          {inspections.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <Link href={`/inspections/${one.id}`}>{one.content}</Link>{' '}
                <Chip>{t.forms[one.form]}</Chip>
              </th>
              <td data-label={t.period}>{periodWords(t, one)}</td>
              <td data-label={t.subject}>
                <Subjects subjects={one.subjects} most={3} />
              </td>
              <td data-label={t.inspecting}>{one.inspecting.name}</td>
              <td data-label={t.carriedOut}>
                {one.startedOn ? t.fromTo(formatDate(one.startedOn), formatDate(one.endedOn)) : '—'}
                {one.teamLead && <span className="source-note">{one.teamLead}</span>}
              </td>
              <td data-label={t.state}>
                <Status tone={inspectionTones[one.state]}>{t.states[one.state]}</Status>
                {one.found !== null && one.found > 0 && (
                  <span className="source-note">{t.foundOf(one.found)}</span>
                )}
                {one.mayManage && one.toldOn === null && one.state !== 'dropped' && (
                  <span className="source-note muted">{t.notTold}</span>
                )}
                {one.droppedReason && <span className="source-note">{one.droppedReason}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface SubjectsProps {
  subjects: InspectionLine['subjects']
  /** How many are named; all where it is left out. */
  most?: number
}

/** The inspected bodies, with those that took over from one that is over. */
export function Subjects({ subjects, most = subjects.length }: SubjectsProps) {
  const t = useTexts(vi, en)
  const shown = subjects.length > most + 1 ? subjects.slice(0, most) : subjects
  const left = subjects.length - shown.length
  return (
    <>
      {shown.map(({ id, name, now }, index) => (
        <span key={id}>
          {index > 0 && '; '}
          {now ? `${name} (${t.subjectNow(now.name)})` : name}
        </span>
      ))}
      {left > 0 && ` ${t.subjectsLeft(left)}`}
    </>
  )
}

/** `Quý II/2026`, or the year. */
export const periodWords = (
  t: typeof vi,
  { year, quarter }: Pick<InspectionLine, 'year' | 'quarter'>,
): string => (quarter === null ? String(year) : `${t.quarterOf(quarter)}/${year}`)
