// The figures of a report as one table: typed and pasted with the keyboard alone, checked while one types.
import { type KeyboardEvent, useRef, useState } from 'react'
import { formatNumber } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Notice } from '../../web/ui/States.tsx'
import { type Check, checksOf } from './checks.ts'
import type { SlotCell, SlotView } from './contract.ts'
import {
  cellKey,
  type Entries,
  type Entry,
  entryOf,
  isMissing,
  isOpen,
  pastedFrom,
  type Said,
  typedInto,
} from './grid.ts'
import { en as gridEn, vi as gridVi } from './grid-texts.ts'
import { missingReasons } from './regime.ts'
import { StatedBeside } from './StatedBeside.tsx'
import { en, vi } from './texts.ts'
import { formatPlain, readTyped } from './typed.ts'
import { unitInWords } from './unit-words.ts'

interface GridProps {
  slot: SlotView
  entries: Entries
  onChange: (entries: Entries) => void
}

/** What of a cell is to be explained. */
export const standsOut = (cell: SlotCell, entry: Entry | undefined): Check[] =>
  entry?.value == null ? [] : checksOf(entry.value, cell)

/** How many cells are still empty, unread, or to be explained. */
export const leftIn = (slot: SlotView, entries: Entries): number =>
  slot.cells.filter((cell) => {
    const entry = entries[cellKey(cell)]
    if (!entry || entry.value === undefined || entry.theirs) return true
    if (entry.value === null) return entry.missing === null
    return standsOut(cell, entry).length > 0 && entry.explanation.trim() === ''
  }).length

export function ReportGrid({ slot, entries, onChange }: GridProps) {
  const t = useTexts(vi, en)
  const g = useTexts(gridVi, gridEn)
  const table = useRef<HTMLTableElement>(null)
  const open = (cell: SlotCell) => isOpen(slot, cell)
  const [said, setSaid] = useState('')
  const change = (next: Entries) => {
    setSaid('')
    onChange(next)
  }
  const go = (event: KeyboardEvent<HTMLInputElement>, by: number) => {
    const fields = [...(table.current?.querySelectorAll<HTMLInputElement>('input.figure') ?? [])]
    const next = fields[fields.indexOf(event.currentTarget) + by]
    if (!next) return
    event.preventDefault()
    next.focus()
    next.select()
  }
  return (
    <>
      {said && (
        <Notice tone="warn" alert>
          {said}
        </Notice>
      )}
      <div className="table-frame">
        <table className="table cards report-grid" ref={table} aria-label={t.grid}>
          <Heads />
          <tbody>
            {slot.cells.map((cell) => {
              const key = cellKey(cell)
              const entry = entries[key]
              if (!entry) return null
              return (
                <Row
                  key={key}
                  cell={cell}
                  entry={entry}
                  open={open(cell)}
                  onMove={go}
                  onChange={(next) => change({ ...entries, [key]: next })}
                  onPaste={(text) => {
                    const pasted = pastedFrom(entries, slot, key, text)
                    if (pasted?.is === 'taken') {
                      onChange(pasted.entries)
                      setSaid(pasted.over > 0 ? g.pastedOver(pasted.over) : '')
                    } else setSaid(pasted ? g.pastedColumns : '')
                    return pasted !== null
                  }}
                />
              )
            })}
          </tbody>
        </table>
      </div>
    </>
  )
}

interface OneProps {
  slot: SlotView
  cell: SlotCell
  entry: Entry
  onChange: (entry: Entry) => void
}

/** One figure of a report as a table of its own, with all that stands beside it. */
export function GridRow({ slot, cell, entry, onChange }: OneProps) {
  const t = useTexts(vi, en)
  return (
    <div className="table-frame">
      <table className="table cards report-grid" aria-label={t.grid}>
        <Heads />
        <tbody>
          <Row
            key={`${slot.id} ${cellKey(cell)}`}
            cell={cell}
            entry={entry}
            open={isOpen(slot, cell)}
            onMove={() => {}}
            onChange={onChange}
            onPaste={() => false}
          />
        </tbody>
      </table>
    </div>
  )
}

function Heads() {
  const t = useTexts(vi, en)
  return (
    <thead>
      <tr>
        <th scope="col">{t.indicator}</th>
        <th scope="col" className="report-number">
          {t.last}
        </th>
        <th scope="col" className="report-number">
          {t.same}
        </th>
        <th scope="col">{t.value}</th>
        <th scope="col">{t.explanation}</th>
      </tr>
    </thead>
  )
}

interface RowProps {
  cell: SlotCell
  entry: Entry
  open: boolean
  onMove: (event: KeyboardEvent<HTMLInputElement>, by: number) => void
  onChange: (entry: Entry) => void
  onPaste: (text: string) => boolean
}

function Row({ cell, entry, open, onMove, onChange, onPaste }: RowProps) {
  const t = useTexts(vi, en)
  const g = useTexts(gridVi, gridEn)
  const { language } = useLanguage()
  const [explaining, setExplaining] = useState(false)
  const number = (value: number | null) => (value === null ? '—' : formatNumber(value, language, 6))
  /** What was worked out is not known to more than that. */
  const about = (value: number) => formatNumber(value, language, 2)
  const name = language === 'en' ? cell.nameEn : cell.nameVi
  const found = standsOut(cell, entry)
  const typed = readTyped(entry.text)
  const asks = entry.value === undefined && typed.is === 'either' ? typed : null
  const wrong = entry.value === undefined
  return (
    <tr>
      <th scope="row">
        {name}
        <span className="source-note muted">
          {t.measures[cell.measure]}, {unitInWords(cell, language)}
        </span>
        {cell.returnedReason && (
          <span className="source-note report-returned">{t.returnedHere(cell.returnedReason)}</span>
        )}
      </th>
      <td data-label={t.last} className="report-number">
        {number(cell.last)}
      </td>
      <td data-label={t.same} className="report-number">
        {number(cell.same)}
      </td>
      <td data-label={t.value}>
        {open ? (
          <>
            <input
              className="input figure"
              aria-label={`${name}, ${t.measures[cell.measure]}`}
              aria-invalid={wrong || undefined}
              inputMode="decimal"
              autoComplete="off"
              value={entry.text}
              onChange={(event) => onChange(typedInto(entry, event.target.value))}
              onPaste={(event) => {
                if (onPaste(event.clipboardData.getData('text/plain'))) event.preventDefault()
              }}
              onKeyDown={(event) => {
                const { selectionStart, selectionEnd, value } = event.currentTarget
                const all = selectionStart === 0 && selectionEnd === value.length
                if (event.key === 'Enter' || event.key === 'ArrowDown') onMove(event, 1)
                else if (event.key === 'ArrowUp') onMove(event, -1)
                else if (event.key === 'ArrowRight' && (all || selectionStart === value.length))
                  onMove(event, 1)
                else if (event.key === 'ArrowLeft' && (all || selectionEnd === 0)) onMove(event, -1)
              }}
            />
            {entry.theirs && <Both entry={entry} theirs={entry.theirs} onChange={onChange} />}
            {asks && (
              <span className="row report-asks" role="alert">
                {t.either(entry.text)}
                {[asks.thousands, asks.decimal].map((value) => {
                  const text = formatPlain(value, language)
                  return (
                    <Button key={value} small onClick={() => onChange({ ...entry, value, text })}>
                      {value === asks.decimal ? g.asDecimal(text) : text}
                    </Button>
                  )
                })}
              </span>
            )}
            {wrong && !asks && <span className="field-error">{t.unread}</span>}
            {entry.missing !== null && entry.text === '' ? (
              <select
                className="input"
                aria-label={`${t.missingReason}: ${name}`}
                value={entry.missing}
                onChange={({ target: { value } }) =>
                  onChange({ ...entry, missing: isMissing(value) ? value : null })
                }
              >
                <option value="">{t.hasFigure}</option>
                {missingReasons.map((one) => (
                  <option key={one} value={one}>
                    {t.missingReasons[one]}
                  </option>
                ))}
              </select>
            ) : (
              entry.text === '' && (
                <Button
                  small
                  look="plain"
                  aria-label={`${t.noFigure}: ${name}`}
                  onClick={() => onChange({ ...entry, missing: 'notYet' })}
                >
                  {t.noFigure}
                </Button>
              )
            )}
          </>
        ) : (
          <span className="report-number">
            {entry.missing ? t.missingReasons[entry.missing] : number(cell.value)}
          </span>
        )}
        <StatedBeside {...{ cell, entry, name }} onTake={open ? onChange : undefined} />
      </td>
      <td data-label={t.explanation}>
        {found.map((check) => (
          <span key={check} className="source-note report-check">
            ▲ {g.checks[check]}
          </span>
        ))}
        {found.includes('unusual') && cell.usual && (
          <span className="source-note muted">{g.usual(about(cell.usual.middle))}</span>
        )}
        {found.includes('limits') && (
          <span className="source-note muted">
            {g.limits(number(cell.limits.least), number(cell.limits.most))}
          </span>
        )}
        {cell.expected && (
          <span className="source-note muted">{t.expected(about(cell.expected.low))}</span>
        )}
        {!open ? (
          cell.explanation
        ) : found.length > 0 || entry.explanation !== '' || explaining ? (
          <textarea
            className="input"
            rows={2}
            maxLength={2000}
            aria-label={`${t.explanation}: ${name}`}
            value={entry.explanation}
            onChange={(event) => onChange({ ...entry, explanation: event.target.value })}
          />
        ) : (
          <Button
            small
            look="plain"
            aria-label={`${t.explain}: ${name}`}
            onClick={() => setExplaining(true)}
          >
            {t.explain}
          </Button>
        )}
      </td>
    </tr>
  )
}

interface BothProps {
  entry: Entry
  theirs: Said
  onChange: (entry: Entry) => void
}

/** What two people wrote into one cell, to choose from. */
function Both({ entry, theirs, onChange }: BothProps) {
  const t = useTexts(vi, en)
  const g = useTexts(gridVi, gridEn)
  const { language } = useLanguage()
  const shown = (value: number) => formatPlain(value, language)
  const words = ({ text, missing, explanation }: Entry) =>
    [text || (missing ? t.missingReasons[missing] : g.empty), explanation.trim()]
      .filter(Boolean)
      .join(', ')
  const other = entryOf(theirs, shown)
  return (
    <span className="row report-asks" role="alert">
      {g.both}
      <Button small onClick={() => onChange({ ...entry, theirs: null })}>
        {g.mine(words(entry))}
      </Button>
      <Button small onClick={() => onChange(other)}>
        {g.theirs(words(other))}
      </Button>
    </span>
  )
}
