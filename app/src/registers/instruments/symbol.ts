// Rules of instruments' numbers: how one is read however it is typed, and when two stand for one instrument.
import { type InstrumentKind, kindCodes, kindWords, type Side } from './kinds.ts'

/** A number as it was read. */
export interface SymbolRead {
  /** The same for all ways to write it: `1 NQ TU` for `01-NQ/TU`, `01/NQ-TU`, `số 1 – NQ / TU`, `NQ số 01-NQ/TU`. */
  key: string
  /** As it is written officially: `01-NQ/TU`, `15/2022/NQ-HĐND`; the number alone where only that is known. */
  written: string
  /** Only a number, `số 01`: it may be any instrument of its kind that has it. */
  bare: boolean
  /** The kinds it can be: one where its abbreviation says so, two for QĐ of the Party, none where nothing says. */
  kinds: readonly InstrumentKind[]
  /** Whose it is by the symbol of the body that issued it; null where that does not say. */
  side: Side | null
  /** What the number runs through: a term (Party), a year (State), or nothing, since it carries its year. */
  runs: 'term' | 'year' | 'once'
}

/** Without diacritics, in capitals: `QĐ` and a `QD` typed on a foreign keyboard are one. */
const plainCode = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'D').toUpperCase()

const dashes = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g

/** Whether a body symbol is one of the Party's (domain of numbers: HD 36, HD 05). */
const ofParty = (body: string): boolean =>
  /(?:TW|TU|DU)$/.test(body) || /^(?:BCSD|DD|DUK|HU|CB|DB)$/.test(body)

const ofCentral = (body: string): boolean =>
  /TW$/.test(body) ||
  /^(QH\d*|UBTVQH\d*|CTN|CP|TTG|VPCP|VPCTN|VPQH|TANDTC|VKSNDTC|KTNN|TTCP|NHNN)$/.test(body) ||
  /^B(NV|TC|CA|QP|NG|TP|CT|XD|YT|GDDT|KHCN|NNMT|VHTTDL|DTTG|KHDT|GTVT|TTTT|LDTBXH|TNMT|NNPTNT)$/.test(
    body,
  )

const ofProvince = (body: string): boolean =>
  /(TU|DU)$/.test(body) || /^(HDND|UBND|VP|VPUBND)$/.test(body)

/** A number of an instrument in a text; null where there is none in it. */
export function readSymbol(text: string): SymbolRead | null {
  const flat = text.normalize('NFC').replace(dashes, '-').replace(/\s+/g, ' ').trim()
  const cut = cutSymbol(flat)
  if (!cut) return null
  const { number, parts } = cut
  const year = /^(19|20|21)\d\d$/.test(parts[0] ?? '') ? (parts.shift() ?? null) : null
  // `05/3/2023` is a day, `110/128` a share.
  if (parts.length > 0 && !/\p{L}/u.test(parts[0] ?? '')) return null
  const codes = parts.map(plainCode)
  const [first = '', ...rest] = codes
  // A letter has no abbreviation of its kind: `12/UBND-VX` begins with who issued it.
  const known = first === 'QD' || first in kindCodes
  const body = known ? (rest[0] ?? '') : first
  const party = body !== '' && ofParty(body)
  const kinds: readonly InstrumentKind[] =
    first === 'QD'
      ? party || body === ''
        ? ['decision', 'regulation']
        : ['decision']
      : first in kindCodes
        ? [kindCodes[first] as InstrumentKind]
        : []
  const key = [number, year, ...codes.map((code) => (/^Q(DI|YD)$/.test(code) ? 'QD' : code))]
    .filter(Boolean)
    .join(' ')
  return {
    key,
    written: writtenAs(number, year, parts, party, known),
    bare: codes.length === 0,
    kinds,
    side: ofCentral(body) ? 'central' : ofProvince(body) ? 'own' : null,
    runs: year !== null ? 'once' : party ? 'term' : 'year',
  }
}

/** The first number that no letter stands before, with the pieces that dashes, slashes and points join to it. */
function cutSymbol(text: string): { number: string; parts: string[] } | null {
  const first = [...text.matchAll(/\d+/g)].find(
    ({ index, 0: digits }) => digits.length <= 5 && !/\p{L}/u.test(text[index - 1] ?? ''),
  )
  if (!first) return null
  const parts: string[] = []
  const piece = / ?[-/.] ?([\p{L}\d]+)/uy
  piece.lastIndex = first.index + first[0].length
  for (let match = piece.exec(text); match; match = piece.exec(text)) parts.push(match[1] ?? '')
  return { number: String(Number(first[0])), parts }
}

function writtenAs(
  number: string,
  year: string | null,
  parts: readonly string[],
  party: boolean,
  known: boolean,
): string {
  const digits = number.padStart(2, '0')
  if (parts.length === 0) return year ? `${digits}/${year}` : digits
  const letters = parts.map((part) =>
    /^\p{Ll}+$/u.test(part) ? part.toLocaleUpperCase('vi') : part,
  )
  const [kind = '', ...rest] = letters
  if (party && known) return `${digits}-${kind}/${rest.join('-')}`
  return [digits, year, [kind, ...rest].join('-')].filter(Boolean).join('/')
}

/**
 * The kinds that a citation can be by the words it begins with and its number. A word that is written out says which;
 * of `QĐ` alone nobody knows, so two are left.
 */
export function kindsOf(
  quote: string,
  type: string,
  symbol: string | null,
): readonly InstrumentKind[] {
  const said = quote.normalize('NFC').trim().toLocaleLowerCase('vi')
  const named = Object.keys(kindWords)
    .filter((word) => said.startsWith(word))
    .toSorted((a, b) => b.length - a.length)[0]
  const byNumber = readSymbol(symbol ?? quote)?.kinds ?? []
  if (named) return [kindWords[named] as InstrumentKind]
  if (/^q[đd]i?(?![\p{L}])/u.test(said)) {
    return byNumber.length > 0 ? byNumber : ['decision', 'regulation']
  }
  if (byNumber.length > 0) return byNumber
  const byType = kindWords[type]
  return byType ? [byType] : []
}

/** What tells one instrument from another. */
export interface Identity {
  /** Null: not known yet. */
  kind: InstrumentKind | null
  key: string | null
  issuedOn: string | null
  term: string | null
}

/**
 * Whether two stand for one instrument: `same` by number and day, by number and term, or by a number that carries its
 * year; `maybe` where only a person can tell; `other` where the number, the kind, the term or the year differs.
 * Party numbers run through a term, those of the State through a calendar year.
 */
export function sameness(one: Identity, other: Identity): 'same' | 'maybe' | 'other' {
  const left = one.key === null ? null : readSymbol(keyText(one.key))
  const right = other.key === null ? null : readSymbol(keyText(other.key))
  if (!left || !right) return 'other'
  if (left.bare || right.bare) {
    const numbers = [left, right].map(({ key }) => key.split(' ')[0])
    if (numbers[0] !== numbers[1] || kindsApart(one.kind, other.kind)) return 'other'
    return apart(one, other, left.bare ? right.runs : left.runs) ? 'other' : 'maybe'
  }
  if (left.key !== right.key || kindsApart(one.kind, other.kind)) return 'other'
  if (apart(one, other, left.runs)) return 'other'
  if (one.kind === null || other.kind === null || one.kind !== other.kind) return 'maybe'
  const sameDay = one.issuedOn !== null && one.issuedOn === other.issuedOn
  const sameTerm = one.term !== null && one.term === other.term
  return sameDay || sameTerm || left.runs === 'once' ? 'same' : 'maybe'
}

/** A key as a number again: the separators do not matter. */
const keyText = (key: string): string => key.split(' ').join('/')

/** Decision and regulation share QĐ, and people take one for the other: that is for a person to say. */
function kindsApart(one: InstrumentKind | null, other: InstrumentKind | null): boolean {
  if (one === null || other === null || one === other) return false
  const shared: readonly InstrumentKind[] = ['decision', 'regulation']
  return !(shared.includes(one) && shared.includes(other))
}

/** Whether their numbers come from different runs. */
function apart(one: Identity, other: Identity, runs: SymbolRead['runs']): boolean {
  if (runs === 'term') return one.term !== null && other.term !== null && one.term !== other.term
  if (runs === 'once') return false
  return (
    one.issuedOn !== null &&
    other.issuedOn !== null &&
    one.issuedOn.slice(0, 4) !== other.issuedOn.slice(0, 4)
  )
}

/** A term as it is compared: `2025 – 2030` → `2025-2030`. What is not two years stays as it was written. */
export const plainTerm = (term: string): string => {
  const written = term.normalize('NFC')
  const years = written
    .replace(dashes, '-')
    .split(/[-/]/)
    .map((part) => part.trim())
  return years.length === 2 && years.every((year) => /^\d{4}$/.test(year))
    ? years.join('-')
    : written
}
