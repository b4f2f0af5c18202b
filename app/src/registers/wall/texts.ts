// Words of the screen in the meeting room.
export const vi = {
  title: 'Màn hình phòng họp',
  opening: 'Đang mở màn hình…',
  number: (n: string) => `Nội dung ${n}`,
  inside: 'Nội dung nội bộ',
  between: 'Chuyển nội dung',
  stage: {
    planned: 'Chưa khai mạc',
    invited: 'Chưa khai mạc',
    running: 'Đang họp',
    closed: 'Hội nghị đã kết thúc',
    cancelled: 'Hội nghị đã hủy',
  },
  present: (n: number, of: number) => `Có mặt ${n}/${of}`,
  lost: (when: string) => `Mất kết nối · liên lạc lần cuối ${when}`,
  neverHeard: 'chưa có',
  over: 'Màn hình đã tắt hoặc hết hạn',
}

export const en: typeof vi = {
  title: 'Screen of the meeting room',
  opening: 'Opening the screen…',
  number: (n: string) => `Item ${n}`,
  inside: 'Internal item',
  between: 'Between two items',
  stage: {
    planned: 'Not open yet',
    invited: 'Not open yet',
    running: 'Sitting',
    closed: 'The conference is closed',
    cancelled: 'The conference is cancelled',
  },
  present: (n: number, of: number) => `Present ${n} of ${of}`,
  lost: (when: string) => `Connection lost · last contact ${when}`,
  neverHeard: 'none yet',
  over: 'This screen is switched off, or its time is over',
}
