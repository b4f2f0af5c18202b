// The work programme: what comes to which body when, who prepares it, by which day.
import { createRoute, z } from '@hono/zod-openapi'
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
import { askedFor } from '../conferences/plan.ts'
import { entryStates } from './programme.ts'

const period = {
  year: z.number().int().min(1945).max(2200),
  quarter: z.number().int().min(1).max(4).nullable(),
  month: z.number().int().min(1).max(12).nullable(),
}

export const programmeEntry = z
  .object({
    id: uuid,
    /** The body that deals with it. */
    organisation: named,
    ...period,
    title: z.string(),
    asked: z.enum(askedFor),
    preparing: named.nullable(),
    dueOn: z.string().nullable(),
    note: z.string().nullable(),
    state: z.enum(entryStates),
    /** The conference that has it, as far as the reader may know. */
    conference: z.object({ id: uuid, title: z.string() }).nullable(),
    carriedFrom: z.object(period).nullable(),
    droppedReason: z.string().nullable(),
    mayPlan: z.boolean(),
    version: z.number(),
  })
  .openapi('ProgrammeEntry')

export type EntryView = z.infer<typeof programmeEntry>

const facts = {
  quarter: period.quarter.optional(),
  month: period.month.optional(),
  preparingId: uuid.nullable().optional(),
  dueOn: isoDate.nullable().optional(),
  note: line(1000).nullable().optional(),
}

export const newEntry = z.object({
  organisationId: uuid,
  year: period.year,
  title: line(500),
  asked: z.enum(askedFor),
  ...facts,
})
export type NewEntry = z.infer<typeof newEntry>

export const entryChange = z.object({
  year: period.year.optional(),
  title: line(500).optional(),
  asked: z.enum(askedFor).optional(),
  ...facts,
})
export type EntryChange = z.infer<typeof entryChange>

export const carryOver = z.object({
  year: period.year,
  quarter: period.quarter.optional(),
  month: period.month.optional(),
  dueOn: isoDate.nullable().optional(),
})
export type CarryOver = z.infer<typeof carryOver>

const one = z.object({ entry: programmeEntry })

export const programmeRoutes = {
  list: createRoute({
    method: 'get',
    path: '/api/programme',
    summary: 'The work programme of a year, in the order of its periods',
    request: { query: z.object({ year: z.coerce.number().int().min(1945).max(2200) }) },
    responses: answers(z.object({ entries: z.array(programmeEntry) }), 'Lines of the programme'),
  }),
  add: createRoute({
    method: 'post',
    path: '/api/programme',
    summary: 'Add a line to the work programme of a body',
    request: { headers: idempotencyKey, body: body(newEntry) },
    responses: creates(one, 'The line'),
  }),
  change: createRoute({
    method: 'patch',
    path: '/api/programme/{id}',
    summary: 'Change a line of the work programme',
    request: { params: idParameter, headers: ifMatch, body: body(entryChange) },
    responses: answers(one, 'The line'),
  }),
  drop: createRoute({
    method: 'post',
    path: '/api/programme/{id}/drop',
    summary: 'Drop a line with the reason; it stays in sight',
    request: {
      params: idParameter,
      headers: ifMatch,
      body: body(z.object({ reason: line(1000) })),
    },
    responses: answers(one, 'The line'),
  }),
  carry: createRoute({
    method: 'post',
    path: '/api/programme/{id}/carry',
    summary: 'Carry a line over to another period',
    request: { params: idParameter, headers: ifMatch, body: body(carryOver) },
    responses: answers(one, 'The new line'),
  }),
  place: createRoute({
    method: 'post',
    path: '/api/conferences/{id}/programme',
    summary: 'Put lines of the work programme on the agenda of a conference',
    request: {
      params: idParameter,
      headers: idempotencyKey,
      body: body(z.object({ entryIds: z.array(uuid).min(1).max(100) })),
    },
    responses: creates(z.object({ entries: z.array(programmeEntry) }), 'The lines'),
  }),
}
