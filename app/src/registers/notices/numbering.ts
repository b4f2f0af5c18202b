// Numbers, dates and symbols as documents bear them; which rules a document follows.
import type { OrganisationKind } from '../../database/tables.ts'
import type { Layout, Regime } from './layout.ts'
import { party05From } from './layouts.ts'

/**
 * What is asked before a paper is issued: its number, symbol and body stand on another paper of the year; its
 * number leaves others out; its symbol begins a series that the body did not have; its date does not follow the
 * order of the numbers.
 */
export const issueQuestions = ['numberRepeats', 'numberGap', 'symbolNew', 'dateOutOfOrder'] as const
export type IssueQuestion = (typeof issueQuestions)[number]

const partyKinds: ReadonlySet<OrganisationKind> = new Set([
  'partyCommittee',
  'partyBody',
  'partyExecutive',
])

/** Whether a body's documents follow the Party's rules; all others follow the State's. */
export const isParty = (kind: OrganisationKind): boolean => partyKinds.has(kind)

/** The rules for a document of a body of this kind that bears this date, `YYYY-MM-DD`. */
export function regimeOf(kind: OrganisationKind, date: string): Regime {
  if (!isParty(kind)) return 'state30'
  return date < party05From ? 'party36' : 'party05'
}

const twoDigits = (value: number): string => (value < 10 ? `0${value}` : String(value))

/** A number below 10 has a zero before it; blank where there is none yet. */
export const numberWords = (number: number | null): string =>
  number === null ? '      ' : twoDigits(number)

/** `Số 120-TB/TU`, `Số: 07/TB-UBND`. */
export const numberLine = (
  layout: Layout,
  given: { number: number | null; type: string; symbol: string },
): string =>
  layout.words.number.value
    .replace('{n}', numberWords(given.number))
    .replace('{type}', given.type)
    .replace('{symbol}', given.symbol)

/** Numbers from 1 to `last` that are not used, in ranges: `02, 07–56`; empty for none. */
export function missingNumbers(used: readonly number[], last: number): string {
  const ranges: string[] = []
  let next = 1
  for (const number of [...new Set(used), last + 1].sort((a, b) => a - b)) {
    if (number > last + 1) break
    const to = number - 1
    if (to >= next) ranges.push(next === to ? twoDigits(to) : `${twoDigits(next)}–${twoDigits(to)}`)
    next = number + 1
  }
  return ranges.join(', ')
}

/** A number as others cite it: `120-TB/TU`, `07/TB-UBND`. */
export const citedNumber = (
  layout: Layout,
  given: { number: number; type: string; symbol: string },
): string => numberLine(layout, given).replace(/^Số:?\s*/, '')

/** `ngày 05 tháng 02 năm 2026`; `null`: with room to write day and month. A zero before days below 10 and months 1, 2. */
export function dateWords(date: string | null, year: string): string {
  if (date === null) return `ngày      tháng      năm ${year}`
  const [, month = 0, day = 0] = date.split('-').map(Number)
  return `ngày ${twoDigits(day)} tháng ${month < 3 ? twoDigits(month) : month} năm ${date.slice(0, 4)}`
}

/** A body as its letterhead and numbers show it. */
export interface Letterhead {
  /** The body above, in the first line; null for none. */
  above: string | null
  /** What stands in bold; a line break where the office breaks it. */
  issuer: string
  symbol: string
  /** In whose name is signed: `BAN THƯỜNG VỤ`, `CHỦ TỊCH`. */
  signsFor: string
  /** The Party committee in words for the filing line; the body itself for the State. */
  committee: string
}

export interface IssuingBody {
  kind: OrganisationKind
  name: string
  code: string | null
  /** Name of the body above it in its own tree, if known. */
  parent: string | null
  /** For a body inside a committee: the body above that committee, if known. */
  above?: string | null
  /** The province's name without its kind, which bodies named "Tỉnh ủy" or "Ủy ban nhân dân tỉnh" leave out. */
  place?: string | null
}

const committeeOf = (name: string): string => /^(Tỉnh ủy|Thành ủy|Đảng ủy)/.exec(name)?.[1] ?? name

const innerName = /^(Ban Thường vụ|Ban Chấp hành|Thường trực)\s+(.+)$/

/** Whether a body of the Party is one inside its committee, in whose name and symbol it writes. */
export const isInner = (name: string): boolean => innerName.test(name)

/** Letterhead, symbol and authority of a body by its kind and name (domain.md §1.5, §2.3): a proposal, to be edited. */
export function letterheadOf(body: IssuingBody): Letterhead {
  const { kind, name, code } = body
  const whole = (text: string) => placed(text, body.place ?? null)
  const parent = body.parent === null ? null : whole(body.parent)
  const inner = innerName.exec(name)
  if (isParty(kind)) {
    const committee = whole(inner ? (body.parent ?? inner[2] ?? name) : name)
    const provincial = /^(Tỉnh ủy|Thành ủy)/.test(committee)
    if (inner || kind !== 'partyBody') {
      const superior = inner ? (body.above ?? null) : body.parent
      return {
        above: provincial || superior === null ? null : membershipOf(whole(superior)),
        issuer: committee,
        symbol: provincial ? 'TU' : 'ĐU',
        signsFor: inner?.[1] ?? 'Ban Chấp hành',
        committee: committeeOf(committee),
      }
    }
    const plain = body.parent ? name.replace(body.parent, '').trim() : name
    return {
      above: parent,
      issuer: plain || name,
      symbol: code?.endsWith('TU') ? code : `${code ?? ''}TU`,
      signsFor: 'Ban Thường vụ',
      committee: committeeOf(parent ?? name),
    }
  }
  const people = /^(Ủy ban nhân dân|Hội đồng nhân dân)\s+(.+)$/.exec(whole(name))
  if (people) {
    const council = people[1] === 'Hội đồng nhân dân'
    return {
      above: null,
      issuer: `${people[1]}\n${people[2]}`,
      symbol: council ? 'HĐND' : 'UBND',
      signsFor: 'Chủ tịch',
      committee: name,
    }
  }
  const symbol = code ?? initials(name)
  return { above: parent, issuer: name, symbol, signsFor: headOf(name), committee: name }
}

/** A body's name with its place, where the registers leave it out: `Tỉnh ủy` → `Tỉnh ủy Sơn Hà`. */
const placed = (name: string, place: string | null): string =>
  place !== null && /(Tỉnh ủy|Thành ủy|\stỉnh|\sthành phố)$/.test(name) ? `${name} ${place}` : name

/** The Party organisation that a committee leads, as it stands above those under it: `Đảng bộ tỉnh Sơn Hà`. */
const membershipOf = (committee: string): string =>
  committee.replace(/^Tỉnh ủy\s+/, 'Đảng bộ tỉnh ').replace(/^Thành ủy\s+/, 'Đảng bộ thành phố ')

/** Who heads a body of the State, by what it is called. */
const headOf = (name: string): string =>
  /^Văn phòng\s/.test(name)
    ? 'Chánh Văn phòng'
    : /^Thanh tra\s/.test(name)
      ? 'Chánh Thanh tra'
      : /^Ban\s/.test(name)
        ? 'Trưởng Ban'
        : 'Giám đốc'

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word[0]?.toUpperCase() ?? '')
    .join('')
