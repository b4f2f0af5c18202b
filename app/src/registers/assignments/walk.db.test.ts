// Pages and counts along the indexes against the pass over all tasks, over every kind of task, list and reader.
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileForm, world } from '../../../test/world.ts'
import { dayFrom, todayInVietnam } from '../../calendar.ts'
import type { NewRow } from '../../database/tables.ts'
import type { Actor } from '../../http/access.ts'
import { clockOf } from './clock-store.ts'
import { assignmentFilter, type ListQuery } from './contract.ts'
import { firstDueOn } from './due-days.ts'
import { listAssignments, urgentTasks } from './list-store.ts'

let here: Awaited<ReturnType<typeof world>>
let readers: Record<string, Actor>
let bodies: string[]
let tasks: (many: number, more?: Partial<NewRow<'assignment'>>) => Promise<void>
const today = todayInVietnam()

beforeAll(async () => {
  here = await world()
  const { db } = here.database
  const province_id = here.east.province_id
  const office = await here.client('office')
  bodies = [await here.body('Sở Xây dựng'), await here.body('Sở Tài chính')]
  const [one = '', other = ''] = bodies
  readers = {
    office: await here.actor('office'),
    officer: (await here.grantee('departmentOfficer', one)).actor,
    both: (await here.grantee('departmentHead', other)).actor,
    stranger: (await here.grantee('departmentOfficer', await here.body('Sở Khác'))).actor,
  }
  const follower = readers.stranger?.accountId ?? null
  const documents: string[] = []
  for (const [at, level] of (
    ['office', 'internal', 'organisation', 'internal'] as const
  ).entries()) {
    const form = fileForm(`Thu ngân sách đạt ${at + 2} tỷ đồng.`, `${at}.txt`, { level })
    const { body } = await office.ask('POST', '/api/documents', { form })
    documents.push(body.document.id)
  }
  await db
    .updateTable('document')
    .set({ status: 'quarantined' })
    .where('province_id', '=', province_id)
    .where('document_id', '=', documents[3] ?? '')
    .execute()
  const confirmed_by = readers.office?.accountId ?? ''
  const events: string[] = []
  // Fixed, moved to a weekend, on a holiday, without a day yet.
  for (const on_date of [dayFrom(today, 20), '2026-11-29', '2026-02-17', null]) {
    const event_id = uuidv7()
    events.push(event_id)
    const named = { name: 'Kỳ họp', conference_id: null, made_by: confirmed_by }
    await db
      .insertInto('deadline_event')
      .values({ province_id, event_id, on_date, withdrawn_at: null, ...named })
      .execute()
  }
  await db
    .insertInto('day_off')
    .values([
      { province_id, day: firstWorked(today, 3), kind: 'off', name: 'Nghỉ' },
      { province_id, day: firstWorked(today, 4), kind: 'off', name: 'Nghỉ' },
    ])
    .execute()
  let seed = 7
  const below = (most: number) => {
    seed = (seed * 1103515245 + 12345) % 2 ** 31
    return Math.floor((seed / 2 ** 31) * most)
  }
  const some = <T>(...choices: T[]): T => choices[below(choices.length)] as T
  tasks = async (many, more = {}) => {
    const rows = Array.from({ length: many }, (): NewRow<'assignment'> => {
      const event_id = below(5) === 0 ? some(...events) : null
      const lead_id = some(one, one, other, null)
      const deadline =
        event_id === null && below(6) > 0
          ? some(dayFrom(today, below(30) - 15), dayFrom(today, below(3)), '2026-02-14')
          : null
      return {
        ...{ province_id, assignment_id: uuidv7(), action: 'rà soát', lead_id, deadline, event_id },
        ...{
          lead_text: lead_id === null ? some(null, ' ', 'các xã') : 'Sở',
          original_deadline: deadline,
        },
        cooperating_ids: JSON.stringify(some([], [one], [other], [one, other])),
        ...{
          follower_id: some(null, null, follower),
          event_days: event_id === null ? null : below(9),
        },
        ...{ reported_on: some(null, null, null, today), paused_on: some(null, null, null, today) },
        ...{
          done_on: some(null, null, null, null, today),
          revoked_on: below(20) === 0 ? today : null,
        },
        ...{ withdrawn_at: below(30) === 0 ? new Date().toISOString() : null, cooperating: '[]' },
        ...{ deadline_text: null, deadline_fuzzy: false, deliverable: null, specific: true },
        ...{ ordered_by: null, note: null, document_id: some(...documents), text_version: 1 },
        ...{ start_at: 0, end_at: 3, as_written: 'Thu', finding_id: null, session_item_id: null },
        ...{ confirmed_by, ...more },
      }
    })
    await db.insertInto('assignment').values(rows).execute()
  }
  await tasks(400)
})

afterAll(() => here.close())

/** The day itself or the next one of the week. */
const firstWorked = (day: string, from: number): string => {
  const one = dayFrom(day, from)
  return [0, 6].includes(new Date(`${one}T00:00:00Z`).getUTCDay())
    ? firstWorked(day, from + 2)
    : one
}

const setRoll = (roll: 'asWritten' | 'nextWorkingDay') =>
  here.database.db
    .insertInto('assignment_setting')
    .values({
      ...{ province_id: here.east.province_id, basis: 'original', roll, soon_days: 4 },
      ...{ stale_months: 3, remind_days: '[1]', escalate_days: 7 },
    })
    .onConflict((conflict) => conflict.column('province_id').doUpdateSet({ roll }))
    .execute()

test('a walk gives the pages and the counts of the pass over all, whoever asks', async () => {
  const { db } = here.database
  const conditions: ListQuery[] = [
    {},
    { lead: bodies[0] },
    { lead: 'none' },
    { body: bodies[1] },
    { body: bodies[1], own: 'lead' },
    { lead: bodies[1], own: 'cooperating' },
    ...(['lead', 'cooperating', 'following', 'any'] as const).map((own) => ({ own })),
  ]
  for (const roll of ['nextWorkingDay', 'asWritten'] as const) {
    await setRoll(roll)
    const clock = await clockOf(db, here.east.province_id)
    for (const [who, actor] of Object.entries(readers)) {
      for (const [index, condition] of conditions.entries()) {
        // Deadlines as written are the simpler half: every third condition will do.
        if (roll === 'asWritten' && index % 3 > 0) continue
        const whole = await urgentTasks(db, actor, clock, { ...condition, limit: 1000 })
        const { counts } = await listAssignments(db, actor, { ...condition, counts: 'only' })
        expect({ roll, who, condition, counts }).toEqual({
          roll,
          who,
          condition,
          counts: whole.counts,
        })
        // Every list once with each reader and roll, the conditions in turn.
        const lists = assignmentFilter.options.filter(
          (_, at) => index === 0 || at % 4 === index % 4,
        )
        for (const state of lists) {
          const all = await urgentTasks(db, actor, clock, { ...condition, state, limit: 1000 })
          const read: string[] = []
          const limit = 3 + Math.ceil(all.page.length / 2)
          for (let after: string | null | undefined; after !== null; ) {
            const asked = { ...condition, state, limit, ...(after ? { after } : {}) }
            const page = await listAssignments(db, actor, { ...asked, counts: 'none' })
            expect(page.counts).toBeNull()
            read.push(...page.assignments.map((one) => one.id))
            after = page.next
          }
          expect({ roll, who, condition, state, read }).toEqual({
            ...{ roll, who, condition, state, read: all.page },
          })
        }
      }
    }
  }
  // What the test is worth: all of these have something to show.
  const clock = await clockOf(db, here.east.province_id)
  for (const state of assignmentFilter.options) {
    const shown = await urgentTasks(db, readers.office as Actor, clock, { state })
    expect([state, shown.page.length > 0]).toEqual([state, true])
  }
})

test('a walk goes through one deadline of many tasks page by page', async () => {
  const actor = readers.office as Actor
  await setRoll('nextWorkingDay')
  const clock = await clockOf(here.database.db, here.east.province_id)
  let monday = dayFrom(today, 90)
  while (firstDueOn(monday, clock.dueOn) !== dayFrom(monday, -2)) monday = dayFrom(monday, 1)
  for (const back of [2, 1, 0])
    await tasks(40, { deadline: dayFrom(monday, -back), event_id: null, event_days: null })
  const all = await urgentTasks(here.database.db, actor, clock, { state: 'open', limit: 1000 })
  const read: string[] = []
  for (let after: string | null | undefined; after !== null; ) {
    const asked = { state: 'open' as const, limit: 11, ...(after ? { after } : {}) }
    const page = await listAssignments(here.database.db, actor, { ...asked, counts: 'none' })
    read.push(...page.assignments.map((one) => one.id))
    after = page.next
  }
  expect(read).toEqual(all.page)
})

test('a page that ends within the last of the deadlines of a day leaves none of it out', async () => {
  const actor = readers.office as Actor
  await setRoll('nextWorkingDay')
  const clock = await clockOf(here.database.db, here.east.province_id)
  let monday = dayFrom(today, 200)
  while (firstDueOn(monday, clock.dueOn) !== dayFrom(monday, -2)) monday = dayFrom(monday, 1)
  const lead_id = await here.body('Sở Ngoại vụ')
  const open = { done_on: null, revoked_on: null, paused_on: null, reported_on: null }
  // Those of the Saturday have the later ids.
  for (const [many, back] of [
    [20, 0],
    [3, 2],
  ] as const)
    await tasks(many, {
      ...{ ...open, lead_id, deadline: dayFrom(monday, -back), withdrawn_at: null },
      ...{ event_id: null, event_days: null },
    })
  const asked = { lead: lead_id, state: 'open' as const, counts: 'none' as const }
  const all = await urgentTasks(here.database.db, actor, clock, { ...asked, limit: 1000 })
  const read: string[] = []
  for (let after: string | null | undefined; after !== null; ) {
    const page = await listAssignments(here.database.db, actor, {
      ...{ ...asked, limit: 11 },
      ...(after ? { after } : {}),
    })
    read.push(...page.assignments.map((one) => one.id))
    after = page.next
  }
  expect(read).toEqual(all.page)
})

test('counts stop above a thousand', async () => {
  const actor = readers.office as Actor
  await tasks(1100, {
    ...{ done_on: null, revoked_on: null, withdrawn_at: null },
    lead_id: bodies[0],
  })
  const { counts } = await listAssignments(here.database.db, actor, { counts: 'only' })
  expect(counts).toMatchObject({ all: 1001, open: 1001 })
  expect(counts?.revoked).toBeLessThan(1001)
  const { counts: found } = await listAssignments(here.database.db, actor, { q: 'Sở' })
  expect(found?.all).toBeLessThanOrEqual(1001)
})
