// The sample province: invented people, documents and figures, brought in through the same functions
// as everybody's. Accounts of the office, of who leads, and of units; their passwords are made here and printed at every start. A load
// that was killed is gone on with at the next start: each step knows whether it was done.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { todayInVietnam } from './calendar.ts'
import type { Config } from './config.ts'
import { type Database, transaction } from './database/open.ts'
import { StartProblem } from './database/problem.ts'
import type { AccountRole, Reads, Tx } from './database/tables.ts'
import { type Actor, systemActor } from './http/access.ts'
import { confirmFinding, rejectFinding } from './reading/confirm.ts'
import { confirmMany } from './reading/confirm-many.ts'
import { entryKinds } from './reading/contract.ts'
import { importDocument } from './reading/import.ts'
import { listFindings } from './reading/store.ts'
import { changeAssignment } from './registers/assignments/change-store.ts'
import type { AssignmentChange } from './registers/assignments/contract.ts'
import { judgeReport, reportProgress } from './registers/assignments/step-store.ts'
import { assignmentsOf } from './registers/assignments/store.ts'
import { listIndicators } from './registers/indicators/store.ts'
import type { NewTargetVersion } from './registers/indicators/target-contract.ts'
import { addTarget } from './registers/indicators/target-store.ts'
import { setUpFromPlan } from './registers/organisations/founding.ts'
import { planFor, type ReferenceUnit } from './registers/organisations/reference.ts'
import { listBodies } from './registers/organisations/store.ts'
import { newPassword } from './registers/people/passwords.ts'
import { addProvince, setUpNeeded } from './registers/people/provinces.ts'
import { actorByAddress, addAccount } from './registers/people/store.ts'
import type { NewPost, NewTerm } from './registers/persons/contract.ts'
import { addPerson } from './registers/persons/store.ts'
import { addTerm } from './registers/persons/terms.ts'
import { answerRound } from './registers/rounds/answer-store.ts'
import { answerOpinion } from './registers/rounds/opinions-store.ts'
import type { OpinionAnswer, Stance } from './registers/rounds/round.ts'
import { openRound } from './registers/rounds/store.ts'
import { addSampleProjects, type SampleProject } from './sample-projects.ts'
import { addSampleReports, type SampleReport } from './sample-units.ts'

export interface SampleAccount {
  address: string
  password: string
  role: AccountRole
}

/** `samples/province.json`. */
interface SampleProvince {
  name: string
  /** `body` by its name, of who acts for one. */
  accounts: { address: string; name: string; role: AccountRole; body?: string }[]
  monthlyReport: SampleReport
  /** Its code and those of its units are invented as well. */
  code: string
  units: ReferenceUnit[]
  /** Bodies by name; terms of posts by label. */
  terms: (Omit<NewTerm, 'organisationId'> & { body: string })[]
  people: { name: string; post: SamplePost }[]
  documents: SampleDocument[]
  followUps: FollowUp[]
  rounds: SampleRound[]
  targets: SampleTarget[]
  projects: SampleProject[]
}

/** A plan of the province; `indicator` by its code. */
interface SampleTarget extends NewTargetVersion {
  indicator: string
  from: string
  to: string
}

interface SamplePost extends Omit<NewPost, 'organisationId' | 'termId'> {
  body: string
  term?: string
}

interface SampleDocument {
  file: string
  /** Where the first line of the file is none, only a letterhead. */
  title?: string
  date: string
  /** Day of the conference it tells of: what the office knows where the text gives no year or day. */
  conference: string
  confirm: boolean
}

/** What became of a task: found by its document and words of its sentence. */
interface FollowUp extends AssignmentChange {
  file: string
  words: string
  /** The day it was done; `note` is then what was reported. */
  doneOn?: string
  /** A deadline that the office set, in days from the day of loading: some tasks are always open. */
  dueInDays?: number
}

/** An opinion round that is open for some days from the day of loading, with answers that came on paper. */
interface SampleRound {
  body: string
  submitter: string
  title: string
  question: string
  dueInDays: number
  /** Bodies by name. */
  asked: string[]
  answers: {
    by: string
    stance: Stance
    opinions: { clause: string; body: string; answer?: OpinionAnswer }[]
  }[]
}

/** Where a load stands: kept in the database, in the transactions that it speaks of. */
interface Progress {
  provinceId: number
  loaded: boolean
}

const settingKey = 'sample'

/**
 * Loads the sample into an empty database, or finishes what a killed start began; later starts only
 * return the accounts again. `StartProblem` where the database holds something else.
 */
export async function loadSample(
  database: Database,
  config: Pick<Config, 'root' | 'dataFolder'>,
): Promise<SampleAccount[]> {
  const folder = join(config.root, 'samples')
  const sample = JSON.parse(readFileSync(join(folder, 'province.json'), 'utf8')) as SampleProvince
  const former = await progressOf(database.db)
  if (!former && !(await setUpNeeded(database.db))) {
    throw new StartProblem(
      'Cơ sở dữ liệu này đã có dữ liệu khác, không nạp tỉnh mẫu vào đây. Bỏ --sample, hoặc chọn thư mục khác bằng --data.',
      'This database holds other data, so the sample province is not loaded into it. Leave out --sample, or choose another folder with --data.',
    )
  }
  const accounts = passwords(config.dataFolder, sample)
  const progress = former ?? (await begin(database, sample, accounts))
  if (progress.loaded) return accounts
  process.stderr.write('Đang nạp tỉnh mẫu (một lần) …\nLoading the sample province (once) …\n')
  const officer = async (wanted: AccountRole, of?: string) => {
    const account = sample.accounts.find(({ role, body }) => role === wanted && body === of)
    const actor = await actorByAddress(database.db, progress.provinceId, account?.address ?? '')
    if (!actor)
      throw new Error(`samples/province.json names no account with the role ${wanted} ${of ?? ''}`)
    return actor
  }
  const office = await officer('office')
  const head = await officer('officeHead')
  const ids = new Map<string, string>()
  for (const document of sample.documents) {
    const id = await bringIn(database, office, folder, document)
    ids.set(document.file, id)
    if (document.confirm) await review(database, office, id, document.conference)
  }
  await transaction(database, async (tx) => {
    for (const one of sample.followUps) {
      await followUp(tx, { office, head }, ids.get(one.file) ?? '', one)
    }
    for (const one of sample.rounds) await askForOpinions(tx, office, one)
    await setTargets(tx, office, sample.targets)
    const idOf = await bodiesByName(tx, office)
    await addSampleProjects(tx, office, sample.projects, idOf)
    await addSampleReports(tx, office, sample.monthlyReport, idOf, (body) =>
      officer('communeHead', body),
    )
    await putProgress(tx, { ...progress, loaded: true })
  })
  return accounts
}

/** What the council gave for the year. */
async function setTargets(tx: Tx, office: Actor, targets: readonly SampleTarget[]): Promise<void> {
  const ids = new Map((await listIndicators(tx, office)).map(({ code, id }) => [code, id]))
  for (const { indicator, ...asked } of targets) {
    const id = ids.get(indicator)
    if (!id) throw new Error(`samples/province.json names no indicator "${indicator}"`)
    const whole = { organisationId: null, kind: 'plan', authority: 'council' } as const
    await addTarget(tx, office, id, { ...whole, ...asked })
  }
}

/** Accounts with their passwords: on disk before they are in the database, so that none is lost. */
function passwords(dataFolder: string, sample: SampleProvince): SampleAccount[] {
  const file = join(dataFolder, 'sample-accounts.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  const accounts = sample.accounts.map(({ address, role }) => ({
    address,
    role,
    password: newPassword(),
  }))
  mkdirSync(dataFolder, { recursive: true, mode: 0o711 })
  writeFileSync(`${file}.new`, JSON.stringify(accounts), { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
  return accounts
}

function begin(
  database: Database,
  sample: SampleProvince,
  accounts: SampleAccount[],
): Promise<Progress> {
  return transaction(database, async (tx) => {
    const province = await addProvince(tx, sample.name)
    const plan = planFor({ code: sample.code, name: sample.name, formedFrom: [] }, sample.units)
    await setUpFromPlan(tx, systemActor(province.province_id), province.province_id, plan)
    await addPeople(tx, systemActor(province.province_id), sample)
    const idOf = await bodiesByName(tx, systemActor(province.province_id))
    for (const { body, ...person } of sample.accounts) {
      const password = accounts.find((one) => one.address === person.address)?.password ?? ''
      await addAccount(tx, systemActor(province.province_id), {
        ...{ ...person, password },
        ...(body ? { organisationId: idOf(body) } : {}),
      })
    }
    const progress = { provinceId: province.province_id, loaded: false }
    await putProgress(tx, progress)
    return progress
  })
}

/** The id of a body of today by its name. */
async function bodiesByName(tx: Tx, actor: Actor): Promise<(name: string) => string> {
  const ids = new Map((await listBodies(tx, actor)).map((body) => [body.name, body.id]))
  return (name) => {
    const id = ids.get(name)
    if (!id) throw new Error(`samples/province.json names no body "${name}"`)
    return id
  }
}

/** Terms and people with their posts, in the bodies of today. */
async function addPeople(tx: Tx, actor: Actor, sample: SampleProvince): Promise<void> {
  const idOf = await bodiesByName(tx, actor)
  const terms = new Map<string, string>()
  for (const { body, ...term } of sample.terms) {
    const added = await addTerm(tx, actor, { ...term, organisationId: idOf(body) })
    terms.set(`${body} ${term.label}`, added.id)
  }
  for (const { name, post } of sample.people) {
    const { body, term, ...rest } = post
    const termId = terms.get(`${body} ${term}`) ?? null
    await addPerson(tx, actor, { name, post: { ...rest, organisationId: idOf(body), termId } })
  }
}

async function progressOf(db: Reads): Promise<Progress | null> {
  const row = await db
    .selectFrom('server_setting')
    .select('value')
    .where('key', '=', settingKey)
    .executeTakeFirst()
  return (row?.value as Progress | undefined) ?? null
}

async function putProgress(tx: Tx, progress: Progress): Promise<void> {
  const value = JSON.stringify(progress)
  await tx
    .insertInto('server_setting')
    .values({ key: settingKey, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}

/** The document's id; one that is there already is left as it is. */
async function bringIn(
  database: Database,
  actor: Actor,
  folder: string,
  { file, title, date }: SampleDocument,
): Promise<string> {
  const ready = await importDocument(database, actor, {
    bytes: readFileSync(join(folder, file)),
    fileName: file,
    ...(title ? { title } : {}),
    date,
  })
  return (await transaction(database, ready)).id
}

/**
 * Decides about what becomes an entry, as the office would after looking at it: the conference by its
 * day, the rest as read, and what is only possible rejected.
 */
async function review(
  database: Database,
  actor: Actor,
  documentId: string,
  heldOn: string,
): Promise<void> {
  const { findings } = await listFindings(database.db, actor, documentId)
  const wanted = findings.filter(
    (finding) =>
      finding.state === 'proposed' && (entryKinds as readonly string[]).includes(finding.kind),
  )
  const doubtful = wanted.filter((finding) => finding.certainty === 'possible')
  const meetings = wanted.filter(
    (finding) => finding.kind === 'meeting' && !doubtful.includes(finding),
  )
  const rest = wanted.filter(
    (finding) => !doubtful.includes(finding) && !meetings.includes(finding),
  )
  await transaction(database, async (tx) => {
    for (const { id, version } of meetings) {
      await confirmFinding(tx, actor, id, version, { heldOn })
    }
    for (const { id, version } of doubtful) {
      await rejectFinding(tx, actor, id, version, 'Không rõ là một việc của báo cáo này')
    }
    if (rest.length > 0) await confirmMany(tx, actor, documentId, rest)
  })
}

/**
 * What became of one task: the office writes down what was told, its head confirms it. Does nothing where the reader
 * of this release reads the task differently.
 */
async function followUp(
  tx: Tx,
  { office, head }: { office: Actor; head: Actor },
  documentId: string,
  given: FollowUp,
): Promise<void> {
  const { file: _file, words, dueInDays, doneOn, note, deadline, leadText } = given
  const tasks = await assignmentsOf(tx, office, { documentIds: [documentId] })
  const task = tasks.find((one) => one.source?.quote.includes(words))
  if (!task) return
  const { id } = task
  const due = dueInDays === undefined ? deadline : daysFromToday(dueInDays)
  const change: AssignmentChange = {
    ...(leadText === undefined ? {} : { leadText }),
    ...(due === undefined ? {} : { deadline: due }),
    ...(due !== undefined && task.deadline ? { reason: 'Theo văn bản đôn đốc của Văn phòng' } : {}),
    ...(note === undefined || doneOn !== undefined ? {} : { note }),
  }
  const { version, leadText: lead } = await changeAssignment(tx, office, id, task.version, change)
  if (doneOn === undefined) return
  const told = note ?? 'Đã hoàn thành.'
  const onBehalf = lead ?? 'Cơ quan chủ trì'
  const reported = await reportProgress(tx, office, id, version, {
    kind: 'reported',
    on: doneOn,
    body: told,
    onBehalf,
  })
  await judgeReport(tx, head, id, reported.version, { outcome: 'confirmed' })
}

function daysFromToday(days: number): string {
  return new Date(Date.parse(todayInVietnam()) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Opens a round, writes down what was answered, and answers opinions back. */
async function askForOpinions(tx: Tx, actor: Actor, given: SampleRound): Promise<void> {
  const idOf = await bodiesByName(tx, actor)
  const round = await openRound(tx, actor, {
    organisationId: idOf(given.body),
    submitterId: idOf(given.submitter),
    title: given.title,
    question: given.question,
    dueAt: `${daysFromToday(given.dueInDays)}T17:00:00+07:00`,
    addressees: given.asked.map((name) => ({ organisationId: idOf(name) })),
  })
  for (const { by, stance, opinions } of given.answers) {
    const asked = round.addressees.find((one) => one.name === by)
    if (!asked) throw new Error(`samples/province.json: "${by}" answers without being asked`)
    const texts = opinions.map(({ clause, body }) => ({ clause, body }))
    const after = await answerRound(tx, actor, asked.id, asked.version, { stance, opinions: texts })
    const written = after.addressees.find((one) => one.id === asked.id)?.opinions ?? []
    for (const { id, body, version } of written) {
      const answer = opinions.find((one) => one.body === body)?.answer
      if (answer) await answerOpinion(tx, actor, id, version, { answer })
    }
  }
}
