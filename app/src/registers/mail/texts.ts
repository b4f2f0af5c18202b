// Words of notifications and mails; a mail is in the language of its reader's account.
import type { Facts } from '../../database/tables-mail.ts'
import type { NotificationKind } from './notification.ts'

const days = (facts: Facts): number => Number(facts.days ?? 0)

const sentences: Record<NotificationKind, (facts: Facts) => string> = {
  conferenceInvited: () => 'Mời dự hội nghị',
  conferenceChanged: () => 'Thay đổi thời gian, địa điểm hội nghị',
  conferenceCancelled: () => 'Hội nghị đã hủy',
  invitationWithdrawn: () => 'Rút giấy mời dự hội nghị',
  dossierSentBack: () => 'Hồ sơ trình bị trả lại để hoàn thiện',
  roundAsked: () => 'Đề nghị cho ý kiến',
  roundReminder: (facts) =>
    days(facts) === 0 ? 'Hôm nay hết hạn cho ý kiến' : `Còn ${days(facts)} ngày đến hạn cho ý kiến`,
  programmeReminder: (facts) =>
    days(facts) === 0
      ? 'Hôm nay đến hạn chuẩn bị nội dung trong chương trình công tác'
      : `Còn ${days(facts)} ngày đến hạn chuẩn bị nội dung trong chương trình công tác`,
}

export const vi = {
  sentences,
}

const inDays = (facts: Facts): string => (days(facts) === 1 ? '1 day' : `${days(facts)} days`)

export const en: typeof vi = {
  sentences: {
    conferenceInvited: () => 'Invitation to a conference',
    conferenceChanged: () => 'Time or place of a conference changed',
    conferenceCancelled: () => 'Conference cancelled',
    invitationWithdrawn: () => 'Invitation to a conference withdrawn',
    dossierSentBack: () => 'Dossier sent back to be completed',
    roundAsked: () => 'Your opinion is asked for',
    roundReminder: (facts) =>
      days(facts) === 0
        ? 'Your opinion is due today'
        : `${inDays(facts)} left to give your opinion`,
    programmeReminder: (facts) =>
      days(facts) === 0
        ? 'A line of the work programme is to be prepared by today'
        : `${inDays(facts)} left to prepare a line of the work programme`,
  },
}
