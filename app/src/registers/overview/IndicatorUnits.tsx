// One indicator over all units: by period, in their order, as small charts, two periods side by side.
import './overview.css'
import '../../web/ui/register.css'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo, useState } from 'react'
import { useParams } from 'wouter'
import { request } from '../../web/api.ts'
import { multiplesSvg } from '../../web/charts/multiples.ts'
import { CopySheet, SheetTable } from '../../web/charts/SheetTable.tsx'
import { paperPalette } from '../../web/charts/svg.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { ButtonLink } from '../../web/ui/Button.tsx'
import { SelectField } from '../../web/ui/Field.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { EmptyState, ErrorPanel } from '../../web/ui/States.tsx'
import { Tabs } from '../../web/ui/Tabs.tsx'
import { yearsBefore } from '../indicators/period.ts'
import { EndField, useEnd } from './EndField.tsx'
import { Rule } from './Rule.tsx'
import {
  compareSheet,
  multiplesOf,
  nameOf,
  periodsSheet,
  placesOf,
  rankingSheet,
  type Shows,
} from './series.ts'
import { UnitMapView } from './UnitMap.tsx'
import { byStates } from './units.ts'
import type { IndicatorUnits as Data, unitRoutes } from './units-contract.ts'
import { en, vi } from './units-texts.ts'
import { useChoice } from './useChoice.ts'

const views = ['periods', 'ranking', 'charts', 'map', 'compare'] as const
type View = (typeof views)[number]

export function IndicatorUnits() {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const { id } = useParams<{ id: string }>()
  const [parameters, choose] = useChoice()
  const year = parameters.get('year') ?? undefined
  const view = views.find((one) => one === parameters.get('view')) ?? 'periods'
  const { data, error, refetch } = useQuery({
    queryKey: ['overview', 'indicator', id, year],
    queryFn: ({ signal }) =>
      request<typeof unitRoutes.indicator>('get', '/api/indicators/{id}/overview', {
        params: { id },
        query: { year },
        signal,
      }),
    placeholderData: (former) => former,
  })
  if (error)
    return (
      <ErrorPanel
        error={error}
        onRetry={() => void refetch()}
        page
        list={{ to: '/overview/units', words: t.toUnits }}
      />
    )
  if (!data) return <Loading />
  return (
    <div className="page sheet-paper">
      <PageHead
        title={t.ofIndicator(nameOf(data.indicator, language))}
        actions={
          <>
            <ButtonLink to={`/indicators/${id}`}>{t.toIndicator}</ButtonLink>
            <ButtonLink to="/overview/units">{t.toUnits}</ButtonLink>
          </>
        }
      />
      <Tabs<View>
        label={t.viewsLabel}
        value={view}
        tabs={views.map((value) => ({ value, label: t.views[value] }))}
        onChange={(value) => choose('view', value)}
        panelId="unit-view"
      />
      <div id="unit-view" role="tabpanel" aria-label={t.views[view]} className="unit-view">
        <Chosen data={data} view={view} onYear={(value) => choose('year', value)} />
      </div>
    </div>
  )
}

const formerYears = 5

function Chosen({
  data,
  view,
  onYear,
}: {
  data: Data
  view: View
  onYear: (year: string) => void
}) {
  const t = useTexts(vi, en)
  const thisYear = new Date().getFullYear()
  const years = [
    ...new Set([data.year, ...Array.from({ length: formerYears }, (_, less) => thisYear - less)]),
  ].toSorted((a, b) => b - a)
  const yearField = (
    <SelectField
      label={t.year}
      value={String(data.year)}
      onChange={onYear}
      options={years.map((one) => ({ value: String(one), label: String(one) }))}
    />
  )
  if (placesOf(data).length === 0)
    return (
      <>
        <div className="row register-filter">{yearField}</div>
        <EmptyState title={t.noneOfYear(data.year)} detail={t.noneDetail} />
      </>
    )
  const View = {
    periods: Periods,
    ranking: Ranking,
    charts: Charts,
    map: UnitMapView,
    compare: Compare,
  }[view]
  // Places chosen are those of one year's days.
  return <View key={data.year} data={data} yearField={yearField} />
}

interface ViewProps {
  data: Data
  yearField: ReactNode
}

function Periods({ data, yearField }: ViewProps) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const [shows, setShows] = useState<Shows>('value')
  const places = placesOf(data)
  const inYear = (unit: Data['units'][number]) => ({
    ...{ unit, name: unit.body.name },
    cells: unit.cells.filter((_, at) => places.includes(at)),
  })
  const rows = byStates(data.units.map(inYear)).map(({ unit }) => unit)
  const sheet = periodsSheet(data, shows, rows, { t, language })
  return (
    <>
      <div className="row register-filter">
        {yearField}
        <SelectField
          label={t.show}
          value={shows}
          onChange={setShows}
          options={(['value', 'share', 'ofTarget'] as const).map((value) => ({
            value,
            label: t.shows[value],
          }))}
        />
        <CopySheet sheet={sheet} t={t} />
      </div>
      <p className="print-line">{sheet.note}</p>
      <SheetTable sheet={sheet} />
      <Rule />
    </>
  )
}

function Ranking({ data, yearField }: ViewProps) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const [place, setPlace] = useEnd(data)
  const found = rankingSheet(data, place, { t, language })
  return (
    <>
      <div className="row register-filter">
        {yearField}
        <EndField data={data} label={t.period} value={place} onChange={setPlace} />
        {found && <CopySheet sheet={found.sheet} t={t} />}
      </div>
      {found ? (
        <>
          <p className="print-line">{found.sheet.note}</p>
          <p className="muted">{t.rankedBy[found.by]}</p>
          <SheetTable sheet={found.sheet} />
        </>
      ) : (
        <EmptyState title={t.noRanking} />
      )}
      <Rule />
    </>
  )
}

const across = 6

function Charts({ data, yearField }: ViewProps) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const { units, options } = useMemo(() => multiplesOf(data, { t, language }), [data, t, language])
  const svg = useMemo(() => multiplesSvg(units, { ...options, across }), [units, options])
  const sheet = periodsSheet(data, 'value', data.units, { t, language })
  return (
    <>
      <div className="row register-filter">
        {yearField}
        <CopySheet
          sheet={sheet}
          svg={() => multiplesSvg(units, { ...options, across, palette: paperPalette })}
          t={t}
        />
      </div>
      <p className="muted">{t.chartsLegend}</p>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own drawing; every text in it is escaped */}
      <div className="trend unit-charts" dangerouslySetInnerHTML={{ __html: svg }} />
    </>
  )
}

function Compare({ data, yearField }: ViewProps) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const newest = placesOf(data).at(-1) ?? 0
  const day = data.ends[newest] ?? ''
  const former = day ? data.ends.indexOf(yearsBefore({ from: day, to: day }, 1).to) : -1
  const [chosen, setChosen] = useState<{ first?: number; second?: number }>({})
  const first = chosen.first ?? (former >= 0 ? former : Math.max(0, newest - 1))
  const second = chosen.second ?? newest
  const sheet = compareSheet(data, first, second, { t, language })
  return (
    <>
      <div className="row register-filter">
        {yearField}
        <EndField
          data={data}
          label={t.first}
          value={first}
          onChange={(place) => setChosen({ ...chosen, first: place })}
        />
        <EndField
          data={data}
          label={t.second}
          value={second}
          onChange={(place) => setChosen({ ...chosen, second: place })}
        />
        <CopySheet sheet={sheet} t={t} />
      </div>
      <p className="print-line">{sheet.note}</p>
      <p className="muted">{t.changeRule}</p>
      <SheetTable sheet={sheet} />
      <Rule />
    </>
  )
}
