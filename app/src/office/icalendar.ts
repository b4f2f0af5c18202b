// Calendar entries as iCalendar (RFC 5545), byte by byte: CRLF, lines of at most 75 octets that never
// break inside a letter. No METHOD: what is fetched or downloaded is published to nobody, so it needs no
// ORGANIZER, which some readers ask for with METHOD:PUBLISH.

export interface CalendarEvent {
  /** The same for good, in every file that names the event. */
  uid: string
  /** Grows with every change that matters to a calendar. */
  sequence: number
  /** When this was last changed (DTSTAMP where there is no METHOD), an instant. */
  changedAt: string
  startsAt: string
  /** Null where nobody said. */
  endsAt: string | null
  title: string
  place: string | null
  description: string | null
  url: string | null
  status: 'CONFIRMED' | 'CANCELLED'
  /** True where it does not take up the holder's time. */
  free: boolean
}

/** What is to be done by a day, and how far it is. */
export interface CalendarTask {
  uid: string
  sequence: number
  changedAt: string
  /** The day it is due, `YYYY-MM-DD`; null where it has none. */
  due: string | null
  title: string
  url: string
  categories: readonly string[]
  status: 'NEEDS-ACTION' | 'IN-PROCESS' | 'COMPLETED' | 'CANCELLED'
  percent: number | null
  /** The day it was done, `YYYY-MM-DD`, for `COMPLETED`. */
  doneOn: string | null
}

const zone = 'Asia/Ho_Chi_Minh'

/** Vietnam has been at +07 all year since 1975. */
const zoneLines = [
  'BEGIN:VTIMEZONE',
  `TZID:${zone}`,
  'BEGIN:STANDARD',
  'DTSTART:19750613T000000',
  'TZOFFSETFROM:+0700',
  'TZOFFSETTO:+0700',
  'TZNAME:+07',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/** A whole calendar of that name; `events` and `tasks` may be none. */
export function icalendar(
  name: string,
  events: readonly CalendarEvent[],
  tasks: readonly CalendarTask[] = [],
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Giao Ban//Conferences//VI',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${text(name)}`,
    `X-WR-TIMEZONE:${zone}`,
    'X-PUBLISHED-TTL:PT1H',
    ...zoneLines,
    ...events.flatMap(eventLines),
    ...tasks.flatMap(taskLines),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

function eventLines(event: CalendarEvent): string[] {
  const given = (property: string, value: string | null) => (value ? [`${property}:${value}`] : [])
  return [
    'BEGIN:VEVENT',
    `UID:${text(event.uid)}`,
    `DTSTAMP:${universal(event.changedAt)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTART;TZID=${zone}:${local(event.startsAt)}`,
    ...given(`DTEND;TZID=${zone}`, event.endsAt && local(event.endsAt)),
    `SUMMARY:${text(event.title)}`,
    ...given('LOCATION', event.place && text(event.place)),
    ...given('DESCRIPTION', event.description && text(event.description)),
    ...given('URL', event.url),
    `STATUS:${event.status}`,
    `TRANSP:${event.free ? 'TRANSPARENT' : 'OPAQUE'}`,
    'END:VEVENT',
  ]
}

/** VTODO of RFC 5545 §3.6.2. What is done is so at the end of its day: only the day is known. */
function taskLines(task: CalendarTask): string[] {
  const done = task.status === 'COMPLETED' && task.doneOn !== null
  return [
    'BEGIN:VTODO',
    `UID:${text(task.uid)}`,
    `DTSTAMP:${universal(task.changedAt)}`,
    `LAST-MODIFIED:${universal(task.changedAt)}`,
    `SEQUENCE:${task.sequence}`,
    ...(task.due ? [`DUE;VALUE=DATE:${task.due.replaceAll('-', '')}`] : []),
    `SUMMARY:${text(task.title)}`,
    ...(task.categories.length > 0 ? [`CATEGORIES:${task.categories.map(text).join(',')}`] : []),
    `URL:${task.url}`,
    `STATUS:${task.status}`,
    ...(done ? [`COMPLETED:${universal(`${task.doneOn}T23:59:59+07:00`)}`] : []),
    ...(done || task.percent !== null ? [`PERCENT-COMPLETE:${done ? 100 : task.percent}`] : []),
    'END:VTODO',
  ]
}

/** TEXT of RFC 5545 §3.3.11: control characters have no place in it. */
const text = (value: string): string =>
  value
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n')

const compact = (instant: Date): string => instant.toISOString().replace(/[-:]|\.\d+/g, '')

const universal = (instant: string): string => compact(new Date(instant))

const local = (instant: string): string =>
  compact(new Date(Date.parse(instant) + 7 * 3_600_000)).slice(0, -1)

const longest = 75

/** One content line on physical lines of at most 75 octets, each whole UTF-8. */
function fold(line: string): string {
  let folded = ''
  let octets = 0
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (octets + size > longest) {
      folded += '\r\n '
      octets = 1
    }
    folded += letter
    octets += size
  }
  return folded
}
