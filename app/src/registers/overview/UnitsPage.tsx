// Units by indicators at the end of a period: who lags, in what.
import '../../web/ui/register.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { CopySheet, SheetTable } from '../../web/charts/SheetTable.tsx'
import { formatDate } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { ButtonLink } from '../../web/ui/Button.tsx'
import { SelectField } from '../../web/ui/Field.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { EmptyState, ErrorPanel } from '../../web/ui/States.tsx'
import { YearLink } from '../indicators/YearLink.tsx'
import { Rule } from './Rule.tsx'
import { mapSheet, type Shows } from './series.ts'
import { byStates } from './units.ts'
import type { UnitMap, unitRoutes } from './units-contract.ts'
import { en, vi } from './units-texts.ts'
import { useChoice } from './useChoice.ts'

export function UnitsPage() {
  const t = useTexts(vi, en)
  const [parameters, choose] = useChoice()
  const to = parameters.get('to') ?? undefined
  const offset = parameters.get('offset') ?? undefined
  const { data, error, refetch } = useQuery({
    queryKey: ['overview', 'units', to, offset],
    queryFn: ({ signal }) =>
      request<typeof unitRoutes.map>('get', '/api/overview/units', {
        query: { to, offset },
        signal,
      }),
    placeholderData: (former) => former,
  })
  return (
    <div className="page sheet-paper">
      <PageHead
        title={t.title}
        intro={t.intro}
        actions={
          <>
            {data?.mayExport && data.to && <YearLink year={Number(data.to.slice(0, 4))} />}
            <ButtonLink to="/reports">{t.toReports}</ButtonLink>
          </>
        }
      />
      {error ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : data.to === null ? (
        <EmptyState title={t.none} detail={t.noneDetail} />
      ) : (
        <UnitTable data={data} to={data.to} choose={choose} />
      )}
    </div>
  )
}

const size = 12
const formerYears = 3

interface UnitTableProps {
  data: UnitMap
  to: string
  choose: (name: string, value: string) => void
}

function UnitTable({ data, to, choose }: UnitTableProps) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const [shows, setShows] = useState<Shows>('value')
  const [sort, setSort] = useState<keyof typeof t.sorts>('state')
  const rows =
    sort === 'name'
      ? data.units
      : byStates(data.units.map((unit) => ({ ...unit, name: unit.body.name })))
  const sheet = mapSheet(data, shows, rows, { t, language })
  const thisYear = new Date().getFullYear()
  const year = Number(to.slice(0, 4))
  const years = Array.from({ length: formerYears + 1 }, (_, less) => thisYear - less).filter(
    (one) => one !== year,
  )
  return (
    <>
      <div className="row register-filter">
        <SelectField
          label={t.period}
          value={to}
          onChange={(value) => choose('to', value)}
          options={[
            // Of other indicators than these something may end on a later day.
            ...[...new Set([...data.ends, to])]
              .toSorted()
              .toReversed()
              .map((value) => ({ value, label: t.until(formatDate(value)) })),
            ...years.map((one) => ({ value: `${one}-12-31`, label: t.wholeYear(one) })),
          ]}
        />
        <SelectField
          label={t.show}
          value={shows}
          onChange={setShows}
          options={(['value', 'share', 'ofTarget'] as const).map((value) => ({
            value,
            label: t.shows[value],
          }))}
        />
        <SelectField
          label={t.sort}
          value={sort}
          onChange={setSort}
          options={(['state', 'name'] as const).map((value) => ({ value, label: t.sorts[value] }))}
        />
        {data.count > size && (
          <SelectField
            label={t.columns}
            value={String(data.offset)}
            onChange={(value) => choose('offset', value)}
            options={Array.from({ length: Math.ceil(data.count / size) }, (_, page) => ({
              value: String(page * size),
              label: t.columnsRange(
                page * size + 1,
                Math.min((page + 1) * size, data.count),
                data.count,
              ),
            }))}
          />
        )}
        <CopySheet sheet={sheet} t={t} />
      </div>
      <p className="print-line">{sheet.note}</p>
      <SheetTable sheet={sheet} />
      <Rule />
    </>
  )
}
