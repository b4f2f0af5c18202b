// Words of notifications and mails; a mail is in the language of its reader's account.
import { writtenDate } from '../../calendar.ts'
import type { Facts } from '../../database/tables-mail.ts'
import { momentOf } from './moments.ts'
import type { NotificationKind } from './notification.ts'

const days = (facts: Facts): number => Number(facts.days ?? 0)

/** The day of a fact in brackets, after what it is: ` (hạn 01/12/2026)`; nothing where there is none. */
const dated = (facts: Facts, what: string): string =>
  facts.on ? ` (${what} ${writtenDate(String(facts.on))})` : ''

/** The numbers of a week that are not 0, in words, after a colon: `: 5 open, 1 overdue`. */
const weekOf = (
  facts: Facts,
  words: Record<'open' | 'dueSoon' | 'overdue' | 'confirm', string>,
): string => {
  const parts = (['open', 'dueSoon', 'overdue', 'confirm'] as const)
    .filter((one) => Number(facts[one] ?? 0) > 0)
    .map((one) => words[one].replace('#', String(facts[one])))
  return parts.length > 0 ? `: ${parts.join(', ')}` : ''
}

const sentences: Record<NotificationKind, (facts: Facts) => string> = {
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
    days(facts) === 0 ? 'Hôm nay hết hạn cho ý kiến' : `Còn ${days(facts)} ngày đến hạn cho ý kiến`,
  programmeReminder: (facts) =>
    days(facts) === 0
      ? 'Hôm nay đến hạn chuẩn bị nội dung trong chương trình công tác'
      : `Còn ${days(facts)} ngày đến hạn chuẩn bị nội dung trong chương trình công tác`,
  taskAssigned: (facts) => `Được giao nhiệm vụ${dated(facts, 'hạn')}`,
  taskDue: (facts) =>
    days(facts) === 0
      ? `Hôm nay đến hạn nhiệm vụ${dated(facts, 'hạn')}`
      : `Còn ${days(facts)} ngày đến hạn nhiệm vụ${dated(facts, 'hạn')}`,
  taskOverdue: (facts) => `Nhiệm vụ đã quá hạn${dated(facts, 'hạn')}`,
  taskEscalated: (facts) =>
    `Nhiệm vụ do cơ quan chủ trì đã quá hạn ${days(facts)} ngày${dated(facts, 'hạn')}`,
  taskEscalatedFurther: (facts) =>
    `Nhiệm vụ đã quá hạn ${days(facts)} ngày, đề nghị chỉ đạo${dated(facts, 'hạn')}`,
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
    })}`,
}

interface Seen {
  at: string | null
  place: string | null
}

interface Line {
  sentence: string
  url: string
}

export const vi = {
  sentences,
  title: 'Thông báo',
  intro: 'Những việc mới liên quan đến đồng chí. Chọn cách nhận thư ở trang tài khoản.',
  none: 'Chưa có thông báo nào.',
  noneDetail: 'Giấy mời, thay đổi lịch họp, hồ sơ bị trả lại và nhắc việc sẽ hiện ở đây.',
  bell: (n: number) => (n === 0 ? 'Thông báo' : `Thông báo: ${n} chưa đọc`),
  ownTasks: 'Nhiệm vụ của tôi',
  isUnread: 'Chưa đọc',
  readAll: 'Đánh dấu đã đọc tất cả',
  older: 'Xem thông báo cũ hơn',
  closed: 'Nội dung đồng chí không còn được xem',
  other: 'Thông báo',
  wish: {
    title: 'Nhận thư điện tử',
    intro: 'Trong ứng dụng luôn có đủ thông báo. Ngoài ra gửi thư:',
    wishes: { atOnce: 'Ngay khi có việc', digest: 'Tổng hợp mỗi tuần một thư', none: 'Không gửi' },
    to: (address: string) => `Thư gửi đến ${address}.`,
    noAddress:
      'Chưa có địa chỉ thư: đề nghị văn phòng ghi địa chỉ thư của đồng chí ở trang Cán bộ, nhiệm kỳ.',
    off: 'Hệ thống này chưa cấu hình máy chủ thư nên không gửi thư nào.',
    saved: 'Đã lưu cách nhận thư.',
  },
  outgoing: {
    title: 'Thư đi',
    intro: 'Thư của hệ thống gửi cán bộ. Không hiện nội dung thư.',
    off: 'Chưa cấu hình máy chủ thư: không thư nào được lập. Người vận hành đặt GIAOBAN_SMTP_URL, GIAOBAN_MAIL_FROM, GIAOBAN_URL (docs/mail.md).',
    waitingWhileOff: (n: number) => `${n} thư lập từ trước đang chờ, sẽ gửi khi có máy chủ thư.`,
    server: (server: string, from: string) => `Gửi qua ${server}, từ ${from}.`,
    trouble: (since: string, reason: string) =>
      `Không gửi được qua máy chủ thư từ ${since}: ${reason}`,
    next: (when: string) => `Tự thử lại lúc ${when}. Thư không mất, không gửi hai lần.`,
    states: {
      waiting: 'Đang chờ',
      sent: 'Đã gửi',
      refused: 'Bị từ chối',
      doubtful: 'Chưa rõ đã đến chưa',
      dropped: 'Không gửi',
    },
    kinds: { notification: 'Thông báo', digest: 'Tổng hợp tuần', head: 'Chữ ký sổ nhật ký' },
    to: 'Người nhận',
    what: 'Thư',
    state: 'Trạng thái',
    at: 'Lúc',
    why: 'Lý do',
    none: 'Chưa có thư nào.',
    noneDetail: 'Thư được lập khi có thông báo cho người chọn nhận thư.',
    act: 'Xử lý',
    resend: 'Gửi lại',
    drop: 'Thôi gửi',
    resent: 'Thư sẽ được gửi lại.',
    dropped: 'Thư không gửi nữa.',
    attempts: (n: number) => `đã thử ${n} lần`,
    next2: (when: string) => `thử tiếp ${when}`,
    subscribers: 'Nơi nhận chữ ký sổ nhật ký hằng ngày',
    subscribersIntro:
      'Địa chỉ thư của nơi không phụ thuộc vào hệ thống này, ví dụ Ủy ban Kiểm tra. Tệp không có tên người và nội dung.',
    address: 'Địa chỉ thư',
    add: 'Thêm',
    remove: (address: string) => `Bỏ ${address}`,
    noSubscribers: 'Chưa có nơi nào.',
    reasons: {
      interrupted: 'Máy chủ Giao Ban bị ngắt khi đang giao thư',
      restored: 'Thư lấy lại từ bản sao lưu, có thể đã gửi sau khi sao lưu',
      accountClosed: 'Tài khoản đã khóa',
      noAddress: 'Không còn địa chỉ thư',
      nothingToTell: 'Không còn gì để báo',
      byPerson: 'Quản trị thôi gửi',
    } as Record<string, string>,
  },
  mail: {
    product: 'Giao Ban',
    dear: (name: string) => `Kính gửi: ${name}`,
    other: 'Có thông báo mới',
    about: (sentence: string) => `Hệ thống Giao Ban xin thông báo: ${sentence}.`,
    titled: (title: string, seen: Seen | undefined): string[] => [
      `Nội dung: ${title}`,
      ...(seen?.at ? [`Thời gian: ${momentOf(seen.at).join(' ngày ')}`] : []),
      ...(seen?.place ? [`Địa điểm: ${seen.place}`] : []),
    ],
    untitled: 'Tên nội dung không ghi trong thư; đề nghị đăng nhập để xem.',
    see: (url: string) => `Xem chi tiết tại: ${url}`,
    digestSubject: (n: number) => `Tổng hợp tuần: ${n} thông báo chưa đọc`,
    digest: 'Hệ thống Giao Ban xin tổng hợp các thông báo chưa đọc trong tuần qua:',
    digestLine: ({ sentence, url }: Line, title: string | null): string[] => [
      `- ${title === null ? sentence : `${sentence}: ${title}`}`,
      `  ${url}`,
    ],
    foot: (province: string, url: string): string[] => [
      '--',
      `Thư do hệ thống Giao Ban của ${province} gửi tự động; đề nghị không trả lời thư này.`,
      `Chọn cách nhận thư tại: ${url}`,
    ],
    headSubject: (province: string, day: string) =>
      `[Giao Ban] Chữ ký sổ nhật ký ngày ${writtenDate(day)}, ${province}`,
    head: (head: { province: string; day: string; count: number; hash: string; number: number }) =>
      [
        `Hệ thống Giao Ban của ${head.province} gửi chữ ký sổ nhật ký ngày ${writtenDate(head.day)}.`,
        '',
        `Số thứ tự: ${head.number}`,
        `Số lần ghi: ${head.count}`,
        `Mã băm của lần ghi cuối: ${head.hash}`,
        '',
        'Đề nghị lưu tệp đính kèm ở nơi không phụ thuộc vào hệ thống này. Khi cần, đối chiếu sổ nhật ký với các tệp đã lưu bằng chương trình giaoban-verify. Tệp không có tên người và nội dung công việc.',
      ].join('\n'),
  },
}

const inDays = (facts: Facts): string => (days(facts) === 1 ? '1 day' : `${days(facts)} days`)

export const en: typeof vi = {
  title: 'Notifications',
  intro: 'What is new for you. Choose your mails on the account page.',
  none: 'No notifications yet.',
  noneDetail: 'Invitations, changed conferences, dossiers sent back and reminders appear here.',
  bell: (n: number) => (n === 0 ? 'Notifications' : `Notifications: ${n} unread`),
  ownTasks: 'My tasks',
  isUnread: 'Unread',
  readAll: 'Mark all as read',
  older: 'Show older ones',
  closed: 'A matter that you may no longer see',
  other: 'Notification',
  wish: {
    title: 'Mails',
    intro: 'The application always has all notifications. Beyond that, send mail:',
    wishes: { atOnce: 'At once', digest: 'One digest a week', none: 'None' },
    to: (address: string) => `Mails go to ${address}.`,
    noAddress: 'There is no mail address: ask the office to enter yours under People and terms.',
    off: 'No mail server is set up here, so no mail is sent.',
    saved: 'Saved which mails you want.',
  },
  outgoing: {
    title: 'Outgoing mails',
    intro: 'Mails of this system to its people. Their words are not shown.',
    off: 'No mail server is set up, and no mails are made. Whoever runs the server sets GIAOBAN_SMTP_URL, GIAOBAN_MAIL_FROM, GIAOBAN_URL (docs/mail.md).',
    waitingWhileOff: (n: number) =>
      `${n === 1 ? '1 mail' : `${n} mails`} made before wait until there is a mail server.`,
    server: (server: string, from: string) => `Sent through ${server}, from ${from}.`,
    trouble: (since: string, reason: string) =>
      `Nothing could be sent through the mail server since ${since}: ${reason}`,
    next: (when: string) => `Tried again at ${when}. No mail is lost, none is sent twice.`,
    states: {
      waiting: 'Waiting',
      sent: 'Sent',
      refused: 'Refused',
      doubtful: 'Doubtful',
      dropped: 'Not sent',
    },
    kinds: { notification: 'Notification', digest: 'Weekly digest', head: 'Signed head' },
    to: 'To',
    what: 'Mail',
    state: 'State',
    at: 'When',
    why: 'Reason',
    none: 'No mails yet.',
    noneDetail: 'A mail is made with a notification for whoever wants mails.',
    act: 'Decide',
    resend: 'Send again',
    drop: 'Let it be',
    resent: 'The mail will be sent again.',
    dropped: 'The mail will not be sent.',
    attempts: (n: number) => `${n === 1 ? '1 attempt' : `${n} attempts`}`,
    next2: (when: string) => `next at ${when}`,
    subscribers: 'Recipients of the daily signed head',
    subscribersIntro:
      'Mail addresses of people who do not depend on this system, an inspectorate for one. The file names no person and no matter.',
    address: 'Mail address',
    add: 'Add',
    remove: (address: string) => `Remove ${address}`,
    noSubscribers: 'None yet.',
    reasons: {
      interrupted: 'This server ended while it handed the mail over',
      restored: 'From a backup; it may have been sent after the backup was made',
      accountClosed: 'The account is closed',
      noAddress: 'There is no mail address any more',
      nothingToTell: 'There is nothing left to tell',
      byPerson: 'An administrator let it be',
    },
  },
  sentences: {
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
      days(facts) === 0
        ? 'Your opinion is due today'
        : `${inDays(facts)} left to give your opinion`,
    programmeReminder: (facts) =>
      days(facts) === 0
        ? 'A line of the work programme is to be prepared by today'
        : `${inDays(facts)} left to prepare a line of the work programme`,
    taskAssigned: (facts) => `A task was given to you${dated(facts, 'due')}`,
    taskDue: (facts) =>
      days(facts) === 0
        ? `A task is due today${dated(facts, 'due')}`
        : `${inDays(facts)} left for a task${dated(facts, 'due')}`,
    taskOverdue: (facts) => `A task is overdue${dated(facts, 'due')}`,
    taskEscalated: (facts) =>
      `A task of your body is overdue by ${inDays(facts)}${dated(facts, 'due')}`,
    taskEscalatedFurther: (facts) =>
      `A task is overdue by ${inDays(facts)} and needs direction${dated(facts, 'due')}`,
    taskReported: () => 'A task was reported done and waits for confirmation',
    taskConfirmed: () => 'A task was confirmed as done',
    taskSentBack: () => 'A report of completion was sent back',
    taskExtensionAsked: (facts) => `More time is asked for a task${dated(facts, 'until')}`,
    taskRequestTakenBack: () => 'A request for more time was taken back',
    taskExtended: (facts) => `More time was granted for a task${dated(facts, 'until')}`,
    taskNotExtended: () => 'More time for a task was refused',
    taskDeadlineCorrected: (facts) => `The deadline of a task was corrected${dated(facts, 'due')}`,
    taskDeadlineMoved: (facts) =>
      `The deadline of a task moved with its event${dated(facts, 'due')}`,
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
      })}`,
  },
  mail: {
    product: 'Giao Ban',
    dear: (name: string) => `To: ${name}`,
    other: 'There is a new notification',
    about: (sentence: string) => `Giao Ban tells you: ${sentence}.`,
    titled: (title: string, seen: Seen | undefined): string[] => [
      `Subject: ${title}`,
      ...(seen?.at ? [`When: ${momentOf(seen.at).join(', ')}`] : []),
      ...(seen?.place ? [`Where: ${seen.place}`] : []),
    ],
    untitled: 'The title is not written in this mail; please sign in to see it.',
    see: (url: string) => `See it at: ${url}`,
    digestSubject: (n: number) =>
      `Your week: ${n === 1 ? '1 unread notification' : `${n} unread notifications`}`,
    digest: 'Notifications of the past week that you have not read:',
    digestLine: ({ sentence, url }: Line, title: string | null): string[] => [
      `- ${title === null ? sentence : `${sentence}: ${title}`}`,
      `  ${url}`,
    ],
    foot: (province: string, url: string): string[] => [
      '--',
      `Sent by Giao Ban of ${province}; please do not answer this mail.`,
      `Choose which mails you get: ${url}`,
    ],
    headSubject: (province: string, day: string) =>
      `[Giao Ban] Signed head of the record, ${writtenDate(day)}, ${province}`,
    head: (head: { province: string; day: string; count: number; hash: string; number: number }) =>
      [
        `Giao Ban of ${head.province} sends the signed head of its record of ${writtenDate(head.day)}.`,
        '',
        `Number: ${head.number}`,
        `Entries: ${head.count}`,
        `Hash of the last: ${head.hash}`,
        '',
        'Keep the attached file where nobody of this system can change it. The program giaoban-verify holds the record against the files that were kept. It names no person and no matter.',
      ].join('\n'),
  },
}
