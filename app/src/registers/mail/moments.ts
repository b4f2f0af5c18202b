// Moments in mails, in Vietnamese time.
import { todayInVietnam, writtenDate } from '../../calendar.ts'

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
})

/** An instant as the time of day and the day: `['08:00', '08/12/2026']`. */
export const momentOf = (iso: string): [string, string] => {
  const at = new Date(iso)
  return [clock.format(at), writtenDate(todayInVietnam(at))]
}
