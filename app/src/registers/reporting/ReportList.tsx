// The reports of a year: who still owes theirs, what is to be accepted, how many came on time by unit.
import '../../web/ui/register.css'
import './reporting.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { todayInVietnam } from '../../calendar.ts'
import { request } from '../../web/api.ts'
import { formatDate } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { ButtonLink } from '../../web/ui/Button.tsx'
import { SelectField } from '../../web/ui/Field.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { EmptyState, ErrorPanel } from '../../web/ui/States.tsx'
import { Status, type Tone } from '../../web/ui/Status.tsx'
import { periodLabel, periodOf } from '../indicators/period.ts'
import type { reportingRoutes, SlotLine } from './contract.ts'
import { en as officeEn, vi as officeVi } from './office-texts.ts'
import type { SlotState, Timing } from './regime.ts'
import { en as synthesisEn, vi as synthesisVi } from './synthesis-texts.ts'
import { en, vi } from './texts.ts'

export const stateTones: Record<SlotState, Tone> = {
  draft: 'none',
  submitted: 'neutral',
  returned: 'warn',
  accepted: 'good',
  locked: 'good',
  excused: 'none',
}

export const timingTones: Record<Timing, Tone> = {
  notDue: 'none',
  onTime: 'good',
  late: 'warn',
  missing: 'bad',
  excused: 'none',
}

const thisYear = Number(todayInVietnam().slice(0, 4))
/** The years that are offered, two back and one ahead. */
export const reportYears = [-2, -1, 0, 1].map((more) => String(thisYear + more))

type Only = 'all' | 'owed' | 'sent' | 'returned'

const shows: Record<Only, (slot: SlotLine) => boolean> = {
  all: () => true,
  owed: (slot) => slot.timing === 'missing',
  sent: (slot) => slot.state === 'submitted',
  returned: (slot) => slot.state === 'returned',
}

/** Something of it is to be sent now. */
const isOwed = (slot: SlotLine): boolean => shows.owed(slot) || shows.returned(slot)

export function ReportList() {
  const t = useTexts(vi, en)
  const o = useTexts(officeVi, officeEn)
  const s = useTexts(synthesisVi, synthesisEn)
  const [asked, setAsked] = useSearchParams()
  const year = asked.get('year') ?? String(thisYear)
  const setYear = (value: string) => setAsked({ year: value }, { replace: true })
  const { data, error, refetch } = useQuery({
    queryKey: ['reports', 'year', year],
    queryFn: ({ signal }) =>
      request<typeof reportingRoutes.slots>('get', '/api/report-slots', {
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
          <>
            {data?.mayManage && data.slots.length > 0 && (
              <>
                <ButtonLink to="/reports/grid">{o.grid.open}</ButtonLink>
                <ButtonLink to="/reports/synthesis">{s.open}</ButtonLink>
              </>
            )}
            <ButtonLink to="/reports/regimes">{t.regimes}</ButtonLink>
          </>
        }
      />
      {error ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <Year data={data} year={year} onYear={setYear} />
      ) : (
        <Loading />
      )}
    </div>
  )
}

interface YearProps {
  data: {
    slots: readonly SlotLine[]
    rates: { owed: number; sent: number; onTime: number; missing: number }
    bodies: readonly {
      body: { id: string; name: string }
      rates: { owed: number; sent: number; onTime: number; missing: number }
    }[]
    mayManage: boolean
  }
  year: string
  onYear: (year: string) => void
}

function Year({ data, year, onYear }: YearProps) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const [asked] = useSearchParams()
  const [regime, setRegime] = useState(asked.get('regime') ?? '')
  const [to, setTo] = useState(asked.get('to') ?? '')
  const [only, setOnly] = useState<Only>('all')
  const regimes = new Map(data.slots.map((slot) => [slot.regime.id, slot.regime.name]))
  const ofRegime = data.slots.filter((slot) => regime === '' || slot.regime.id === regime)
  const periods = new Map(ofRegime.map(({ period }) => [period.to, period]))
  const found = ofRegime.filter(
    (slot) => (!periods.has(to) || slot.period.to === to) && shows[only](slot),
  )
  const { sent, owed, onTime, missing } = data.rates
  return (
    <>
      <div className="row register-filter">
        <SelectField
          label={t.year}
          value={year}
          onChange={onYear}
          options={reportYears.map((value) => ({ value, label: value }))}
        />
        <SelectField
          label={t.regime}
          value={regime}
          onChange={setRegime}
          options={[
            { value: '', label: t.all },
            ...[...regimes].map(([value, label]) => ({ value, label })),
          ]}
        />
        <SelectField
          label={t.period}
          value={periods.has(to) ? to : ''}
          onChange={setTo}
          options={[
            { value: '', label: t.all },
            ...[...periods].map(([value, period]) => ({
              ...{ value, label: periodLabel(periodOf(period), language) },
            })),
          ]}
        />
        <SelectField
          label={t.only}
          value={only}
          onChange={setOnly}
          options={[
            { value: 'all', label: t.all },
            { value: 'owed', label: t.onlyOwed },
            { value: 'sent', label: t.onlySent },
            { value: 'returned', label: t.onlyReturned },
          ]}
        />
      </div>
      {data.slots.length === 0 ? (
        <EmptyState title={t.noSlots} detail={data.mayManage ? t.noSlotsManage : t.noSlotsOwn} />
      ) : (
        <>
          <p>
            {t.rates(sent, owed, onTime)}{' '}
            {missing === 0 && !data.mayManage ? t.noneOwed : t.owing(missing)}
          </p>
          {found.length === 0 ? (
            <p className="muted">{t.nothing}</p>
          ) : (
            <SlotTable slots={found} alone={data.bodies.length === 1 && !data.mayManage} />
          )}
          {data.bodies.length > 1 && <Bodies bodies={data.bodies} />}
        </>
      )}
    </>
  )
}

/** `alone`: all are of one unit, so that its people choose by the period, what is owed first. */
function SlotTable({ slots, alone }: { slots: readonly SlotLine[]; alone: boolean }) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const periodOfSlot = ({ period }: SlotLine) => periodLabel(periodOf(period), language)
  const shown = alone ? slots.toSorted((a, b) => Number(isOwed(b)) - Number(isOwed(a))) : slots
  return (
    <div className="table-frame">
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">{alone ? t.period : t.unit}</th>
            <th scope="col">{t.regime}</th>
            {!alone && <th scope="col">{t.period}</th>}
            <th scope="col">{t.due}</th>
            <th scope="col">{t.state}</th>
            <th scope="col">{t.responsible}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((slot) => (
            <tr key={slot.id}>
              <th scope="row">
                <Link href={`/reports/${slot.id}`}>
                  {alone ? periodOfSlot(slot) : slot.body.name}
                </Link>
              </th>
              <td data-label={t.regime}>{slot.regime.name}</td>
              {!alone && <td data-label={t.period}>{periodOfSlot(slot)}</td>}
              <td data-label={t.due}>{formatDate(slot.due)}</td>
              <td data-label={t.state}>
                <Status tone={timingTones[slot.timing]}>{t.timings[slot.timing]}</Status>
                <span className="source-note">{t.states[slot.state]}</span>
              </td>
              <td data-label={t.responsible}>
                {slot.responsible.name}
                {!slot.responsible.acts && (
                  <span className="source-note report-check">{t.responsibleGone}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Bodies({ bodies }: Pick<YearProps['data'], 'bodies'>) {
  const t = useTexts(vi, en)
  return (
    <section className="register-section">
      <h2>{t.byUnit}</h2>
      <div className="table-frame">
        <table className="table cards">
          <thead>
            <tr>
              <th scope="col">{t.unit}</th>
              <th scope="col">{t.completeness}</th>
              <th scope="col">{t.timeliness}</th>
              <th scope="col">{t.missing}</th>
            </tr>
          </thead>
          <tbody>
            {bodies
              .toSorted((a, b) => b.rates.missing - a.rates.missing)
              .map(({ body, rates }) => (
                <tr key={body.id}>
                  <th scope="row">{body.name}</th>
                  <td data-label={t.completeness}>
                    {rates.sent}/{rates.owed}
                  </td>
                  <td data-label={t.timeliness}>
                    {rates.onTime}/{rates.owed}
                  </td>
                  <td data-label={t.missing}>{rates.missing}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
