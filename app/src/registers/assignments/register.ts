// The follow-up register ("Sổ theo dõi văn bản chỉ đạo") in the columns and order that offices keep it in
// (research/domain.md §1.2). It is Vietnamese whoever makes it.
import { writtenDate } from '../../calendar.ts'
import type { AssignmentView } from './contract.ts'
import { vi } from './texts.ts'

export const registerTitle = 'Sổ theo dõi văn bản chỉ đạo'

export const registerColumnNames = [
  'number',
  'action',
  'lead',
  'follower',
  'units',
  'upstream',
  'directive',
  'product',
  'deadline',
  'result',
  'note',
  'approved',
  'recognised',
] as const

export type RegisterColumn = (typeof registerColumnNames)[number]

/** Headings, and widths in characters of a page that lies. */
export const registerColumns: Record<
  RegisterColumn,
  { title: string; width: number; centred?: boolean }
> = {
  number: { title: 'Mã', width: 8, centred: true },
  action: { title: 'Nội dung nhiệm vụ/trích yếu', width: 31 },
  lead: { title: 'Cơ quan chủ trì tham mưu', width: 13 },
  follower: { title: 'Chuyên viên VP theo dõi', width: 10 },
  units: { title: 'Đơn vị thực hiện', width: 12 },
  upstream: { title: 'Văn bản cấp trên giao', width: 14 },
  directive: { title: 'Văn bản chỉ đạo của cấp ủy', width: 13 },
  product: { title: 'Văn bản sản phẩm đầu ra', width: 13 },
  deadline: { title: 'Hạn', width: 11 },
  result: { title: 'Tóm tắt kết quả', width: 18 },
  note: { title: 'Ghi chú', width: 12 },
  approved: { title: 'Lãnh đạo phê duyệt hoàn thành', width: 8, centred: true },
  recognised: { title: 'Cấp trên công nhận hoàn thành', width: 8, centred: true },
}

/** One line of the register. */
export interface RegisterRow extends Record<Exclude<RegisterColumn, 'deadline'>, string> {
  id: string
  /** The deadline that stands; null where there is none, and then `deadlineText` may say why. */
  deadline: string | null
  deadlineText: string
}

/** What a task's own row does not hold of the papers around it, as far as the asker may know of them. */
export interface Around {
  /** The day that the document bears which tells of it. */
  documentDay: string | null
  /** Issued conclusions on its item. */
  conclusions: readonly { cited: string; issuedOn: string }[]
  /** Titles of the documents that show what was done. */
  evidence: readonly string[]
  /** What was told last of how far it is. */
  progress: string | null
}

const checked = (yes: boolean): string => (yes ? '☑' : '☐')

/** `90-TB/TU · 30/11/2026`. */
const paper = (name: string, day: string | null): string =>
  [name, writtenDate(day)].filter(Boolean).join(' · ')

const listed = (parts: readonly (string | null | false)[]): string =>
  parts.filter(Boolean).join('; ')

/**
 * A task as a line of the register. Where the office filled in a column that stands; else the document that tells of
 * the task is the one that gave it, the issued conclusions are the directing ones, the documents shown as evidence
 * the product, the last progress the result. What no column has (a body that took over, a moved or paused
 * deadline, a revocation) is told among the notes.
 */
export function registerRow(task: AssignmentView, around: Around): RegisterRow {
  const { deadline, originalDeadline, event, leadNow, percent } = task
  const title = task.source?.documentTitle
  const moved = !event && deadline && originalDeadline && originalDeadline !== deadline
  const progress =
    around.progress && `${percent === null ? '' : `${percent} %: `}${around.progress}`
  return {
    id: task.id,
    number: task.number ?? '',
    action: task.action,
    lead: listed([task.leadText, leadNow && vi.leadNow(leadNow.name)]),
    follower: task.follower?.name ?? '',
    units: task.cooperating.join('; '),
    upstream: task.upstream ?? (title ? paper(title, around.documentDay) : ''),
    directive:
      task.directive ?? listed(around.conclusions.map((one) => paper(one.cited, one.issuedOn))),
    product: task.product ?? listed(around.evidence),
    deadline,
    deadlineText: event
      ? vi.beforeEvent(event.daysBefore, event.name)
      : (task.deadlineText ?? (deadline ? '' : vi.noDeadline)),
    result: task.result ?? progress ?? '',
    note: listed([
      task.note,
      moved && vi.extendedFrom(writtenDate(originalDeadline)),
      event && deadline && vi.beforeEvent(event.daysBefore, event.name),
      task.revokedOn && `${vi.state.revoked} ${writtenDate(task.revokedOn)}`,
      task.pausedOn && `${vi.state.paused} từ ${writtenDate(task.pausedOn)}`,
    ]),
    approved: checked(task.doneOn !== null),
    recognised: checked(task.recognisedOn !== null),
  }
}

/** The cells of a line in the order of the columns: the deadline as a day, all else as text. */
export const registerCells = (row: RegisterRow): (string | { day: string })[] =>
  registerColumnNames.map((name) => {
    if (name !== 'deadline') return row[name]
    return row.deadline === null ? row.deadlineText : { day: row.deadline }
  })
