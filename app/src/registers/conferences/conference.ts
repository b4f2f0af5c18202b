// Rules of a conference: how it is called where the report gives it no title.
import type { MeetingType } from '@giaoban/reader'
import { plain } from '@giaoban/reader'
import { writtenDate } from '../../calendar.ts'

/** What a kind of conference is called, and the body that holds it by its nature (domain.md, glossary). */
const names: Record<MeetingType, { sitting: string; body?: string; short?: string }> = {
  executiveCommittee: { sitting: 'Hội nghị', body: 'Ban Chấp hành', short: 'BCH' },
  standingCommittee: { sitting: 'Hội nghị', body: 'Ban Thường vụ', short: 'BTV' },
  standing: { sitting: 'Cuộc họp', body: 'Thường trực', short: 'TT' },
  briefing: { sitting: 'Hội nghị giao ban' },
  peoplesCouncil: { sitting: 'Kỳ họp', body: 'Hội đồng nhân dân', short: 'HĐND' },
  peoplesCommittee: { sitting: 'Phiên họp', body: 'Ủy ban nhân dân', short: 'UBND' },
  government: { sitting: 'Phiên họp', body: 'Chính phủ', short: 'CP' },
  working: { sitting: 'Buổi làm việc' },
  summary: { sitting: 'Hội nghị tổng kết' },
  thematic: { sitting: 'Hội nghị chuyên đề' },
  press: { sitting: 'Họp báo' },
  other: { sitting: 'Cuộc họp' },
}

/** A title from what is known: kind, body, number, term, day. Nothing unknown is put in. */
export function conferenceTitle(known: {
  type: string
  body: string | null
  number: number | null
  term: string | null
  heldOn: string | null
}): string {
  const kind = names[known.type as MeetingType] ?? names.other
  const parts = [
    kind.sitting,
    bodyName(kind, known.body),
    known.number === null ? '' : `lần thứ ${known.number}`,
    known.term === null ? '' : `khóa ${known.term}`,
  ]
  const day = known.heldOn === null ? '' : `, ${writtenDate(known.heldOn)}`
  return `${parts.filter(Boolean).join(' ')}${day}`
}

/** The body as written; where it leaves its own kind out ("Tỉnh ủy Sơn Hà"), the kind stands before it. */
function bodyName(kind: { body?: string; short?: string }, written: string | null): string {
  if (!kind.body || !written) return written ?? kind.body ?? ''
  const words = ` ${plain(written)} `
  const named = [kind.body, kind.short].some((name) => name && words.includes(` ${plain(name)} `))
  return named ? written : `${kind.body} ${written}`
}
