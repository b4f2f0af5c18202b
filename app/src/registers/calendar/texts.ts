// Words of calendar entries, in the language of the account, and of the panel on "my account".

export const vi = {
  calendar: 'Lịch hội nghị (Giao Ban)',
  tasks: 'Nhiệm vụ',
  task: (number: string | null) => (number === null ? 'Nhiệm vụ' : `Nhiệm vụ số ${number}`),
  papers: (url: string) => `Chương trình, tài liệu: ${url}`,
  cancelled: (reason: string) => `Hội nghị đã hủy: ${reason}`,
  title: 'Lịch hội nghị của tôi',
  intro:
    'Một địa chỉ riêng để ứng dụng lịch trên điện thoại, máy tính tự cập nhật các hội nghị mời tôi và nhiệm vụ của tôi. Ai biết địa chỉ này cũng đọc được lịch: tên, giờ, nơi họp; tên, hạn nhiệm vụ (nhiệm vụ mức văn phòng, nhân sự chỉ có số); không có tài liệu.',
  none: 'Chưa có địa chỉ nào.',
  since: (when: string) => `Đang dùng một địa chỉ tạo lúc ${when}.`,
  make: 'Tạo địa chỉ lịch',
  renew: 'Đổi địa chỉ mới',
  revoke: 'Thôi dùng',
  once: 'Chép địa chỉ này vào ứng dụng lịch ngay bây giờ; nó không hiện lại lần nữa.',
  address: 'Địa chỉ lịch',
  revoked: 'Địa chỉ lịch không còn dùng được.',
}

export const en: typeof vi = {
  calendar: 'Conferences (Giao Ban)',
  tasks: 'Tasks',
  task: (number: string | null) => (number === null ? 'Task' : `Task ${number}`),
  papers: (url: string) => `Agenda and papers: ${url}`,
  cancelled: (reason: string) => `Cancelled: ${reason}`,
  title: 'Calendar of my conferences',
  intro:
    'A private address from which the calendar on a phone or computer keeps itself up to date with the conferences I am invited to and my tasks. Whoever knows it reads the calendar: titles, times and places; tasks with their days (of the office’s own level or about personnel by number only); no papers.',
  none: 'There is no address yet.',
  since: (when: string) => `An address made at ${when} is in use.`,
  make: 'Make a calendar address',
  renew: 'Replace the address',
  revoke: 'Stop using it',
  once: 'Copy this address into the calendar application now; it is not shown again.',
  address: 'Calendar address',
  revoked: 'The calendar address no longer works.',
}
