// What a layout is made of: which elements a page has, which measures, which words. The values stand in
// layouts.ts, one table a regime; a province may set its own (`withOwn`).

/** Which rules a document follows: the Party's of 2018, the Party's of 2026, the State's of 2020. */
export const regimes = ['party36', 'party05', 'state30'] as const

export type Regime = (typeof regimes)[number]

export const elementNames = [
  'topLine',
  'motto',
  'above',
  'issuer',
  'underIssuer',
  'number',
  'placeDate',
  'draft',
  'kind',
  'subject',
  'underSubject',
  'body',
  'heading1',
  'heading2',
  'authority',
  'post',
  'signer',
  'recipientsLabel',
  'recipients',
  'annexLabel',
  'annexTitle',
  'annexNote',
  'tableHead',
  'table',
  'pageNumber',
] as const

export type ElementName = (typeof elementNames)[number]

export const styles = ['upright', 'bold', 'italic', 'boldItalic', 'underlined'] as const

export type Style = (typeof styles)[number]

/** How the characters of an element look. */
export interface Look {
  /** In points. */
  size: number
  style: Style
  /** Written in capitals whatever was typed. */
  upper: boolean
}

/** Numbers of a layout, each with its unit. `times`: a share or a factor. */
export const measureUnits = {
  'page.width': 'mm',
  'page.height': 'mm',
  'page.top': 'mm',
  'page.bottom': 'mm',
  'page.left': 'mm',
  'page.right': 'mm',
  'page.header': 'mm',
  'head.left': 'mm',
  'head.right': 'mm',
  'sign.left': 'mm',
  'sign.right': 'mm',
  'sign.lines': 'lines',
  firstLine: 'mm',
  'paragraph.after': 'pt',
  /** At least or exactly so high; 0 where `line.times` counts. */
  'line.exact': 'pt',
  'line.times': 'times',
  'rule.weight': 'pt',
  /** Length of a rule as a share of the text above it; 0: no rule. */
  'rule.topLine': 'times',
  'rule.issuer': 'times',
  'rule.subject': 'times',
} as const

export type MeasureName = keyof typeof measureUnits

export const measureNames = Object.keys(measureUnits) as MeasureName[]

export const wordNames = [
  'font',
  'topLine',
  'motto',
  'underIssuer',
  'underSubject',
  'number',
  'headingMark',
  'ending',
  'itemEnd',
  'lastEnd',
  'forBody',
  'byOrder',
  'filing',
  'annexPages',
  'type.conclusion',
  'type.minutes',
  'type.excerpt',
  'type.opinions',
] as const

export type WordName = (typeof wordNames)[number]

/** A value and where it comes from. */
type Sourced<T> = T & { source: string }

export interface Layout {
  regime: Regime
  /** The rules it follows, as they are cited. */
  basis: string
  /** False where the table of the rules themselves was never seen: screens and docs say so. */
  verified: boolean
  elements: Record<ElementName, Sourced<Look>>
  measures: Record<MeasureName, Sourced<{ value: number }>>
  words: Record<WordName, Sourced<{ value: string }>>
}

/** A province's own values; what is not named stays as shipped. */
export interface OwnLayout {
  elements?: Partial<Record<ElementName, Look>>
  measures?: Partial<Record<MeasureName, number>>
  words?: Partial<Record<WordName, string>>
}

const ownSource = 'tỉnh tự đặt'

const entriesOf = <K extends string, V>(record: Partial<Record<K, V>> | undefined): [K, V][] =>
  Object.entries(record ?? {}) as [K, V][]

/** The layout with the province's own values in it, each marked as such. */
export function withOwn(layout: Layout, own: OwnLayout): Layout {
  const elements = { ...layout.elements }
  const measures = { ...layout.measures }
  const words = { ...layout.words }
  for (const [name, look] of entriesOf(own.elements))
    elements[name] = { ...look, source: ownSource }
  for (const [name, value] of entriesOf(own.measures)) measures[name] = { value, source: ownSource }
  for (const [name, value] of entriesOf(own.words)) words[name] = { value, source: ownSource }
  return { ...layout, elements, measures, words }
}

/**
 * The layout on a page that lies: for a paper that is a table and no annex (NĐ 30/2020/NĐ-CP, Phụ lục I,
 * mục I.2; the Party's rules name no other). What stands side by side is as wide as its page.
 */
export function lying(layout: Layout): Layout {
  const { measures } = layout
  const across = measures['page.height'].value - measures['page.left'].value
  const text = across - measures['page.right'].value
  const placed = (name: MeasureName, of: readonly MeasureName[]) => {
    const sum = of.reduce((total, one) => total + measures[one].value, 0)
    return { ...measures[name], value: (measures[name].value / sum) * text }
  }
  const head = ['head.left', 'head.right'] as const
  const sign = ['sign.left', 'sign.right'] as const
  return {
    ...layout,
    measures: {
      ...measures,
      'page.width': measures['page.height'],
      'page.height': measures['page.width'],
      'head.left': placed('head.left', head),
      'head.right': placed('head.right', head),
      'sign.left': placed('sign.left', sign),
      'sign.right': placed('sign.right', sign),
    },
  }
}
