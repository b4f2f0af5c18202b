// Rules of a conference: how it is called where the report gives it no title.
import type { MeetingType } from '@giaoban/reader'

/** The usual Vietnamese name of a kind of conference (domain.md, glossary). */
const names: Record<MeetingType, string> = {
  executiveCommittee: 'Hội nghị Ban Chấp hành',
  standingCommittee: 'Hội nghị Ban Thường vụ',
  standing: 'Cuộc họp Thường trực',
  briefing: 'Hội nghị giao ban',
  peoplesCouncil: 'Kỳ họp Hội đồng nhân dân',
  peoplesCommittee: 'Phiên họp Ủy ban nhân dân',
  government: 'Phiên họp Chính phủ',
  working: 'Buổi làm việc',
  summary: 'Hội nghị tổng kết',
  thematic: 'Hội nghị chuyên đề',
  press: 'Họp báo',
  other: 'Cuộc họp',
}

/** A title from what is known: kind, number, term, body, day. Nothing unknown is put in. */
export function conferenceTitle(known: {
  type: string
  body: string | null
  number: number | null
  term: string | null
  heldOn: string | null
}): string {
  const name = names[known.type as MeetingType] ?? names.other
  const body = known.body && !name.includes(known.body) ? ` ${known.body}` : ''
  const number = known.number === null ? '' : ` lần thứ ${known.number}`
  const term = known.term === null ? '' : ` khóa ${known.term}`
  const day = known.heldOn === null ? '' : `, ${known.heldOn.split('-').reverse().join('/')}`
  return `${name}${body}${number}${term}${day}`
}
