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
}

const lineOf = ({ text, word }: SheetCell): string => [text, word].filter(Boolean).join(' · ')

/** Rows of cells apart by tabs, as a spreadsheet takes them; every status with its word. */
export function sheetText(sheet: Sheet): string {
  const rows = [
    [sheet.title],
    [sheet.note],
    sheet.heads.map(({ text }) => text),
    ...sheet.rows.map(({ name, cells }) => [name, ...cells.map(lineOf)]),
  ]
  return rows.map((cells) => cells.map(oneLine).join('\t')).join('\n')
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The same as a table of a document; status by word, which needs no colour. */
export function sheetHtml(sheet: Sheet): string {
  const cells = (tag: 'th' | 'td', texts: readonly string[]) =>
    texts.map((text) => `<${tag}>${escapeText(text)}</${tag}>`).join('')
  const heads = cells(
    'th',
    sheet.heads.map(({ text }) => text),
  )
  const rows = sheet.rows.map(
    ({ name, cells: those }) =>
      `<tr><th>${escapeText(name)}</th>${cells('td', those.map(lineOf))}</tr>`,
  )
  return `<p>${escapeText(sheet.title)}. ${escapeText(sheet.note)}</p><table border="1"><thead><tr>${heads}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}
