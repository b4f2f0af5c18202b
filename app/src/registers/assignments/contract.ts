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

/** Derived from deadline, done date and today; never stored. */
export const assignmentState = z.enum([
  'noDate',
  'inTerm',
  'dueSoon',
  'overdue',
  'doneOnTime',
  'doneLate',
  'done',
])

export type AssignmentState = z.infer<typeof assignmentState>

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
    action: z.string(),
    leadText: z.string().nullable(),
    cooperating: z.array(z.string()),
    deadline: z.string().nullable(),
    deadlineText: z.string().nullable(),
    deadlineFuzzy: z.boolean(),
    deliverable: z.string().nullable(),
    specific: z.boolean(),
    by: z.string().nullable(),
    doneOn: z.string().nullable(),
    note: z.string().nullable(),
    state: assignmentState,
    /** What the queue asks for. */
    missing: z.array(z.enum(['owner', 'date'])),
    conference: conferenceLink.nullable(),
    /** The sentence of a document; null for a task that a conference held here gave. */
    source: source.nullable(),
    /** The decision of a conference held here; null for a task that a document tells of. */
    decision: decisionSource.nullable(),
    leadId: uuid.nullable(),
    version: z.number(),
  })
  .openapi('Assignment')

export type AssignmentView = z.infer<typeof assignment>

export const assignmentFilter = z.enum([
  'all',
  'open',
  'dueSoon',
  'overdue',
  'done',
  'queue',
  'noOwner',
  'noDate',
])

export type AssignmentFilter = z.infer<typeof assignmentFilter>

export const assignmentChange = z.object({
  leadText: z.string().trim().max(500).nullable().optional(),
  deadline: isoDate.nullable().optional(),
  doneOn: isoDate.nullable().optional(),
  note: z.string().trim().max(5000).nullable().optional(),
})

export type AssignmentChange = z.infer<typeof assignmentChange>

export const assignmentRoutes = {
  list: createRoute({
    method: 'get',
    path: '/api/assignments',
    summary: 'Assignments, most urgent first',
    request: {
      query: z.object({
        state: assignmentFilter.optional(),
        q: z.string().max(200).optional(),
        conference: uuid.optional(),
      }),
    },
    responses: answers(
      z.object({
        assignments: z.array(assignment),
        counts: z.record(assignmentFilter, z.number()),
        today: z.string(),
      }),
      'Assignments and how many there are of each state',
    ),
  }),
  get: createRoute({
    method: 'get',
    path: '/api/assignments/{id}',
    summary: 'One assignment',
    request: { params: idParameter },
    responses: answers(z.object({ assignment }), 'The assignment'),
  }),
  change: createRoute({
    method: 'patch',
    path: '/api/assignments/{id}',
    summary: 'Name owner or date, mark as done, note',
    request: { params: idParameter, headers: ifMatch, body: body(assignmentChange) },
    responses: answers(z.object({ assignment }), 'The assignment'),
  }),
}
