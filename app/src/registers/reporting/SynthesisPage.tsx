// The office's draft report of a period on the screen, each number a link, before it is downloaded.
import '../../web/ui/register.css'
import './reporting.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'wouter'
import { todayInVietnam } from '../../calendar.ts'
import { request } from '../../web/api.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { SelectField } from '../../web/ui/Field.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { EmptyState, ErrorPanel } from '../../web/ui/States.tsx'
import { BodyField } from '../assignments/BodyField.tsx'
import { periodLabel, periodOf } from '../indicators/period.ts'
import { sheetOf } from '../notices/paper.ts'
import { SheetView } from '../notices/SheetView.tsx'
import { useBodies } from '../organisations/useBodies.tsx'
import type { reportingRoutes } from './contract.ts'
import { reportYears } from './ReportList.tsx'
import type { synthesisRoutes } from './synthesis-contract.ts'
import { en, vi } from './synthesis-texts.ts'
import { en as reportsEn, vi as reportsVi } from './texts.ts'

/** What of the address says which report is shown. */
function useChosenPeriod() {
  const [asked, setAsked] = useSearchParams()
  const today = todayInVietnam()
  const year = asked.get('year') ?? asked.get('to')?.slice(0, 4) ?? today.slice(0, 4)
  const { data, error, refetch } = useQuery({
    queryKey: ['reports', 'year', year],
    queryFn: ({ signal }) =>
      request<typeof reportingRoutes.slots>('get', '/api/report-slots', {
        query: { year },
        signal,
      }),
    placeholderData: (former) => former,
  })
  const slots = data?.slots ?? []
  const regimes = new Map(slots.map((slot) => [slot.regime.id, slot.regime.name]))
  const regime = asked.get('regime') ?? [...regimes.keys()][0] ?? null
  const periods = new Map(
    slots
      .filter((slot) => slot.regime.id === regime)
      .map((slot) => [slot.period.to, slot.period] as const)
      .toSorted(([a], [b]) => a.localeCompare(b)),
  )
  // The last period that is over, unless the address names one.
  const over = [...periods.keys()].filter((to) => to <= today)
  const wanted = asked.get('to')
  const to =
    wanted && periods.has(wanted) ? wanted : (over.at(-1) ?? [...periods.keys()][0] ?? null)
  const set = (more: Record<string, string>) =>
    setAsked((former) => ({ ...Object.fromEntries(former), ...more }), { replace: true })
  return { ...{ data, error, refetch, year, regimes, regime, periods, to, set, asked } }
}

export type ChosenPeriod = ReturnType<typeof useChosenPeriod>

export function SynthesisPage() {
  const t = useTexts(vi, en)
  const r = useTexts(reportsVi, reportsEn)
  const chosen = useChosenPeriod()
  const bodies = useBodies(null).data?.bodies ?? []
  // A report of the province's figures is the People's Committee's, unless another is chosen.
  const committee = bodies.find(({ name }) => /^Ủy ban nhân dân (tỉnh|thành phố)/.test(name))?.id
  const issuer = chosen.asked.get('issuer') ?? committee ?? null
  const { data, error, refetch, regime, to } = chosen
  return (
    <div className="page">
      <PageHead title={t.title} intro={t.intro} actions={<Link href="/reports">{r.slots}</Link>} />
      {error ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : (
        <>
          <div className="row register-filter on-screen">
            <PeriodFields chosen={chosen} />
            <BodyField
              label={t.issuer}
              value={issuer}
              onChange={(id) => chosen.set({ issuer: id ?? '' })}
            />
          </div>
          {!regime || !to ? (
            <EmptyState title={data.slots.length === 0 ? t.noRegimes : t.noPeriods} />
          ) : !issuer ? (
            <p className="muted">{t.chooseIssuer}</p>
          ) : (
            <Draft regime={regime} to={to} issuer={issuer} />
          )}
        </>
      )}
    </div>
  )
}

/** Year, regime and period. */
export function PeriodFields({ chosen }: { chosen: ChosenPeriod }) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const { year, regimes, regime, periods, to, set } = chosen
  return (
    <>
      <SelectField
        label={t.year}
        value={year}
        onChange={(value) => set({ year: value, to: '' })}
        options={reportYears.map((value) => ({ value, label: value }))}
      />
      <SelectField
        label={t.regime}
        value={regime ?? ''}
        onChange={(value) => set({ regime: value })}
        options={[...regimes].map(([value, label]) => ({ value, label }))}
      />
      <SelectField
        label={t.period}
        value={to ?? ''}
        onChange={(value) => set({ to: value })}
        options={[...periods].map(([value, period]) => ({
          ...{ value, label: periodLabel(periodOf(period), language) },
        }))}
      />
    </>
  )
}

function Draft(query: { regime: string; to: string; issuer: string }) {
  const t = useTexts(vi, en)
  const { data, error, refetch } = useQuery({
    queryKey: ['reports', 'synthesis', query],
    queryFn: ({ signal }) =>
      request<typeof synthesisRoutes.get>('get', '/api/report-synthesis', { query, signal }),
  })
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const { content, layout, issue } = data
  return (
    <>
      {!layout.verified && <p role="note">⚠ {t.unverified}</p>}
      <p className="on-screen">
        <a
          className="button primary"
          href={`/api/report-synthesis/docx?${new URLSearchParams(query)}`}
          download
        >
          {t.download}
        </a>
      </p>
      <SheetView sheet={sheetOf(content, layout, issue)} label={t.draft} />
    </>
  )
}
