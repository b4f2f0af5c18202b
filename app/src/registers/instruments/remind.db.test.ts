// Bodies that are late with an instrument: told each once, upwards, by name in the mail of the week; old days tell no number.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mailServer } from '../../../test/mail-server.ts'
import { type Client, fileForm, password, world } from '../../../test/world.ts'
import { dayFrom, todayInVietnam } from '../../calendar.ts'
import { transaction } from '../../database/open.ts'
import type { AccountRole } from '../../database/tables.ts'
import { systemActor } from '../../http/access.ts'
import { jobs } from '../../post/jobs.ts'
import { runJobs } from '../../post/schedule.ts'
import { sendDue } from '../../post/send.ts'
import { setMail } from '../mail/setting-store.ts'
import { addAccount } from '../people/store.ts'

let here: Awaited<ReturnType<typeof world>>
let office: Client
let works = ''
const today = todayInVietnam()

async function person(name: string, role: AccountRole, organisationId?: string): Promise<string> {
  const address = `${name}@dongha.gov.vn`
  const given = { address, name, role, password, ...(organisationId ? { organisationId } : {}) }
  const { id } = await transaction(here.database, (tx) =>
    addAccount(tx, systemActor(here.east.province_id), given),
  )
  return id
}

beforeAll(async () => {
  here = await world()
  works = await here.body('Sở Xây dựng')
  await person('truong', 'departmentHead', works)
  await person('chuyenvien', 'departmentOfficer', works)
  await person('khac', 'departmentOfficer', await here.body('Sở Khác'))
  await person('chanhvp', 'officeHead')
  await person('lanhdao', 'leader')
  office = await here.client('office')
  await setMail(here.database.db, { server: 'x', from: 'giaoban@dongha.gov.vn' })
})

afterAll(() => here.close())

let known = ''

/** What was told since the last call, `name kind`, sorted. */
async function told(): Promise<string[]> {
  const { rows } = await here.database.pool.query(
    `select a.name, n.kind, n.notification_id from notification n
       join account a on a.province_id = n.province_id and a.account_id = n.account_id
     where n.province_id = $1 and ($2 = '' or n.notification_id::text > $2) order by 3`,
    [here.east.province_id, known],
  )
  known = rows.at(-1)?.notification_id ?? known
  return rows.map((row) => `${row.name} ${row.kind}`).sort()
}

const runOn = (day: string, ...only: string[]) =>
  runJobs(
    here.database,
    jobs.filter(({ name }) => only.includes(name)),
    new Date(`${day}T08:00:00+07:00`),
    (_, error) => {
      throw error
    },
  )

const done = async (method: string, path: string, options = {}, client = office) => {
  const { status, body } = await client.ask(method, path, options)
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(body)}`)
  return body
}

const late = (days: number) => dayFrom(today, -days)

async function instrument(title: string, level: string, implementBy: string) {
  const json = { side: 'own', kind: 'resolution', title, level }
  const made = (await done('POST', '/api/instruments', { json })).instrument
  const at = `/api/instruments/${made.id}/duties`
  const duties = { organisationIds: [works], implementBy, studyBy: null, note: null }
  return (await done('POST', at, { json: duties })).instrument
}

test('late with implementing an instrument: its people, then its head, then the leaders, each once', async () => {
  const made = await instrument('Chuyển đổi số', 'internal', dayFrom(today, 10))
  expect(await told()).toEqual(['chuyenvien dutyNamed', 'truong dutyNamed'])
  for (const [days, expected] of [
    [2, []],
    [3, ['chuyenvien dutyDue', 'truong dutyDue']],
    [4, []],
    [11, ['chuyenvien dutyLate', 'truong dutyLate']],
    [12, []],
    [17, ['truong dutyEscalated']],
    [40, ['chanhvp dutyEscalated', 'lanhdao dutyEscalated']],
    [60, []],
  ] as const) {
    await runOn(dayFrom(today, days), 'dutyReminders')
    expect(await told(), `after ${days} days`).toEqual(expected)
  }
  // Read today the day is still ahead: how many days are left is today's number, and no reminder that is over has one.
  const client = await here.clientAt('truong@dongha.gov.vn')
  const { notifications } = await done('GET', '/api/session/notifications', {}, client)
  expect(
    notifications.map((one: { kind: string; facts: object; title: string }) => [
      one.kind,
      one.facts,
      one.title,
    ]),
  ).toEqual([
    ...['dutyEscalated', 'dutyLate', 'dutyDue'].map((kind) => [
      kind,
      { what: 'implement', on: dayFrom(today, 10), days: 10 },
      'Nghị quyết: Chuyển đổi số',
    ]),
    ['dutyNamed', { on: dayFrom(today, 10) }, 'Nghị quyết: Chuyển đổi số'],
  ])
  const [duty] = made.duties
  const report = { doneOn: today, onBehalf: 'Sở Xây dựng' }
  await done('POST', `/api/instrument-duties/${duty.id}/report`, { json: report, version: 1 })
  const after = await done('GET', '/api/session/notifications', {}, client)
  expect(after.notifications[2]).toMatchObject({
    kind: 'dutyDue',
    facts: { what: 'implement', on: dayFrom(today, 10) },
  })
  expect(after.notifications[2].facts.days).toBeUndefined()
  const verdict = { json: { outcome: 'sentBack', reason: 'Thiếu số liệu' }, version: 2 }
  const head = await here.clientAt('chanhvp@dongha.gov.vn')
  await done('POST', `/api/instrument-duties/${duty.id}/verdict`, verdict, head)
  expect((await told()).filter((one) => !one.startsWith('office'))).toEqual([
    'chuyenvien dutySentBack',
    'truong dutySentBack',
  ])
})

test('the mail of the week names what is late, as far as its reader may see it and it may travel', async () => {
  await instrument('Cải cách hành chính', 'internal', late(40))
  await instrument('Việc hẹp', 'office', late(50))
  const text = 'Yêu cầu Sở Xây dựng rà soát các dự án chậm tiến độ.'
  const form = fileForm(text, 'a.txt', { level: 'internal' })
  const { document } = await done('POST', '/api/documents', { form })
  const marked = { kind: 'assignment', start: 0, end: text.length }
  const order = await done('POST', `/api/documents/${document.id}/findings`, { json: marked })
  const { finding } = await done('POST', `/api/findings/${order.finding.id}/confirm`, {
    json: {},
    version: order.finding.version,
  })
  const { assignment } = await done('GET', `/api/assignments/${finding.entry.id}`)
  await done('PATCH', `/api/assignments/${assignment.id}`, {
    json: { deadline: late(90), leadId: works },
    version: assignment.version,
  })
  // Leads the body without reporting for it: what is counted for them is named to them.
  await person('lanhdaoso', 'leader', works)
  await here.database.pool.query(`delete from mail where province_id > 0`)
  await told()
  await runOn(dayFrom(today, 7), 'taskWeek')
  expect((await told()).filter((one) => !one.startsWith('office'))).toEqual([
    'chuyenvien taskWeek',
    'lanhdaoso taskWeek',
    'truong taskWeek',
  ])
  const box = await mailServer()
  const settings = {
    server: box.server,
    from: { name: 'Giao Ban', address: 'giaoban@dongha.gov.vn' },
    url: 'https://giaoban.dongha.gov.vn',
  }
  await sendDue(here.database, settings, () => new Date(Date.now() + 15 * 86_400_000))
  const mail = box.arrived.find(({ to }) => to.startsWith('truong'))?.mail
  expect(mail?.subject).toContain('1 đang làm, 1 quá hạn, 2 văn bản chậm thực hiện')
  // The one that was ahead on Monday is over as well when the mail is sent.
  const [, named = ''] = mail?.text?.split('Đang quá hạn:\n') ?? []
  expect(named.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(4)
  expect(named).toContain(`- ${assignment.action} (hạn`)
  expect(named).toContain('- Nghị quyết: Cải cách hành chính (hạn')
  expect(named).toContain('- Tên nội dung không ghi trong thư (hạn')
  expect(mail?.text).not.toContain('Việc hẹp')
  const leading = box.arrived.find(({ to }) => to.startsWith('lanhdaoso'))?.mail
  expect(leading?.subject).toContain('2 văn bản chậm thực hiện')
  expect(leading?.text?.split('Đang quá hạn:\n')[1]).toBe(named)
  await box.close()
})
