// The office's report of a period, as it follows from accepted figures: results with their comparisons, what fell
// short, what is to be done. Every number leads to what it was taken from; what is missing is named. It is Vietnamese
// whoever makes it. Pure.
import { writtenDate } from '../../calendar.ts'
import { signerOf } from '../assignments/report.ts'
import { periodLabel, periodOf } from '../indicators/period.ts'
import { type Path, standingTo, type TargetState } from '../indicators/target.ts'
import type { Block, NoticeContent } from '../notices/content.ts'
import type { Layout } from '../notices/layout.ts'
import { letterheadOf } from '../notices/numbering.ts'
import { heading1, paragraph } from '../notices/wording.ts'
import type { SlotLine } from './contract.ts'
import { annexOf } from './synthesis-annex.ts'
import {
  bandWords,
  digits,
  exact,
  joined,
  type LineFacts,
  linked,
  movedWords,
  type NoWhole,
  type Part,
  type SynthesisFacts,
  shareIn,
  type Told,
  told,
  type UnitFigure,
  unitAfter,
  whyWords,
  worked,
} from './synthesis-words.ts'
import { vi } from './texts.ts'

/** The content of the report, for the layout of the body that reports. */
export function synthesisOf(facts: SynthesisFacts, layout: Layout): NoticeContent {
  const { above, issuer, committee } = letterheadOf(facts.body)
  const mark = layout.words.headingMark.value
  const label = periodLabel(periodOf(facts.period), 'vi')
  return {
    above: above ?? '',
    issuer,
    place: facts.place,
    title: 'Báo cáo',
    subject: `Kết quả thực hiện các chỉ tiêu ${label}`,
    blocks: [
      introOf(facts),
      heading1(1, mark, 'Kết quả thực hiện các chỉ tiêu'),
      ...facts.lines.flatMap((line, at) => resultOf(line, at + 1)),
      heading1(2, mark, 'Tồn tại, hạn chế'),
      ...shortOf(facts),
      heading1(3, mark, 'Nhiệm vụ thời gian tới'),
      ...tasksOf(facts),
    ],
    signatures: [signerOf(facts.body, layout)],
    // Blank, for the office to fill in.
    recipients: ['…………………………'],
    filing: layout.words.filing.value.replace('{committee}', committee),
    annexes: [
      {
        label: 'Phụ lục',
        title: `Số liệu của từng đơn vị, ${label}`,
        note: '(Kèm theo Báo cáo {number})',
        table: annexOf(facts),
      },
    ],
    items: [],
  }
}

function introOf({ regime, slots, today, body, listPath }: SynthesisFacts): Block {
  const accepted = slots.filter(isAccepted).length
  return told(
    `Thực hiện chế độ “${regime.name}” (${regime.legalReference}), trên cơ sở số liệu đã được duyệt của `,
    { text: `${accepted}/${slots.length}`, path: listPath },
    ` đơn vị tính đến ngày ${writtenDate(today)}, ${body.name} tổng hợp kết quả như sau:`,
  )
}

const isAccepted = ({ state }: Pick<SlotLine, 'state'>) =>
  state === 'accepted' || state === 'locked'

const reached = { estimate: 'ước đạt', preliminary: 'sơ bộ đạt', official: 'đạt' } as const

const noWhole: Record<NoWhole, string> = {
  nothing: 'chưa có số liệu nào được duyệt',
  notAdded: 'không cộng qua các đơn vị, số liệu của từng đơn vị ở Phụ lục',
  nested: 'không cộng, vì trong các đơn vị báo cáo có đơn vị thuộc đơn vị khác',
}

/** One indicator: the figure of the whole, what it is compared with, whose figure is missing. */
function resultOf(line: LineFacts, number: number): Block[] {
  const { whole, parts, of } = line
  const head = `${number}. ${line.nameVi} (${vi.measures[line.measure]}): `
  const missing = line.units.filter((one) => one.value === null)
  const gaps =
    missing.length === 0
      ? []
      : [paragraph(`Chưa có số liệu của: ${missing.map(missingWords).join('; ')}.`)]
  if (typeof whole === 'string') return [told(`${head}${noWhole[whole]}.`), ...gaps]
  const sum = [', cộng từ số liệu của ', linked(whole, `${parts}/${of}`), ' đơn vị']
  return [
    told(
      ...[head, `${reached[line.stage]} `, linked(whole, exact(whole.value, line))],
      unitAfter(line),
      ...(whole.of === 'units' ? sum : []),
      ...comparedOf(line, whole),
      ...plannedOf(line, whole),
      '.',
    ),
    ...gaps,
  ]
}

const missingWords = ({ body, why }: UnitFigure) => `${body} (${whyWords[why ?? 'notYet']})`

function comparedOf(line: LineFacts, whole: Told): Part[] {
  const { same } = line
  if (same === 'broken')
    return ['; không so sánh với cùng kỳ năm trước vì chỉ tiêu đã đổi cách tính']
  if (same === null) return ['; chưa có số liệu cùng kỳ năm trước để so sánh']
  const moved = movedWords(line, whole.value, same.value)
  const before: Part[] = [linked(same, exact(same.value, line)), unitAfter(line)]
  if (moved === null) return ['; cùng kỳ năm trước ', ...before]
  const amount: Part[] = moved.amount === '' ? [] : [' ', linked(whole, moved.amount)]
  return ['; ', moved.way, ...amount, ' so với cùng kỳ năm trước (', ...before, ')']
}

const ways: Record<Path, string> = {
  scenario: 'theo kịch bản',
  seasonal: 'theo tiến độ bình quân của các năm trước',
  linear: 'chia đều theo số ngày',
  whole: 'bằng kế hoạch',
}

const states: Record<TargetState, string> = {
  onTrack: 'đạt tiến độ',
  watch: 'cần chú ý',
  late: 'chậm tiến độ',
  notJudged: '',
}

/** Against the plan: its share, and what is expected by now. A part of the units is not held against the whole. */
function plannedOf(line: LineFacts, whole: Told & { of: 'province' | 'units' }): Part[] {
  const { aim } = line
  if (!aim) return ['; chưa có kế hoạch để so sánh']
  const name = `kế hoạch ${periodLabel(periodOf(aim.plan), 'vi')}`
  const asked: Part[] = [linked(aim, bandWords(aim.plan, line, exact)), unitAfter(line)]
  if (whole.of === 'units' && line.parts < line.of)
    return [`; chưa tính tỷ lệ so với ${name} (`, ...asked, ') vì còn thiếu số liệu']
  const share = shareIn(line, whole.value, aim)
  const part: Part[] =
    share === null
      ? [`; ${name} là `, ...asked]
      : ['; bằng ', linked(whole, share), ` ${name} (`, ...asked, ')']
  const { share: way, state } = standingTo(whole.value, aim, line.direction)
  const stands = states[state] && `: ${states[state]}`
  if (aim.by === 'whole') return [...part, stands]
  return [
    ...part,
    '; mức phải đạt đến hết kỳ ',
    linked(aim, bandWords(aim, line, worked)),
    `${unitAfter(line)} (${ways[aim.by]})`,
    ...(way === null ? [] : [', đạt ', linked(whole, `${digits(way * 100, 2)}%`)]),
    stands,
  ]
}

const none = paragraph('Không có.')

/** What fell short: of the plans, in the words of the period's documents, in reporting itself. */
function shortOf(facts: SynthesisFacts): Block[] {
  const late = facts.lines.flatMap((line) => behindOf(line))
  const quotes = facts.shortcomings.map((one) =>
    told('- ', linked(one, `“${one.quote}”`), ` (${one.topic}; ${one.document}).`),
  )
  return [
    paragraph('1. Chỉ tiêu chậm so với kế hoạch:'),
    ...(late.length > 0 ? late : [none]),
    paragraph('2. Tồn tại, hạn chế được nêu trong các văn bản của kỳ:'),
    ...(quotes.length > 0 ? quotes : [none]),
    paragraph('3. Thực hiện chế độ báo cáo:'),
    ...reportingOf(facts),
  ]
}

/** How the whole stands to what is expected; null where it cannot be told. */
function wholeStanding(line: LineFacts) {
  const { whole, aim, direction } = line
  if (typeof whole === 'string' || !aim) return null
  if (whole.of === 'units' && line.parts < line.of) return null
  return { whole, ...standingTo(whole.value, aim, direction) }
}

function behindUnits(line: LineFacts) {
  return line.units.flatMap((one) => {
    if (one.value === null || one.aim === null) return []
    const { share, state } = standingTo(one.value.value, one.aim, line.direction)
    return state === 'late' ? [{ ...one, value: one.value, share }] : []
  })
}

function behindOf(line: LineFacts): Block[] {
  const found = wholeStanding(line)
  const units = behindUnits(line)
  const whole: Part[] =
    found && (found.state === 'late' || found.state === 'watch')
      ? [
          `toàn tỉnh ${states[found.state]}`,
          ...(found.share === null
            ? []
            : [
                ', mới đạt ',
                linked(found.whole, `${digits(found.share * 100, 2)}%`),
                ' mức phải đạt',
              ]),
        ]
      : []
  const those = units.map((one): Part[] => [
    `${one.body} (`,
    linked(
      one.value,
      one.share === null
        ? `${exact(one.value.value, line)}${unitAfter(line)}`
        : `${digits(one.share * 100, 2)}%`,
    ),
    one.explanation ? `; giải trình: “${one.explanation}”)` : ')',
  ])
  if (whole.length === 0 && those.length === 0) return []
  const list: Part[] = those.length > 0 ? ['đơn vị chậm: ', ...joined(those, '; ')] : []
  return [
    told(
      `- ${line.nameVi}: `,
      ...joined(
        [whole, list].filter((one) => one.length > 0),
        '; ',
      ),
      '.',
    ),
  ]
}

function reportingOf({ slots, listPath }: SynthesisFacts): Block[] {
  const of = (wanted: (slot: SynthesisFacts['slots'][number]) => boolean) => slots.filter(wanted)
  const groups: [string, SynthesisFacts['slots']][] = [
    ['Chưa gửi báo cáo, đã quá hạn', of((one) => one.timing === 'missing')],
    ['Chưa gửi báo cáo, chưa đến hạn', of((one) => one.timing === 'notDue')],
    ['Đã gửi, chưa được duyệt', of((one) => one.sentOn !== null && !isAccepted(one))],
    ['Gửi muộn', of((one) => one.timing === 'late')],
    ['Được miễn báo cáo', of((one) => one.timing === 'excused')],
  ]
  const told_ = groups.flatMap(([title, those]) => {
    if (those.length === 0) return []
    const names = those.map((one): Part[] => [
      linked(one, one.body),
      one.timing === 'excused' && one.reason ? ` (${one.reason})` : '',
    ])
    return [
      told(
        ...[`- ${title}: `, { text: String(those.length), path: listPath }, ' đơn vị ('],
        ...joined(names, '; '),
        ').',
      ),
    ]
  })
  return told_.length > 0 ? told_ : [paragraph('Các đơn vị gửi báo cáo đầy đủ, đúng hạn.')]
}

/** What follows from the figures, and the orders on these indicators that stand open; the office adds the rest. */
function tasksOf(facts: SynthesisFacts): Block[] {
  const owing = facts.slots.filter((one) => one.timing === 'missing')
  const late = facts.lines.flatMap((line) => {
    const found = wholeStanding(line)
    const behind = found?.state === 'late' || behindUnits(line).length > 0
    return behind ? [{ name: line.nameVi, units: behindUnits(line).map((one) => one.body) }] : []
  })
  const asked = [
    ...late.map(({ name, units }) =>
      told(
        `Tập trung khắc phục chỉ tiêu ${name}${units.length > 0 ? ` ở ${units.join(', ')}` : ''}; làm rõ nguyên nhân, giải pháp trong báo cáo kỳ sau.`,
      ),
    ),
    ...(owing.length > 0
      ? [
          told(
            'Gửi ngay báo cáo còn nợ: ',
            ...joined(
              owing.map((one) => [linked(one, one.body)]),
              '; ',
            ),
            '.',
          ),
        ]
      : []),
    ...facts.tasks.map((task) =>
      told(
        linked(task, task.action),
        ` (${task.lead}${task.due ? `; hạn ${writtenDate(task.due)}` : ''}).`,
      ),
    ),
  ]
  if (asked.length === 0) return [none]
  return asked.map((block, at) => numbered(block, `${at + 1}. `))
}

function numbered(block: Block, mark: string): Block {
  if (block.kind === 'table') return block
  const links = block.links?.map(({ from, to, path }) => ({
    ...{ from: from + mark.length, to: to + mark.length, path },
  }))
  return { ...block, text: mark + block.text, links }
}
