// Assignments: who must do what by when, and where that stands.
import { createRoute, z } from '@hono/zod-openapi'
import {
  answers,
  body,
  conferenceLink,
  idParameter,
  ifMatch,
  isoDate,
  source,
  uuid,
} from '../../http/parts.ts'
import { indicator, observation } from '../indicators/contract.ts'
import { newestReported } from '../indicators/figure-contract.ts'
import {
  extensionAsked,
  extensionDecided,
  extensionView,
  holdGiven,
  progressGiven,
  stepView,
  verdictGiven,
} from './step-contract.ts'

/** Derived from a task's facts and today; never stored. */
export const assignmentState = z.enum([
  'noDate',
  'inTerm',
  'dueSoon',
  'overdue',
  'awaiting',
  'paused',
  'doneOnTime',
  'doneLate',
  'done',
  'revoked',
])

export type AssignmentState = z.infer<typeof assignmentState>

/** How far a task has come, whatever its deadline: derived as well. */
export const assignmentLife = z.enum([
  'assigned',
  'received',
  'inProgress',
  'reported',
  'confirmed',
  'paused',
  'revoked',
])

export type AssignmentLife = z.infer<typeof assignmentLife>

/** The official count of a set of tasks (`countOf`). */
export const taskCount = z
  .object({
    total: z.number(),
    withDeadline: z.number(),
    withoutDeadline: z.number(),
    done: z.number(),
    doneOnTime: z.number(),
    /** Of those done on time: with a deadline. */
    doneByDeadline: z.number(),
    doneLate: z.number(),
    /** Of those done on time: without a deadline. */
    doneWithoutDeadline: z.number(),
    open: z.number(),
    openInTerm: z.number(),
    openOverdue: z.number(),
    /** Of those overdue: by more than 30 days. */
    openOverdue30: z.number(),
    /** Of those in term: without a deadline. */
    openWithoutDeadline: z.number(),
    /** Of those without a deadline: given longer ago than the province's setting. */
    stale: z.number(),
    /** Of those open: reported, to be confirmed. */
    awaiting: z.number(),
    /** Not in `total`. */
    paused: z.number(),
    revoked: z.number(),
  })
  .openapi('TaskCount')

export type TaskCount = z.infer<typeof taskCount>

/** One number of a count. */
export const countCell = taskCount.keyof()

export type CountCell = z.infer<typeof countCell>

/** Which tasks are counted: all, or those given or due from this day to that one; either may be open. */
export const countPeriod = {
  by: z.enum(['all', 'assigned', 'due']).optional(),
  from: isoDate.optional(),
  to: isoDate.optional(),
  /** Where they stood at the end of this day, by what was written down until then; else today. */
  asOf: isoDate.optional(),
}

const bodyLink = z.object({ id: uuid, name: z.string() })

/** The decision of an item that gave a task. */
export const decisionSource = z.object({
  /** Where it stands, with offsets in its text; null for who knows of the task alone, as its leading body. */
  place: z
    .object({
      conferenceId: uuid,
      itemId: uuid,
      itemTitle: z.string(),
      start: z.number(),
      end: z.number(),
    })
    .nullable(),
  quote: z.string(),
  confirmedBy: z.string(),
  confirmedAt: z.string(),
})

export type DecisionSource = z.infer<typeof decisionSource>

export const assignment = z
  .object({
    id: uuid,
    /** Number in the follow-up register, `12/2026`; null for what was entered before there was one. */
    number: z.string().nullable(),
    action: z.string(),
    leadText: z.string().nullable(),
    leadId: uuid.nullable(),
    /** Where the lead body is over: the one that took over from it. */
    leadNow: bodyLink.nullable(),
    cooperating: z.array(z.string()),
    cooperatingIds: z.array(uuid),
    assignedOn: z.string().nullable(),
    /** The deadline as it stands: the first, the one granted last, or that of its event. */
    deadline: z.string().nullable(),
    originalDeadline: z.string().nullable(),
    /** The day that counts: a deadline on a day off may fall on the next working day. */
    dueOn: z.string().nullable(),
    deadlineText: z.string().nullable(),
    deadlineFuzzy: z.boolean(),
    event: z
      .object({
        id: uuid,
        name: z.string(),
        day: z.string().nullable(),
        daysBefore: z.number(),
        conferenceId: uuid.nullable(),
      })
      .nullable(),
    deliverable: z.string().nullable(),
    specific: z.boolean(),
    by: z.string().nullable(),
    follower: bodyLink.nullable(),
    upstream: z.string().nullable(),
    directive: z.string().nullable(),
    product: z.string().nullable(),
    result: z.string().nullable(),
    percent: z.number().nullable(),
    receivedAt: z.string().nullable(),
    reportedOn: z.string().nullable(),
    doneOn: z.string().nullable(),
    pausedOn: z.string().nullable(),
    revokedOn: z.string().nullable(),
    recognisedOn: z.string().nullable(),
    note: z.string().nullable(),
    state: assignmentState,
    life: assignmentLife,
    /** A request for more time waits for its answer. */
    extensionAsked: z.boolean(),
    /** What the queue asks for. */
    missing: z.array(z.enum(['owner', 'date'])),
    conference: conferenceLink.nullable(),
    /** The sentence that ordered it, as written. */
    quote: z.string(),
    /** The sentence of a document; null for a task that a conference held here gave, or whose document is closed. */
    source: source.nullable(),
    /** The decision of a conference held here; null for a task that a document tells of. */
    decision: decisionSource.nullable(),
    /** What the one who asks may do with it. */
    can: z.object({
      manage: z.boolean(),
      report: z.boolean(),
      confirm: z.boolean(),
      /** Reports as the lead body itself; others say who told them. */
      asDoer: z.boolean(),
    }),
    version: z.number(),
  })
  .openapi('Assignment')

export type AssignmentView = z.infer<typeof assignment>

export const assignmentFilter = z.enum([
  'all',
  'open',
  'dueSoon',
  'overdue',
  'awaiting',
  'paused',
  'done',
  'revoked',
  'queue',
  'noOwner',
  'noDate',
])

export type AssignmentFilter = z.infer<typeof assignmentFilter>

/** Whose tasks: those that the bodies of the one who asks lead, help with, or that they follow themselves. */
export const ownTasks = z.enum(['lead', 'cooperating', 'following', 'any'])

const short = z.string().trim().max(500).nullable().optional()
const reason = z.string().trim().min(1).max(5000)

export const assignmentChange = z
  .object({
    /** A body of the province leads it; its name is taken from there. */
    leadId: uuid.nullable().optional(),
    /** Who leads it where no body of the province does. */
    leadText: short,
    cooperatingIds: z.array(uuid).max(100).optional(),
    deadline: isoDate.nullable().optional(),
    /** The deadline follows an event; null: no longer. */
    eventId: uuid.nullable().optional(),
    eventDays: z.number().int().min(0).max(365).optional(),
    assignedOn: isoDate.nullable().optional(),
    followerId: uuid.nullable().optional(),
    deliverable: short,
    upstream: short,
    directive: short,
    product: short,
    result: z.string().trim().max(5000).nullable().optional(),
    note: z.string().trim().max(5000).nullable().optional(),
    /** Why a deadline is corrected that was there; needed for that. */
    reason: reason.optional(),
  })
  .refine((given) => !(given.deadline && given.eventId), { path: ['deadline'] })

export type AssignmentChange = z.infer<typeof assignmentChange>

/** An indicator that somebody said a task is about (`/api/chain-links`), with the figures that stand last. */
export const taskIndicator = z.object({
  indicator: indicator.pick({ id: true, nameVi: true, nameEn: true, unit: true }),
  /** What a document says. */
  latest: observation.nullable(),
  /** What units report of the province as a whole. */
  reported: newestReported.nullable(),
  /** Of what was said. */
  version: z.number(),
})

export type TaskIndicator = z.infer<typeof taskIndicator>

/** One task with everything that happened to it. */
export const assignmentDetail = assignment.extend({
  steps: z.array(stepView),
  extensions: z.array(extensionView),
  /** The projects that it belongs to. */
  projects: z.array(z.object({ id: uuid, name: z.string() })),
  indicators: z.array(taskIndicator),
  /** Those that somebody took off, with the version of that, for whoever may put them back. */
  formerIndicators: z.array(z.object({ id: uuid, version: z.number() })),
  mayLink: z.boolean(),
})

export type AssignmentDetail = z.infer<typeof assignmentDetail>

const one = answers(z.object({ assignment: assignmentDetail }), 'The assignment')

export const listQuery = z.object({
  state: assignmentFilter.optional(),
  q: z.string().max(200).optional(),
  conference: uuid.optional(),
  /** Tasks that this body leads or helps with. */
  body: uuid.optional(),
  own: ownTasks.optional(),
  /** Those that a number of the count counts, under the same period. */
  counted: countCell.optional(),
  ...countPeriod,
  /** Tasks that this body leads; `none`: that no body of the province does. */
  lead: z.union([uuid, z.literal('none')]).optional(),
  /** Tasks whose deadline follows this event. */
  event: uuid.optional(),
  /** `next` of the answer before. */
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  /** `none`: the page alone; `only`: the counts without a page. */
  counts: z.enum(['none', 'only']).optional(),
})

export type ListQuery = z.infer<typeof listQuery>

export const assignmentRoutes = {
  list: createRoute({
    method: 'get',
    path: '/api/assignments',
    summary: 'Assignments, most urgent first, 50 at a time',
    request: { query: listQuery },
    responses: answers(
      z.object({
        assignments: z.array(assignment),
        /** What to ask for as `after` to go on; null at the end. */
        next: z.string().nullable(),
        /** Of each list; 1001 means more than a thousand. Null where they were not asked for. */
        counts: z.record(assignmentFilter, z.number()).nullable(),
        today: z.string(),
      }),
      'Assignments and how many there are of each list',
    ),
  }),
  count: createRoute({
    method: 'get',
    path: '/api/assignment-counts',
    summary: 'The official count, in all and by lead body, with the rule it goes by',
    request: {
      query: z.object({
        conference: uuid.optional(),
        ...countPeriod,
      }),
    },
    responses: answers(
      z.object({
        today: z.string(),
        basis: z.enum(['original', 'current']),
        roll: z.enum(['asWritten', 'nextWorkingDay']),
        staleMonths: z.number(),
        all: taskCount,
        bodies: z.array(
          z.object({
            id: uuid.nullable(),
            name: z.string().nullable(),
            count: taskCount,
            /** On time of those on time, late or overdue; null below five of them. */
            share: z.number().nullable(),
          }),
        ),
      }),
      'The counts',
    ),
  }),
  get: createRoute({
    method: 'get',
    path: '/api/assignments/{id}',
    summary: 'One assignment with its steps and requests for more time',
    request: { params: idParameter },
    responses: one,
  }),
  change: createRoute({
    method: 'patch',
    path: '/api/assignments/{id}',
    summary: 'Name owner, date and the like',
    request: { params: idParameter, headers: ifMatch, body: body(assignmentChange) },
    responses: one,
  }),
  progress: createRoute({
    method: 'post',
    path: '/api/assignments/{id}/progress',
    summary: 'The lead body receives the task, tells how far it is, reports it done',
    request: { params: idParameter, headers: ifMatch, body: body(progressGiven) },
    responses: one,
  }),
  verdict: createRoute({
    method: 'post',
    path: '/api/assignments/{id}/verdict',
    summary: 'Somebody other than the doer confirms a report, or sends it back',
    request: { params: idParameter, headers: ifMatch, body: body(verdictGiven) },
    responses: one,
  }),
  hold: createRoute({
    method: 'post',
    path: '/api/assignments/{id}/hold',
    summary:
      'Pause, resume, refer to another body, revoke, restore; acknowledged by the level above',
    request: { params: idParameter, headers: ifMatch, body: body(holdGiven) },
    responses: one,
  }),
  ask: createRoute({
    method: 'post',
    path: '/api/assignments/{id}/extensions',
    summary: 'Ask for more time, before the deadline',
    request: { params: idParameter, headers: ifMatch, body: body(extensionAsked) },
    responses: one,
  }),
  decide: createRoute({
    method: 'post',
    path: '/api/extensions/{id}/decide',
    summary: 'Grant or refuse more time; the one who asked takes the request back',
    request: { params: idParameter, headers: ifMatch, body: body(extensionDecided) },
    responses: one,
  }),
}
