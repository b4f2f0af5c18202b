// What is known of every province before anybody types: the 34 of 2026 and the 63 before July 2025,
// their 3,321 units and what these were formed from, the bodies that all have. Shipped with the
// product; sources stand in the files. What the sources leave in doubt is marked unverified.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { plain } from '@giaoban/reader'
import type { OrganisationKind, Tree } from '../../database/tables.ts'

const folder = join(import.meta.dirname, 'reference')

/** The day the two-level government began: Resolution 202/2025/QH15, units by Decision 19/2025/QĐ-TTg. */
export const reformDay = '2025-07-01'
const dayBefore = '2025-06-30'
const resolution = 'Nghị quyết 202/2025/QH15'

/** A province of today with the codes of those it was formed from. */
export interface ReferenceProvince {
  code: string
  name: string
  formedFrom: { code: string; name: string }[]
}

/** A commune, ward or special zone of today. */
export interface ReferenceUnit {
  code: string
  name: string
  kind: 'commune' | 'ward' | 'specialZone'
  /** The list's own words; empty where it says none. Unverified. */
  formedFrom: string
}

/** Rows of a file without its comments, split at tabs. */
function rowsOf(file: string): string[][] {
  return readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
}

let provinces: ReferenceProvince[] | null = null

/** The 34 provinces by name, the Vietnamese way. */
export function referenceProvinces(): ReferenceProvince[] {
  if (provinces) return provinces
  const rows = rowsOf('provinces.tsv')
  const former = new Map(
    rows.filter(([kind]) => kind === 'former').map(([, code = '', name = '']) => [code, name]),
  )
  provinces = rows
    .filter(([kind]) => kind === 'now')
    .map(([, code = '', name = '', codes = '']) => ({
      code,
      name,
      formedFrom: codes
        .split(' ')
        .filter(Boolean)
        .map((one) => ({ code: one, name: former.get(one) ?? '' })),
    }))
    .sort((a, b) => bareName(a.name).localeCompare(bareName(b.name), 'vi'))
  return provinces
}

let choices: ReturnType<typeof countUnits> | null = null

/** The 34 provinces with what they bring, for who sets one up. */
export function provinceChoices() {
  choices ??= countUnits()
  return choices
}

function countUnits() {
  const units = Map.groupBy(rowsOf('units-2026.tsv'), ([province]) => province)
  return referenceProvinces().map(({ code, name, formedFrom }) => {
    const counts = { commune: 0, ward: 0, specialZone: 0 }
    for (const [, , unit = ''] of units.get(code) ?? []) counts[kindOfUnit(unit)]++
    return { code, name, formedFrom: formedFrom.map((one) => one.name), units: counts }
  })
}

/** "Tỉnh Thái Nguyên" → "Thái Nguyên". */
export const bareName = (name: string): string =>
  name.replace(/^(tỉnh|thành phố|tp\.?)\s+/i, '').trim()

/** The province meant by its code or its name, with or without kind and diacritics; null for none. */
export function referenceByName(name: string): ReferenceProvince | null {
  const coded = referenceProvinces().find((one) => one.code === name.trim())
  if (coded) return coded
  const wanted = plain(bareName(name.normalize('NFC'))).replace(/^(tinh|thanh pho|tp\.?)\s+/, '')
  return referenceProvinces().find((one) => plain(bareName(one.name)) === wanted) ?? null
}

/** The units of a province, in the order of the list. */
export function referenceUnits(provinceCode: string): ReferenceUnit[] {
  return rowsOf('units-2026.tsv')
    .filter(([province]) => province === provinceCode)
    .map(([, code = '', name = '', formedFrom = '']) => ({
      code,
      name,
      kind: kindOfUnit(name),
      formedFrom,
    }))
}

function kindOfUnit(name: string): ReferenceUnit['kind'] {
  if (name.startsWith('Phường')) return 'ward'
  return name.startsWith('Đặc khu') ? 'specialZone' : 'commune'
}

function kindOfFormer(name: string): OrganisationKind {
  if (name.startsWith('Phường')) return 'ward'
  return /^(Huyện|Quận|Thị xã|Thành phố)/.test(name) ? 'district' : 'commune'
}

/** One former unit in the words "formed from". */
export interface FormerUnit {
  name: string
  /** Only a part of it went here. */
  part: boolean
  /** The words leave something open: a part without its share, a kind that had to be guessed. */
  doubtful: boolean
}

const kinds = /^(thị trấn|xã|phường|huyện|quận|thị xã|thành phố|đặc khu)\s/i

/**
 * Reads "Phường A, Xã B (phần còn lại …), một phần Xã C": the former units in order. Words about parts
 * make a unit `part` and doubtful; what names no unit ("giữ nguyên") gives none.
 */
export function formerUnits(words: string): FormerUnit[] {
  const found: FormerUnit[] = []
  let kind = ''
  for (const piece of words.split(
    /[,;](?![^()]*\))|\s+và\s+(?=(?:một )?phần|thị trấn|xã|phường)/i,
  )) {
    const open = piece.replace(/\([^)]*\)/g, ' ').trim()
    const cut = open
      .replace(
        /^(toàn bộ|một phần|phần còn lại|phần)\s+(diện tích[^,]*?của\s+|của\s+|lớn\s+)?/i,
        '',
      )
      .replace(/\.$/, '')
      .trim()
    const part = cut !== open.replace(/\.$/, '').trim() || /phần/i.test(piece)
    if (cut === '' || /^giữ nguyên|^không/i.test(cut)) continue
    const named = kinds.exec(cut)?.[1]
    if (named) kind = named
    const name = named ? cut : kind ? `${kind} ${cut}` : cut
    const proper = name.charAt(0).toUpperCase() + name.slice(1)
    if (proper.length > 120) continue
    found.push({ name: proper, part, doubtful: part || !named || /\d{3}/.test(cut) })
  }
  return found
}

/** A body to be made, by a key of the plan. */
export interface PlannedBody {
  key: string
  kind: OrganisationKind
  code: string | null
  names: { name: string; role: 'official' | 'alias' | 'abbreviation' }[]
  parents: { key: string; tree: Tree }[]
  from: string | null
  to: string | null
  unverified: string[]
  note: string | null
  legalReference: string | null
}

export interface PlannedChange {
  kind: 'merge' | 'split' | 'takeOver'
  on: string
  legalReference: string | null
  unverified: boolean
  lines: { from: string; to: string; weight: string | null; unverified: boolean }[]
}

export interface Plan {
  province: ReferenceProvince
  bodies: PlannedBody[]
  changes: PlannedChange[]
}

/** Key of the province itself in a plan. */
export const provinceKey = 'province'

/** Everything that a province of today starts with. Null for a code that is none of the 34. */
export function planOf(code: string): Plan | null {
  const province = referenceProvinces().find((one) => one.code === code)
  return province ? planFor(province, referenceUnits(code)) : null
}

/** What a province with these units starts with: the bodies that all have, the units, what was before. */
export function planFor(province: ReferenceProvince, units: readonly ReferenceUnit[]): Plan {
  const bodies = [...standardBodies(province.name)]
  const changes = standardChanges()
  formerProvinces(province, bodies, changes)
  for (const unit of units) addUnit(unit, bodies, changes)
  return { province, bodies, changes }
}

const planned = (
  rest: Partial<PlannedBody> & Pick<PlannedBody, 'key' | 'kind' | 'names'>,
): PlannedBody => ({
  code: null,
  parents: [],
  from: null,
  to: null,
  unverified: [],
  note: null,
  legalReference: null,
  ...rest,
})

const official = (name: string) => ({ name, role: 'official' as const })

/** A date of a file: "2025-03-01?" is not the same in every province. */
const dayOf = (text: string | undefined) => ({
  day: text ? text.replace('?', '') : null,
  open: text?.endsWith('?') ?? false,
})

function* standardBodies(provinceName: string): Generator<PlannedBody> {
  const city = provinceName.startsWith('Thành phố')
  const say = (text: string): string =>
    text
      .replaceAll('{T}', city ? 'Thành ủy' : 'Tỉnh ủy')
      .replaceAll('{t}', city ? 'thành phố' : 'tỉnh')
      .replaceAll('{y}', city ? 'Thành đoàn' : 'Tỉnh đoàn')
  for (const row of rowsOf('bodies.tsv')) {
    const [key = '', kind = '', tree = '', parent = '', name = '', short = '', also = ''] = row
    const from = dayOf(row[7])
    const to = dayOf(row[8])
    yield planned({
      key,
      kind: kind as OrganisationKind,
      names: [
        official(say(name)),
        ...(short ? [{ name: say(short), role: 'abbreviation' as const }] : []),
        ...also
          .split('|')
          .map((one) => one.trim())
          .filter(Boolean)
          .map((one) => ({ name: say(one), role: 'alias' as const })),
      ],
      parents: parent
        ? [{ key: parent, tree: tree as Tree }]
        : [{ key: provinceKey, tree: tree as Tree }],
      from: from.day,
      to: to.day,
      unverified: [...(from.open ? ['from'] : []), ...(to.open ? ['to'] : [])],
    })
  }
}

function standardChanges(): PlannedChange[] {
  return rowsOf('changes.tsv').map(([kind = '', on, legal = '', before = '', after = '']) => {
    const day = dayOf(on)
    const to = after.split(' ')
    return {
      kind: kind as PlannedChange['kind'],
      on: day.day ?? reformDay,
      legalReference: legal || null,
      unverified: day.open,
      lines: before.split(' ').flatMap((one) =>
        to.map((other) => ({
          from: one,
          to: other,
          weight: to.length === 1 ? '1' : null,
          unverified: day.open,
        })),
      ),
    }
  })
}

/** The provinces it was formed from, where there was more than itself. */
function formerProvinces(
  province: ReferenceProvince,
  bodies: PlannedBody[],
  changes: PlannedChange[],
): void {
  if (province.formedFrom.length < 2) return
  for (const former of province.formedFrom) {
    bodies.push(
      planned({
        key: `province.${former.code}`,
        kind: 'formerProvince',
        code: former.code,
        names: [official(former.name)],
        to: dayBefore,
        legalReference: resolution,
      }),
    )
  }
  changes.push({
    kind: 'merge',
    on: reformDay,
    legalReference: resolution,
    unverified: false,
    lines: province.formedFrom.map((former) => ({
      from: `province.${former.code}`,
      to: provinceKey,
      weight: '1',
      unverified: false,
    })),
  })
}

/** A unit with its party committee, council and people's committee, and the units it was formed from. */
function addUnit(unit: ReferenceUnit, bodies: PlannedBody[], changes: PlannedChange[]): void {
  const key = `unit.${unit.code}`
  const lower = unit.name.charAt(0).toLowerCase() + unit.name.slice(1)
  bodies.push(
    planned({
      key,
      kind: unit.kind,
      code: unit.code,
      names: [official(unit.name)],
      parents: [{ key: provinceKey, tree: 'administrative' }],
      from: reformDay,
      unverified: unit.formedFrom ? ['formedFrom'] : [],
      note: unit.formedFrom || null,
      legalReference: resolution,
    }),
    planned({
      key: `${key}.party`,
      kind: 'partyCommittee',
      names: [official(`Đảng ủy ${lower}`)],
      parents: [
        { key, tree: 'administrative' },
        { key: 'party', tree: 'party' },
      ],
      from: reformDay,
    }),
    planned({
      key: `${key}.council`,
      kind: 'council',
      names: [
        official(`Hội đồng nhân dân ${lower}`),
        { name: `HĐND ${lower}`, role: 'abbreviation' },
      ],
      parents: [{ key, tree: 'administrative' }],
      from: reformDay,
    }),
    planned({
      key: `${key}.government`,
      kind: 'peoplesCommittee',
      names: [
        official(`Ủy ban nhân dân ${lower}`),
        { name: `UBND ${lower}`, role: 'abbreviation' },
      ],
      parents: [{ key, tree: 'administrative' }],
      from: reformDay,
    }),
  )
  const lines: PlannedChange['lines'] = []
  for (const [index, former] of formerUnits(unit.formedFrom).entries()) {
    // A unit that went to several is one unit; whole ones of the same name lay in different districts.
    const formerKey = former.part ? `former.${former.name}` : `${key}.former.${index}`
    if (lines.some((line) => line.from === formerKey)) continue
    if (!bodies.some((one) => one.key === formerKey)) {
      bodies.push(
        planned({
          key: formerKey,
          kind: kindOfFormer(former.name),
          names: [official(former.name)],
          to: dayBefore,
          unverified: ['name', 'to'],
          legalReference: resolution,
        }),
      )
    }
    lines.push({
      from: formerKey,
      to: key,
      weight: former.part ? null : '1',
      unverified: former.doubtful,
    })
  }
  if (lines.length > 0) {
    changes.push({
      kind: 'merge',
      on: reformDay,
      legalReference: resolution,
      unverified: lines.some((line) => line.unverified),
      lines,
    })
  }
}
