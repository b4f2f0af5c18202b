// What no reader of calendars rejects, and is wrong all the same: byte by byte. And what one reader makes of it.
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { type CalendarEvent, icalendar } from './icalendar.ts'

const event: CalendarEvent = {
  uid: '01900000-0000-7000-8000-000000000001@giaoban',
  sequence: 3,
  changedAt: '2026-11-20T02:03:04.567Z',
  startsAt: '2026-12-08T01:00:00.000Z',
  endsAt: '2026-12-08T10:30:00.000Z',
  title: `Hội nghị Ban Chấp hành Đảng bộ tỉnh lần thứ 12, khóa XX; ${'kiểm điểm giữa nhiệm kỳ '.repeat(9)}`,
  place: 'Hội trường A, Tỉnh ủy',
  description: 'Dòng một\r\nDòng hai, \\ hết\u0007',
  url: 'https://giaoban.example/conferences/01900000-0000-7000-8000-000000000001',
  status: 'CONFIRMED',
  free: false,
}

const written = (events: CalendarEvent[]) => new TextEncoder().encode(icalendar('Lịch', events))

/** Physical lines as bytes; fails on a line that ends otherwise than with CRLF. */
function lines(bytes: Uint8Array): Buffer[] {
  const text = Buffer.from(bytes).toString('latin1')
  expect(text.endsWith('\r\n')).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  return text.split('\r\n').map((line) => Buffer.from(line, 'latin1'))
}

test('every line ends with CRLF, has at most 75 octets and whole letters', () => {
  const letters = new TextDecoder('utf-8', { fatal: true })
  // Titles of every length around the fold, so that it would fall inside a letter of two or three octets.
  for (let length = 0; length < 80; length++) {
    const title = `${'x'.repeat(length)}${'ệ'.repeat(60)}`
    for (const line of lines(written([{ ...event, title }]))) {
      expect(line.length).toBeLessThanOrEqual(75)
      expect(() => letters.decode(line)).not.toThrow()
    }
  }
})

test('joined again the lines say what the event says', () => {
  const whole = Buffer.from(written([event]))
    .toString()
    .replaceAll('\r\n ', '')
    .split('\r\n')
  expect(whole.slice(7, 16)).toEqual([
    'BEGIN:VTIMEZONE',
    'TZID:Asia/Ho_Chi_Minh',
    'BEGIN:STANDARD',
    'DTSTART:19750613T000000',
    'TZOFFSETFROM:+0700',
    'TZOFFSETTO:+0700',
    'TZNAME:+07',
    'END:STANDARD',
    'END:VTIMEZONE',
  ])
  expect(whole).toContain('DTSTAMP:20261120T020304Z')
  expect(whole).toContain('SEQUENCE:3')
  expect(whole).toContain('DTSTART;TZID=Asia/Ho_Chi_Minh:20261208T080000')
  expect(whole).toContain('DTEND;TZID=Asia/Ho_Chi_Minh:20261208T173000')
  expect(whole).toContain('LOCATION:Hội trường A\\, Tỉnh ủy')
  expect(whole).toContain('DESCRIPTION:Dòng một\\nDòng hai\\, \\\\ hết')
  expect(whole.filter((line) => line.startsWith('METHOD'))).toEqual([])
})

test('another reader finds the same hour, place and state', () => {
  const cancelled = {
    ...event,
    status: 'CANCELLED' as const,
    endsAt: null,
    place: null,
    free: true,
  }
  const calendar = new ICAL.Component(
    ICAL.parse(Buffer.from(written([event, cancelled])).toString()),
  )
  const [first, second] = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
  expect(first?.startDate.toJSDate().toISOString()).toBe(event.startsAt)
  expect(first?.endDate.toJSDate().toISOString()).toBe(event.endsAt)
  expect(first?.summary).toBe(event.title)
  expect(first?.location).toBe(event.place)
  expect(first?.description).toBe('Dòng một\nDòng hai, \\ hết')
  expect(first?.uid).toBe(event.uid)
  expect(second?.component.getFirstPropertyValue('status')).toBe('CANCELLED')
  expect(second?.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT')
})

test('a task is a VTODO due on a day, with how far it is', () => {
  const task = {
    ...{ uid: 'c@giaoban', sequence: 3, changedAt: '2026-11-20T02:03:04Z', due: '2026-12-10' },
    ...{ title: 'rà soát; trình', url: 'https://giaoban.example/assignments?task=c' },
    ...{ categories: ['Nhiệm vụ'], percent: 40, doneOn: null },
  }
  const of = (more: object) =>
    icalendar('Lịch', [], [{ ...task, status: 'IN-PROCESS', ...more }])
      .replaceAll('\r\n ', '')
      .split('\r\n')
      .slice(16, -2)
  expect(of({})).toEqual([
    'BEGIN:VTODO',
    'UID:c@giaoban',
    'DTSTAMP:20261120T020304Z',
    'LAST-MODIFIED:20261120T020304Z',
    'SEQUENCE:3',
    'DUE;VALUE=DATE:20261210',
    'SUMMARY:rà soát\\; trình',
    'CATEGORIES:Nhiệm vụ',
    'URL:https://giaoban.example/assignments?task=c',
    'STATUS:IN-PROCESS',
    'PERCENT-COMPLETE:40',
    'END:VTODO',
  ])
  const done = of({ status: 'COMPLETED', doneOn: '2026-12-09', due: null })
  expect(done).toContain('COMPLETED:20261209T165959Z')
  expect(done).toContain('PERCENT-COMPLETE:100')
  expect(done.join()).not.toContain('DUE')
})

const breaks = ['\r\n', '\n', '\r', '\r\n ', '\n\n', '\u2028', '\u0085', '\u000b', ';', '\\n']
const follow = [
  'ATTENDEE:mailto:x@y.example',
  'END:VEVENT',
  'X;VALUE=URI:https://elsewhere.example',
]

test.each(breaks.flatMap((one) => follow.map((next) => `Hội nghị${one}${next}`)))(
  'E10: a title, place, name or description makes no line of its own: %j',
  (words) => {
    const names = (name: string, more: Partial<CalendarEvent>) =>
      icalendar(name, [{ ...event, ...more }])
        .replaceAll('\r\n ', '')
        .split('\r\n')
        .map((line) => line.slice(0, line.search(/[:;]/)))
    const usual = names('Lịch', {})
    expect(names(words, { title: words, place: words, description: words })).toEqual(usual)
    const [read] = new ICAL.Component(ICAL.parse(icalendar('Lịch', [{ ...event, title: words }])))
      .getAllSubcomponents('vevent')
      .map((one) => new ICAL.Event(one))
    expect(read?.attendees).toEqual([])
    expect(read?.summary).toContain(follow.find((next) => words.endsWith(next)))
  },
)
