// A notice on its page: content and layout in, a sheet with every measure out. Pure, so that the screen
// draws from it while somebody types.
import type {
  Sheet,
  SheetBlock,
  SheetParagraph,
  SheetRun,
  SheetSection,
  SheetTable,
} from '../../office/sheet.ts'
import type {
  Annex,
  Block,
  Issue,
  NoticeContent,
  Signature,
  TextLink,
  TextTable,
} from './content.ts'
import type { ElementName, Layout } from './layout.ts'
import { linesIn, widthOf } from './measure.ts'
import { dateWords, numberLine } from './numbering.ts'

type Change = Partial<Omit<SheetParagraph, 'kind' | 'runs'>>

/** What builds the parts of one sheet. */
interface Desk {
  layout: Layout
  /** A paragraph in the look of an element. */
  line(name: ElementName, text: string, change?: Change): SheetParagraph
  /** A rule under a text, as long as a share of its last line; null for no rule. */
  rule(name: ElementName, text: string, width: number, share: number): SheetParagraph | null
  value(name: keyof Layout['measures']): number
  word(name: keyof Layout['words']): string
  /** Width between the margins, mm. */
  textWidth: number
}

/** The sheet of a notice. `issue` with neither number nor date: a draft, and marked as one. */
export function sheetOf(content: NoticeContent, layout: Layout, issue: Issue): Sheet {
  const desk = deskOf(layout)
  const { value, word } = desk
  const sections: SheetSection[] = [
    {
      ownPages: false,
      blocks: [
        headOf(desk, content, issue),
        ...titleOf(desk, content),
        ...bodyOf(desk, content),
        ...signOf(desk, content),
      ],
    },
    ...content.annexes.map((annex) => ({
      ownPages: word('annexPages') === 'own',
      blocks: annexOf(desk, annex, issue),
    })),
  ]
  return {
    title: [content.title, content.subject].filter(Boolean).join(' '),
    font: word('font'),
    page: {
      ...{ width: value('page.width'), height: value('page.height') },
      ...{ top: value('page.top'), bottom: value('page.bottom') },
      ...{ left: value('page.left'), right: value('page.right'), header: value('page.header') },
    },
    pageNumberSize: layout.elements.pageNumber.size,
    sections,
  }
}

function deskOf(layout: Layout): Desk {
  const value = (name: keyof Layout['measures']) => layout.measures[name].value
  const word = (name: keyof Layout['words']) => layout.words[name].value
  const line = (name: ElementName, text: string, change: Change = {}): SheetParagraph => ({
    ...{ kind: 'paragraph', runs: [runOf(layout, name, text)], align: 'center' },
    ...{ before: 0, after: 0, exact: null, times: 1, firstLine: 0, left: 0, right: 0 },
    ...{ keepNext: false, rule: null },
    ...change,
  })
  return {
    ...{ layout, value, word, line },
    rule(name, text, width, share) {
      if (share === 0) return null
      const { size, style } = layout.elements[name]
      const shown = cased(layout, name, text)
      const last = linesIn(shown, size, style === 'bold', width).at(-1) ?? ''
      const rest = Math.max(0, width - widthOf(last, size, style === 'bold') * share) / 2
      const change = { left: rest, right: rest, exact: 3, rule: value('rule.weight') }
      return { ...line(name, '', change), runs: [] }
    },
    textWidth: value('page.width') - value('page.left') - value('page.right'),
  }
}

const cased = (layout: Layout, name: ElementName, text: string): string =>
  layout.elements[name].upper ? text.toLocaleUpperCase('vi') : text

function runOf(layout: Layout, name: ElementName, text: string): SheetRun {
  const { size, style } = layout.elements[name]
  return {
    text: cased(layout, name, text),
    size,
    ...(style === 'bold' || style === 'boldItalic' ? { bold: true } : {}),
    ...(style === 'italic' || style === 'boldItalic' ? { italic: true } : {}),
    ...(style === 'underlined' ? { underline: true } : {}),
  }
}

const known = <T>(parts: (T | null | false)[]): T[] =>
  parts.filter((part): part is T => part !== null && part !== false)

const placing = (widths: number[], rows: SheetParagraph[][][]): SheetTable => ({
  ...{ kind: 'table', borders: false, widths, headRows: 0, rows, longRows: new Set() },
})

function headOf(desk: Desk, content: NoticeContent, issue: Issue): SheetTable {
  const { line, rule, value, word, layout } = desk
  const left = value('head.left')
  const right = value('head.right')
  const issuer = known([
    content.above !== '' && line('above', content.above),
    ...content.issuer.split('\n').map((text) => line('issuer', text)),
    rule('issuer', content.issuer, left, value('rule.issuer')),
    word('underIssuer') !== '' && line('underIssuer', word('underIssuer')),
  ])
  const motto = word('motto')
  const under = motto === '' ? ('topLine' as const) : ('motto' as const)
  const top = known([
    line('topLine', word('topLine')),
    motto !== '' && line('motto', motto),
    rule(under, motto || word('topLine'), right, value('rule.topLine')),
  ])
  const draft = issue.number === null && issue.date === null
  const number = known([
    line('number', numberLine(layout, issue), { before: 4 }),
    draft && line('draft', '(Dự thảo)'),
  ])
  const date = `${content.place}, ${dateWords(issue.date, issue.year)}`
  return placing(
    [left, right],
    [
      [issuer, top],
      [number, [line('placeDate', date, { before: 4 })]],
    ],
  )
}

function titleOf(desk: Desk, content: NoticeContent): SheetParagraph[] {
  const { line, rule, value, word, textWidth } = desk
  const under = word('underSubject')
  const lined = content.subject === '' ? ('kind' as const) : ('subject' as const)
  return known([
    line('kind', content.title, { before: 18, keepNext: true }),
    content.subject !== '' && line('subject', content.subject, { keepNext: true }),
    rule(lined, content.subject || content.title, textWidth, value('rule.subject')),
    under !== '' && line('underSubject', under),
    { ...line('body', '', { exact: 8 }), runs: [] },
  ])
}

/** The text; its last paragraph ends as the rules say and stays with the signature. */
function bodyOf(desk: Desk, content: NoticeContent): SheetBlock[] {
  const last = content.blocks.findLastIndex((block) => block.kind === 'paragraph')
  return content.blocks.map((block, index) => {
    if (block.kind === 'table') return textTable(desk, block.table)
    const text =
      index === last
        ? `${block.text.trimEnd().replace(/[./;,]+$/, '')}${desk.word('ending')}`
        : block.text
    const line = bodyLine(desk, { ...block, text }, index >= last)
    const underTable = content.blocks[index - 1]?.kind === 'table'
    return underTable ? { ...line, before: desk.value('paragraph.after') } : line
  })
}

function bodyLine(
  desk: Desk,
  block: Exclude<Block, { kind: 'table' }>,
  keepNext: boolean,
): SheetParagraph {
  const { line, value } = desk
  const exact = value('line.exact')
  const change: Change = {
    align: block.kind === 'centred' ? 'center' : 'both',
    after: value('paragraph.after'),
    exact: exact === 0 ? null : exact,
    times: value('line.times'),
    firstLine: block.kind === 'centred' ? 0 : value('firstLine'),
    keepNext: keepNext || block.kind.startsWith('heading') || block.text.endsWith(':'),
  }
  const name = block.kind === 'heading1' || block.kind === 'heading2' ? block.kind : 'body'
  const paragraph = line(name, block.text, change)
  const [whole] = paragraph.runs
  return whole && block.links?.length
    ? { ...paragraph, runs: linkedRuns(whole, block.links) }
    : paragraph
}

/** A run as several: each stretch that leads somewhere is one of its own. */
function linkedRuns(whole: SheetRun, links: readonly TextLink[]): SheetRun[] {
  const runs: SheetRun[] = []
  let at = 0
  const add = (to: number, link?: string) => {
    if (to > at) runs.push({ ...whole, text: whole.text.slice(at, to), ...(link && { link }) })
    at = Math.max(at, to)
  }
  for (const { from, to, path } of links) {
    add(from)
    add(to, path)
  }
  add(whole.text.length)
  return runs
}

function signOf(desk: Desk, content: NoticeContent): SheetBlock[] {
  const { line, value } = desk
  const [first, second] = content.signatures
  const gap: SheetBlock = { ...line('body', '', { exact: 10, keepNext: true }), runs: [] }
  const empty = [{ ...line('recipients', ''), runs: [] }]
  const list = recipientsOf(desk, content)
  if (!first) return list.length > 0 ? [gap, ...list] : []
  const table = (a: SheetParagraph[], b: SheetParagraph[]) =>
    placing([value('sign.left'), value('sign.right')], [[a, b]])
  if (second) return [gap, table(signature(desk, first), signature(desk, second)), ...list]
  return [gap, table(list.length > 0 ? list : empty, signature(desk, first))]
}

function signature(desk: Desk, { authority, post, name }: Signature): SheetParagraph[] {
  const { line, value } = desk
  const kept = { keepNext: true }
  const room = Array.from({ length: value('sign.lines') }, () => ({
    ...line('post', '', { ...kept, exact: 16 }),
    runs: [],
  }))
  return known([
    authority !== '' && line('authority', authority, kept),
    post !== '' && line('post', post, kept),
    ...room,
    line('signer', name),
  ])
}

function recipientsOf(desk: Desk, { recipients, filing }: NoticeContent): SheetParagraph[] {
  const { line, word } = desk
  if (recipients.length === 0) return []
  const left: Change = { align: 'left' }
  return [
    line('recipientsLabel', 'Nơi nhận:', left),
    ...recipients.map((one) => line('recipients', `- ${one}${word('itemEnd')}`, left)),
    line('recipients', `- ${filing}${word('lastEnd')}`, left),
  ]
}

/** The number in the annex's note follows from the document's own. */
function annexOf(desk: Desk, annex: Annex, issue: Issue): SheetBlock[] {
  const cited = numberLine(desk.layout, issue).replace(/^Số:?\s*/, 'số ')
  const dated = `${cited}, ${dateWords(issue.date, issue.year)}`
  return known<SheetBlock>([
    desk.line('annexLabel', annex.label, { keepNext: true }),
    desk.line('annexTitle', annex.title, { keepNext: true }),
    annex.note !== '' &&
      desk.line('annexNote', annex.note.replace('{number}', dated), { after: 8, keepNext: true }),
    textTable(desk, annex.table),
  ])
}

function textTable(desk: Desk, { columns, rows, links }: TextTable): SheetTable {
  const sum = columns.reduce((total, { share }) => total + share, 0) || 1
  const head = columns.map(({ title }) => [desk.line('tableHead', title)])
  const lines = rows.map((cells, row) =>
    columns.map(({ centred = false }, column) =>
      (cells[column] ?? '').split('\n').map((text) => {
        const align = centred || column === 0 ? 'center' : 'left'
        const line = desk.line('table', text, { align })
        const link = links?.[row]?.[column]
        return link ? { ...line, runs: line.runs.map((run) => ({ ...run, link })) } : line
      }),
    ),
  )
  const widths = columns.map(({ share }) => (desk.textWidth * share) / sum)
  const all = [head, ...lines]
  return {
    ...{ kind: 'table', borders: true, headRows: 1, widths, rows: all },
    longRows: new Set(all.flatMap((cells, row) => (isLong(desk, cells, widths) ? [row] : []))),
  }
}

/** Space at both sides of a cell's text, mm. */
const cellSides = 2.4

/** Whether a row takes more than a third of the page's text. */
function isLong(desk: Desk, cells: SheetParagraph[][], widths: number[]): boolean {
  const { value, layout } = desk
  const { size } = layout.elements.table
  const room = value('page.height') - value('page.top') - value('page.bottom')
  const line = (size * 1.15 * 25.4) / 72
  const lines = cells.map((paragraphs, column) =>
    paragraphs.reduce((sum, { runs }) => {
      const text = runs.map((run) => run.text).join('')
      return sum + linesIn(text, size, false, (widths[column] ?? 0) - cellSides).length
    }, 0),
  )
  return Math.max(...lines) * line > room / 3
}

/** The text of a sheet, a line for each paragraph with words, cell by cell. */
export function linesOf(sheet: Sheet): string[] {
  const wordsOf = (paragraph: SheetParagraph) =>
    paragraph.runs
      .map((run) => run.text)
      .join('')
      .split('\n')
  return sheet.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'table' ? block.rows.flat(2) : [block]))
    .flatMap(wordsOf)
    .map((text) => text.trim())
    .filter((text) => text !== '')
}
