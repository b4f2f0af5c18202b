// Words of the panel that tells who may do what, and why.
import type { Way } from '../../http/access.ts'
import type { DeedName, Reason } from '../../http/explain.ts'

export const vi = {
  open: 'Ai được làm gì',
  title: 'Ai được làm gì ở đây, vì sao',
  belongsTo: (body: string) => `Thuộc ${body}.`,
  level: (level: string) => `Mức phổ biến của văn bản: ${level}.`,
  names: {
    all: 'Bạn được xem quyền của mọi người trong tỉnh, nên tên được nêu đủ.',
    ownBodies:
      'Chỉ nêu tên người có quyền được giao tại cơ quan của bạn và cơ quan cấp dưới. Người khác cũng có thể có quyền.',
    none: 'Chỉ nêu quyền của chính bạn. Quản trị, kiểm tra và Lãnh đạo Văn phòng xem được quyền của người khác.',
  },
  deeds: {
    read: 'Xem',
    history: 'Xem lịch sử',
    own: 'Đổi ngôn ngữ, mật khẩu, phiên đăng nhập của chính mình',
    change: 'Sửa',
    confirm: 'Xác nhận, bác bỏ, hoàn tác',
    publish: 'Công khai hoặc thôi công khai',
    destroy: 'Hủy',
    giveRights: 'Giao quyền và kết thúc quyền',
  } as Record<DeedName, string>,
  may: 'Bạn được',
  mayNot: 'Bạn không được',
  because: {
    noRight: 'chưa được giao quyền nào',
    closed: 'mức phổ biến của văn bản không mở cho bạn',
    role: 'vai trò của bạn không có quyền này',
    place: 'vai trò của bạn có quyền này, nhưng được giao tại cơ quan không bao gồm mục này',
    notOneself: 'chỉ chủ tài khoản',
  } as Record<Reason, string>,
  ways: {
    anywhere: 'có vai trò này ở cơ quan nào cũng được',
    province: 'quyền trong toàn tỉnh',
    ownBody: 'quyền tại chính cơ quan này',
    bodyAbove: 'quyền tại cơ quan cấp trên',
    bodyBelow: 'quyền tại cơ quan cấp dưới',
    bodyBefore: 'cơ quan này đã kết thúc; quyền tại cơ quan nhận lại hồ sơ của nó',
    level: 'mức phổ biến mở cho mọi người có quyền trong tỉnh',
    participantAccount: 'được nêu tên trong thành phần',
    participantBody: 'cơ quan được nêu tên trong thành phần',
    oneself: 'tài khoản của chính mình',
  } as Record<Way | 'oneself', string>,
  until: (day: string) => `đến hết ${day}`,
  roles: (roles: string) => `Vai trò có quyền này: ${roles}.`,
  others: (n: number) => `${n} người khác được`,
  noOthers: 'Không có người nào khác được.',
}

export const en: typeof vi = {
  open: 'Who may do what',
  title: 'Who may do what here, and why',
  belongsTo: (body) => `Belongs to ${body}.`,
  level: (level) => `Level of the document: ${level}.`,
  names: {
    all: 'You may see everybody’s rights in the province, so all are named.',
    ownBodies:
      'Only those are named whose right was granted in your body or below it. Others may have rights as well.',
    none: 'Only your own rights are told. Administrators, inspectors and the office head see those of others.',
  },
  deeds: {
    read: 'Read',
    history: 'Read the history',
    own: 'Change one’s own language, password, sessions',
    change: 'Change',
    confirm: 'Confirm, reject, undo',
    publish: 'Make public or no longer public',
    destroy: 'Destroy',
    giveRights: 'Grant and end rights',
  },
  may: 'You may',
  mayNot: 'You may not',
  because: {
    noRight: 'no right was granted to you yet',
    closed: 'the level of the document is closed to you',
    role: 'your role does not have this right',
    place: 'your role has this right, but in a body that does not reach this record',
    notOneself: 'only the owner of the account',
  },
  ways: {
    anywhere: 'this role in any body is enough',
    province: 'right in the whole province',
    ownBody: 'right in this very body',
    bodyAbove: 'right in a body above it',
    bodyBelow: 'right in a body below it',
    bodyBefore: 'the body is over; right in the body that its papers came to',
    level: 'the level is open to all with a right in the province',
    participantAccount: 'named among the participants',
    participantBody: 'their body is named among the participants',
    oneself: 'one’s own account',
  },
  until: (day) => `until ${day}`,
  roles: (roles) => `Roles with this right: ${roles}.`,
  others: (n) => (n === 1 ? '1 other may' : `${n} others may`),
  noOthers: 'Nobody else may.',
}
