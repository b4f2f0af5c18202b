// The SQL of the store functions, written out for whoever runs the database: `app/test/sql/*.sql` can be
// read and EXPLAINed without running anything, and a review shows how SQL changed. Every function that
// builds a query has to be there. After a change on purpose: GIAOBAN_WRITE_SQL=1 npm test -- sql.db
import { generateKeyPairSync } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hash } from '@node-rs/argon2'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../src/config.ts'
import { transaction } from '../src/database/open.ts'
import { evaluationHead, judgedDocuments } from '../src/reading/evaluation-set.ts'
import { signDue } from '../src/record/daily.ts'
import { applyDestructions, listDestructions } from '../src/registers/documents/destruction.ts'
import {
  applyQuarantines,
  incidentOf,
  quarantineDocument,
  releaseDocument,
} from '../src/registers/documents/quarantine.ts'
import { newDevice } from '../src/registers/people/devices.ts'
import { codeAt } from '../src/registers/people/factorsecret.ts'
import { addProvince, createSetupToken, takeSetupToken } from '../src/registers/people/provinces.ts'
import { accountOfVouched } from '../src/registers/people/sso.ts'
import { useAssignments, useUploads } from './assignments-run.ts'
import { useChain } from './chain.ts'
import { makeConference } from './conference.ts'
import { freshDatabase } from './database.ts'
import { useFigures } from './figures-run.ts'
import { makeInstruments } from './instruments.ts'
import { useMail } from './mail.ts'
import { useOverview } from './overview-run.ts'
import { makeProjects } from './projects-run.ts'
import { recorder } from './recorded.ts'
import { makeReports } from './reports-run.ts'
import { runSitting } from './sitting.ts'
import { useTargets } from './targets-run.ts'
import { type Client, fileForm, password, world } from './world.ts'

const { plugin, recorded } = recorder()
let here: Awaited<ReturnType<typeof world>>

const folder = join(root, 'app/test/sql')

/** Files whose queries are committed. */
const places = /^(registers\/\w+\/[\w-]+|(reading|record|search)\/[\w-]+)\.ts$/

beforeAll(async () => {
  here = await world(plugin, { settings: { graceDays: 14 } })
  await useEverything()
})

afterAll(() => here.close())

const report = `Sáng ngày 08/10/2024, Ban Thường vụ Tỉnh ủy Đông Hà tổ chức hội nghị giao ban do đồng chí Bí thư Tỉnh ủy chủ trì.

Tổng thu ngân sách nhà nước trên địa bàn 9 tháng đầu năm 2024 ước đạt 8.250 tỷ đồng, tăng 9,3% so với cùng kỳ.
`

/** Words of the report for each kind that becomes an entry: not left to what the reader finds. */
const kinds = [
  ['meeting', 'hội nghị giao ban'],
  ['statement', 'Tổng thu ngân sách nhà nước'],
  ['agendaItem', 'ngân sách nhà nước'],
  ['opinion', 'cùng kỳ'],
  ['decision', 'tăng 9,3%'],
  ['assignment', 'ước đạt 8.250 tỷ đồng'],
  ['shortcoming', 'trên địa bàn'],
  ['citation', '9 tháng đầu năm 2024'],
] as const

// biome-ignore lint/suspicious/noExplicitAny: answers of every kind
type Shown = any

async function useEverything(): Promise<void> {
  const fresh = await freshDatabase()
  const empty = { ...fresh, db: fresh.db.withPlugin(plugin) }
  const token = (await createSetupToken(empty.db)) ?? ''
  await transaction(empty, (tx) => takeSetupToken(tx, token))
  await transaction(empty, (tx) => addProvince(tx, 'Huế'))
  await fresh.close()

  await here.actor('office')
  const office = await here.client('office')
  const administrator = await here.client('administrator')
  const done = async (client: Client, method: string, path: string, options = {}) => {
    const { status, body } = await client.ask(method, path, options)
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(body)}`)
    return body as Shown
  }
  const made = await makeConference(here, office)
  const { client: head } = await here.grantee('departmentHead', made.submitter)
  await done(office, 'GET', `/api/conferences/${made.conferences}/items`)
  await head.ask('GET', `/api/conferences/${made.conferences}/items`)
  const board = { organisationId: made.board, type: 'briefing' }
  const { plan } = await done(office, 'POST', '/api/conferences', { json: board })
  await done(office, 'POST', `/api/conferences/${plan.id}/cancel`, {
    json: { reason: 'x' },
    version: plan.version,
  })
  const { client: chief } = await here.grantee('officeHead')
  for (const [kind, word] of [
    ['itemOpinion', 'item-opinions'],
    ['itemVote', 'item-votes'],
    ['conferenceAssessment', 'conferences'],
    ['invitation', 'invitations'],
    ['notice', 'notices'],
    ['opinionRound', 'rounds'],
  ] as const) {
    const at = `/api/history?kind=${kind}&id=${made[word]}`
    await done(office, 'GET', at)
    await head.ask('GET', at)
  }
  await runSitting(here, office, chief, made)
  await useMail(here, made)
  await here.anonymous.ask('POST', '/api/session', { json: { address: 'x', password: 'x' } })

  const form = () => ({ form: fileForm(report, 'a.txt') })
  const { document } = await done(office, 'POST', '/api/documents', form())
  await done(office, 'POST', '/api/documents', form())
  const at = `/api/documents/${document.id}`
  await done(office, 'POST', `${at}/read`, { json: {} })

  const entries = new Map<string, Shown>()
  for (const [kind, words] of kinds) {
    const start = report.indexOf(words)
    const json = { kind, start, end: start + words.length }
    const key = `add-${kind}`
    const { finding } = await done(office, 'POST', `${at}/findings`, { json, key })
    await done(office, 'POST', `${at}/findings`, { json, key })
    const edits =
      kind === 'statement'
        ? { newIndicator: { name: 'Chỉ tiêu riêng', unit: '%' }, value: 1 }
        : kind === 'meeting'
          ? { heldOn: '2024-10-08' }
          : {}
    const { finding: confirmed } = await done(
      office,
      'POST',
      `/api/findings/${finding.id}/confirm`,
      {
        json: { edits },
        version: finding.version,
      },
    )
    entries.set(kind, confirmed)
  }
  const { findings } = await done(office, 'GET', `${at}/findings`)
  const open = findings.filter((one: Shown) => one.state === 'proposed')
  const last = open.at(-1)
  await done(office, 'POST', `${at}/confirm-certain`, {
    json: { findings: open.slice(0, -1).map(({ id, version }: Shown) => ({ id, version })) },
  })
  await done(office, 'POST', `/api/findings/${last.id}/reject`, {
    json: { reason: 'x' },
    version: last.version,
  })

  const { conferences } = await done(office, 'GET', '/api/conferences')
  const told = conferences.find((one: Shown) => one.source !== null)
  const conference = `/api/conferences/${told.id}`
  await done(office, 'GET', conference)
  await done(office, 'PATCH', conference, { json: { place: 'x' }, version: told.version })
  const { assignments } = await done(office, 'GET', '/api/assignments')
  await done(office, 'PATCH', `/api/assignments/${assignments[0].id}`, {
    json: { leadText: 'Sở Tài chính' },
    version: assignments[0].version,
  })
  await useUploads(done, office)
  // Another than the one that is undone below: what was done to a task keeps it.
  await here.body('Sở Được giao')
  const { finding: second } = await done(office, 'POST', `${at}/findings`, {
    json: { kind: 'assignment', start: 0, end: 8 },
  })
  const { finding: entered } = await done(office, 'POST', `/api/findings/${second.id}/confirm`, {
    json: { edits: { leadText: 'Sở Được giao' } },
    version: second.version,
  })
  await useAssignments(done, entered.entry.id, {
    office,
    head: (await here.grantee('officeHead')).client,
    bodyId: await here.body('Sở Y tế'),
    documentId: document.id,
    conferenceId: told.id,
  })
  await useChain(here, office, chief, made, document.id)
  const { indicator } = await done(office, 'POST', '/api/indicators', {
    json: { nameVi: 'Một chỉ tiêu khác', unit: '%' },
  })
  await done(office, 'PATCH', `/api/indicators/${indicator.id}`, {
    json: { nameEn: 'Another' },
    version: indicator.version,
  })
  await useTargets(done, office, indicator.id, await here.body('Phường Thử'))
  await useFigures(here, done, office, await here.body('Phường Thử Hai'))
  const lexicon = await done(office, 'POST', '/api/lexicon', {
    json: { class: 'actor', payload: '', phrases: ['Tổ công tác 27'] },
  })
  await done(office, 'POST', '/api/lexicon/file', {
    json: { text: 'actor\t\tTổ công tác 28' },
  })
  await done(office, 'POST', `/api/lexicon/${lexicon.entries[0].id}/withdraw`, {
    json: {},
    version: lexicon.entries[0].version,
  })
  for (const path of [
    '/api/lexicon',
    '/api/lexicon/file',
    '/api/indicators?q=thu',
    '/api/indicators/board',
    `/api/indicators/${indicator.id}`,
    `/api/indicators/${indicator.id}/targets`,
    '/api/shortcomings',
    '/api/citations',
    '/api/documents',
    `${at}/text`,
    `${at}/reasons`,
    `${at}/original`,
    '/api/search?q=ngan sach',
    '/api/record',
    `/api/record?kind=document&id=${document.id}`,
  ]) {
    await done(office, 'GET', path)
  }
  await done(office, 'GET', `/api/history?kind=assignment&id=${assignments[0].id}`)
  const { account: own } = await done(office, 'GET', '/api/session')
  for (const [kind, id] of [
    ['document', document.id],
    ['assignment', assignments[0].id],
    ['indicator', indicator.id],
    ['account', own.id],
  ]) {
    await done(office, 'GET', `/api/access?kind=${kind}&id=${id}`)
    await done(administrator, 'GET', `/api/access?kind=${kind}&id=${id}`)
  }
  await done(administrator, 'GET', '/api/record/verify')
  await done(administrator, 'GET', '/api/access-log')
  await done(office, 'GET', '/api/session/personal-data')
  await done(
    administrator,
    'GET',
    `/api/access-log?who=x&kind=document&subject=${document.id}&action=read&from=2020-01-01&to=2099-01-01&before=${document.id}`,
  )
  const { privateKey: key } = generateKeyPairSync('ed25519')
  const dataFolder = mkdtempSync(join(tmpdir(), 'giaoban-sql-'))
  await signDue({ database: here.database, dataFolder, key }, new Date(), (_, error) => {
    throw error
  })
  rmSync(dataFolder, { recursive: true })
  const inspector = await here.grantee('inspector')
  await done(inspector.client, 'GET', '/api/record/export')
  await done(here.anonymous, 'GET', `/api/record/heads?province=${here.east.slug}`)
  const actor = await here.actor('office')
  await evaluationHead(here.database.db, actor)
  for await (const one of judgedDocuments(here.database.db, actor)) expect(one.text).toBe(report)

  await makeInstruments(here, office)
  await makeReports(here, office)
  await makeProjects(here, office)
  await useOverview(done, office, await here.body('Phường Thử Ba'), assignments[0].id)
  for (const { id, version } of [...entries.values()].reverse()) {
    await done(office, 'POST', `/api/findings/${id}/undo`, { json: {}, version })
  }
  const { document: now } = await done(office, 'GET', at)
  const changed = await done(office, 'PATCH', at, { json: { title: 'x' }, version: now.version })
  const elsewhere = { json: { conferenceId: document.id }, version: changed.document.version }
  expect((await office.ask('PATCH', at, elsewhere)).status).toBe(404)
  await quarantineAndBack(document.id)
  const { document: back } = await done(office, 'GET', at)
  await done(administrator, 'POST', `${at}/destroy`, {
    json: { reason: 'x' },
    version: back.version,
  })
  const ledger = await listDestructions(here.database.db)
  await transaction(here.database, (tx) => applyDestructions(tx, ledger))

  const { account } = await done(administrator, 'POST', '/api/accounts', {
    json: { address: 'new@x', name: 'x', role: 'administrator' },
  })
  const { codes } = await done(administrator, 'POST', '/api/session-codes', {
    json: { accounts: [account.id], days: 1 },
  })
  const stepping = await here.clientAt('new@x', codes[0].code)
  await done(stepping, 'POST', '/api/session/choose-password', { json: { password } })
  await done(administrator, 'GET', '/api/accounts')
  const reader = await done(administrator, 'PATCH', `/api/accounts/${account.id}`, {
    json: { name: 'y' },
    version: account.version + 1,
  })
  await done(administrator, 'PATCH', `/api/accounts/${account.id}`, {
    json: { disabled: true },
    version: reader.account.version,
  })
  const granted = await done(administrator, 'POST', `/api/accounts/${account.id}/grants`, {
    json: { role: 'reader' },
  })
  await done(administrator, 'GET', '/api/grants/bodies')
  const rights = await done(office, 'GET', '/api/session/grants')
  const assigned = await here.account('sso@dong-ha')
  await done(administrator, 'PATCH', `/api/accounts/${assigned.id}`, {
    json: { ssoName: 'a-subject' },
    version: assigned.version,
  })
  await accountOfVouched(here.database, { subject: 'a-subject', email: null })
  const former = await hash(password.normalize('NFC'), { memoryCost: 1024, timeCost: 1 })
  await here.database.pool.query(
    `update account set password_hash = $1 where address = 'sso@dong-ha'`,
    [former],
  )
  await here.clientAt('sso@dong-ha')
  const device = { headers: { cookie: `giaoban-device=${newDevice()}` } }
  const wrong = { json: { address: 'reader@dong-ha', password: 'x' } }
  expect((await here.anonymous.ask('POST', '/api/session', { ...wrong, ...device })).status).toBe(
    401,
  )
  const { client: secured, address } = await here.grantee('office')
  const factor = (json: object, path = '') =>
    done(secured, 'POST', `/api/session/factor${path}`, { json })
  const { secret } = await factor({ password }, '/begin')
  const { recoveryCodes } = await factor({ code: codeAt(secret, Date.now()) }, '/confirm')
  await done(secured, 'GET', '/api/session/factor')
  for (const code of [codeAt(secret, Date.now() + 30_000), recoveryCodes[0]]) {
    await done(await here.clientAt(address), 'POST', '/api/session/factor', { json: { code } })
  }
  const others = (await done(administrator, 'GET', '/api/accounts')).accounts
  const one = others.find((other: Shown) => other.address === address)
  await done(administrator, 'POST', `/api/accounts/${one.id}/factor/reset`, {
    json: { reason: 'x' },
    version: one.version,
  })
  const { client: leaving } = await here.grantee('reader')
  const { sessions } = await done(leaving, 'GET', '/api/sessions')
  await done(leaving, 'DELETE', `/api/sessions/${sessions[0].id}`)
  await done((await here.grantee('reader')).client, 'DELETE', '/api/sessions')
  await done(office, 'POST', `/api/grants/${rights.grants[0].id}/delegate`, {
    json: { address: 'reader@dong-ha', to: '2099-01-01', reason: 'x' },
  })
  const given = granted.account.grants.at(-1)
  await done(administrator, 'POST', `/api/grants/${given.id}/end`, {
    json: { reason: 'x' },
    version: given.version,
  })
  await useBodies(administrator, done)
  const body = await here.body('Sở Thử nghiệm')
  await done(administrator, 'GET', `/api/access?kind=organisation&id=${body}`)
  const { client: officer } = await here.grantee('departmentOfficer', body)
  const { document: theirs } = await done(officer, 'POST', '/api/documents', {
    form: fileForm('Thu đạt 12 tỷ đồng.', 'b.txt'),
  })
  const named = await done(officer, 'PATCH', `/api/documents/${theirs.id}`, {
    json: { level: 'participants', participants: { organisations: [body], accounts: [] } },
    version: theirs.version,
  })
  expect(named.document.participants.organisations).toHaveLength(1)
  for (const path of ['/api/documents', '/api/search?q=thu', '/api/assignments', '/api/record']) {
    await officer.ask('GET', path)
  }
  const { client: mover } = await here.grantee('administrator', body)
  await mover.ask('GET', '/api/documents')
  await done(office, 'PUT', '/api/session/password', {
    json: { current: password, next: `${password} mới` },
  })
  await done(office, 'PATCH', '/api/session', { json: { locale: 'en' } })
  await done(office, 'DELETE', '/api/session')
}

/** Every change that a body can undergo. */
async function useBodies(
  client: Client,
  done: (client: Client, method: string, path: string, options?: object) => Promise<Shown>,
): Promise<void> {
  const path = '/api/organisations'
  const add = (name: string) =>
    done(client, 'POST', path, { json: { kind: 'department', name, from: null } })
  const one = (await add('Sở Một')).body
  const two = (await add('Sở Hai')).body
  const parents = [{ id: one.id, tree: 'administrative' }]
  const part = { kind: 'department', name: 'Chi cục', from: null, parents }
  const { body: third } = await done(client, 'POST', path, { json: part })
  const change = (id: string, action: string, json: object, version: number) =>
    done(client, 'POST', `${path}/${id}/${action}`, { json, version })
  const also = [{ name: 'S1', role: 'alias' }]
  await done(client, 'PATCH', `${path}/${one.id}`, { json: { also }, version: 1 })
  await change(one.id, 'rename', { name: 'Sở Mới', from: '2026-01-01' }, 2)
  const { bodies } = await done(client, 'GET', path)
  const whole = bodies.find(({ kind }: Shown) => kind === 'province')
  const { body: province } = await done(client, 'GET', `${path}/${whole.id}`)
  await change(whole.id, 'rename', { name: 'Tỉnh Đông Hà', from: '2026-01-01' }, province.version)
  const there = { tree: 'party', parentId: two.id, from: '2026-01-01' }
  await change(third.id, 'move', there, 1)
  await done(client, 'POST', `${path}/changes`, {
    json: {
      kind: 'takeOver',
      on: '2026-02-01',
      predecessors: [{ id: one.id, version: 3, ends: true }],
      successors: [{ id: two.id, version: 1 }],
      below: 'move',
    },
  })
  await change(two.id, 'end', { on: '2026-03-01', below: 'end' }, 2)
  await done(client, 'GET', `${path}?since=2025-12-31&on=2026-02-01`)
  await usePeople(client, done)
}

async function usePeople(
  client: Client,
  done: (client: Client, method: string, path: string, options?: object) => Promise<Shown>,
): Promise<void> {
  const { body } = await done(client, 'POST', '/api/organisations', {
    json: { kind: 'partyCommittee', name: 'Đảng ủy', from: null },
  })
  const { term } = await done(client, 'POST', '/api/terms', {
    json: { organisationId: body.id, kind: 'party', label: '2025-2030', from: '2025-01-01' },
  })
  await done(client, 'PATCH', `/api/terms/${term.id}`, { json: { number: 'I' }, version: 1 })
  const post = { organisationId: body.id, title: 'Bí thư', termId: term.id, from: '2025-01-01' }
  const { person } = await done(client, 'POST', '/api/persons', { json: { name: 'An', post } })
  const at = `/api/persons/${person.id}`
  await done(client, 'PATCH', at, { json: { name: 'Lê An' }, version: 1 })
  await done(client, 'POST', `${at}/posts`, { json: { ...post, title: 'Ủy viên' } })
  await done(client, 'POST', `/api/posts/${person.posts[0].id}/end`, {
    json: { on: '2026-01-01' },
    version: 1,
  })
  await done(client, 'GET', '/api/persons')
  await done(client, 'GET', '/api/terms')
  for (const name of ['bodies', 'people', 'accounts']) {
    await done(client, 'GET', `/api/files/${name}`)
  }
}

/** Puts a document away, by hand and as a restore does, and gives it back. */
async function quarantineAndBack(id: string): Promise<void> {
  const actor = await here.actor('administrator')
  const run = (work: Parameters<typeof transaction<void>>[1]) => transaction(here.database, work)
  await run((tx) => quarantineDocument(tx, actor, id, 'x'))
  await incidentOf(here.database.db, actor, id)
  const { rows } = await here.database.pool.query('select * from document_quarantine')
  const release = () => run((tx) => releaseDocument(tx, actor, id, 'x'))
  await release()
  await run(async (tx) => {
    expect(await applyQuarantines(tx, rows)).toBe(1)
  })
  await release()
}

/** `registers/assignments/store.ts` → `assignments.store`. */
const nameOf = (file: string): string =>
  file
    .replace(/^registers\//, '')
    .replace(/\.ts$/, '')
    .replaceAll('/', '.')

/** File name → its text, one section a function. */
function written(): Map<string, string> {
  const files = new Map<string, string[]>()
  for (const [place, texts] of [...recorded].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [file = '', name = ''] = place.split(' ')
    if (!places.test(file)) continue
    const key = `${nameOf(file)}.sql`
    const section = `-- ${name}\n${[...texts]
      .sort()
      .map((text) => `${text};\n`)
      .join('\n')}`
    files.set(key, [...(files.get(key) ?? [`-- Functions of app/src/${file}.\n`]), section])
  }
  return new Map([...files].map(([name, sections]) => [name, sections.join('\n')]))
}

test('the committed SQL is what the functions run', () => {
  const now = written()
  if (process.env.GIAOBAN_WRITE_SQL) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder)
    for (const [name, text] of now) writeFileSync(join(folder, name), text)
  }
  const committed = new Map(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  )
  expect([...now.keys()].sort()).toEqual([...committed.keys()].sort())
  for (const [name, text] of now) expect(text, name).toBe(committed.get(name))
})

test('no function that builds a query is missing', () => {
  const missing: string[] = []
  const sources = readdirSync(join(root, 'app/src'), { recursive: true }).map(String)
  for (const file of sources.filter((one) => places.test(one) && !one.endsWith('.test.ts'))) {
    let name = ''
    for (const line of readFileSync(join(root, 'app/src', file), 'utf8').split('\n')) {
      name = /^(?:export )?(?:async )?function\*? (\w+)/.exec(line)?.[1] ?? name
      const builds = /\.(selectFrom|insertInto|updateTable|deleteFrom)\(|sql`.*\.execute\(/.test(
        line,
      )
      const place = `${file} ${name}`
      if (builds && !recorded.has(place) && !missing.includes(place)) missing.push(place)
    }
  }
  expect(missing).toEqual([])
})
