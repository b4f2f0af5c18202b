// Vietnamese phrases that all notices of a conference share. Documents are Vietnamese whoever makes them.
import { writtenDate } from '../../calendar.ts'
import type { Outcome } from '../conferences/plan.ts'
import type { Block } from './content.ts'
import type { ConferenceFacts, ItemFact, PersonFact, TaskFact, VoteFact } from './facts.ts'

/** What the conference did, after its name; empty where only the text can say it. */
const verbs: Record<Outcome, string> = {
  adopted: 'thông qua',
  agreed: 'thống nhất',
  agreedInPrinciple: 'đồng ý về chủ trương',
  agreedWithChanges: 'thống nhất, có chỉnh sửa, bổ sung',
  opinionGiven: 'đã cho ý kiến',
  returned: 'yêu cầu hoàn thiện hồ sơ, trình lại',
  postponed: 'lùi việc xem xét nội dung này',
  noted: 'ghi nhận',
  elected: 'đã bầu',
  dismissed: 'đã miễn nhiệm',
  issued: 'quyết định ban hành',
  other: '',
}

/** `I- KẾT LUẬN`, `I. KẾT LUẬN`: which it is depends on the rules. */
export const heading1 = (number: number, mark: string, text: string): Block => ({
  kind: 'heading1',
  text: `${['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'][number] ?? number}${mark} ${text}`,
})

export const paragraph = (text: string, item?: string): Block => ({
  kind: 'paragraph',
  text,
  ...(item ? { item } : {}),
})

/** `1. Về Đề án …`: the number it has on the agenda, the item's own title left as it is. */
export function itemHeading(item: ItemFact, index: number): Block {
  const about = /^(Về|Việc)\s/.test(item.title) ? item.title : `Về ${item.title}`
  return { kind: 'heading2', text: `${item.number ?? index + 1}. ${about}`, item: item.id }
}

/**
 * What was decided on an item: what the conference did, where the text does not say it by itself, then
 * the text as it was written down, a paragraph a line.
 */
export function decisionBlocks(facts: ConferenceFacts, item: ItemFact): Block[] {
  const { decision } = item
  if (!decision) return [paragraph('(Chưa ghi kết luận.)', item.id)]
  const verb = decision.outcome ? verbs[decision.outcome] : ''
  const said = verb === '' || saysFirst(decider(facts), decision.body, verb)
  const under = decision.conditions ? `, với điều kiện: ${unended(decision.conditions)}` : ''
  const blocks: Block[] = []
  if (!said || under) {
    blocks.push(paragraph(`${decider(facts)} ${verb || 'kết luận'}${under}.`, item.id))
  }
  return [...blocks, ...decisionLines(item.id, decision.body)]
}

/**
 * Whether a decision begins with the verb, behind the name of who decides or "Hội nghị" where it stands first.
 * Anywhere else it may be of something else, or denied.
 */
function saysFirst(body: string, text: string, verb: string): boolean {
  const lower = (words: string) => words.trim().toLocaleLowerCase('vi')
  const openings = [
    lower(body),
    'hội nghị',
    'phiên họp',
    'kỳ họp',
    'ban thường vụ',
    'ban chấp hành',
  ]
  const first = lower(text)
  const opening = openings.find((one) => first.startsWith(`${one} `)) ?? ''
  return first.slice(opening.length).trimStart().startsWith(verb)
}

/** The words of a decision, a paragraph a line. */
export const decisionLines = (item: string, body: string): Block[] =>
  body
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((text) => ({ kind: 'paragraph', text, item, decision: true }))

export const unended = (text: string): string => text.trim().replace(/[.;]+$/, '')

/** `đồng chí Nguyễn Văn An, Bí thư Tỉnh ủy`. */
export const comrade = ({ name, title }: Pick<PersonFact, 'name' | 'title'>): string =>
  `đồng chí ${name}${title ? `, ${title}` : ''}`

/** Who holds the conference: `Ban Thường vụ Tỉnh ủy và Đảng ủy Ủy ban nhân dân tỉnh`. */
export const holdersOf = ({ body, others }: Pick<ConferenceFacts, 'body' | 'others'>): string =>
  others.length === 0
    ? body.name
    : `${[body.name, ...others.slice(0, -1)].join(', ')} và ${others.at(-1)}`

/** Who concludes: the body alone, or the conference of several. */
export const decider = (facts: Pick<ConferenceFacts, 'body' | 'others' | 'title'>): string =>
  facts.others.length === 0 ? facts.body.name : sittingOf(facts.title)

/** `Hội nghị`, `Phiên họp`, …: how the conference's own title begins. */
export const sittingOf = (title: string): string =>
  /^(Hội nghị|Phiên họp|Kỳ họp|Cuộc họp|Buổi làm việc)/.exec(title)?.[1] ?? 'Hội nghị'

/** The title without the day that stands at its end. */
export const titleAlone = (title: string): string =>
  title.replace(/, ?(ngày )?\d{1,2}\/\d{1,2}\/\d{4}$/, '')

export const deadlineWords = (task: TaskFact): string =>
  task.deadline ? writtenDate(task.deadline) : (task.deadlineText ?? '')

/** `Biểu quyết thông qua Nghị quyết: tán thành 45/50 (90%), …`. */
export function voteWords(vote: VoteFact): string {
  const part = (count: number) => {
    const share = vote.baseCount === 0 ? 0 : Math.round((count / vote.baseCount) * 1000) / 10
    return `${count}/${vote.baseCount} (${String(share).replace('.', ',')}%)`
  }
  const of = vote.base === 'members' ? 'tổng số thành viên' : 'số có mặt'
  const how = vote.kind === 'secret' ? 'bỏ phiếu kín' : 'biểu quyết công khai'
  return `${unended(vote.question)} (${how}, tính trên ${of}): tán thành ${part(vote.agree)}, không tán thành ${part(vote.disagree)}, không có ý kiến ${part(vote.abstain)}.`
}
