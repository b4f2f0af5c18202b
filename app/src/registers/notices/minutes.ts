// Minutes as they follow from the record, and the extract of them for whoever submitted one item.
import { writtenDate } from '../../calendar.ts'
import { byOrder, headOf } from './conclusion.ts'
import type { Block, NoticeContent } from './content.ts'
import type { ConferenceFacts, ItemFact, OpinionFact, PersonFact } from './facts.ts'
import type { Layout } from './layout.ts'
import {
  comrade,
  decisionBlocks,
  heading1,
  holdersOf,
  itemHeading,
  paragraph,
  sittingOf,
  titleAlone,
  unended,
  voteWords,
} from './wording.ts'

/** The content of the minutes: who was there, what was said, voted and decided. */
export function minutesOf(facts: ConferenceFacts, layout: Layout): NoticeContent {
  const mark = layout.words.headingMark.value
  const chair = facts.people.find((one) => one.capacity === 'chair')
  const blocks: Block[] = [
    heading1(1, mark, 'Thời gian, địa điểm, thành phần'),
    ...settingOf(facts),
    ...attendanceOf(facts.people),
    heading1(2, mark, 'Nội dung'),
  ]
  for (const [index, item] of facts.items.entries()) {
    blocks.push(itemHeading(item, index), ...proceedingsOf(facts, item, true))
  }
  const until = facts.until ? ` hồi ${facts.until} cùng ngày` : ''
  blocks.push(
    paragraph(`${sittingOf(facts.title)} kết thúc${until}. Biên bản được thông qua và ký tên.`),
  )
  return {
    ...headOf(facts, layout),
    title: 'Biên bản',
    subject: titleAlone(facts.title),
    blocks,
    signatures: [
      { authority: '', post: 'Người ghi biên bản', name: '' },
      { authority: '', post: `Chủ trì ${sittingOf(facts.title)}`, name: chair?.name ?? '' },
    ],
    recipients: [],
    annexes: [],
    items: facts.items.map((item) => item.id),
  }
}

/**
 * The extract of the minutes on one item: what was voted and decided. What single people said stays in
 * the minutes.
 */
export function excerptOf(facts: ConferenceFacts, layout: Layout, item: ItemFact): NoticeContent {
  return {
    ...headOf(facts, layout),
    title: 'Trích biên bản',
    subject: titleAlone(facts.title),
    blocks: [
      ...settingOf(facts),
      paragraph(`Nội dung: ${item.title}.`, item.id),
      ...proceedingsOf(facts, item, false),
    ],
    signatures: [byOrder(facts, layout)],
    recipients: item.submitter ? [item.submitter] : [],
    annexes: [],
    items: [item.id],
  }
}

function settingOf(facts: ConferenceFacts): Block[] {
  const { day, from, place, people, others } = facts
  const chair = people.find((one) => one.capacity === 'chair')
  const time = [from, day ? `ngày ${writtenDate(day)}` : null].filter((part) => part !== null)
  const blocks: Block[] = []
  if (time.length > 0) blocks.push(paragraph(`Thời gian: ${time.join(', ')}.`))
  if (place) blocks.push(paragraph(`Địa điểm: ${place}.`))
  if (others.length > 0) blocks.push(paragraph(`Cơ quan tổ chức: ${holdersOf(facts)}.`))
  if (chair) blocks.push(paragraph(`Chủ trì: ${comrade(chair)}.`))
  return blocks
}

function attendanceOf(people: readonly PersonFact[]): Block[] {
  const members = people.filter(({ capacity }) => capacity === 'chair' || capacity === 'member')
  const invited = people.filter(({ capacity }) => capacity === 'invited' || capacity === 'forItems')
  const there = (all: readonly PersonFact[]) =>
    all.filter(({ attendance }) => attendance === 'present')
  const away = members.filter(({ attendance }) => attendance !== 'present')
  const blocks: Block[] = []
  if (members.length > 0) {
    const present = there(members)
    blocks.push(
      paragraph(`Có mặt ${present.length}/${members.length} thành viên${namesOf(present)}.`),
    )
  }
  if (away.length > 0) {
    const names = away.map((one) => `${one.name}${awayWords(one)}`)
    blocks.push(paragraph(`Vắng mặt ${away.length} thành viên: ${names.join('; ')}.`))
  }
  if (there(invited).length > 0) {
    blocks.push(paragraph(`Đại biểu mời dự${namesOf(there(invited))}.`))
  }
  return blocks
}

const namesOf = (people: readonly PersonFact[]): string =>
  people.length === 0
    ? ''
    : `: ${people.map(({ name, title, substitute }) => `${name}${title ? ` (${title})` : ''}${substitute ? `, dự thay: ${substitute}` : ''}`).join('; ')}`

function awayWords({ attendance, reason }: PersonFact): string {
  const how = attendance === 'excused' ? 'có lý do' : attendance === 'absent' ? 'không lý do' : ''
  const words = [how, reason ? unended(reason) : ''].filter(Boolean).join(': ')
  return words === '' ? '' : ` (${words})`
}

function proceedingsOf(facts: ConferenceFacts, item: ItemFact, spoken: boolean): Block[] {
  const blocks: Block[] = []
  if (item.submitter) blocks.push(paragraph(`${item.submitter} trình bày.`, item.id))
  if (spoken && item.opinions.length > 0) {
    blocks.push(paragraph('Ý kiến phát biểu:', item.id))
    for (const opinion of item.opinions) blocks.push(paragraph(opinionWords(opinion), item.id))
  }
  for (const vote of item.votes) {
    blocks.push(paragraph(`Biểu quyết: ${voteWords(vote)}`, item.id))
  }
  return [...blocks, paragraph('Kết luận:', item.id), ...decisionBlocks(facts, item)]
}

function opinionWords({ speaker, speakerTitle, clause, body }: OpinionFact): string {
  const who = `- ${comrade({ name: speaker, title: speakerTitle })}`.replace('- đ', '- Đ')
  return `${who}${clause ? ` (${clause})` : ''}: ${body.trim().replace(/\s*\n\s*/g, ' ')}`
}
