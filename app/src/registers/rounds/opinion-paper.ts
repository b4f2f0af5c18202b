// The table of opinions with their answers (tổng hợp, tiếp thu, giải trình ý kiến) as a paper: one table for
// each draft. Vietnamese whoever asks for it; nothing is put in that the record does not hold.
import { todayInVietnam, writtenDate } from '../../calendar.ts'
import type { Block, NoticeContent } from '../notices/content.ts'
import type { Layout } from '../notices/layout.ts'
import { type IssuingBody, letterheadOf } from '../notices/numbering.ts'
import { heading1, paragraph, unended } from '../notices/wording.ts'
import type { OpinionView } from './opinions-contract.ts'
import { type AnswerCounts, countOpinions, type OpinionAnswer, type Stance } from './round.ts'

/** What the table is made from: all of it as the one who asks may know it. */
export interface OpinionFacts {
  matter: string
  /** The body under whose name it stands: who submitted the matter, else who heard it. */
  body: IssuingBody
  /** Name of the province without its kind: the place before the date. */
  province: string
  /** The day it is made, `YYYY-MM-DD`. */
  day: string
  opinions: readonly OpinionView[]
  rounds: readonly { title: string; counts: AnswerCounts }[]
}

const stances: Record<Stance, string> = {
  agree: 'Đồng ý',
  agreeWithChanges: 'Đồng ý, có góp ý',
  disagree: 'Không đồng ý',
  other: 'Ý kiến khác',
}

const answers: Record<OpinionAnswer, string> = {
  accepted: 'Tiếp thu',
  partly: 'Tiếp thu một phần',
  notAccepted: 'Không tiếp thu',
}

const unanswered = '(Chưa trả lời)'

/** Shares of the width of a page that lies. */
const columns = [
  { title: 'TT', share: 4 },
  { title: 'Cơ quan, người cho ý kiến', share: 15 },
  { title: 'Điều, khoản', share: 9 },
  { title: 'Nội dung ý kiến', share: 26 },
  { title: 'Tiếp thu', share: 10 },
  { title: 'Giải trình', share: 20 },
  { title: 'Cho ý kiến tại', share: 16 },
]

/** The content of the paper. It has no signature: it goes along with what is submitted. */
export function opinionPaper(facts: OpinionFacts, layout: Layout): NoticeContent {
  const { above, issuer } = letterheadOf(facts.body)
  return {
    ...{ above: above ?? '', issuer, place: facts.province },
    title: 'Bảng tổng hợp',
    subject: `Ý kiến, tiếp thu, giải trình ý kiến đối với ${facts.matter}`,
    blocks: [...askedOf(facts), ...tablesOf(facts, layout), paragraph(madeOn(facts.day))],
    ...{ signatures: [], recipients: [], filing: '', annexes: [], items: [] },
  }
}

/** How many were asked and answered, and what became of their opinions. */
function askedOf({ rounds, opinions }: OpinionFacts): Block[] {
  const { all, accepted, partly, notAccepted, unanswered: open } = countOpinions(opinions)
  const told = [
    `tiếp thu ${accepted}`,
    `tiếp thu một phần ${partly}`,
    `không tiếp thu ${notAccepted}`,
    `chưa trả lời ${open}`,
  ]
  return [
    ...rounds.map(({ title, counts }) =>
      paragraph(
        `Đợt lấy ý kiến “${unended(title)}”: hỏi ${counts.all}, trả lời ${counts.answered}, không trả lời ${counts.silent}. Không trả lời không được tính là đồng ý.`,
      ),
    ),
    paragraph(`Tổng số ${all} ý kiến: ${told.join(', ')}.`),
  ]
}

function tablesOf({ opinions }: OpinionFacts, layout: Layout): Block[] {
  const drafts = new Map<string | null, { title: string; own: OpinionView[] }>()
  for (const opinion of opinions) {
    const { paper } = opinion
    const title = paper?.title ?? 'Ý kiến chung'
    const draft = drafts.get(paper?.id ?? null) ?? { title, own: [] }
    drafts.set(paper?.id ?? null, draft)
    draft.own.push(opinion)
  }
  const mark = layout.words.headingMark.value
  return [...drafts.values()].flatMap(({ title, own }, index): Block[] => [
    ...(drafts.size > 1 || own[0]?.paper ? [heading1(index + 1, mark, title)] : []),
    { kind: 'table', table: { columns, rows: own.map(rowOf) } },
  ])
}

function rowOf(opinion: OpinionView, index: number): string[] {
  const { speaker, speakerTitle, clause, stance, body, answer, answerReason, given } = opinion
  const said = stance === 'other' ? body : `${stances[stance]}: ${body}`
  return [
    String(index + 1),
    [speaker, speakerTitle].filter(Boolean).join(', '),
    clause ?? '',
    said.trim(),
    answer ? answers[answer] : unanswered,
    answerReason?.trim() ?? '',
    `${given.title}, ngày ${writtenDate(todayInVietnam(new Date(opinion.givenAt)))}`,
  ]
}

const madeOn = (day: string): string =>
  `Bảng được lập từ hồ sơ ngày ${writtenDate(day)}, gồm những ý kiến mà người lập được xem.`
