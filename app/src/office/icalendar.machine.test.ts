// A calendar before readers that know nothing of us, where Debian has them (apt-get install gir1.2-ical-3.0
// python3-gi python3-vobject python3-icalendar); elsewhere there is nobody to ask, and it says so.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../config.ts'
import { icalendar } from './icalendar.ts'

const python = '/usr/bin/python3'
const readers = "import vobject, icalendar, gi; gi.require_version('ICalGLib', '3.0')"
const there = spawnSync(python, ['-c', readers]).status === 0

const title = 'Hội nghị Ban Chấp hành Đảng bộ tỉnh lần thứ 12, khóa XX; kiểm điểm giữa nhiệm kỳ'
const event = {
  uid: 'a@giaoban',
  sequence: 0,
  changedAt: '2026-11-20T02:03:04Z',
  startsAt: '2026-12-08T01:00:00Z',
  endsAt: '2026-12-08T10:30:00Z',
  title,
  place: 'Hội trường A, Tỉnh ủy',
  description: 'Chương trình, tài liệu: https://giaoban.example/conferences/a',
  url: 'https://giaoban.example/conferences/a',
  status: 'CONFIRMED',
  free: false,
} as const
const cancelled = { ...event, uid: 'b@giaoban', endsAt: null, status: 'CANCELLED' } as const

const task = {
  ...{ uid: 'c@giaoban', sequence: 3, changedAt: '2026-11-20T02:03:04Z', due: '2026-12-10' },
  ...{ title: 'rà soát, báo cáo; trình Ban Thường vụ', categories: ['Nhiệm vụ'] },
  ...{ url: 'https://giaoban.example/assignments?task=c', percent: 40, doneOn: null },
  status: 'NEEDS-ACTION',
} as const
const done = { ...task, uid: 'd@giaoban', status: 'COMPLETED', doneOn: '2026-12-09' } as const

test.skipIf(!there)('three readers find no fault and the same hour', () => {
  const folder = mkdtempSync(join(tmpdir(), 'giaoban-calendar-'))
  try {
    const file = join(folder, 'a.ics')
    writeFileSync(file, icalendar('Lịch hội nghị (Giao Ban)', [event, cancelled], [task, done]))
    const script = join(root, 'app/test/calendar-readers.py')
    const { stdout, stderr } = spawnSync(python, [script, file], { encoding: 'utf8' })
    const told = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(
      told.map(({ reader }) => reader),
      stderr,
    ).toEqual(['libical', 'vobject', 'icalendar'])
    for (const one of told) {
      const read = { title, place: event.place, starts: '20261208T080000' }
      const due = { title: task.title, due: '20261210' }
      const todos = [
        { ...due, status: 'NEEDS-ACTION' },
        { ...due, status: 'COMPLETED' },
      ]
      expect(one).toMatchObject({ allowed: true, errors: 0, events: [read, read], todos })
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
})
