// The chair's page: what is late, since when, what was ordered about it, who is late.
import { createRoute, z } from '@hono/zod-openapi'
import { answers, named, uuid } from '../../http/parts.ts'
import { assignmentState, taskCount } from '../assignments/contract.ts'
import { indicator } from '../indicators/contract.ts'
import { target } from '../indicators/target-contract.ts'

export const orderedTask = z.object({
  id: uuid,
  action: z.string(),
  lead: z.string().nullable(),
  state: assignmentState,
  dueOn: z.string().nullable(),
})
export type OrderedTask = z.infer<typeof orderedTask>

export const lateIndicator = z.object({
  indicator,
  /** The province's plan, with how the newest figure stands to it. */
  target,
  /** The last day of the first figure from which on every one was late. */
  since: z.string().nullable(),
  /** How many of its figures in a row were late. */
  figures: z.number(),
  /** Shortcomings that somebody linked with it, and how often their topics were raised. */
  raised: z.number(),
  /** Tasks about it: those still open by urgency, then the others; three at most. */
  tasks: z.array(orderedTask),
  /** Of how many these are, and how many of all are overdue. */
  ordered: z.number(),
  overdue: z.number(),
})
export type LateIndicator = z.infer<typeof lateIndicator>

export const overview = z
  .object({
    today: z.string(),
    /** Indicators with a plan of the province, by how their newest figures stand to it. */
    states: z.object({
      onTrack: z.number(),
      watch: z.number(),
      late: z.number(),
      notJudged: z.number(),
    }),
    /** What is furthest behind first. */
    late: z.array(lateIndicator),
    /** The official count of all tasks that the reader may know of. */
    tasks: taskCount,
    /** Bodies with overdue tasks, those with most first. */
    bodies: z.array(z.object({ body: named, overdue: z.number(), overdue30: z.number() })),
    /** Units that owe reports, those that owe most first; null for whoever reads no reports. */
    owing: z
      .array(
        z.object({
          body: named,
          reports: z.number(),
          /** The day that the oldest of them was due. */
          since: z.string(),
          /** The oldest of them. */
          slotId: uuid,
        }),
      )
      .nullable(),
  })
  .openapi('Overview')
export type OverviewView = z.infer<typeof overview>

export const overviewRoutes = {
  get: createRoute({
    method: 'get',
    path: '/api/overview',
    summary: 'What is late, since when, what was ordered about it, who is late',
    responses: answers(z.object({ overview }), 'The overview'),
  }),
}
