// Which regime and period a page of the office shows: kept in its address, so that it can be sent on.
import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'wouter'
import { todayInVietnam } from '../../calendar.ts'
import { request } from '../../web/api.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { SelectField } from '../../web/ui/Field.tsx'
import { periodLabel, periodOf } from '../indicators/period.ts'
import type { reportingRoutes } from './contract.ts'
import { reportYears } from './ReportList.tsx'
import { en, vi } from './synthesis-texts.ts'

/** What of the address says which report is shown. */
export function useChosenPeriod() {
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

type ChosenPeriod = ReturnType<typeof useChosenPeriod>

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
