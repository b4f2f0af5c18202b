// Times of day on the pages of a sitting, in Vietnam.
const format = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** `2026-12-08T01:02:03.000Z` → `08:02:03`. */
export const formatTime = (instant: string): string => format.format(new Date(instant))
