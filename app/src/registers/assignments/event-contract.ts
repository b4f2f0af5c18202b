// Events that deadlines follow, and how a province counts: routes as data.
import { createRoute, z } from '@hono/zod-openapi'
import {
  answers,
  body,
  creates,
  idempotencyKey,
  idParameter,
  ifMatch,
  isoDate,
  uuid,
} from '../../http/parts.ts'

export const eventView = z
  .object({
    id: uuid,
    name: z.string(),
    /** Its own, or its conference's; null while it has none. */
    day: z.string().nullable(),
    conferenceId: uuid.nullable(),
    /** How many tasks follow it, of those that the actor may know of. */
    tasks: z.number(),
    version: z.number(),
  })
  .openapi('DeadlineEvent')

export type EventView = z.infer<typeof eventView>

const name = z.string().trim().min(1).max(300)

export const newEvent = z
  .object({ name, conferenceId: uuid.optional(), day: isoDate.nullable().optional() })
  .refine(({ conferenceId, day }) => !(conferenceId && day), { path: ['day'] })

export type NewEvent = z.infer<typeof newEvent>

export const eventChange = z.object({
  name: name.optional(),
  day: isoDate.nullable().optional(),
  withdrawn: z.boolean().optional(),
})

export type EventChange = z.infer<typeof eventChange>

export const dayOff = z.object({
  day: isoDate,
  kind: z.enum(['off', 'working']),
  name: z.string().trim().min(1).max(200),
})

export const assignmentSetting = z
  .object({
    basis: z.enum(['original', 'current']),
    roll: z.enum(['asWritten', 'nextWorkingDay']),
    soonDays: z.number().int().min(0).max(60),
    staleMonths: z.number().int().min(1).max(24),
    remindDays: z.array(z.number().int().min(0).max(60)).max(10),
    escalateDays: z.number().int().min(1).max(365),
    escalateFurtherDays: z.number().int().min(1).max(365).default(30),
  })
  .openapi('AssignmentSetting')

const settingAnswer = answers(
  z.object({
    setting: assignmentSetting,
    /** The province's own days, over those that the program ships. */
    days: z.array(dayOff),
    /** The public holidays that the program knows, for the years around today. */
    shipped: z.array(dayOff),
    /** Days that may be off by a law that was not found: not counted until the province adds them. */
    unverified: z.array(dayOff),
    version: z.number(),
  }),
  'How deadlines are counted',
)

export const eventRoutes = {
  list: createRoute({
    method: 'get',
    path: '/api/deadline-events',
    summary: 'Events that deadlines follow',
    responses: answers(z.object({ events: z.array(eventView) }), 'The events'),
  }),
  add: createRoute({
    method: 'post',
    path: '/api/deadline-events',
    summary: 'Name an event that deadlines may follow',
    request: { headers: idempotencyKey, body: body(newEvent) },
    responses: creates(z.object({ event: eventView }), 'The event'),
  }),
  change: createRoute({
    method: 'patch',
    path: '/api/deadline-events/{id}',
    summary: 'Rename an event, set or move its day; the deadlines that follow it move along',
    request: { params: idParameter, headers: ifMatch, body: body(eventChange) },
    responses: answers(z.object({ event: eventView }), 'The event'),
  }),
  setting: createRoute({
    method: 'get',
    path: '/api/assignment-setting',
    summary: 'How the province counts deadlines, with its days off',
    responses: settingAnswer,
  }),
  set: createRoute({
    method: 'put',
    path: '/api/assignment-setting',
    summary: 'Set how the province counts deadlines, and its own days off, all at once',
    request: {
      headers: ifMatch,
      body: body(z.object({ setting: assignmentSetting, days: z.array(dayOff).max(400) })),
    },
    responses: settingAnswer,
  }),
}
