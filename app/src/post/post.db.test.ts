// Mail over a real SMTP server: once, in Vietnamese, and nothing twice whatever breaks on the way.
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Mailbox, mailServer, ownCertificate, refusal } from '../../test/mail-server.ts'
import { world } from '../../test/world.ts'
import { root } from '../config.ts'
import { transaction } from '../database/open.ts'
import { makeDigests } from '../registers/mail/digest-store.ts'
import { tellAll } from '../registers/mail/notification-store.ts'
import { mailSetting, setMail } from '../registers/mail/setting-store.ts'
import { type Job, runJobs } from './schedule.ts'
import { type MailSettings, sendDue } from './send.ts'

let here: Awaited<ReturnType<typeof world>>
let conference: string
let box: Mailbox | null = null
let people: string[]

const from = { name: 'Giao Ban tỉnh Đông Hà', address: 'giaoban@dongha.gov.vn' }
const settingsOf = (to: Mailbox, more: Partial<MailSettings> = {}): MailSettings => ({
  server: to.server,
  from,
  url: 'https://giaoban.dongha.gov.vn',
  ...more,
})
const minute = 60_000

beforeAll(async () => {
  here = await world()
  await setMail(here.database.db, { server: 'x', from: from.address })
  const office = await here.client('office')
  const board = await here.body('Ban Thường vụ Tỉnh ủy')
  const { body } = await office.ask('POST', '/api/conferences', {
    json: {
      organisationId: board,
      type: 'briefing',
      level: 'internal',
      title: 'Hội nghị giao ban tháng 11',
      place: 'Hội trường A',
      startsAt: '2099-12-08T08:00:00+07:00',
    },
  })
  conference = body.plan.id
  people = []
  for (const name of ['binh', 'cuc', 'dung']) {
    people.push((await here.account(`${name}@dongha.gov.vn`)).id)
  }
})

afterAll(() => here.close())

beforeEach(async () => {
  await here.database.pool.query('delete from mail where province_id > 0')
  await here.database.pool.query('delete from notification where province_id > 0')
  await setMail(here.database.db, { server: 'x', from: from.address })
})

afterEach(async () => {
  await box?.close()
  box = null
})

/** Tells these accounts of the conference, each under this key. */
const tellOf = (key: string, ids = people, now = new Date()) =>
  transaction(here.database, (tx) => {
    const about = { kind: 'conference', id: conference } as const
    return tellAll(tx, here.east.province_id, ids, { key, kind: 'conferenceInvited', about }, now)
  })

const mails = async () => {
  const { rows } = await here.database.pool.query(
    `select m.*, a.address as account from mail m
       join account a on a.province_id = m.province_id and a.account_id = m.account_id
     where m.province_id = $1 order by a.address`,
    [here.east.province_id],
  )
  return rows
}
const outcomes = async () => (await mails()).map((one) => one.outcome)

test('each is told once, in Vietnamese that every program reads', async () => {
  box = await mailServer()
  await tellOf('once')
  await tellOf('once')
  // Two servers on one database, and one of them twice.
  const ran = await Promise.all(
    [1, 2].map(() => sendDue(here.database, settingsOf(box as Mailbox))),
  )
  const again = await sendDue(here.database, settingsOf(box))
  expect([...ran, again].reduce((sum, one) => sum + (one?.sent ?? 0), 0)).toBe(3)
  expect(box.arrived.map((one) => one.to).sort()).toEqual([
    'binh@dongha.gov.vn',
    'cuc@dongha.gov.vn',
    'dung@dongha.gov.vn',
  ])
  const mail = box.arrived.find((one) => one.to.startsWith('binh'))?.mail
  expect(mail?.subject).toBe('[Giao Ban] Mời dự hội nghị: Hội nghị giao ban tháng 11')
  expect(mail?.from?.value).toEqual([from])
  expect(mail?.headers.get('auto-submitted')).toBe('auto-generated')
  expect(mail?.headers.get('content-language')).toBe('vi')
  expect(mail?.messageId).toMatch(/^<[0-9a-f-]{36}\.\d+@dongha\.gov\.vn>$/)
  expect(mail?.html).toBe(false)
  expect(mail?.text?.split('\n')).toEqual([
    'Kính gửi: binh@dongha.gov.vn',
    '',
    'Hệ thống Giao Ban xin thông báo: Mời dự hội nghị.',
    'Nội dung: Hội nghị giao ban tháng 11',
    'Thời gian: 08:00 ngày 08/12/2099',
    'Địa điểm: Hội trường A',
    '',
    `Xem chi tiết tại: https://giaoban.dongha.gov.vn/conferences/${conference}`,
    '',
    '--',
    'Thư do hệ thống Giao Ban của Tỉnh Đông Hà gửi tự động; đề nghị không trả lời thư này.',
    'Chọn cách nhận thư tại: https://giaoban.dongha.gov.vn/account',
    '',
  ])
})

test('the title stays here where its level, or its reader’s right, says so', async () => {
  box = await mailServer()
  await tellOf('level', people.slice(0, 1))
  const level = (value: string) =>
    here.database.pool.query(
      'update conference set level = $2 where province_id = $3 and conference_id = $1',
      [conference, value, here.east.province_id],
    )
  await level('office')
  await sendDue(here.database, settingsOf(box))
  await level('internal')
  expect(box.arrived).toHaveLength(1)
  const { subject, text } = box.arrived[0]?.mail ?? {}
  expect(subject).toBe('[Giao Ban] Mời dự hội nghị')
  expect(text).toContain('Tên nội dung không ghi trong thư')
  expect(text).not.toContain('tháng 11')
  expect(text).toContain(`/conferences/${conference}`)
})

test('a mail server that is down for a day: nothing lost, nothing twice, asked ever less often', async () => {
  box = await mailServer()
  const settings = settingsOf(box)
  await box.close()
  const start = Date.parse('2026-11-26T08:00:00+07:00')
  await tellOf('day', people, new Date(start))
  const attempts: number[] = []
  for (let at = start; at < start + 24 * 60 * minute; ) {
    attempts.push((at - start) / minute)
    expect((await sendDue(here.database, settings, () => new Date(at)))?.trouble).toBeTruthy()
    const next = Date.parse((await mailSetting(here.database.db))?.trouble?.next ?? '')
    // A moment before it is due nobody asks.
    const before = await sendDue(here.database, settings, () => new Date(next - 1))
    expect(before).toEqual({ sent: 0, failed: 0, trouble: null })
    at = next
  }
  expect(attempts.slice(0, 8)).toEqual([0, 1, 3, 7, 15, 31, 63, 123])
  expect(attempts).toHaveLength(29)
  expect((await mailSetting(here.database.db))?.trouble).toMatchObject({
    since: new Date(start).toISOString(),
    reason: expect.stringContaining('ECONNREFUSED'),
  })
  expect(await outcomes()).toEqual([null, null, null])
  box = await mailServer({ port: settings.server.port })
  const clock = () => new Date(start + 25 * 60 * minute)
  expect(await sendDue(here.database, settings, clock)).toMatchObject({ sent: 3, trouble: null })
  expect(await sendDue(here.database, settings, clock)).toMatchObject({ sent: 0 })
  expect(box.arrived).toHaveLength(3)
  expect((await mailSetting(here.database.db))?.trouble).toBeNull()
})

test('killed while the server has the mail and we do not know: doubtful, and never again by itself', async () => {
  let child: ChildProcess | null = null
  const killed = Promise.withResolvers<void>()
  box = await mailServer({}, async () => {
    if (child === null) return
    child.kill('SIGKILL')
    await killed.promise
  })
  await tellOf('kill', people.slice(0, 1))
  const { host, port, user, password, database } = here.database.pool.options
  child = spawn(
    process.execPath,
    [
      join(root, 'app/test/send-child.ts'),
      JSON.stringify({
        connection: { host, port, user, password, database },
        settings: settingsOf(box),
      }),
    ],
    { stdio: 'ignore' },
  )
  child.once('exit', () => killed.resolve())
  await killed.promise
  await expect.poll(() => box?.arrived.length, { timeout: 20_000 }).toBe(1)
  child = null
  // Its connection to the database is gone before another may begin.
  await expect
    .poll(() => sendDue(here.database, settingsOf(box as Mailbox)), { timeout: 20_000 })
    .toMatchObject({ sent: 0, failed: 0 })
  expect(await mails()).toMatchObject([{ outcome: 'doubtful', reason: 'interrupted' }])
  const later = () => new Date(Date.now() + 9 * 24 * 60 * minute)
  await sendDue(here.database, settingsOf(box), later)
  expect(box.arrived).toHaveLength(1)
})

test('refused for good, put off, or taken: each by its own answer', async () => {
  let putOff = true
  box = await mailServer({
    onRcptTo({ address }, _session, done) {
      if (address.startsWith('binh')) done(refusal(550, '5.1.1 no such mailbox here'))
      else if (address.startsWith('cuc') && putOff) done(refusal(451, '4.7.1 greylisted'))
      else done()
    },
  })
  await tellOf('answers')
  const now = Date.now()
  const at = (minutes: number) => () => new Date(now + minutes * minute)
  expect(await sendDue(here.database, settingsOf(box), at(0))).toEqual({
    ...{ sent: 1, failed: 1, trouble: null },
  })
  expect(await mails()).toMatchObject([
    { outcome: 'refused', reason: expect.stringContaining('no such mailbox here') },
    { outcome: null, attempts: 1, reason: expect.stringContaining('greylisted') },
    { outcome: 'sent', reason: null },
  ])
  expect(await sendDue(here.database, settingsOf(box), at(0.5))).toMatchObject({ sent: 0 })
  putOff = false
  expect(await sendDue(here.database, settingsOf(box), at(1.5))).toMatchObject({ sent: 1 })
  // Put off for longer than five days: given up, and said so.
  putOff = true
  await tellOf('old', people.slice(1, 2), new Date(now - 6 * 24 * 60 * minute))
  await sendDue(here.database, settingsOf(box), at(2))
  expect((await mails()).filter((one) => one.key === 'old')).toMatchObject([{ outcome: 'refused' }])
  expect(box.arrived.map((one) => one.to)).toEqual(['dung@dongha.gov.vn', 'cuc@dongha.gov.vn'])
})

test('a mail that cannot be put into words is put off and told of, and holds up no other', async () => {
  box = await mailServer()
  // A signed head of which the number is lost.
  const { rows } = await here.database.pool.query(
    `insert into mail (province_id, mail_id, key, kind, address, due_at)
     values ($1, $2, 'lost', 'head', 'so@dongha.gov.vn', now() - interval '1 day') returning mail_id`,
    [here.east.province_id, uuidv7()],
  )
  await tellOf('behind')
  const heard: string[] = []
  const uncomposed = (id: string, { message }: Error) => {
    heard.push(`${id} ${message}`)
  }
  const sent = await sendDue(
    here.database,
    settingsOf(box),
    () => new Date(),
    undefined,
    uncomposed,
  )
  expect(sent).toEqual({ sent: 3, failed: 0, trouble: null })
  expect(heard).toEqual([expect.stringContaining(`${rows[0].mail_id} `)])
  const { rows: left } = await here.database.pool.query(
    `select outcome, claimed_at, reason, attempts, due_at > now() as later from mail
     where province_id = $1 and key = 'lost'`,
    [here.east.province_id],
  )
  expect(left).toEqual([
    { outcome: null, claimed_at: null, reason: 'notComposed', attempts: 1, later: true },
  ])
})

test('a server that takes the text and never answers leaves one mail in doubt, not all', async () => {
  box = await mailServer({}, async (to) => {
    if (to.startsWith('binh')) await new Promise(() => undefined)
  })
  await tellOf('slow')
  const patience = { connect: 5000, greeting: 5000, reply: 1500 }
  const ran = await sendDue(here.database, settingsOf(box, { patience }))
  expect(ran).toMatchObject({ sent: 2, failed: 1, trouble: null })
  expect(await outcomes()).toEqual(['doubtful', 'sent', 'sent'])
})

test('a server that does not vouch for itself gets nothing, not even a recipient', async () => {
  const own = ownCertificate()
  const heard: string[] = []
  const onMailFrom = (_: unknown, __: unknown, done: () => void) => {
    heard.push('from')
    done()
  }
  await tellOf('tls', people.slice(0, 1))
  for (const tls of ['implicit', 'starttls'] as const) {
    await box?.close()
    box = await mailServer({ ...own, tls, onMailFrom })
    const ran = await sendDue(here.database, settingsOf(box))
    expect(ran).toMatchObject({ sent: 0, trouble: expect.stringMatching(/self-signed/) })
    await setMail(here.database.db, { server: 'x', from: from.address })
  }
  // One that offers no TLS at all, where TLS was asked for.
  const plain = await mailServer({ onMailFrom })
  const asked = { ...plain.server, tls: 'starttls' as const }
  expect(await sendDue(here.database, settingsOf(plain, { server: asked }))).toMatchObject({
    sent: 0,
    trouble: expect.any(String),
  })
  await plain.close()
  await setMail(here.database.db, { server: 'x', from: from.address })
  expect(heard).toEqual([])
  expect(await outcomes()).toEqual([null])
  const now = box as Mailbox | null
  if (!now) throw new Error('no server')
  const trusted = { ...now.server, ca: own.cert }
  expect(await sendDue(here.database, settingsOf(now, { server: trusted }))).toMatchObject({
    sent: 1,
  })
})

test('one’s own notifications alone, without the title of what is closed by now', async () => {
  await tellOf('own', people.slice(0, 2))
  const binh = await here.clientAt('binh@dongha.gov.vn')
  const cuc = await here.clientAt('cuc@dongha.gov.vn')
  const path = '/api/session/notifications'
  const { body } = await binh.ask('GET', path)
  expect(body).toMatchObject({ unread: 1, more: false })
  expect(body.notifications).toMatchObject([
    { title: 'Hội nghị giao ban tháng 11', path: `/conferences/${conference}`, readAt: null },
  ])
  await here.database.pool.query(
    `update conference set level = 'office' where province_id = $2 and conference_id = $1`,
    [conference, here.east.province_id],
  )
  expect((await binh.ask('GET', path)).body.notifications).toMatchObject([{ title: null }])
  await here.database.pool.query(
    `update conference set level = 'internal' where province_id = $2 and conference_id = $1`,
    [conference, here.east.province_id],
  )
  // Somebody else’s id is refused as one that is not there, and changes nothing.
  const ids = body.notifications.map((one: { id: string }) => one.id)
  const others = await cuc.ask('POST', `${path}/read`, { json: { ids } })
  expect([others.status, others.body.code]).toEqual([404, 'notFound'])
  expect((await binh.ask('GET', `${path}/unread`)).body).toEqual({ unread: 1 })
  expect((await binh.ask('POST', `${path}/read`, { json: {} })).body).toEqual({ unread: 0 })
  expect((await cuc.ask('GET', `${path}/unread`)).body).toEqual({ unread: 1 })
})

test('mails as wished: at once, one a week, none; without a mail server none are made', async () => {
  box = await mailServer()
  for (const [name, wish] of [
    ['cuc', 'digest'],
    ['dung', 'none'],
  ]) {
    const own = await here.clientAt(`${name}@dongha.gov.vn`)
    expect((await own.ask('PUT', '/api/session/mail-wish', { json: { wish } })).body).toEqual({
      ...{ wish, address: `${name}@dongha.gov.vn`, on: true },
    })
  }
  await tellOf('wish')
  await setMail(here.database.db, null)
  await tellOf('off')
  await setMail(here.database.db, { server: 'x', from: from.address })
  expect((await mails()).map((one) => one.account)).toEqual(['binh@dongha.gov.vn'])
  await transaction(here.database, (tx) => makeDigests(tx, here.east.province_id, new Date(), null))
  await sendDue(here.database, settingsOf(box))
  expect(box.arrived.map(({ to, mail }) => [to, mail.subject])).toEqual([
    ['binh@dongha.gov.vn', '[Giao Ban] Mời dự hội nghị: Hội nghị giao ban tháng 11'],
    ['cuc@dongha.gov.vn', '[Giao Ban] Tổng hợp tuần: 2 thông báo chưa đọc'],
  ])
  await here.database.pool.query(`update account set mail_wish = 'atOnce' where province_id > 0`)
})

test('a job runs once for its day whoever asks, is caught up once, and is tried again after a failure', async () => {
  const ran: string[] = []
  let broken = true
  const jobs: Job[] = [
    {
      name: 'each',
      at: '07:00',
      async run(_, province, now) {
        if (province === here.east.province_id) ran.push(now.toISOString())
      },
    },
    {
      name: 'breaks',
      at: '07:00',
      async run(tx, province) {
        await tx
          .insertInto('job_run')
          .values({ province_id: province, job: 'half', day: '2026-01-01', done_at: 'now' })
          .execute()
        if (broken) throw new Error('half way')
      },
    },
  ]
  const troubles: string[] = []
  const run = (now: string) =>
    runJobs(here.database, jobs, new Date(now), (job) => troubles.push(job))
  await Promise.all(['2026-11-26T08:00:00+07:00', '2026-11-26T08:00:00+07:00'].map(run))
  await run('2026-11-26T23:59:00+07:00')
  expect(ran).toEqual(['2026-11-26T01:00:00.000Z'])
  expect(new Set(troubles)).toEqual(new Set(['breaks']))
  const half = () =>
    here.database.pool.query(`select 1 from job_run where province_id > 0 and job = 'half'`)
  expect((await half()).rowCount).toBe(0)
  broken = false
  // Off for five days: caught up once.
  await run('2026-12-01T09:00:00+07:00')
  await run('2026-12-01T10:00:00+07:00')
  expect(ran).toHaveLength(2)
  expect((await half()).rowCount).toBe(2)
})
