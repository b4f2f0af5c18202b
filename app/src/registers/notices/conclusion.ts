// The conclusion notice as it follows from the record: what was decided item by item, and the annex of
// tasks. Nothing is put in that the record does not hold; the office adds the rest on the screen.
import { writtenDate } from '../../calendar.ts'
import type { Annex, Block, NoticeContent } from './content.ts'
import type { ConferenceFacts, TaskFact } from './facts.ts'
import type { Layout } from './layout.ts'
import { isParty, letterheadOf } from './numbering.ts'
import {
  comrade,
  deadlineWords,
  decider,
  decisionBlocks,
  heading1,
  holdersOf,
  itemHeading,
  paragraph,
  sittingOf,
  titleAlone,
} from './wording.ts'

/** A notice that this one corrects, as it is cited. */
export interface Corrected {
  cited: string
  date: string
}

/** The content of a conclusion notice. */
export function conclusionOf(
  facts: ConferenceFacts,
  layout: Layout,
  corrected: Corrected | null,
): NoticeContent {
  const mark = layout.words.headingMark.value
  const tasks = facts.items.flatMap((item) => item.tasks)
  const blocks: Block[] = [...openingOf(facts)]
  let section = 1
  if (facts.assessment) {
    blocks.push(heading1(section++, mark, 'Đánh giá chung'), ...linesOf(facts.assessment))
  }
  blocks.push(heading1(section++, mark, 'Kết luận từng nội dung'))
  for (const [index, item] of facts.items.entries()) {
    blocks.push(itemHeading(item, index), ...decisionBlocks(facts, item))
  }
  if (tasks.length > 0) {
    blocks.push(heading1(section++, mark, 'Nhiệm vụ'), paragraph(annexSentence(tasks.length)))
  }
  blocks.push(heading1(section, mark, 'Tổ chức thực hiện'), ...carryingOut(facts, layout))
  if (corrected) blocks.push(paragraph(correction(corrected)))
  return {
    ...headOf(facts, layout),
    title: 'Thông báo',
    subject: subjectOf(facts),
    blocks,
    signatures: [byOrder(facts, layout)],
    recipients: recipientsOf(facts),
    annexes: tasks.length > 0 ? [taskAnnex(facts, tasks)] : [],
    items: facts.items.map((item) => item.id),
  }
}

const linesOf = (text: string): Block[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => paragraph(line))

/** Letterhead, place and filing line. */
export function headOf(facts: ConferenceFacts, layout: Layout) {
  const { above, issuer, committee } = letterheadOf(facts.body)
  return {
    above: above ?? '',
    issuer,
    place: facts.province,
    filing: layout.words.filing.value.replace('{committee}', committee),
  }
}

/** Who signs by order: the office's head, whose name the office fills in. */
export function byOrder(facts: ConferenceFacts, layout: Layout) {
  const { signsFor } = letterheadOf(facts.body)
  return {
    authority: `${layout.words.byOrder.value} ${signsFor}`,
    post: 'Chánh Văn phòng',
    name: '',
  }
}

function subjectOf(facts: ConferenceFacts): string {
  const { title, day } = facts
  const where = day ? `${sittingOf(title)} ngày ${writtenDate(day)}` : title
  return `Kết luận của ${holdersOf(facts)} tại ${where}`
}

function openingOf(facts: ConferenceFacts): Block[] {
  const { title, place, day, people, items } = facts
  const chair = people.find((one) => one.capacity === 'chair')
  const when = day ? `Ngày ${writtenDate(day)}, ` : ''
  const where = place ? `tại ${place}, ` : ''
  const led = chair ? ` do ${comrade(chair)} chủ trì` : ''
  const held = `${when}${where}${holdersOf(facts)} tổ chức ${titleAlone(title)}${led}.`
  const submitters = [...new Set(items.flatMap((item) => item.submitter ?? []))]
  const heard = submitters.length > 0 ? `${submitters.join(', ')} trình bày và ` : ''
  return [
    paragraph(`${held[0]?.toUpperCase() ?? ''}${held.slice(1)}`),
    paragraph(
      `Sau khi nghe ${heard}ý kiến phát biểu của các đại biểu dự họp, ${decider(facts)} kết luận như sau:`,
    ),
  ]
}

const annexSentence = (count: number): string =>
  `Giao các cơ quan, đơn vị thực hiện ${count} nhiệm vụ tại Phụ lục kèm theo Thông báo này.`

function carryingOut({ body }: ConferenceFacts, layout: Layout): Block[] {
  const { committee, signsFor } = letterheadOf(body)
  const office = `Văn phòng ${committee}`
  const above = isParty(body.kind) ? `Thường trực ${committee}` : body.name
  const order = layout.words.byOrder.value === 'T/L' ? `Thừa lệnh ${signsFor}, ` : ''
  return [
    paragraph(`Giao ${office} theo dõi, đôn đốc việc thực hiện Thông báo này, báo cáo ${above}.`),
    paragraph(
      `${order}${office} thông báo để các cơ quan, đơn vị, địa phương biết, tổ chức thực hiện.`,
    ),
  ]
}

const correction = ({ cited, date }: Corrected): string =>
  `Thông báo này đính chính Thông báo số ${cited}, ngày ${writtenDate(date)}.`

/** Who has something to do or has submitted, each once. */
function recipientsOf({ items, others }: ConferenceFacts): string[] {
  const named = items.flatMap(({ submitter, tasks }) => [
    submitter,
    ...tasks.flatMap(({ lead, cooperating }) => [lead, ...cooperating]),
  ])
  const bodies = [...new Set([...others, ...named.filter((name) => name !== null)])]
  return ['Các đồng chí dự họp', ...bodies]
}

function taskAnnex(facts: ConferenceFacts, tasks: readonly TaskFact[]): Annex {
  const columns = [
    { title: 'TT', share: 5 },
    { title: 'Nội dung nhiệm vụ', share: 34 },
    { title: 'Cơ quan chủ trì', share: 17 },
    { title: 'Cơ quan phối hợp', share: 17 },
    { title: 'Sản phẩm', share: 14 },
    { title: 'Thời hạn', share: 13 },
  ]
  return {
    label: 'Phụ lục',
    title: `Danh mục nhiệm vụ giao tại ${titleAlone(facts.title)}`,
    note: '(Kèm theo Thông báo {number})',
    table: {
      columns,
      rows: tasks.map((task, index) => [
        String(index + 1),
        task.action,
        task.lead ?? '',
        task.cooperating.join('; '),
        task.product ?? '',
        deadlineWords(task),
      ]),
    },
  }
}
