// Opinion rounds outside a meeting: opened by the office, answered by those who are asked.
import { createRoute, z } from '@hono/zod-openapi'
import { levels } from '../../http/access.ts'
import {
  answers,
  body,
  creates,
  idempotencyKey,
  idParameter,
  ifMatch,
  named,
  line as text,
  uuid,
} from '../../http/parts.ts'
import { moment } from '../conferences/plan-contract.ts'
import { opinion } from './opinions-contract.ts'
import { answerStates, roundLevels, roundStates, stances } from './round.ts'

const counts = z.object({
  all: z.number(),
  answered: z.number(),
  late: z.number(),
  silent: z.number(),
})

const ownAnswer = z.object({
  id: uuid,
  name: z.string(),
  state: z.enum(answerStates),
  /** Days before the deadline that a reminder stands for; null where none is due or it was answered. */
  reminder: z.number().nullable(),
})

const line = {
  id: uuid,
  title: z.string(),
  matter: z.object({ id: uuid, title: z.string() }),
  /** The body that asks. */
  organisation: named,
  level: z.enum(levels),
  dueAt: z.string(),
  openedAt: z.string(),
  closedAt: z.string().nullable(),
  state: z.enum(roundStates),
  counts,
  /** The asker's own places in it. */
  own: z.array(ownAnswer),
  version: z.number(),
}

export const roundLine = z.object(line).openapi('OpinionRoundLine')
export type RoundLine = z.infer<typeof roundLine>

export const addressee = z
  .object({
    id: uuid,
    name: z.string(),
    organisation: named.nullable(),
    /** False: nobody signs in as them; the office writes down what they answer. */
    signsIn: z.boolean(),
    own: z.boolean(),
    state: z.enum(answerStates),
    stance: z.enum(stances).nullable(),
    answeredBy: z.string().nullable(),
    answeredAt: z.string().nullable(),
    opinions: z.array(opinion),
    /** Days before the deadline that reminders were queued for. */
    reminded: z.array(z.number()),
    /** Whether the asker may answer for them now. */
    mayAnswer: z.boolean(),
    version: z.number(),
  })
  .openapi('RoundAddressee')
export type AddresseeView = z.infer<typeof addressee>

export const round = z
  .object({
    ...line,
    question: z.string(),
    /** The draft that is asked about. */
    paper: z.object({ id: uuid, title: z.string() }).nullable(),
    remindDays: z.array(z.number()),
    /** All of them for who sees the whole round, else the asker's own. */
    addressees: z.array(addressee),
    whole: z.boolean(),
    may: z.object({ plan: z.boolean() }),
  })
  .openapi('OpinionRound')
export type RoundView = z.infer<typeof round>

/** One of them; `membersOf` stands for everybody who holds a post in the body today. */
export const newAddressee = z.union([
  z.strictObject({ organisationId: uuid }),
  z.strictObject({ membersOf: uuid }),
  z.strictObject({ personId: uuid }),
  z.strictObject({ address: text(254) }),
  z.strictObject({ name: text(300) }),
])
export type NewAddressee = z.infer<typeof newAddressee>

const facts = {
  dueAt: moment,
  level: z.enum(roundLevels),
  remindDays: z.array(z.number().int().min(0).max(60)).max(10),
}

export const newRound = z.object({
  organisationId: uuid,
  /** A matter that is known; a new one is made from title and submitter where it is left out. */
  matterId: uuid.optional(),
  submitterId: uuid.nullable().optional(),
  paperId: uuid.nullable().optional(),
  title: text(500),
  question: text(5000),
  dueAt: facts.dueAt,
  level: facts.level.optional(),
  remindDays: facts.remindDays.optional(),
  addressees: z.array(newAddressee).min(1).max(300),
})
export type NewRound = z.infer<typeof newRound>

/** The question stays as it was asked: answers were given to it. */
export const roundChange = z.object({
  title: text(500).optional(),
  dueAt: facts.dueAt.optional(),
  level: facts.level.optional(),
  remindDays: facts.remindDays.optional(),
  /** Who is asked as well from now on. */
  addressees: z.array(newAddressee).max(300).optional(),
})
export type RoundChange = z.infer<typeof roundChange>

export const roundAnswer = z.object({
  stance: z.enum(stances),
  /** All opinions as they shall stand: one that is kept with its id, one that is left out is taken back. */
  opinions: z
    .array(
      z.object({
        id: uuid.optional(),
        clause: text(300).nullable().optional(),
        body: text(20_000),
      }),
    )
    .max(200),
})
export type RoundAnswer = z.infer<typeof roundAnswer>

export const reminder = z
  .object({
    addresseeId: uuid,
    name: z.string(),
    roundId: uuid,
    title: z.string(),
    dueAt: z.string(),
    /** Days before the deadline that it is due for. */
    days: z.number(),
  })
  .openapi('RoundReminder')
export type Reminder = z.infer<typeof reminder>

const one = z.object({ round })
const reminders = z.object({ reminders: z.array(reminder) })

export const roundRoutes = {
  list: createRoute({
    method: 'get',
    path: '/api/rounds',
    summary: 'Opinion rounds the asker knows of: open ones by deadline, then closed ones',
    responses: answers(z.object({ rounds: z.array(roundLine) }), 'Rounds'),
  }),
  open: createRoute({
    method: 'post',
    path: '/api/rounds',
    summary: 'Ask people and bodies for their opinion on a matter until a deadline',
    request: { headers: idempotencyKey, body: body(newRound) },
    responses: creates(one, 'The round'),
  }),
  get: createRoute({
    method: 'get',
    path: '/api/rounds/{id}',
    summary: 'A round with its answers, as far as the asker may see them',
    request: { params: idParameter },
    responses: answers(one, 'The round'),
  }),
  change: createRoute({
    method: 'patch',
    path: '/api/rounds/{id}',
    summary: 'Put off the deadline, change level or reminders, ask more people',
    request: { params: idParameter, headers: ifMatch, body: body(roundChange) },
    responses: answers(one, 'The round'),
  }),
  close: createRoute({
    method: 'post',
    path: '/api/rounds/{id}/close',
    summary: 'Close the round: it takes no more answers; who gave none has not agreed',
    request: { params: idParameter, headers: ifMatch, body: body(z.object({})) },
    responses: answers(one, 'The round'),
  }),
  answer: createRoute({
    method: 'put',
    path: '/api/round-addressees/{id}',
    summary: 'Answer for oneself, for one’s body; the office writes down what came on paper',
    request: { params: idParameter, headers: ifMatch, body: body(roundAnswer) },
    responses: answers(one, 'The round'),
  }),
  reminders: createRoute({
    method: 'get',
    path: '/api/round-reminders',
    summary: 'Reminders that are due now and not queued yet, in rounds that the asker plans',
    responses: answers(reminders, 'Nearest deadline first'),
  }),
  remind: createRoute({
    method: 'post',
    path: '/api/round-reminders',
    summary: 'Queue the reminders that are due now: each once',
    request: { headers: idempotencyKey, body: body(z.object({})) },
    responses: creates(reminders, 'What was queued'),
  }),
}
