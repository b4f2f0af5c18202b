// The figures of all units for one period in one table, for the office: typed and pasted with the keyboard alone.
import '../../web/ui/register.css'
import './reporting.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, useRef, useState } from 'react'
import { Link } from 'wouter'
import { request } from '../../web/api.ts'
import { formatNumber } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { useSession } from '../../web/session.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { EmptyState, ErrorPanel, Notice } from '../../web/ui/States.tsx'
import { Status } from '../../web/ui/Status.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import { reportDraftOn } from '../sitting/drafts.ts'
import { type Column, cellAt, columnsOf, isToLookAt, pastedBlock, type UnitRow } from './bulk.ts'
import type { reportingRoutes, SlotView } from './contract.ts'
import {
  begunOn,
  carriedOver,
  cellKey,
  changesOf,
  type Entry,
  isOpen,
  isWaiting,
  sentOf,
  type Typing,
  typedInto,
} from './grid.ts'
import { en, vi } from './office-texts.ts'
import { GridRow } from './ReportGrid.tsx'
import { stateTones } from './ReportList.tsx'
import { en as synthesisEn, vi as synthesisVi } from './synthesis-texts.ts'
import { en as reportsEn, vi as reportsVi } from './texts.ts'
import { formatPlain } from './typed.ts'
import { unitInWords } from './unit-words.ts'
import { PeriodFields, useChosenPeriod } from './useChosenPeriod.tsx'

export function BulkGrid() {
  const t = useTexts(vi, en).grid
  const s = useTexts(synthesisVi, synthesisEn)
  const r = useTexts(reportsVi, reportsEn)
  const chosen = useChosenPeriod()
  const { data, error, refetch, regime, to } = chosen
  return (
    <div className="page bulk-page">
      <PageHead title={t.title} intro={t.intro} actions={<Link href="/reports">{r.slots}</Link>} />
      {error ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : (
        <>
          <div className="row register-filter">
            <PeriodFields chosen={chosen} />
          </div>
          {regime && to ? (
            <Period key={`${regime} ${to}`} regime={regime} to={to} />
          ) : (
            <EmptyState title={data.slots.length === 0 ? s.noRegimes : s.noPeriods} />
          )}
        </>
      )}
    </div>
  )
}

function Period(query: { regime: string; to: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['reports', 'grid', query],
    queryFn: ({ signal }) =>
      request<typeof reportingRoutes.grid>('get', '/api/report-grid', { query, signal }),
  })
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return <Table slots={data.slots} />
}

interface Draft {
  body: string
  entries: Typing['entries']
  cells: Typing['cells']
}

/** What is typed over each report; kept in the tab as on the report's own page, whose draft it is. */
function useTypings(slots: readonly SlotView[]) {
  const { language } = useLanguage()
  const account = useSession().session.account?.id ?? ''
  const shown = (value: number) => formatPlain(value, language)
  const draftOf = (slot: SlotView) => reportDraftOn<Draft>(sessionStorage, account, slot.id)
  const [typings, setTypings] = useState(
    () =>
      new Map(
        slots.map((slot): [string, Typing] => {
          const kept = slot.can.enter ? draftOf(slot).read() : null
          const typing = kept && carriedOver({ version: kept.version, ...kept.given }, slot, shown)
          return [slot.id, typing ?? begunOn(slot, shown)]
        }),
      ),
  )
  const rows = slots.map((slot): UnitRow => {
    const typing = typings.get(slot.id)
    return {
      slot,
      // Something was done to it elsewhere: shown as it is now, under what is typed here.
      typing: !typing
        ? begunOn(slot, shown)
        : typing.version >= slot.version
          ? typing
          : carriedOver(typing, slot, shown),
    }
  })
  // What is typed while a report is being saved is not in what was drawn when that began.
  const latest = useRef(typings)
  const put = (changed: ReadonlyMap<string, Typing>) => {
    latest.current = new Map([...latest.current, ...changed])
    setTypings(latest.current)
    for (const { slot } of rows) {
      const typing = changed.get(slot.id)
      if (!typing) continue
      const { version, cells, entries } = typing
      if (isWaiting(typing))
        draftOf(slot).keep({ version, given: { body: slot.regime.name, entries, cells } })
      else draftOf(slot).drop()
    }
  }
  return { rows, put, shown, latest }
}

function Table({ slots }: { slots: readonly SlotView[] }) {
  const t = useTexts(vi, en).grid
  const r = useTexts(reportsVi, reportsEn)
  const { language } = useLanguage()
  const client = useQueryClient()
  const toast = useToast()
  const table = useRef<HTMLTableElement>(null)
  const { rows, put, shown, latest } = useTypings(slots)
  const [at, setAt] = useState<{ row: number; column: number } | null>(null)
  const [said, setSaid] = useState('')
  const [saving, setSaving] = useState(false)
  const columns = columnsOf(slots)
  const waiting = rows.reduce((sum, { typing }) => sum + changesOf(typing).length, 0)
  const toLookAt = rows.reduce(
    (sum, { slot, typing }) =>
      sum +
      slot.cells.filter((cell) => {
        const entry = typing.entries[cellKey(cell)]
        return entry !== undefined && isOpen(slot, cell) && isToLookAt(cell, entry)
      }).length,
    0,
  )
  const set = ({ slot, typing }: UnitRow, key: string, entry: Entry) => {
    setSaid('')
    put(new Map([[slot.id, { ...typing, entries: { ...typing.entries, [key]: entry } }]]))
  }
  /** What is typed there at this moment, over the report as it was drawn last. */
  const typingOf = (slot: SlotView, drawn: Typing): Typing => {
    const typing = latest.current.get(slot.id)
    return typing && typing.version >= drawn.version ? typing : drawn
  }
  const save = async () => {
    setSaving(true)
    const failed: string[] = []
    let kept = 0
    // One after the other: each report is a change of its own, with its own record.
    for (const { slot, typing: drawn } of rows) {
      const typing = typingOf(slot, drawn)
      const values = changesOf(typing)
      if (values.length === 0) continue
      try {
        const answer = await request<typeof reportingRoutes.enter>(
          'put',
          '/api/report-slots/{id}/values',
          { params: { id: slot.id }, version: typing.version, body: { values } },
        )
        kept += values.length
        const now = sentOf(latest.current.get(slot.id) ?? typing, values)
        put(new Map([[slot.id, carriedOver(now, answer.slot, shown)]]))
      } catch {
        failed.push(slot.body.name)
      }
    }
    await client.invalidateQueries({ queryKey: ['reports'] })
    if (kept > 0) toast.show({ text: t.kept(kept), tone: 'good' })
    setSaid(failed.length > 0 ? t.failed(failed.join('; ')) : '')
    setSaving(false)
  }
  const move = (event: KeyboardEvent<HTMLInputElement>, down: number, right: number) => {
    const { row = '0', column = '0' } = event.currentTarget.dataset
    // Over closed cells and to the next open one.
    for (let step = 1; step <= Math.max(rows.length, columns.length); step++) {
      const next = `[data-row="${Number(row) + down * step}"][data-column="${Number(column) + right * step}"]`
      const field = table.current?.querySelector<HTMLInputElement>(next)
      if (!field) continue
      event.preventDefault()
      field.focus()
      field.select()
      return
    }
  }
  const chosen = at && rows[at.row]
  const chosenColumn = at && columns[at.column]
  const cell = chosen && chosenColumn && cellAt(chosen.slot, chosenColumn)
  const entry = cell && chosen?.typing.entries[cellKey(cell)]
  const words = (column: Column) => (language === 'en' ? column.nameEn : column.nameVi)
  return (
    <>
      <p className="muted on-screen">{t.help}</p>
      {said && (
        <Notice tone="warn" alert>
          {said}
        </Notice>
      )}
      <div className="table-frame bulk-frame">
        <table className="table cards bulk-grid" ref={table} aria-label={t.title}>
          <thead>
            <tr>
              <th scope="col">{t.unit}</th>
              {columns.map((column) => (
                <th scope="col" key={cellKey(column)}>
                  {words(column)}
                  <span className="source-note muted">
                    {r.measures[column.measure]}, {unitInWords(column, language)}
                  </span>
                </th>
              ))}
              <th scope="col">{t.state}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, down) => (
              <tr key={row.slot.id}>
                <th scope="row">
                  <Link href={`/reports/${row.slot.id}`}>{row.slot.body.name}</Link>
                </th>
                {columns.map((column, right) => {
                  const one = cellAt(row.slot, column)
                  const typed = one && row.typing.entries[cellKey(one)]
                  if (!one || !typed) return <td key={cellKey(column)} />
                  const label = `${words(column)}, ${r.measures[column.measure]} (${unitInWords(column, language)})`
                  const look = isOpen(row.slot, one) && isToLookAt(one, typed)
                  return (
                    <td key={cellKey(column)} className="report-number" data-label={label}>
                      {isOpen(row.slot, one) ? (
                        <input
                          className="input figure"
                          aria-label={`${row.slot.body.name}: ${words(column)}, ${r.measures[column.measure]}`}
                          aria-invalid={typed.value === undefined || undefined}
                          data-row={down}
                          data-column={right}
                          inputMode="decimal"
                          autoComplete="off"
                          placeholder={typed.missing ? r.missingReasons[typed.missing] : undefined}
                          value={typed.text}
                          onFocus={() => setAt({ row: down, column: right })}
                          onChange={(event) =>
                            set(row, cellKey(one), typedInto(typed, event.target.value))
                          }
                          onPaste={(event) => {
                            const text = event.clipboardData.getData('text/plain')
                            const place = { row: down, column: right }
                            const pasted = pastedBlock(rows, columns, place, text)
                            if (!pasted) return
                            event.preventDefault()
                            put(pasted.typings)
                            setSaid(pasted.over > 0 ? t.over(pasted.over) : '')
                          }}
                          onKeyDown={(event) => {
                            const { selectionStart, selectionEnd, value } = event.currentTarget
                            const all = selectionStart === 0 && selectionEnd === value.length
                            const last = all || selectionStart === value.length
                            const first = all || selectionEnd === 0
                            if (event.key === 'Enter' || event.key === 'ArrowDown')
                              move(event, 1, 0)
                            else if (event.key === 'ArrowUp') move(event, -1, 0)
                            else if (event.key === 'ArrowRight' && last) move(event, 0, 1)
                            else if (event.key === 'ArrowLeft' && first) move(event, 0, -1)
                          }}
                        />
                      ) : one.missingReason ? (
                        r.missingReasons[one.missingReason]
                      ) : one.value === null ? (
                        '—'
                      ) : (
                        formatNumber(one.value, language, 6)
                      )}
                      {look && <span className="report-check">▲</span>}
                    </td>
                  )
                })}
                <td>
                  <Status tone={stateTones[row.slot.state]}>{r.states[row.slot.state]}</Status>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="on-screen">
        <p className="row report-actions" role="status">
          <Button look="primary" disabled={waiting === 0 || saving} onClick={() => void save()}>
            {waiting === 0 ? t.nothing : t.keep(waiting)}
          </Button>
          <span className="muted">
            {t.left(toLookAt)} {waiting > 0 && t.unsaved(waiting)}
          </span>
        </p>
        {chosen && cell && entry ? (
          <section className="register-section">
            <h2>
              {t.cell}: {chosen.slot.body.name}
            </h2>
            <GridRow
              slot={chosen.slot}
              cell={cell}
              entry={entry}
              onChange={(next) => set(chosen, cellKey(cell), next)}
            />
          </section>
        ) : (
          <p className="muted">{t.noCell}</p>
        )}
      </div>
    </>
  )
}
