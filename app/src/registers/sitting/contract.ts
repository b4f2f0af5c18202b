// A conference while it sits: one answer with everything its pages need, and what is done there.
import { createRoute, z } from '@hono/zod-openapi'
import { levels } from '../../http/access.ts'
import {
  answers,
  body,
  creates,
  idempotencyKey,
  idParameter,
  ifMatch,
  isoDate,
  line,
  named,
  uuid,
} from '../../http/parts.ts'
import { askedFor, outcomes, stages } from '../conferences/plan.ts'
import { bodyPresence } from '../invitations/contract.ts'
import { unansweredKept } from './drafts.ts'
import { missingParts } from './sitting.ts'

export const stances = ['agree', 'agreeWithChanges', 'disagree', 'other'] as const
export type Stance = (typeof stances)[number]

/** A task that a decision gives, confirmed by who writes it. */
export const task = z
  .object({
    id: uuid,
    /** Where it stands in the decision's text, in UTF-16 code units. */
    start: z.number().int().min(0),
    end: z.number().int().min(1),
    action: line(2000),
    leadId: uuid.nullable(),
    /** As written; stands alone where the body is none of the province's own. */
    leadText: line(500).nullable(),
    cooperating: z.array(z.object({ id: uuid.nullable(), text: line(500) })).max(50),
    deadline: isoDate.nullable(),
    deadlineText: line(500).nullable(),
    deadlineFuzzy: z.boolean(),
    deliverable: line(2000).nullable(),
  })
  .openapi('DecisionTask')
export type TaskView = z.infer<typeof task>

export const itemDecision = z
  .object({
    itemId: uuid,
    outcome: z.enum(outcomes).nullable(),
    conditions: z.string().nullable(),
    body: z.string(),
    noTask: z.boolean(),
    tasks: z.array(task),
    writtenBy: z.string(),
    writtenAt: z.string(),
    version: z.number(),
  })
  .openapi('ItemDecision')
export type ItemDecisionView = z.infer<typeof itemDecision>

export const decisionGiven = z.object({
  outcome: z.enum(outcomes).nullable(),
  conditions: z.string().trim().max(5000).nullable(),
  body: z.string().max(50_000),
  noTask: z.boolean(),
  tasks: z.array(task).max(100),
})
export type DecisionGiven = z.infer<typeof decisionGiven>

/** Names one save of a page, and those before it that got no answer: the page goes on from its own text. */
const decisionSaved = decisionGiven.extend({
  save: uuid.optional(),
  unanswered: z.array(uuid).max(unansweredKept).optional(),
})

export const itemOpinion = z
  .object({
    id: uuid,
    itemId: uuid,
    speaker: z.string(),
    speakerTitle: z.string().nullable(),
    invitationId: uuid.nullable(),
    clause: z.string().nullable(),
    stance: z.enum(stances),
    body: z.string(),
    givenAt: z.string(),
    answer: z.enum(['accepted', 'partly', 'notAccepted']).nullable(),
    answerReason: z.string().nullable(),
    version: z.number(),
  })
  .openapi('ItemOpinion')
export type ItemOpinionView = z.infer<typeof itemOpinion>

export const newOpinion = z.object({
  /** Somebody invited, or a name as it is typed. */
  invitationId: uuid.nullable().optional(),
  speaker: line(300),
  speakerTitle: line(300).nullable().optional(),
  clause: line(300).nullable().optional(),
  stance: z.enum(stances),
  body: line(20_000),
})
export type NewOpinion = z.infer<typeof newOpinion>

export const opinionChange = newOpinion.partial().extend({ withdrawn: z.literal(true).optional() })
export type OpinionChange = z.infer<typeof opinionChange>

const count = z.number().int().min(0).max(10_000)

const tally = {
  question: line(1000),
  /** A secret ballot stays on paper: only its count is kept. */
  kind: z.enum(['open', 'secret']),
  base: z.enum(['present', 'members']),
  baseCount: count,
  agree: count,
  disagree: count,
  abstain: count,
}

export const itemVote = z
  .object({ id: uuid, itemId: uuid, ...tally, takenAt: z.string(), version: z.number() })
  .openapi('ItemVote')
export type ItemVoteView = z.infer<typeof itemVote>

export const newVote = z.object(tally)
export type NewVote = z.infer<typeof newVote>

const position = z.object({
  name: z.string(),
  title: z.string().nullable(),
  position: z.enum(['noObjection', 'haveOpinion', 'object']),
  body: z.string().nullable(),
})

/** The same matter in an earlier conference: what was decided and ordered there. */
const earlier = z.object({
  conferenceId: uuid,
  conference: z.string(),
  heldOn: z.string().nullable(),
  itemId: uuid,
  outcome: z.enum(outcomes).nullable(),
  body: z.string(),
  tasks: z.array(
    z.object({
      id: uuid,
      action: z.string(),
      lead: z.string().nullable(),
      deadline: z.string().nullable(),
      doneOn: z.string().nullable(),
    }),
  ),
})

export const sittingItem = z.object({
  id: uuid,
  matterId: uuid,
  position: z.number(),
  number: z.string().nullable(),
  groupTitle: z.string().nullable(),
  title: z.string(),
  minutes: z.number().nullable(),
  submitter: named.nullable(),
  asked: z.enum(askedFor),
  level: z.enum(levels),
  personnel: z.boolean(),
  kind: z.enum(['matter', 'review']),
  status: z.enum(['on', 'postponed', 'withdrawn']),
  opinions: z.array(itemOpinion),
  votes: z.array(itemVote),
  /** Before the conference is closed only for who runs it. */
  decision: itemDecision.nullable(),
  /** For who runs the conference; null for others. */
  positions: z.array(position).nullable(),
  earlier: z.array(earlier),
})
export type SittingItem = z.infer<typeof sittingItem>

export const sitting = z
  .object({
    conference: z.object({
      id: uuid,
      title: z.string(),
      stage: z.enum(stages),
      level: z.enum(levels),
      place: z.string().nullable(),
      startsAt: z.string().nullable(),
      openedAt: z.string().nullable(),
      closedAt: z.string().nullable(),
      version: z.number(),
    }),
    /** Grows with every change of the sitting. */
    live: z.number(),
    /** The server's clock. */
    now: z.string(),
    may: z.object({ run: z.boolean(), close: z.boolean() }),
    current: z
      .object({ itemId: uuid, speaker: z.string().nullable(), startedAt: z.string().nullable() })
      .nullable(),
    present: z.object({
      present: z.number(),
      invited: z.number(),
      votersPresent: z.number(),
      voters: z.number(),
      quorum: z
        .object({ part: z.number(), of: z.number(), met: z.boolean().nullable() })
        .nullable(),
      /** Body by body, where several hold it; and members who sit for none of them. */
      bodies: z.array(bodyPresence),
      seatless: z.number(),
    }),
    items: z.array(sittingItem),
    /** Names for the list of speakers: for who runs the conference, else empty. */
    people: z.array(
      z.object({ invitationId: uuid, name: z.string(), title: z.string().nullable() }),
    ),
    missing: z.array(z.object({ itemId: uuid, what: z.enum(missingParts) })),
    unanswered: z.array(z.object({ itemId: uuid, opinions: z.number() })),
    closings: z.array(
      z.object({
        kind: z.enum(['opened', 'closed', 'reopened']),
        reason: z.string().nullable(),
        by: z.string(),
        at: z.string(),
      }),
    ),
    walls: z.array(z.object({ id: uuid, openedAt: z.string().nullable(), expiresAt: z.string() })),
  })
  .openapi('Sitting')
export type SittingView = z.infer<typeof sitting>

export const current = z.object({
  /** null: between two items. */
  itemId: uuid.nullable(),
  speaker: line(300).nullable(),
})
export type Current = z.infer<typeof current>

const one = z.object({ sitting })

const eventStream = {
  200: {
    description: 'Server-sent events: `live` with the new number, `beat` while nothing happens',
    content: { 'text/event-stream': { schema: z.string() } },
  },
}

export const sittingRoutes = {
  get: createRoute({
    method: 'get',
    path: '/api/conferences/{id}/sitting',
    summary: 'Everything the pages of a sitting show; 304 where nothing changed (If-None-Match)',
    request: { params: idParameter },
    responses: answers(one, 'The sitting'),
  }),
  live: createRoute({
    method: 'get',
    path: '/api/conferences/{id}/live',
    summary: 'Events that tell when the sitting changed; they carry nothing but its number',
    request: { params: idParameter },
    responses: { ...answers(z.never(), 'Events'), ...eventStream },
  }),
  open: createRoute({
    method: 'post',
    path: '/api/conferences/{id}/open',
    summary: 'Open the conference',
    request: { params: idParameter, headers: ifMatch, body: body(z.object({})) },
    responses: answers(one, 'The sitting'),
  }),
  close: createRoute({
    method: 'post',
    path: '/api/conferences/{id}/close',
    summary: 'Close it: refused while something is missing; its tasks enter the register',
    request: { params: idParameter, headers: ifMatch, body: body(z.object({})) },
    responses: answers(one, 'The sitting'),
  }),
  reopen: createRoute({
    method: 'post',
    path: '/api/conferences/{id}/reopen',
    summary: 'Open a closed conference again, with the reason',
    request: {
      params: idParameter,
      headers: ifMatch,
      body: body(z.object({ reason: line(1000) })),
    },
    responses: answers(one, 'The sitting'),
  }),
  current: createRoute({
    method: 'post',
    path: '/api/conferences/{id}/current',
    summary: 'Which item is on, and who speaks',
    request: { params: idParameter, headers: idempotencyKey, body: body(current) },
    responses: creates(one, 'The sitting'),
  }),
  decide: createRoute({
    method: 'put',
    path: '/api/session-items/{id}/decision',
    summary: 'Write the decision of an item (If-Match "0" for the first time)',
    request: { params: idParameter, headers: ifMatch, body: body(decisionSaved) },
    responses: answers(z.object({ decision: itemDecision }), 'The decision'),
  }),
  addOpinion: createRoute({
    method: 'post',
    path: '/api/session-items/{id}/opinions',
    summary: 'Take down an opinion that was given at the conference',
    request: { params: idParameter, headers: idempotencyKey, body: body(newOpinion) },
    responses: creates(z.object({ opinion: itemOpinion }), 'The opinion'),
  }),
  changeOpinion: createRoute({
    method: 'patch',
    path: '/api/item-opinions/{id}',
    summary: 'Correct or withdraw what was taken down',
    request: { params: idParameter, headers: ifMatch, body: body(opinionChange) },
    responses: answers(z.object({ opinion: itemOpinion }), 'The opinion'),
  }),
  addVote: createRoute({
    method: 'post',
    path: '/api/session-items/{id}/votes',
    summary: 'Enter a tally',
    request: { params: idParameter, headers: idempotencyKey, body: body(newVote) },
    responses: creates(z.object({ vote: itemVote }), 'The tally'),
  }),
  withdrawVote: createRoute({
    method: 'post',
    path: '/api/item-votes/{id}/withdraw',
    summary: 'Take a tally back',
    request: { params: idParameter, headers: ifMatch, body: body(z.object({})) },
    responses: answers(z.object({ vote: itemVote }), 'The tally as it was'),
  }),
}
