// What happened, in a sentence: of notifications and mails, by kind.
import { writtenDate } from '../../calendar.ts'
import type { Facts } from '../../database/tables-mail.ts'
import type { NotificationKind } from './notification.ts'

const days = (facts: Facts): number => Number(facts.days ?? 0)

/** The day of a fact in brackets, after what it is: ` (hạn 01/12/2026)`; nothing where there is none. */
const dated = (facts: Facts, what: string): string =>
  facts.on ? ` (${what} ${writtenDate(String(facts.on))})` : ''

/** Whether the number of days is told: not of a reminder that is over (`factsOn`). */
const counted = (facts: Facts): boolean => facts.days !== undefined

interface Ahead {
  onTheDay: string
  before: string
  /** Once the reminder is not right any more: without a number. */
  over: string
}

/** A reminder of a day ahead, as it is on the day that it is read. */
const ahead = (facts: Facts, { onTheDay, before, over }: Ahead): string => {
  if (!counted(facts)) return over
  return days(facts) === 0 ? onTheDay : before
}

const weekParts = ['open', 'dueSoon', 'overdue', 'confirm', 'duties'] as const

/** The numbers of a week that are not 0, in words, after a colon: `: 5 open, 1 overdue`. */
const weekOf = (facts: Facts, words: Record<(typeof weekParts)[number], string>): string => {
  const parts = weekParts
    .filter((one) => Number(facts[one] ?? 0) > 0)
    .map((one) => words[one].replace('#', String(facts[one])))
  return parts.length > 0 ? `: ${parts.join(', ')}` : ''
}

const late = (facts: Facts): string => (counted(facts) ? ` ${days(facts)} ngày` : '')

const duty = (facts: Facts): string =>
  facts.what === 'study' ? 'quán triệt văn bản' : 'thực hiện văn bản'

type Sentences = Record<NotificationKind, (facts: Facts) => string>

export const sentencesVi: Sentences = {
  conferenceInvited: () => 'Mời dự hội nghị',
  conferenceChanged: () => 'Thay đổi thời gian, địa điểm hội nghị',
  conferenceCancelled: () => 'Hội nghị đã hủy',
  invitationWithdrawn: (facts) =>
    facts.on
      ? `Rút giấy mời dự hội nghị ngày ${writtenDate(String(facts.on))}`
      : 'Rút giấy mời dự hội nghị',
  dossierSentBack: () => 'Hồ sơ trình bị trả lại để hoàn thiện',
  roundAsked: () => 'Đề nghị cho ý kiến',
  roundReminder: (facts) =>
    ahead(facts, {
      over: `Nhắc cho ý kiến${dated(facts, 'hạn')}`,
      onTheDay: 'Hôm nay hết hạn cho ý kiến',
      before: `Còn ${days(facts)} ngày đến hạn cho ý kiến`,
    }),
  programmeReminder: (facts) =>
    ahead(facts, {
      over: `Nhắc chuẩn bị nội dung trong chương trình công tác${dated(facts, 'hạn')}`,
      onTheDay: 'Hôm nay đến hạn chuẩn bị nội dung trong chương trình công tác',
      before: `Còn ${days(facts)} ngày đến hạn chuẩn bị nội dung trong chương trình công tác`,
    }),
  taskAssigned: (facts) => `Được giao nhiệm vụ${dated(facts, 'hạn')}`,
  taskDue: (facts) =>
    ahead(facts, {
      over: `Nhắc hạn nhiệm vụ${dated(facts, 'hạn')}`,
      onTheDay: `Hôm nay đến hạn nhiệm vụ${dated(facts, 'hạn')}`,
      before: `Còn ${days(facts)} ngày đến hạn nhiệm vụ${dated(facts, 'hạn')}`,
    }),
  taskOverdue: (facts) => `Nhiệm vụ đã quá hạn${dated(facts, 'hạn')}`,
  taskEscalated: (facts) =>
    `Nhiệm vụ do cơ quan chủ trì đã quá hạn${late(facts)}${dated(facts, 'hạn')}`,
  taskEscalatedFurther: (facts) =>
    `Nhiệm vụ đã quá hạn${late(facts)}, đề nghị chỉ đạo${dated(facts, 'hạn')}`,
  taskReported: () => 'Nhiệm vụ được báo cáo hoàn thành, chờ xác nhận',
  taskConfirmed: () => 'Nhiệm vụ được xác nhận hoàn thành',
  taskSentBack: () => 'Báo cáo hoàn thành nhiệm vụ bị trả lại',
  taskExtensionAsked: (facts) => `Có đề nghị gia hạn nhiệm vụ${dated(facts, 'đến')}`,
  taskRequestTakenBack: () => 'Đề nghị gia hạn nhiệm vụ được rút lại',
  taskExtended: (facts) => `Nhiệm vụ được gia hạn${dated(facts, 'đến')}`,
  taskNotExtended: () => 'Nhiệm vụ không được gia hạn',
  taskDeadlineCorrected: (facts) => `Hạn của nhiệm vụ được sửa${dated(facts, 'hạn')}`,
  taskDeadlineMoved: (facts) => `Hạn của nhiệm vụ thay đổi theo sự kiện${dated(facts, 'hạn')}`,
  taskReferred: () => 'Nhiệm vụ được chuyển cơ quan chủ trì',
  taskPaused: () => 'Nhiệm vụ tạm dừng',
  taskResumed: () => 'Nhiệm vụ được tiếp tục',
  taskRevoked: () => 'Nhiệm vụ được thu hồi',
  taskRestored: () => 'Nhiệm vụ đã thu hồi được giao lại',
  taskWeek: (facts) =>
    `Nhiệm vụ tuần này${weekOf(facts, {
      open: '# đang làm',
      dueSoon: '# sắp đến hạn',
      overdue: '# quá hạn',
      confirm: '# chờ xác nhận',
      duties: '# văn bản chậm thực hiện',
    })}`,
  reportDue: (facts) =>
    ahead(facts, {
      over: `Đến hạn gửi báo cáo số liệu${dated(facts, 'hạn')}`,
      onTheDay: `Hôm nay đến hạn gửi báo cáo số liệu${dated(facts, 'hạn')}`,
      before: `Còn ${days(facts)} ngày đến hạn gửi báo cáo số liệu${dated(facts, 'hạn')}`,
    }),
  reportMissing: (facts) => `Chưa gửi báo cáo số liệu${dated(facts, 'hạn')}`,
  reportReturned: () => 'Báo cáo số liệu bị trả lại',
  explanationAsked: (facts) => `Được yêu cầu giải trình chỉ tiêu${dated(facts, 'hạn')}`,
  explanationGiven: () => 'Đơn vị đã giải trình chỉ tiêu',
  explanationDue: (facts) =>
    ahead(facts, {
      over: `Đến hạn giải trình chỉ tiêu${dated(facts, 'hạn')}`,
      onTheDay: `Hôm nay đến hạn giải trình chỉ tiêu${dated(facts, 'hạn')}`,
      before: `Còn ${days(facts)} ngày đến hạn giải trình chỉ tiêu${dated(facts, 'hạn')}`,
    }),
  explanationLate: (facts) => `Chưa giải trình chỉ tiêu${dated(facts, 'hạn')}`,
  dutyNamed: (facts) => `Được giao quán triệt, thực hiện văn bản${dated(facts, 'hạn')}`,
  dutySentBack: () => 'Báo cáo thực hiện văn bản bị trả lại',
  dutyDue: (facts) =>
    ahead(facts, {
      over: `Nhắc hạn ${duty(facts)}${dated(facts, 'hạn')}`,
      onTheDay: `Hôm nay đến hạn ${duty(facts)}${dated(facts, 'hạn')}`,
      before: `Còn ${days(facts)} ngày đến hạn ${duty(facts)}${dated(facts, 'hạn')}`,
    }),
  dutyLate: (facts) => `Đã quá hạn ${duty(facts)}${dated(facts, 'hạn')}`,
  dutyEscalated: (facts) => `Chậm ${duty(facts)}${late(facts)}${dated(facts, 'hạn')}`,
}

const inDays = (facts: Facts): string => (days(facts) === 1 ? '1 day' : `${days(facts)} days`)

const lateBy = (facts: Facts): string => (counted(facts) ? ` by ${inDays(facts)}` : '')

const dutyEn = (facts: Facts): string =>
  facts.what === 'study' ? 'studying an instrument' : 'implementing an instrument'

/** The same at the beginning of a sentence. */
const dutyFirst = (facts: Facts): string => dutyEn(facts).replace(/^./, (c) => c.toUpperCase())

export const sentencesEn: Sentences = {
  conferenceInvited: () => 'Invitation to a conference',
  conferenceChanged: () => 'Time or place of a conference changed',
  conferenceCancelled: () => 'Conference cancelled',
  invitationWithdrawn: (facts) =>
    facts.on
      ? `Invitation to the conference of ${writtenDate(String(facts.on))} withdrawn`
      : 'Invitation to a conference withdrawn',
  dossierSentBack: () => 'Dossier sent back to be completed',
  roundAsked: () => 'Your opinion is asked for',
  roundReminder: (facts) =>
    ahead(facts, {
      over: `A reminder to give your opinion${dated(facts, 'due')}`,
      onTheDay: 'Your opinion is due today',
      before: `${inDays(facts)} left to give your opinion`,
    }),
  programmeReminder: (facts) =>
    ahead(facts, {
      over: `A reminder to prepare a line of the work programme${dated(facts, 'due')}`,
      onTheDay: 'A line of the work programme is to be prepared by today',
      before: `${inDays(facts)} left to prepare a line of the work programme`,
    }),
  taskAssigned: (facts) => `A task was given to you${dated(facts, 'due')}`,
  taskDue: (facts) =>
    ahead(facts, {
      over: `A reminder of a task${dated(facts, 'due')}`,
      onTheDay: `A task is due today${dated(facts, 'due')}`,
      before: `${inDays(facts)} left for a task${dated(facts, 'due')}`,
    }),
  taskOverdue: (facts) => `A task is overdue${dated(facts, 'due')}`,
  taskEscalated: (facts) => `A task of your body is overdue${lateBy(facts)}${dated(facts, 'due')}`,
  taskEscalatedFurther: (facts) =>
    `A task is overdue${lateBy(facts)} and needs direction${dated(facts, 'due')}`,
  taskReported: () => 'A task was reported done and waits for confirmation',
  taskConfirmed: () => 'A task was confirmed as done',
  taskSentBack: () => 'A report of completion was sent back',
  taskExtensionAsked: (facts) => `More time is asked for a task${dated(facts, 'until')}`,
  taskRequestTakenBack: () => 'A request for more time was taken back',
  taskExtended: (facts) => `More time was granted for a task${dated(facts, 'until')}`,
  taskNotExtended: () => 'More time for a task was refused',
  taskDeadlineCorrected: (facts) => `The deadline of a task was corrected${dated(facts, 'due')}`,
  taskDeadlineMoved: (facts) => `The deadline of a task moved with its event${dated(facts, 'due')}`,
  taskReferred: () => 'A task was passed to another body',
  taskPaused: () => 'A task was paused',
  taskResumed: () => 'A task goes on',
  taskRevoked: () => 'A task was revoked',
  taskRestored: () => 'A revoked task was given again',
  taskWeek: (facts) =>
    `Tasks this week${weekOf(facts, {
      open: '# open',
      dueSoon: '# due soon',
      overdue: '# overdue',
      confirm: '# to be confirmed',
      duties: '# instruments late',
    })}`,
  reportDue: (facts) =>
    ahead(facts, {
      over: `A report in figures is due${dated(facts, 'due')}`,
      onTheDay: `A report in figures is due today${dated(facts, 'due')}`,
      before: `${inDays(facts)} left to send a report in figures${dated(facts, 'due')}`,
    }),
  reportMissing: (facts) => `A report in figures was not sent${dated(facts, 'due')}`,
  reportReturned: () => 'A report in figures was given back',
  explanationAsked: (facts) => `Asked to explain an indicator${dated(facts, 'due')}`,
  explanationGiven: () => 'A unit explained an indicator',
  explanationDue: (facts) =>
    ahead(facts, {
      over: `An explanation is due${dated(facts, 'due')}`,
      onTheDay: `An explanation is due today${dated(facts, 'due')}`,
      before: `${inDays(facts)} left to explain an indicator${dated(facts, 'due')}`,
    }),
  explanationLate: (facts) => `An indicator was not explained${dated(facts, 'due')}`,
  dutyNamed: (facts) => `An instrument is to be studied and implemented${dated(facts, 'due')}`,
  dutySentBack: () => 'A report on implementing an instrument was sent back',
  dutyDue: (facts) =>
    ahead(facts, {
      over: `A reminder of ${dutyEn(facts)}${dated(facts, 'due')}`,
      onTheDay: `${dutyFirst(facts)} is due today${dated(facts, 'due')}`,
      before: `${inDays(facts)} left for ${dutyEn(facts)}${dated(facts, 'due')}`,
    }),
  dutyLate: (facts) => `${dutyFirst(facts)} is overdue${dated(facts, 'due')}`,
  dutyEscalated: (facts) =>
    `A body is ${counted(facts) ? `${inDays(facts)} ` : ''}late in ${dutyEn(facts)}${dated(facts, 'due')}`,
}
