// The interim or final review (sơ kết, tổng kết) of an instrument as a paper, drawn from its bodies, tasks and figures.
// Vietnamese whoever asks for it. Nothing is made up: what the registers do not hold stands as a gap to fill.
import { writtenDate } from '../../calendar.ts'
import { countOf } from '../assignments/assignment.ts'
import type { AssignmentState, AssignmentView } from '../assignments/contract.ts'
import { vi as assignmentWords } from '../assignments/texts.ts'
import type { IndicatorView, ObservationView } from '../indicators/contract.ts'
import type { Block, NoticeContent } from '../notices/content.ts'
import type { Layout } from '../notices/layout.ts'
import { type IssuingBody, letterheadOf } from '../notices/numbering.ts'
import { heading1, paragraph, unended } from '../notices/wording.ts'
import type { DutyView, InstrumentView, ReviewQuery } from './contract.ts'
import type { DutyState } from './duty.ts'
import { kindNames } from './kinds.ts'

/** What a review is drawn from: all of it as the one who asks may know it. */
export interface ReviewFacts {
  instrument: InstrumentView
  /** Its indicators with all their figures. */
  board: readonly { indicator: IndicatorView; series: readonly ObservationView[] }[]
  kind: ReviewQuery['kind']
  /** The period that it tells of, both days included. */
  from: string
  to: string
  /** The day it is made. */
  today: string
  body: IssuingBody
  province: string
  clock: Parameters<typeof countOf>[1]
}

const dutyWords: Record<DutyState, string> = {
  confirmed: 'đã hoàn thành, được xác nhận',
  reported: 'báo cáo hoàn thành, chờ xác nhận',
  underWay: 'đang triển khai',
  studied: 'đã quán triệt',
  late: 'chậm',
  toStudy: 'chưa quán triệt, còn hạn',
  notBegun: 'chưa báo cáo',
}

const stateWords: Record<AssignmentState, string> = assignmentWords.state

/** A place that a person has to fill: the registers say nothing of it. */
export const gap = (what: string): Block => paragraph(`[Cần bổ sung: ${what}.]`)

/** `Nghị quyết số 01-NQ/TU, ngày 05/01/2026 của Tỉnh ủy`. */
export const citedAs = (
  one: Pick<InstrumentView, 'kind' | 'symbol' | 'issuedOn' | 'issuer'>,
): string =>
  [
    kindNames[one.kind],
    one.symbol ? ` số ${one.symbol}` : '',
    one.issuedOn ? `, ngày ${writtenDate(one.issuedOn)}` : '',
    one.issuer ? ` của ${one.issuer}` : '',
  ].join('')

/** The paper; tables stand upright, so their cells are short. */
export function reviewPaper(facts: ReviewFacts, layout: Layout): NoticeContent {
  const { instrument, from, to, body } = facts
  const { above, issuer, signsFor } = letterheadOf(body)
  const mark = layout.words.headingMark.value
  const verb = facts.kind === 'interim' ? 'Sơ kết' : 'Tổng kết'
  const parts: [string, Block[]][] = [
    ['Quán triệt, triển khai', dutyBlocks(instrument)],
    ['Kết quả thực hiện nhiệm vụ', taskBlocks(facts)],
    ['Kết quả thực hiện chỉ tiêu', figureBlocks(facts)],
    ['Hạn chế, nguyên nhân', flawBlocks(instrument)],
    [
      'Phương hướng, nhiệm vụ thời gian tới',
      [gap('phương hướng, nhiệm vụ, giải pháp; đề xuất, kiến nghị')],
    ],
  ]
  return {
    ...{ above: above ?? '', issuer, place: facts.province },
    title: 'Báo cáo',
    subject: `${verb} việc thực hiện ${citedAs(instrument)} về ${aboutOf(instrument.title)}`,
    blocks: [
      paragraph(
        `Báo cáo tính trong thời gian từ ngày ${writtenDate(from)} đến ngày ${writtenDate(to)}, lập từ sổ theo dõi ngày ${writtenDate(facts.today)}, gồm những nội dung mà người lập được xem.`,
      ),
      ...parts.flatMap(([title, blocks], index) => [heading1(index + 1, mark, title), ...blocks]),
    ],
    signatures: [{ authority: `${layout.words.forBody.value} ${signsFor}`, post: '', name: '' }],
    ...{ recipients: [], filing: '', annexes: [], items: [] },
  }
}

const aboutOf = (title: string): string => unended(title).replace(/^(về|Về)\s+/, '')

function dutyBlocks({ duties, coverage: count }: InstrumentView): Block[] {
  if (duties.length === 0) {
    return [gap('cơ quan nào phải quán triệt, thực hiện; sổ theo dõi chưa ghi cơ quan nào')]
  }
  return [
    paragraph(
      `${count.all} cơ quan phải quán triệt, thực hiện: đã quán triệt ${count.studied}; đã có kế hoạch riêng ${count.planned}; báo cáo hoàn thành ${count.done}, trong đó được xác nhận ${count.confirmed}; chậm ${count.late}.`,
    ),
    {
      kind: 'table',
      table: {
        columns: [
          { title: 'TT', share: 6 },
          { title: 'Cơ quan', share: 24 },
          { title: 'Quán triệt', share: 14 },
          { title: 'Kế hoạch', share: 16 },
          { title: 'Kết quả báo cáo', share: 24 },
          { title: 'Tình trạng', share: 16 },
        ],
        rows: duties.map((one, index) => [
          String(index + 1),
          bodyWords(one),
          one.studiedOn ? writtenDate(one.studiedOn) : '(chưa báo cáo)',
          one.planSymbol ?? '(chưa có)',
          one.progress ?? '(chưa báo cáo)',
          dutyWords[one.state],
        ]),
      },
    },
  ]
}

const bodyWords = ({ body, bodyNow }: DutyView): string =>
  bodyNow ? `${body.name} (nay: ${bodyNow.name})` : body.name

/** Tasks that were given until the end of the period and not done before it. */
export const tasksIn = (
  tasks: InstrumentView['tasks'],
  { from, to }: Pick<ReviewFacts, 'from' | 'to'>,
): AssignmentView[] =>
  tasks
    .map(({ task }) => task)
    .filter(
      (task) =>
        (task.assignedOn === null || task.assignedOn <= to) &&
        (task.doneOn === null || task.doneOn >= from),
    )

function taskBlocks(facts: ReviewFacts): Block[] {
  const tasks = tasksIn(facts.instrument.tasks, facts)
  if (tasks.length === 0) return [gap('nhiệm vụ cụ thể; sổ theo dõi chưa gắn nhiệm vụ nào')]
  const count = countOf(
    tasks.map((task) => ({ ...task, count: 1 })),
    facts.clock,
  )
  const apart = [
    count.paused > 0 ? `tạm dừng ${count.paused}` : '',
    count.revoked > 0 ? `thu hồi ${count.revoked}` : '',
  ].filter(Boolean)
  return [
    paragraph(
      `Tổng số ${count.total} nhiệm vụ: đã hoàn thành ${count.done} (đúng hạn ${count.doneOnTime}, quá hạn ${count.doneLate}); đang thực hiện ${count.open} (trong hạn ${count.openInTerm}, quá hạn ${count.openOverdue}).${apart.length > 0 ? ` Không tính vào tổng số: ${apart.join(', ')}.` : ''} Tính theo ${facts.clock.basis === 'original' ? 'hạn gốc' : 'hạn đã gia hạn'}.`,
    ),
    {
      kind: 'table',
      table: {
        columns: [
          { title: 'TT', share: 6 },
          { title: 'Nhiệm vụ', share: 36 },
          { title: 'Chủ trì', share: 18 },
          { title: 'Hạn', share: 12 },
          { title: 'Tình trạng', share: 14 },
          { title: 'Kết quả', share: 14 },
        ],
        rows: tasks.map((task, index) => [
          String(index + 1),
          unended(task.action),
          task.leadText ?? '(chưa rõ)',
          task.dueOn ? writtenDate(task.dueOn) : (task.deadlineText ?? '(không có)'),
          stateWords[task.state],
          task.result ?? '(chưa báo cáo)',
        ]),
      },
    },
  ]
}

/** The newest figure that does not tell of days after the period; a plan or a forecast is none. */
export function figureIn(series: readonly ObservationView[], to: string): ObservationView | null {
  const told = series.filter(
    ({ period, modality }) =>
      modality !== 'target' && modality !== 'forecast' && (period?.to ?? to) <= to,
  )
  return told.at(-1) ?? null
}

function figureBlocks({ board, to }: ReviewFacts): Block[] {
  if (board.length === 0) {
    return [gap('chỉ tiêu của văn bản; sổ theo dõi chưa gắn chỉ tiêu nào')]
  }
  return [
    {
      kind: 'table',
      table: {
        columns: [
          { title: 'TT', share: 6 },
          { title: 'Chỉ tiêu', share: 28 },
          { title: 'Số liệu mới nhất', share: 20 },
          { title: 'Kỳ', share: 16 },
          { title: 'Nguồn', share: 30 },
        ],
        rows: board.map(({ indicator, series }, index) => {
          const figure = figureIn(series, to)
          return [
            String(index + 1),
            indicator.nameVi,
            figure ? (figure.quantityText ?? figure.source.quote) : '[Cần bổ sung số liệu]',
            figure?.period?.label ?? '',
            figure?.source.documentTitle ?? '',
          ]
        }),
      },
    },
  ]
}

function flawBlocks({ shortcomings }: InstrumentView): Block[] {
  if (shortcomings.length === 0) return [gap('hạn chế; sổ theo dõi chưa gắn hạn chế nào'), cause]
  return [
    ...shortcomings.map((one) =>
      paragraph(`- ${unended(one.source.quote)} (${one.source.documentTitle}).`),
    ),
    cause,
  ]
}

const cause = gap('nguyên nhân khách quan, chủ quan')
