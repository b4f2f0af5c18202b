// From figures of units to the tables of the screens: one scale a column, every cell with its sign and word.

import type { Multiple } from '../../web/charts/multiples.ts'
import type { Sheet, SheetCell, SheetRow } from '../../web/charts/sheet.ts'
import type { Tone } from '../../web/charts/tone.ts'
import { formatDate, formatDayOfYear, formatNumber } from '../../web/format.ts'
import type { Language } from '../../web/language.tsx'
import { scaleName, scaleOf } from '../../web/quantity.ts'
import { yearsBefore } from '../indicators/period.ts'
import { unitName } from '../indicators/unit-names.ts'
import { changeOf, ranking, type UnitCell, type UnitState } from './units.ts'
import type { Column, IndicatorUnits, UnitCard, UnitMap } from './units-contract.ts'
import type { vi } from './units-texts.ts'

export type Words = typeof vi

const tones: Record<UnitState, Tone> = {
  onTrack: 'good',
  watch: 'warn',
  late: 'bad',
  notJudged: 'neutral',
  missing: 'none',
  notAsked: 'none',
}

export type Shows = keyof Words['shows']

export interface In {
  t: Words
  language: Language
}

export const nameOf = (one: { nameVi: string; nameEn: string }, language: Language): string =>
  (language === 'en' && one.nameEn) || one.nameVi

/** The five classes, in the order of their urgency. */
export const legendOf = (t: Words): Sheet['legend'] =>
  (['late', 'watch', 'onTrack', 'notJudged', 'missing'] as const).map((state) => ({
    tone: tones[state],
    word: t.states[state],
  }))

/** How amounts of a column are written: all in one power of ten, which stands above them once. */
export interface Scale {
  by: number
  word: string
}

export function scaleFor(
  column: Pick<Column, 'unit'>,
  values: readonly (number | null | undefined)[],
  language: Language,
): Scale {
  const most = Math.max(0, ...values.map((value) => Math.abs(value ?? 0)))
  const by = scaleOf(most, column.unit)
  const word = [scaleName(by, language), unitName(column.unit, language)].filter(Boolean).join(' ')
  return { by, word }
}

const amount = (value: number, { by }: Scale, language: Language, digits = 2): string =>
  formatNumber(value / by, language, digits)

/** What was worked out, not told: four figures of it say enough. */
const rough = (value: number) => Number(value.toPrecision(4))

const shareText = (share: number | null, language: Language): string =>
  share === null ? '–' : `${formatNumber(share * 100, language, 1)}%`

const band = (
  ends: { low: number; high: number } | null,
  scale: Scale,
  language: Language,
): string => {
  if (ends === null) return '–'
  const low = amount(rough(ends.low), scale, language)
  return ends.low === ends.high ? low : `${low}–${amount(rough(ends.high), scale, language)}`
}

export function cellOf(
  cell: UnitCell,
  of: { column: Column; unit: string; scale: Scale; shows: Shows; href?: string },
  { t, language }: In,
): SheetCell {
  const { scale, shows } = of
  if (cell.state === 'notAsked') return plainCell('')
  const figure = cell.value === null ? '–' : amount(cell.value, scale, language)
  const why = cell.missing === null ? '' : t.missing[cell.missing]
  const share = shows === 'share' ? cell.share : cell.ofTarget
  return {
    text: cell.value === null ? '' : shows === 'value' ? figure : shareText(share, language),
    tone: tones[cell.state],
    word: why || t.states[cell.state],
    title: t.cellTitle(
      nameOf(of.column, language),
      of.unit,
      `${figure} ${scale.word}`.trim(),
      band(cell.expected, scale, language),
      band(cell.target, scale, language),
    ),
    ...(of.href ? { href: of.href } : {}),
  }
}

const plainCell = (text: string, word = ''): SheetCell => ({ text, word, tone: null })

/** All units together: on the axis of the indicator, with how many there are of how many. */
function wholeCell(
  { value, parts, of }: UnitMap['wholes'][number],
  column: Column,
  scale: Scale,
  { t, language }: In,
): SheetCell {
  if (column.across === 'none') return plainCell('–', t.notAdded)
  if (of === 0) return plainCell('–')
  const text = value === null ? '–' : amount(value, scale, language)
  return plainCell(text, `${t.across[column.across].toLocaleLowerCase()}, ${t.wholeOf(parts, of)}`)
}

/** Units by indicators. */
export function mapSheet(data: UnitMap, shows: Shows, rows: UnitMap['units'], words: In): Sheet {
  const { t, language } = words
  const scales = data.indicators.map((column, at) =>
    scaleFor(
      column,
      [
        ...data.units.map(({ cells }) => cells[at]?.value),
        ...[data.wholes[at]?.value, data.province[at]],
      ],
      language,
    ),
  )
  const figures = shows === 'value'
  const plain: Scale = { by: 1, word: '' }
  return {
    title: t.title,
    note: [data.to && t.until(formatDate(data.to)), t.shows[shows]].filter(Boolean).join('. '),
    heads: [
      { text: t.unit },
      ...data.indicators.map((column, at) => ({
        text: [
          headText(nameOf(column, language), figures ? scales[at] : undefined),
          ...(column.to === data.to ? [] : [t.untilDay(formatDate(column.to))]),
        ].join(', '),
        href: `/overview/indicators/${column.id}`,
      })),
    ],
    rows: [
      ...rows.map(({ body, cells }) => ({
        name: body.name,
        href: `/overview/units/${body.id}`,
        cells: cells.map((cell, at) =>
          cellOf(
            cell,
            {
              column: data.indicators[at] as Column,
              unit: body.name,
              ...{
                scale: scales[at] ?? plain,
                shows,
                href: `/indicators/${data.indicators[at]?.id}`,
              },
            },
            words,
          ),
        ),
      })),
      ...(figures
        ? [
            {
              name: t.whole,
              whole: true,
              cells: data.indicators.map((column, at) =>
                wholeCell(data.wholes[at] ?? nothing, column, scales[at] ?? plain, words),
              ),
            },
            provinceRow(data.province, scales, words),
          ]
        : []),
    ],
    legend: legendOf(t),
    stateHead: t.state,
  }
}

const nothing = { value: null, parts: 0, of: 0 }

const headText = (name: string, scale: Scale | undefined): string =>
  scale?.word ? `${name} (${scale.word})` : name

function provinceRow(
  values: readonly (number | null)[],
  scales: readonly Scale[],
  { t, language }: In,
): SheetRow {
  return {
    name: t.province,
    whole: true,
    cells: values.map((value, at) =>
      plainCell(value === null ? '–' : amount(value, scales[at] ?? { by: 1, word: '' }, language)),
    ),
  }
}

export const scaleOfAll = (
  { indicator, units, wholes, province }: IndicatorUnits,
  language: Language,
): Scale =>
  scaleFor(
    indicator,
    [
      ...units.flatMap(({ cells }) => cells.map(({ value }) => value)),
      ...wholes.map((one) => one.value),
      ...province,
    ],
    language,
  )

/** Which of the ends lie in the year, by their places. */
export const placesOf = ({ ends, year }: IndicatorUnits): number[] =>
  ends.flatMap((day, at) => (day.startsWith(`${year}-`) ? [at] : []))

/** One indicator: units by the periods of the year. */
export function periodsSheet(
  data: IndicatorUnits,
  shows: Shows,
  rows: IndicatorUnits['units'],
  words: In,
): Sheet {
  const { t, language } = words
  const scale = scaleOfAll(data, language)
  const at = placesOf(data)
  const { indicator } = data
  const figures = shows === 'value'
  return {
    title: t.ofIndicator(nameOf(indicator, language)),
    note: [String(data.year), t.shows[shows], figures ? scale.word : ''].filter(Boolean).join('. '),
    heads: [
      { text: t.unit },
      ...at.map((place) => ({ text: t.until(formatDayOfYear(data.ends[place] ?? '')) })),
    ],
    rows: [
      ...rows.map(({ body, cells }) => ({
        name: body.name,
        href: `/overview/units/${body.id}`,
        cells: at.map((place) =>
          cellOf(
            cells[place] as UnitCell,
            {
              ...{ column: indicator, unit: body.name, scale, shows },
              href: `/indicators/${indicator.id}`,
            },
            words,
          ),
        ),
      })),
      ...(figures
        ? [
            {
              name: t.whole,
              whole: true,
              cells: at.map((place) =>
                wholeCell(data.wholes[place] ?? nothing, indicator, scale, words),
              ),
            },
            provinceRow(
              at.map((place) => data.province[place] ?? null),
              at.map(() => scale),
              words,
            ),
          ]
        : []),
    ],
    legend: legendOf(t),
    stateHead: t.state,
  }
}

/** The units of one end in their order; null where they have none. */
export function rankingSheet(data: IndicatorUnits, place: number, words: In) {
  const { t, language } = words
  const { indicator } = data
  const scale = scaleOfAll(data, language)
  const { by, ranked, others } = ranking(
    data.units.map(({ body, cells }) => ({
      ...{ id: body.id, name: body.name, cell: cells[place] as UnitCell },
    })),
    indicator.direction,
  )
  if (ranked.length === 0) return null
  const row = (
    { id, name, cell }: { id: string; name: string; cell: UnitCell },
    rank: string,
  ): SheetRow => ({
    name,
    href: `/overview/units/${id}`,
    cells: [
      plainCell(rank),
      cellOf(
        cell,
        {
          ...{ column: indicator, unit: name, scale, shows: 'value' },
          href: `/indicators/${indicator.id}`,
        },
        words,
      ),
      plainCell(band(cell.expected, scale, language)),
      plainCell(shareText(cell.share, language)),
      plainCell(band(cell.target, scale, language)),
      plainCell(shareText(cell.ofTarget, language)),
    ],
  })
  const sheet: Sheet = {
    title: t.ofIndicator(nameOf(indicator, language)),
    note: [t.views.ranking, t.until(formatDate(data.ends[place])), scale.word]
      .filter(Boolean)
      .join('. '),
    heads: [t.unit, t.rank, t.reached, t.expected, t.share, t.target, t.ofTarget].map((text) => ({
      text,
    })),
    rows: [
      ...ranked.map((unit) => row(unit, String(unit.rank))),
      ...others.map((unit) => row(unit, '–')),
    ],
    legend: legendOf(t),
    stateHead: t.state,
  }
  return { by, sheet }
}

/** Two periods side by side, with what changed. */
export function compareSheet(
  data: IndicatorUnits,
  first: number,
  second: number,
  words: In,
): Sheet {
  const { t, language } = words
  const { indicator } = data
  const scale = scaleOfAll(data, language)
  const rate = indicator.kind === 'R' || indicator.unit === '%' || indicator.unit === 'point'
  const signed = (value: number) => `${value > 0 ? '+' : ''}${formatNumber(value, language, 1)}`
  const day = (place: number) => t.until(formatDate(data.ends[place]))
  return {
    title: t.ofIndicator(nameOf(indicator, language)),
    note: [`${day(first)} – ${day(second)}`, scale.word].filter(Boolean).join('. '),
    heads: [{ text: t.unit }, { text: day(first) }, { text: day(second) }, { text: t.change }],
    rows: data.units.map(({ body, cells }) => {
      const [before, after] = [cells[first] as UnitCell, cells[second] as UnitCell]
      const change = changeOf(before, after, rate)
      return {
        name: body.name,
        href: `/overview/units/${body.id}`,
        cells: [
          ...[before, after].map((cell) =>
            cellOf(
              cell,
              {
                ...{ column: indicator, unit: body.name, scale, shows: 'value' as const },
                href: `/indicators/${indicator.id}`,
              },
              words,
            ),
          ),
          plainCell(
            change === null
              ? '–'
              : change.unit === 'point'
                ? t.points(signed(change.amount))
                : t.percent(signed(change.amount)),
          ),
        ],
      }
    }),
    legend: legendOf(t),
    stateHead: t.state,
  }
}

/** Small charts, one a unit: the year with the same ends of the year before and what is expected. */
export function multiplesOf(data: IndicatorUnits, words: In) {
  const { t, language } = words
  const scale = scaleOfAll(data, language)
  const at = placesOf(data)
  const formerPlaces = at.map((place) => {
    const day = data.ends[place] ?? ''
    return data.ends.indexOf(yearsBefore({ from: day, to: day }, 1).to)
  })
  const units = data.units.map(({ body, cells }): Multiple => {
    const own = at.map((place) => cells[place] as UnitCell)
    const newest = own.findLast(({ value }) => value !== null)
    const state = newest?.state ?? 'missing'
    return {
      name: body.name,
      values: own.map(({ value }) => value),
      former: formerPlaces.map((place) => cells[place]?.value ?? null),
      expected: own.map(({ expected }) => expected?.low ?? null),
      tone: tones[state],
      word: t.states[state],
    }
  })
  return {
    units,
    options: {
      title: t.ofIndicator(nameOf(data.indicator, language)),
      note: [String(data.year), scale.word].filter(Boolean).join('. '),
      columns: at.map((place) => formatDate(data.ends[place]).split('/').slice(0, 2).join('/')),
      formatValue: (value: number) => amount(value, scale, language),
    },
  }
}

/** The indicators of one unit. */
export function cardSheet(data: UnitCard, words: In): Sheet {
  const { t, language } = words
  return {
    title: t.card(data.body.name),
    note: data.to ? t.until(formatDate(data.to)) : '',
    heads: [t.indicators, t.reached, t.expected, t.share, t.target, t.ofTarget].map((text) => ({
      text,
    })),
    rows: data.rows.map(({ indicator, to, cell }) => {
      const scale = scaleFor(indicator, [cell.value, cell.target?.high], language)
      const other = to === data.to ? [] : [t.untilDay(formatDate(to))]
      return {
        name: [headText(nameOf(indicator, language), scale), ...other].join(', '),
        href: `/overview/indicators/${indicator.id}`,
        cells: [
          cellOf(
            cell,
            {
              ...{ column: indicator, unit: data.body.name, scale, shows: 'value' },
              href: `/indicators/${indicator.id}`,
            },
            words,
          ),
          plainCell(band(cell.expected, scale, language)),
          plainCell(shareText(cell.share, language)),
          plainCell(band(cell.target, scale, language)),
          plainCell(shareText(cell.ofTarget, language)),
        ],
      }
    }),
    legend: legendOf(t),
    stateHead: t.state,
  }
}
