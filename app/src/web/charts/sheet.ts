// What a screen of the overview shows as a table, and how it goes into other documents: as text for a spreadsheet,
// as a table for a word processor. Pure; everything in it is written as people read it.

import { escapeText } from './svg.ts'
import type { Tone } from './tone.ts'

export interface SheetCell {
  text: string
  /** How it stands; null for a cell that is no judgement. */
  tone: Tone | null
  /** The word of the tone. */
  word: string
  /** More of it, for who points at it. */
  title?: string
  href?: string | undefined
}

export interface SheetRow {
  name: string
  href?: string | undefined
  cells: readonly SheetCell[]
  /** A row about all others, which stands apart. */
  whole?: boolean
}

export interface Sheet {
  title: string
  /** What it is of: the period, the unit. */
  note: string
  /** Above the names, then above each cell. */
  heads: readonly { text: string; href?: string }[]
  rows: readonly SheetRow[]
  legend: readonly { tone: Tone; word: string }[]
  /** Above the words of how cells stand, where these have a column of their own. */
  stateHead: string
}

/**
 * The words of all cells, line by line. Where cells of a column say how they stand, the word has a column of its own
 * (headed `stateHead`), so that figures stay figures.
 */
function linesOf({ heads, rows, stateHead }: Sheet): string[][] {
  const judged = heads.slice(1).map((_, at) => rows.some(({ cells }) => cells[at]?.tone != null))
  const split = (at: number, text: string, word: string) =>
    judged[at] ? [text, word] : [[text, word].filter(Boolean).join(' · ')]
  return [
    [
      heads[0]?.text ?? '',
      ...heads.slice(1).flatMap(({ text }, at) => split(at, text, judged[at] ? stateHead : '')),
    ],
    ...rows.map(({ name, cells }) => [
      name,
      ...cells.flatMap(({ text, word }, at) => split(at, text, word)),
    ]),
  ]
}

/** Rows of cells apart by tabs, as a spreadsheet takes them; every status with its word. */
export function sheetText(sheet: Sheet): string {
  return [[sheet.title], [sheet.note], ...linesOf(sheet)]
    .map((cells) => cells.map(oneLine).join('\t'))
    .join('\n')
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The same as a table of a document; status by word, which needs no colour. */
export function sheetHtml(sheet: Sheet): string {
  const line = (cells: readonly string[], tag: 'th' | 'td') =>
    `<tr>${cells
      .map((text, at) => {
        const own = at === 0 ? 'th' : tag
        return `<${own}>${escapeText(text)}</${own}>`
      })
      .join('')}</tr>`
  const [heads = [], ...rows] = linesOf(sheet)
  const body = rows.map((cells) => line(cells, 'td')).join('')
  const about = `<p>${escapeText(sheet.title)}. ${escapeText(sheet.note)}</p>`
  return `${about}<table border="1"><thead>${line(heads, 'th')}</thead><tbody>${body}</tbody></table>`
}
