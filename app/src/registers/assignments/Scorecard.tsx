// The scorecard of bodies: the rate with the counts it is made of, sorted by any column. A body with too few tasks has
// no rate and stands behind those that have one, whichever way the rate is sorted.
import { useState } from 'react'
import type { Answer } from '../../web/api.ts'
import { formatNumber } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { CellLink } from './CellLink.tsx'
import type { assignmentRoutes, CountCell } from './contract.ts'
import { en, vi } from './count-texts.ts'
import type { Chosen } from './useChosen.tsx'

type BodyCount = Answer<typeof assignmentRoutes.count>['bodies'][number]

const columns = ['name', 'total', 'onTime', 'late', 'overdue', 'inTerm', 'share'] as const

type Column = (typeof columns)[number]

const cells: Partial<Record<Column, CountCell>> = {
  total: 'total',
  onTime: 'doneByDeadline',
  late: 'doneLate',
  overdue: 'openOverdue',
}

/** What has no word in the rate: in term, or without a deadline. */
const others = ({ count }: BodyCount): number =>
  count.total - count.doneByDeadline - count.doneLate - count.openOverdue

const numberOf = (body: BodyCount, column: Column): number => {
  const cell = cells[column]
  return cell ? body.count[cell] : column === 'inTerm' ? others(body) : (body.share ?? 0)
}

interface Sorting {
  column: Column
  down: boolean
}

/** Bodies in an order; those without a rate come last where it is the rate that counts. */
function sorted(bodies: readonly BodyCount[], { column, down }: Sorting): BodyCount[] {
  const names = (a: BodyCount, b: BodyCount) => (a.name ?? '').localeCompare(b.name ?? '', 'vi')
  return bodies.toSorted((a, b) => {
    const noBody = Number(a.id === null) - Number(b.id === null)
    if (noBody !== 0) return noBody
    if (column === 'name') return down ? names(b, a) : names(a, b)
    if (column === 'share' && (a.share === null || b.share === null)) {
      return Number(a.share === null) - Number(b.share === null) || names(a, b)
    }
    const by = numberOf(a, column) - numberOf(b, column)
    return (down ? -by : by) || names(a, b)
  })
}

export function Scorecard({ bodies, period }: { bodies: readonly BodyCount[]; period: Chosen }) {
  const t = useTexts(vi, en)
  const [sorting, setSorting] = useState<Sorting>({ column: 'overdue', down: true })
  const press = (column: Column) =>
    setSorting((now) => ({
      column,
      down: now.column === column ? !now.down : column !== 'name',
    }))
  return (
    <div className="table-frame">
      <table className="table cards scorecard">
        <thead>
          <tr>
            {columns.map((column) => {
              const on = sorting.column === column
              return (
                <th
                  key={column}
                  scope="col"
                  className={column === 'name' ? undefined : 'number'}
                  aria-sort={on ? (sorting.down ? 'descending' : 'ascending') : 'none'}
                >
                  <button type="button" className="sorter" onClick={() => press(column)}>
                    <span className="visually-hidden">{t.sortBy(t.column[column])}</span>
                    <span aria-hidden="true">
                      {t.column[column]}
                      {on && (sorting.down ? ' ↓' : ' ↑')}
                    </span>
                  </button>
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {sorted(bodies, sorting).map((body) => (
            <BodyRow key={body.id ?? ''} body={body} period={period} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function BodyRow({ body, period }: { body: BodyCount; period: Chosen }) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const { count, share } = body
  const name = body.name ?? t.noBody
  const chosen: Chosen = { ...period, lead: body.id ?? 'none' }
  const of = count.doneByDeadline + count.doneLate + count.openOverdue
  return (
    <tr>
      <th scope="row">{name}</th>
      {columns.slice(1, -1).map((column) => {
        const cell = cells[column]
        const words = t.column[column]
        return (
          <td key={column} className="number" data-label={words}>
            {cell ? (
              <CellLink cell={cell} count={count} chosen={chosen} of={`${name}, ${words}`} />
            ) : (
              formatNumber(others(body), language)
            )}
          </td>
        )
      })}
      <td className="number" data-label={t.column.share}>
        {share === null ? (
          <span className="muted">{body.id === null ? '–' : t.tooFew(of)}</span>
        ) : (
          t.shareOf(`${formatNumber(share * 100, language, 1)} %`, count.doneByDeadline, of)
        )}
      </td>
    </tr>
  )
}
