// The conference that is held here: planned, changed, cancelled. Its parts have contracts of their own
// (agenda, dossiers, invitations, sitting, notices).
import { createRoute, z } from '@hono/zod-openapi'
import { levels } from '../../http/access.ts'
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
import { conferenceTypes, stages } from './plan.ts'

/** A moment with its offset from UTC: `2026-12-01T08:00:00+07:00`. */
export const moment = z.iso.datetime({ offset: true })

export const plan = z
  .object({
    id: uuid,
    title: z.string(),
    type: z.string(),
    number: z.number().nullable(),
    /** Lead body first, then those that meet with it. */
    bodies: z.array(named),
    term: z.object({ id: uuid, label: z.string() }).nullable(),
    level: z.enum(levels),
    startsAt: z.string().nullable(),
    endsAt: z.string().nullable(),
    place: z.string().nullable(),
    dossiersDue: z.string().nullable(),
    /** At least `part` of `of` voting members; null where nobody said. */
    quorum: z.object({ part: z.number(), of: z.number() }).nullable(),
    stage: z.enum(stages),
    openedAt: z.string().nullable(),
    closedAt: z.string().nullable(),
    cancelledAt: z.string().nullable(),
    changeReason: z.string().nullable(),
    /** What the reader of this may do here; the server refuses the rest. */
    may: z.object({
      plan: z.boolean(),
      run: z.boolean(),
      close: z.boolean(),
      approve: z.boolean(),
      issue: z.boolean(),
    }),
    version: z.number(),
  })
  .openapi('ConferencePlan')

export type PlanView = z.infer<typeof plan>

const facts = {
  title: line(500).optional(),
  number: z.number().int().min(1).max(9999).nullable().optional(),
  termId: uuid.nullable().optional(),
  level: z.enum(levels).optional(),
  startsAt: moment.nullable().optional(),
  endsAt: moment.nullable().optional(),
  place: line(500).nullable().optional(),
  dossiersDue: moment.nullable().optional(),
  quorum: z
    .object({ part: z.number().int().min(1).max(999), of: z.number().int().min(1).max(999) })
    .nullable()
    .optional(),
  /** Bodies that meet with the lead body. */
  withBodies: z.array(uuid).max(20).optional(),
}

export const newConference = z.object({
  organisationId: uuid,
  type: z.enum(conferenceTypes),
  ...facts,
  /** Its agenda begins with the items of a template, then these lines of the work programme. */
  templateId: uuid.optional(),
  entryIds: z.array(uuid).max(100).optional(),
  /** Whether it begins with the review of earlier conclusions, where there are any; it does unless false. */
  review: z.boolean().optional(),
})
export type NewConference = z.infer<typeof newConference>

export const planChange = z.object({ ...facts, reason: line(1000).optional() })
export type PlanChange = z.infer<typeof planChange>

const one = z.object({ plan })

export const planRoutes = {
  create: createRoute({
    method: 'post',
    path: '/api/conferences',
    summary: 'Plan a conference of a body',
    request: { headers: idempotencyKey, body: body(newConference) },
    responses: creates(one, 'The conference'),
  }),
  get: createRoute({
    method: 'get',
    path: '/api/conferences/{id}/plan',
    summary: 'A conference held here: bodies, times, stage, what the asker may do',
    request: { params: idParameter },
    responses: answers(one, 'The conference'),
  }),
  change: createRoute({
    method: 'patch',
    path: '/api/conferences/{id}/plan',
    summary: 'Change times, place, bodies, level; once invited, with a reason',
    request: { params: idParameter, headers: ifMatch, body: body(planChange) },
    responses: answers(one, 'The conference'),
  }),
  cancel: createRoute({
    method: 'post',
    path: '/api/conferences/{id}/cancel',
    summary: 'Cancel a conference that has not begun',
    request: {
      params: idParameter,
      headers: ifMatch,
      body: body(z.object({ reason: line(1000) })),
    },
    responses: answers(one, 'The conference'),
  }),
}
