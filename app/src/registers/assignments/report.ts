// The progress report to the Standing Board, as it follows from the count and the lists: a paper to be read,
// completed and numbered by the office. It is Vietnamese whoever makes it.
import { writtenDate } from '../../calendar.ts'
import type { Block, NoticeContent, Signature, TextTable } from '../notices/content.ts'
import type { Layout } from '../notices/layout.ts'
import { type IssuingBody, letterheadOf } from '../notices/numbering.ts'
import { heading1, paragraph } from '../notices/wording.ts'
import type { TaskCount } from './contract.ts'

/** A task as a list of the report tells it. */
export interface ToldTask {
  action: string
  lead: string
  source: string
}

export interface ReportFacts {
  body: IssuingBody
  /** Name of the province with its kind, as the registers have it. */
  province: string
  /** Its name alone: the place before the date. */
  place: string
  today: string
  basis: 'original' | 'current'
  roll: 'asWritten' | 'nextWorkingDay'
  staleMonths: number
  /** Which tasks are counted. */
  counted: {
    by?: 'all' | 'assigned' | 'due' | undefined
    from?: string | undefined
    to?: string | undefined
  }
  /** What is told of: the period with both its days. */
  since: string
  until: string
  all: TaskCount
  bodies: readonly { name: string | null; count: TaskCount; share: number | null }[]
  overdue: readonly (ToldTask & { due: string; days: number })[]
  stale: readonly (ToldTask & { givenOn: string | null })[]
  extended: readonly (ToldTask & { former: string; granted: string; reason: string })[]
  confirmed: readonly (ToldTask & { doneOn: string; result: string })[]
  /** Requests for more time that wait for an answer. */
  asked: number
}

const n = (value: number): string => value.toLocaleString('vi-VN')

/** `87,4%`; a dash where a share would say nothing. */
export const shareWords = (share: number | null): string =>
  share === null ? '–' : `${(Math.round(share * 1000) / 10).toLocaleString('vi-VN')}%`

/** The content of the report, for the layout of the body that reports. */
export function reportOf(facts: ReportFacts, layout: Layout): NoticeContent {
  const { above, issuer, committee } = letterheadOf(facts.body)
  const mark = layout.words.headingMark.value
  let section = 1
  const under = (title: string, ...blocks: Block[]): Block[] => [
    heading1(section++, mark, title),
    ...blocks,
  ]
  const to = boardOf(facts)
  return {
    above: above ?? '',
    issuer,
    place: facts.place,
    title: 'Báo cáo',
    subject: `Tiến độ thực hiện các nhiệm vụ được giao, từ ngày ${writtenDate(facts.since)} đến ngày ${writtenDate(facts.until)}`,
    blocks: [
      { kind: 'centred', text: `Kính gửi: ${to}` },
      ...under('Tình hình chung', ...generalOf(facts)),
      ...under('Kết quả theo cơ quan', ...bodiesOf(facts)),
      ...under(`Nhiệm vụ quá hạn (${n(facts.overdue.length)})`, ...overdueOf(facts)),
      ...under(
        `Nhiệm vụ không có hạn, giao đã quá ${facts.staleMonths} tháng (${n(facts.stale.length)})`,
        ...staleOf(facts),
      ),
      ...under(`Gia hạn đã đồng ý trong kỳ (${n(facts.extended.length)})`, ...extendedOf(facts)),
      ...under(
        `Nhiệm vụ được xác nhận hoàn thành trong kỳ (${n(facts.confirmed.length)})`,
        ...confirmedOf(facts),
      ),
      ...under('Đề xuất, kiến nghị', ...proposalsOf(facts)),
    ],
    signatures: [signerOf(facts.body, layout)],
    recipients: ['Như trên'],
    filing: layout.words.filing.value.replace('{committee}', committee),
    annexes: [],
    items: [],
  }
}

/** The standing board of the committee that the body belongs to; for a body of the State, of the province's. */
function boardOf({ body, province }: ReportFacts): string {
  const { committee } = letterheadOf(body)
  if (/^(Tỉnh ủy|Thành ủy|Đảng ủy)/.test(committee)) return `Ban Thường vụ ${committee}`
  return `Ban Thường vụ ${/^Thành phố /.test(province) ? 'Thành ủy' : 'Tỉnh ủy'}`
}

/** An office reports itself; for a committee or its board the head of its office signs by order. */
export function signerOf(body: IssuingBody, layout: Layout): Signature {
  if (/^Văn phòng/.test(body.name)) return { authority: '', post: 'Chánh Văn phòng', name: '' }
  const { signsFor } = letterheadOf(body)
  const board =
    /^(Tỉnh ủy|Thành ủy|Đảng ủy|Ban Thường vụ|Ban Chấp hành|Ủy ban nhân dân|Hội đồng nhân dân)/
  if (!board.test(body.name)) return { authority: '', post: 'Thủ trưởng cơ quan', name: '' }
  return {
    authority: `${layout.words.byOrder.value} ${signsFor}`,
    post: 'Chánh Văn phòng',
    name: '',
  }
}

function generalOf(facts: ReportFacts): Block[] {
  const { all: count, today } = facts
  const aside = [
    count.paused > 0 && `${n(count.paused)} nhiệm vụ tạm dừng`,
    count.revoked > 0 && `${n(count.revoked)} nhiệm vụ đã thu hồi`,
  ].filter(Boolean)
  return [
    paragraph(
      `Tính đến ngày ${writtenDate(today)}, tổng số ${n(count.total)} nhiệm vụ${countedWords(facts)}, trong đó ${n(count.withDeadline)} nhiệm vụ có hạn và ${n(count.withoutDeadline)} nhiệm vụ không có hạn. Cụ thể:`,
    ),
    paragraph(
      `- Đã hoàn thành: ${n(count.done)} nhiệm vụ; đúng hạn ${n(count.doneOnTime)} (${n(count.doneWithoutDeadline)} nhiệm vụ không có hạn), muộn ${n(count.doneLate)}.`,
    ),
    paragraph(
      `- Đang thực hiện: ${n(count.open)} nhiệm vụ; trong hạn ${n(count.openInTerm)} (${n(count.openWithoutDeadline)} nhiệm vụ không có hạn), quá hạn ${n(count.openOverdue)} (${n(count.openOverdue30)} nhiệm vụ quá hạn trên 30 ngày).`,
    ),
    paragraph(
      `- Trong số đang thực hiện, ${n(count.awaiting)} nhiệm vụ đã báo cáo hoàn thành, chờ xác nhận; ${n(count.stale)} nhiệm vụ không có hạn, giao đã quá ${facts.staleMonths} tháng.`,
    ),
    ...(aside.length > 0 ? [paragraph(`Không tính trong tổng số: ${aside.join('; ')}.`)] : []),
    paragraph(ruleWords(facts)),
  ]
}

function countedWords({ counted: { by = 'assigned', from, to } }: ReportFacts): string {
  if (by === 'all' || (by === 'assigned' && !from && !to)) return ''
  const what = by === 'due' ? 'có hạn' : 'giao'
  const days = [from && `từ ngày ${writtenDate(from)}`, to && `đến ngày ${writtenDate(to)}`]
  return ` ${[what, ...days.filter(Boolean)].join(' ')}`
}

/** By which rule the figures came about, as every count names it. */
export function ruleWords({ basis, roll }: Pick<ReportFacts, 'basis' | 'roll'>): string {
  const which =
    basis === 'original'
      ? 'hạn được giao ban đầu, kể cả khi sau đó được gia hạn'
      : 'hạn được gia hạn gần nhất'
  const off =
    roll === 'nextWorkingDay'
      ? 'hạn trùng ngày nghỉ được tính đến ngày làm việc tiếp theo'
      : 'hạn trùng ngày nghỉ giữ nguyên như văn bản ghi'
  return `Cách tính: theo ${which}; ${off}; nhiệm vụ không có hạn được tính là đúng hạn khi đã hoàn thành, là trong hạn khi đang thực hiện.`
}

const table = (columns: TextTable['columns'], rows: string[][]): Block => ({
  kind: 'table',
  table: { columns, rows: rows.map((cells, at) => [String(at + 1), ...cells]) },
})

const none = paragraph('Không có.')

function bodiesOf({ bodies }: ReportFacts): Block[] {
  const counted = bodies.filter(({ count }) => count.total > 0)
  if (counted.length === 0) return [none]
  const number = (title: string, share: number) => ({ title, share, centred: true })
  return [
    table(
      [
        { title: 'TT', share: 6 },
        { title: 'Cơ quan chủ trì', share: 30 },
        number('Tổng số', 9),
        number('Đúng hạn', 9),
        number('Muộn', 9),
        number('Quá hạn', 9),
        number('Trong hạn', 9),
        number('Không có hạn', 9),
        number('Tỷ lệ đúng hạn', 10),
      ],
      counted.map(({ name, count, share }) => [
        name ?? 'Chưa có, hoặc ngoài danh sách cơ quan của tỉnh',
        n(count.total),
        n(count.doneByDeadline),
        n(count.doneLate),
        n(count.openOverdue),
        n(count.openInTerm - count.openWithoutDeadline),
        n(count.withoutDeadline),
        shareWords(share),
      ]),
    ),
    paragraph(
      'Các cột đúng hạn, muộn, quá hạn, trong hạn chỉ gồm nhiệm vụ có hạn. Tỷ lệ đúng hạn = đúng hạn ÷ (đúng hạn + muộn + quá hạn); không tính tỷ lệ (–) cho cơ quan có dưới 5 nhiệm vụ như vậy.',
    ),
  ]
}

const first = [
  { title: 'TT', share: 6 },
  { title: 'Nhiệm vụ', share: 32 },
  { title: 'Cơ quan chủ trì', share: 18 },
]

function overdueOf({ overdue }: ReportFacts): Block[] {
  if (overdue.length === 0) return [none]
  return [
    table(
      [
        ...first,
        { title: 'Hạn', share: 16, centred: true },
        { title: 'Số ngày quá hạn', share: 9, centred: true },
        { title: 'Nguồn giao', share: 19 },
      ],
      overdue.map((one) => [one.action, one.lead, writtenDate(one.due), n(one.days), one.source]),
    ),
  ]
}

function staleOf({ stale }: ReportFacts): Block[] {
  if (stale.length === 0) return [none]
  return [
    table(
      [
        ...first,
        { title: 'Ngày giao', share: 16, centred: true },
        { title: 'Nguồn giao', share: 28 },
      ],
      stale.map((one) => [one.action, one.lead, writtenDate(one.givenOn), one.source]),
    ),
  ]
}

function extendedOf({ extended }: ReportFacts): Block[] {
  if (extended.length === 0) return [none]
  return [
    table(
      [
        ...first,
        { title: 'Hạn cũ', share: 16, centred: true },
        { title: 'Hạn mới', share: 16, centred: true },
        { title: 'Lý do', share: 12 },
      ],
      extended.map((one) => [
        one.action,
        one.lead,
        writtenDate(one.former),
        writtenDate(one.granted),
        one.reason,
      ]),
    ),
  ]
}

function confirmedOf({ confirmed }: ReportFacts): Block[] {
  if (confirmed.length === 0) return [none]
  return [
    table(
      [
        ...first,
        { title: 'Ngày hoàn thành', share: 16, centred: true },
        { title: 'Kết quả', share: 28 },
      ],
      confirmed.map((one) => [one.action, one.lead, writtenDate(one.doneOn), one.result]),
    ),
  ]
}

/** What follows from the figures; the office adds the rest. */
function proposalsOf({ all, bodies, asked, staleMonths }: ReportFacts): Block[] {
  const late = bodies.filter(({ name, count }) => name !== null && count.openOverdue > 0)
  const proposals = [
    late.length > 0 &&
      `Yêu cầu các cơ quan có nhiệm vụ quá hạn khẩn trương hoàn thành, báo cáo rõ lý do: ${late
        .map(({ name, count }) => `${name} (${n(count.openOverdue)})`)
        .join('; ')}.`,
    all.stale > 0 &&
      `Xác định thời hạn hoàn thành cho ${n(all.stale)} nhiệm vụ không có hạn, giao đã quá ${staleMonths} tháng.`,
    all.awaiting > 0 &&
      `Xem xét, xác nhận hoặc trả lại ${n(all.awaiting)} nhiệm vụ đã báo cáo hoàn thành.`,
    asked > 0 && `Xem xét ${n(asked)} đề nghị gia hạn đang chờ trả lời.`,
  ].filter((one) => one !== false)
  if (proposals.length === 0) return [paragraph('Không có.')]
  return proposals.map((text, at) => paragraph(`${at + 1}. ${text}`))
}
