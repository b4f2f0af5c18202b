// The work programme of a year: filtered by period, body and state; lines chosen go onto an agenda.
import '../../web/ui/register.css'
import './programme.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { todayInVietnam } from '../../calendar.ts'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { useSession } from '../../web/session.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { SelectField } from '../../web/ui/Field.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { EmptyState, ErrorPanel } from '../../web/ui/States.tsx'
import { ExcelButton } from '../transfer/ExcelDialog.tsx'
import type { EntryView, programmeRoutes } from './contract.ts'
import { EntryDialog } from './EntryDialogs.tsx'
import { EntryTable } from './EntryTable.tsx'
import { PlaceDialog } from './PlaceDialog.tsx'
import { type EntryState, entryStates } from './programme.ts'
import { ToRemind } from './ToRemind.tsx'
import { en, vi } from './texts.ts'

const thisYear = Number(todayInVietnam().slice(0, 4))
const years = [-2, -1, 0, 1, 2].map((more) => String(thisYear + more))

/** `q1`–`q4`, `m1`–`m12`, or empty for the whole year. */
const periods = [
  ...[1, 2, 3, 4].map((n) => `q${n}`),
  ...Array.from({ length: 12 }, (_, at) => `m${at + 1}`),
]

export function ProgrammePage() {
  const t = useTexts(vi, en)
  const { can } = useSession()
  const [year, setYear] = useState(String(thisYear))
  const [adding, setAdding] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: ['programme', year],
    queryFn: ({ signal }) =>
      request<typeof programmeRoutes.list>('get', '/api/programme', { query: { year }, signal }),
    placeholderData: (former) => former,
  })
  return (
    <div className="page">
      <PageHead
        title={t.title}
        intro={t.intro}
        actions={
          can.planConferences && (
            <>
              <ExcelButton name="programme" />
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
        <Entries entries={data.entries} year={year} onYear={setYear} />
      ) : (
        <Loading />
      )}
      {adding && <EntryDialog year={Number(year)} onClose={() => setAdding(false)} />}
    </div>
  )
}

interface EntriesProps {
  entries: readonly EntryView[]
  year: string
  onYear: (year: string) => void
}

function Entries({ entries, year, onYear }: EntriesProps) {
  const t = useTexts(vi, en)
  const { can } = useSession()
  const [period, setPeriod] = useState('')
  const [body, setBody] = useState('')
  const [state, setState] = useState<EntryState | ''>('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [placing, setPlacing] = useState(false)
  const bodies = new Map(entries.map(({ organisation }) => [organisation.id, organisation.name]))
  const found = entries.filter(
    (entry) =>
      within(entry, period) &&
      (body === '' || entry.organisation.id === body) &&
      (state === '' || entry.state === state),
  )
  const ids = found.filter(({ id }) => chosen.has(id)).map(({ id }) => id)
  return (
    <>
      <div className="row programme-filter">
        <SelectField
          label={t.year}
          value={year}
          onChange={onYear}
          options={years.map((value) => ({ value, label: value }))}
        />
        <SelectField
          label={t.period}
          value={period}
          onChange={setPeriod}
          options={[
            { value: '', label: t.all },
            ...periods.map((value) => ({
              value,
              label: (value.startsWith('q') ? t.quarter : t.month)(Number(value.slice(1))),
            })),
          ]}
        />
        <SelectField
          label={t.body}
          value={body}
          onChange={setBody}
          options={[
            { value: '', label: t.anyBody },
            ...[...bodies].map(([value, label]) => ({ value, label })),
          ]}
        />
        <SelectField
          label={t.state}
          value={state}
          onChange={setState}
          options={[
            { value: '' as const, label: t.anyState },
            ...entryStates.map((value) => ({ value, label: t.states[value] })),
          ]}
        />
        {ids.length > 0 && (
          <Button look="primary" onClick={() => setPlacing(true)}>
            {t.place(ids.length)}
          </Button>
        )}
      </div>
      <ToRemind entries={found} />
      {entries.length === 0 ? (
        <EmptyState title={t.none} detail={can.planConferences && t.noneDetail} />
      ) : found.length === 0 ? (
        <p className="muted">{t.nothing}</p>
      ) : (
        <EntryTable
          entries={found}
          chosen={chosen}
          onChoose={(id, on) => {
            const next = new Set(chosen)
            if (on) next.add(id)
            else next.delete(id)
            setChosen(next)
          }}
        />
      )}
      {placing && (
        <PlaceDialog
          ids={ids}
          onClose={() => setPlacing(false)}
          onPlaced={() => setChosen(new Set())}
        />
      )}
    </>
  )
}

/** A quarter holds its months; what names only the year is in none of them. */
function within({ quarter, month }: EntryView, period: string): boolean {
  if (period === '') return true
  return (period.startsWith('q') ? quarter : month) === Number(period.slice(1))
}
