// Words of notifications and mails; a mail is in the language of its reader's account.
import { writtenDate } from '../../calendar.ts'
import { momentOf } from './moments.ts'
import { sentencesEn, sentencesVi } from './sentences.ts'

interface Seen {
  at: string | null
  place: string | null
}

interface LateLine {
  title: string | null
  on: string
  url: string
}

interface Line {
  sentence: string
  url: string
}

export const vi = {
  sentences: sentencesVi,
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
      notComposed: 'Chưa soạn được thư; nguyên nhân ghi trong nhật ký máy chủ',
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
    late: 'Đang quá hạn:',
    lateLine: ({ title, on, url }: LateLine): string[] => [
      `- ${title ?? 'Tên nội dung không ghi trong thư'} (hạn ${writtenDate(on)})`,
      `  ${url}`,
    ],
    lateMore: (n: number) => `Còn ${n} việc quá hạn nữa, xem trong ứng dụng.`,
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
      notComposed: 'It could not be put into words; the log of the server says why',
    },
  },
  sentences: sentencesEn,
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
    late: 'Overdue:',
    lateLine: ({ title, on, url }: LateLine): string[] => [
      `- ${title ?? 'The title is not written in this mail'} (due ${writtenDate(on)})`,
      `  ${url}`,
    ],
    lateMore: (n: number) => `${n} more are overdue; see the application.`,
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
