// Five real reports are five conferences seen from outside. What a careful reader finds of the conference in
// each (`gold`) is put in as the office would, and has to come back: nothing that a report says of its conference
// is without a place here. Where the reports are not there, nobody can be asked.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, world } from '../../../test/world.ts'
import { root } from '../../config.ts'
import type { AskedFor, Outcome } from './plan.ts'

const seeds = process.env.GIAOBAN_REPORTS ?? join(root, '..', 'shared', 'seeds')
const gold = join(seeds, '..', 'gold')
const files = existsSync(gold)
  ? readdirSync(gold).filter((name) => /^\d{3}_.*\.json$/.test(name))
  : []

/** A fact of the report's, with the fields of its kind. */
interface Fact {
  type: string
  start: number
  quote: string
  kind?: string
  purpose?: string
  submitter?: string
  participants?: string[]
  role?: string
  titles?: string[]
  stance?: string
  outcome?: string
  who?: string[]
  deadline?: string | null
  deadlineQuote?: string
  deadlineEvent?: string
}

interface Gold {
  doc: string
  summary: {
    meetingBody: string | null
    meetingKind: string
    meetingOrdinal?: number
    congressTerm?: string
    term?: string
    meetingDate: string | null
  }
  facts: Fact[]
}

let here: Awaited<ReturnType<typeof world>>
let office: Client
let head: Client

beforeAll(async () => {
  here = await world(undefined, { listen: true })
  office = await here.client('office')
  head = (await here.grantee('officeHead')).client
})

afterAll(() => here.close())

// biome-ignore lint/suspicious/noExplicitAny: answers of every kind
async function done(client: Client, method: string, path: string, options = {}): Promise<any> {
  const { status, body } = await client.ask(method, path, options)
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(body)}`)
  return body
}

const bodies = new Map<string, string>()

/** The body of this name, made where it is new. */
async function bodyOf(name: string): Promise<string> {
  const id = bodies.get(name) ?? (await here.body(name))
  bodies.set(name, id)
  return id
}

function typeOf(kind: string): string {
  if (kind.includes('giao ban')) return 'briefing'
  if (kind.includes('chuyên đề')) return 'thematic'
  if (kind.includes('BCH')) return 'executiveCommittee'
  throw new Error(`a kind of conference that nobody thought of: ${kind}`)
}

/** What is asked of an item, from the report's words for it. */
function askedOf({ purpose = '' }: Fact): AskedFor {
  if (purpose.includes('chủ trương')) return 'agreeInPrinciple'
  if (purpose.includes('ý kiến')) return 'giveOpinion'
  return purpose.includes('thông qua') ? 'decide' : 'note'
}

const stanceOf = ({ stance = '' }: Fact): string =>
  stance.includes('đồng tình') ? 'agree' : 'other'

function outcomeOf({ outcome = '' }: Fact): Outcome {
  if (outcome.includes('chủ trương')) return 'agreedInPrinciple'
  if (outcome.includes('thông qua')) return 'adopted'
  return 'agreed'
}

test.skipIf(files.length === 0)('all five are there', () => {
  expect(files).toHaveLength(5)
})

test.skipIf(files.length === 0).each(files)('%s can be held', async (file) => {
  const { doc, summary, facts } = JSON.parse(readFileSync(join(gold, file), 'utf8')) as Gold
  const text = readFileSync(join(seeds, doc), 'utf8').normalize('NFC')
  const all = (...types: string[]) => facts.filter(({ type }) => types.includes(type))
  for (const one of facts)
    expect(text.slice(one.start, one.start + one.quote.length)).toBe(one.quote)
  const [meeting] = all('meeting')
  const [title] = all('title')
  const chair = all('person').find(({ role }) => role?.includes('chair'))
  const items = all('agendaItem')
  const opinions = all('opinion')
  const decisions = all('decision')
  const orders = all('direction', 'assignment')
  if (!title || !chair) throw new Error('a report without a title or a chair')

  // Before: who holds it, which of which term, when, under whom, with whom.
  const lead = summary.meetingBody?.startsWith('Ban ') ? summary.meetingBody : 'Tỉnh ủy'
  const organisationId = await bodyOf(lead)
  const term = summary.term
    ? await done(office, 'POST', '/api/terms', {
        json: {
          organisationId,
          kind: 'party',
          number: summary.congressTerm ?? null,
          label: summary.term,
          from: `${summary.term.slice(0, 4)}-01-01`,
        },
      })
    : null
  const startsAt = summary.meetingDate ? `${summary.meetingDate}T08:00:00+07:00` : null
  const { plan } = await done(office, 'POST', '/api/conferences', {
    json: {
      review: false,
      organisationId,
      type: typeOf(summary.meetingKind),
      number: summary.meetingOrdinal ?? null,
      termId: term?.term.id ?? null,
      title: meeting?.quote ?? title.quote,
      startsAt,
    },
  })
  const at = `/api/conferences/${plan.id}`
  const invite = (json: object) => done(office, 'POST', `${at}/invitations`, { json })
  const unnamed = chair.titles?.some((one) => chair.quote.includes(one)) === true
  const chairs = { name: chair.quote, title: unnamed ? undefined : chair.titles?.join(', ') }
  await invite({ ...chairs, capacity: 'chair' })
  const participants = meeting?.participants ?? []
  for (const name of participants) {
    await invite({ organisationId: await bodyOf(name), capacity: 'invited' })
  }

  // The agenda; what the chair says at the end has an item of its own, named as the report is.
  const added = new Map<Fact, string>()
  for (const item of [...items, title]) {
    const submitter = item.submitter ? { submitterId: await bodyOf(item.submitter) } : {}
    const json = { title: item.quote, asked: askedOf(item), ...submitter }
    added.set(item, (await done(office, 'POST', `${at}/items`, { json })).item.id)
  }
  const { version } = (await done(office, 'GET', `${at}/plan`)).plan
  await done(office, 'POST', `${at}/open`, { json: {}, version })

  // During: opinions and decisions with the item before them, orders with the conclusion.
  const itemOf = ({ start }: Fact): string => {
    const before = items.filter((one) => one.start <= start)
    return added.get(before.at(-1) ?? items[0] ?? title) ?? ''
  }
  for (const opinion of opinions) {
    const json = { speaker: lead, stance: stanceOf(opinion), body: opinion.quote }
    await done(office, 'POST', `/api/session-items/${itemOf(opinion)}/opinions`, { json })
  }
  const conclusion = added.get(title) ?? ''
  const decided = new Map<string, Fact[]>([[conclusion, []]])
  for (const id of added.values()) decided.set(id, [])
  for (const one of decisions) decided.get(itemOf(one))?.push(one)
  for (const [itemId, ofItem] of decided) {
    const told = itemId === conclusion ? [...ofItem, ...orders] : ofItem
    let written = ''
    const tasks: object[] = []
    for (const one of told) {
      const start = written.length
      written += `${one.quote}\n`
      if (!orders.includes(one)) continue
      const [leadText, ...others] = one.who ?? []
      const deadlineText = one.deadlineQuote ?? one.deadlineEvent ?? null
      tasks.push({
        id: crypto.randomUUID(),
        start,
        end: start + one.quote.length,
        action: one.quote,
        leadId: null,
        leadText: leadText ?? null,
        cooperating: others.map((name) => ({ id: null, text: name })),
        deadline: one.deadline ?? null,
        deadlineText,
        deadlineFuzzy: !one.deadline && deadlineText !== null,
        deliverable: null,
      })
    }
    const [first] = ofItem
    const outcome = first ? outcomeOf(first) : 'noted'
    const json = { outcome, conditions: null, body: written, noTask: tasks.length === 0, tasks }
    await done(office, 'PUT', `/api/session-items/${itemId}/decision`, { json, version: 0 })
  }
  const open = await done(head, 'GET', `${at}/sitting`)
  expect(open.sitting.missing).toEqual([])
  const of = { json: {}, version: open.sitting.conference.version }
  await done(head, 'POST', `${at}/close`, of)

  // And it all comes back.
  expect((await done(office, 'GET', `${at}/plan`)).plan).toMatchObject({
    type: typeOf(summary.meetingKind),
    title: meeting?.quote ?? title.quote,
    number: summary.meetingOrdinal ?? null,
    bodies: [{ name: lead }],
    term: summary.term ? { id: term.term.id, label: summary.term } : null,
    startsAt: startsAt && new Date(startsAt).toISOString(),
    stage: 'closed',
  })
  const { invitations } = await done(office, 'GET', `${at}/invitations`)
  expect(
    invitations.map((one: { name: string; capacity: string }) => [one.capacity, one.name]).sort(),
  ).toEqual([['chair', chair.quote], ...participants.map((name) => ['invited', name])].sort())
  const { sitting } = await done(office, 'GET', `${at}/sitting`)
  expect(
    sitting.items.map(
      (one: { title: string; asked: string; submitter: { name: string } | null }) => [
        one.title,
        one.asked,
        one.submitter?.name,
      ],
    ),
  ).toEqual([...items, title].map((one) => [one.quote, askedOf(one), one.submitter]))
  type Said = { body: string; stance: string }
  expect(
    sitting.items
      .flatMap((one: { opinions: Said[] }) =>
        one.opinions.map(({ body, stance }) => [body, stance]),
      )
      .sort(),
  ).toEqual(opinions.map((one) => [one.quote, stanceOf(one)]).sort())
  const kept = sitting.items.map(
    (one: { decision: { body: string; outcome: string } }) => one.decision,
  )
  for (const one of decisions) {
    const found = kept.find(({ body }: { body: string }) => body.includes(one.quote))
    expect(found?.outcome).toBe(outcomeOf(decided.get(itemOf(one))?.[0] ?? one))
  }
  const { assignments } = await done(office, 'GET', `/api/assignments?conference=${plan.id}`)
  type Task = {
    action: string
    leadText: string | null
    cooperating: string[]
    deadline: string | null
  }
  expect(
    assignments
      .map((one: Task) => [one.action, one.leadText, one.cooperating, one.deadline])
      .sort(),
  ).toEqual(
    orders
      .map((one) => [
        one.quote,
        one.who?.[0] ?? null,
        one.who?.slice(1) ?? [],
        one.deadline ?? null,
      ])
      .sort(),
  )
  // What the report says of it, the paper of the conference says as well.
  const { notice } = await done(office, 'POST', `${at}/notices`, { json: { kind: 'conclusion' } })
  const spoken = JSON.stringify(await done(office, 'GET', `/api/notices/${notice.id}`))
  for (const one of [...decisions, ...orders]) {
    expect(spoken).toContain(JSON.stringify(one.quote).slice(1, -1))
  }
})
