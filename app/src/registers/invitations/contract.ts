// Invitations to a conference: who is asked to come as what, who answered, who was there.
import { createRoute, z } from '@hono/zod-openapi'
import {
  answers,
  body,
  creates,
  idempotencyKey,
  idParameter,
  ifMatch,
  line,
  named,
  uuid,
} from '../../http/parts.ts'
import { askedFor, stages } from '../conferences/plan.ts'
import { moment } from '../conferences/plan-contract.ts'
import { attendances, capacities, holdings, replies, stands } from './invitation.ts'

export const invitation = z
  .object({
    id: uuid,
    conferenceId: uuid,
    name: z.string(),
    title: z.string().nullable(),
    personId: uuid.nullable(),
    organisation: named.nullable(),
    /** False: nobody signs in as them, so the office writes down what they answer. */
    hasAccount: z.boolean(),
    capacity: z.enum(capacities),
    votes: z.boolean(),
    /** Items they are called in for; empty for the whole conference. */
    itemIds: z.array(uuid),
    sentAt: z.string().nullable(),
    answer: z.enum(replies).nullable(),
    /** For the office, the chair and oneself. */
    answerReason: z.string().nullable(),
    substitute: z.string().nullable(),
    answeredAt: z.string().nullable(),
    attendance: z.enum(attendances).nullable(),
    arrivedAt: z.string().nullable(),
    withdrawnAt: z.string().nullable(),
    /** How it is the reader's own, or null. */
    own: z.enum(holdings).nullable(),
    version: z.number(),
  })
  .openapi('Invitation')

export type InvitationView = z.infer<typeof invitation>

/** Of one of several bodies that hold a conference. */
export const bodyPresence = z.object({
  id: uuid,
  name: z.string(),
  members: z.number(),
  present: z.number(),
  needed: z.number().nullable(),
  reached: z.boolean().nullable(),
})

export const presence = z.object({
  members: z.number(),
  present: z.number(),
  everybody: z.number(),
  presentInAll: z.number(),
  notMarked: z.number(),
  needed: z.number().nullable(),
  reached: z.boolean().nullable(),
  bodies: z.array(bodyPresence),
  seatless: z.number(),
})

const answerCount = z.object({
  unsent: z.number(),
  coming: z.number(),
  notComing: z.number(),
  substitute: z.number(),
  unanswered: z.number(),
})

/** How much of the list the reader sees: all with reasons, all names, or the own invitation alone. */
const sights = ['office', 'whole', 'own'] as const
export type Sight = (typeof sights)[number]

export const invitationList = z
  .object({
    sight: z.enum(sights),
    invitations: z.array(invitation),
    /** Null for those who see their own invitation alone. */
    answers: answerCount.nullable(),
    presence: presence.nullable(),
  })
  .openapi('InvitationList')

export type InvitationListView = z.infer<typeof invitationList>

const facts = {
  title: line(300).nullable().optional(),
  votes: z.boolean().optional(),
  itemIds: z.array(uuid).max(100).optional(),
}

/** A person, a body, an account by its address, or somebody from outside by name: one of them. */
export const newInvitation = z
  .object({
    personId: uuid.optional(),
    organisationId: uuid.optional(),
    address: line(254).optional(),
    name: line(300).optional(),
    capacity: z.enum(capacities),
    ...facts,
  })
  .refine(
    ({ personId, organisationId, address, name }) =>
      [personId, organisationId, address, name].filter((one) => one !== undefined).length === 1,
  )
export type NewInvitation = z.infer<typeof newInvitation>

export const invitationChange = z.object({ capacity: z.enum(capacities).optional(), ...facts })
export type InvitationChange = z.infer<typeof invitationChange>

export const reply = z.object({
  answer: z.enum(replies),
  reason: line(1000).optional(),
  /** Who comes instead: an account of the province by its address, or a name. */
  substitute: z.union([z.object({ address: line(254) }), z.object({ name: line(300) })]).optional(),
})
export type ReplyGiven = z.infer<typeof reply>

export const rollCall = z.object({
  marks: z
    .array(
      z.object({
        id: uuid,
        version: z.number().int(),
        attendance: z.enum(attendances).nullable(),
        /** When they came; now, where somebody present has none yet. */
        arrivedAt: moment.nullable().optional(),
      }),
    )
    .min(1)
    .max(500),
})
export type RollCall = z.infer<typeof rollCall>

const ownItem = z.object({
  id: uuid,
  /** In the whole agenda, also for whoever knows of some of its items only. */
  number: z.string().nullable(),
  kind: z.enum(['matter', 'review']),
  /** When it is its turn by the minutes planned before it; null where these are not known. */
  startsAt: z.string().nullable(),
  title: z.string(),
  asked: z.enum(askedFor),
  minutes: z.number().nullable(),
  submitter: named.nullable(),
  /** The own position, of the first own invitation that takes one. */
  position: z
    .object({ stand: z.enum(stands), body: z.string().nullable(), version: z.number() })
    .nullable(),
})

export const ownConference = z
  .object({
    id: uuid,
    title: z.string(),
    type: z.string(),
    bodies: z.array(named),
    startsAt: z.string().nullable(),
    endsAt: z.string().nullable(),
    place: z.string().nullable(),
    stage: z.enum(stages),
    changeReason: z.string().nullable(),
    invitations: z.array(invitation),
    items: z.array(ownItem),
    /** The invitation positions are given with; null where only listening. */
    positionBy: uuid.nullable(),
  })
  .openapi('OwnConference')

export type OwnConference = z.infer<typeof ownConference>
export type OwnItem = z.infer<typeof ownItem>

const one = z.object({ invitation })

export const invitationRoutes = {
  list: createRoute({
    method: 'get',
    path: '/api/conferences/{id}/invitations',
    summary: 'Who is invited as what, who answered, who is there',
    request: { params: idParameter },
    responses: answers(invitationList, 'Invitations as far as the asker may see them'),
  }),
  add: createRoute({
    method: 'post',
    path: '/api/conferences/{id}/invitations',
    summary: 'Invite a person, a body, an account, or somebody from outside',
    request: { params: idParameter, headers: idempotencyKey, body: body(newInvitation) },
    responses: creates(one, 'The invitation, not sent yet'),
  }),
  addMembers: createRoute({
    method: 'post',
    path: '/api/conferences/{id}/invitations/members',
    summary: 'Invite everybody who holds a post in the bodies on the day, as voting members',
    request: { params: idParameter, headers: idempotencyKey },
    responses: creates(z.object({ added: z.number() }), 'How many were not invited yet'),
  }),
  send: createRoute({
    method: 'post',
    path: '/api/conferences/{id}/invitations/send',
    summary: 'Send what is not sent yet: from now on those invited see the conference',
    request: { params: idParameter, headers: idempotencyKey },
    responses: creates(z.object({ sent: z.number() }), 'How many went out'),
  }),
  get: createRoute({
    method: 'get',
    path: '/api/invitations/{id}',
    summary: 'One invitation with its conference, as the printed letter needs it',
    request: { params: idParameter },
    responses: answers(
      z.object({ invitation, conference: ownConference }),
      'The invitation and its conference',
    ),
  }),
  change: createRoute({
    method: 'patch',
    path: '/api/invitations/{id}',
    summary: 'Change as what somebody is invited',
    request: { params: idParameter, headers: ifMatch, body: body(invitationChange) },
    responses: answers(one, 'The invitation'),
  }),
  withdraw: createRoute({
    method: 'post',
    path: '/api/invitations/{id}/withdraw',
    summary: 'Take an invitation back; what it opened is closed at once',
    request: {
      params: idParameter,
      headers: ifMatch,
      body: body(z.object({ reason: line(1000).optional() })),
    },
    responses: answers(one, 'The invitation'),
  }),
  answer: createRoute({
    method: 'post',
    path: '/api/invitations/{id}/answer',
    summary: 'Answer the own invitation, or the body’s; the office writes down what others told it',
    request: { params: idParameter, headers: ifMatch, body: body(reply) },
    responses: answers(one, 'The invitation'),
  }),
  rollCall: createRoute({
    method: 'post',
    path: '/api/conferences/{id}/roll-call',
    summary: 'Mark who is there',
    request: { params: idParameter, headers: idempotencyKey, body: body(rollCall) },
    responses: creates(invitationList, 'All invitations'),
  }),
  own: createRoute({
    method: 'get',
    path: '/api/my-conferences',
    summary: 'The next conferences one is invited to, with what one sees of them',
    responses: answers(z.object({ conferences: z.array(ownConference) }), 'Soonest first'),
  }),
}
