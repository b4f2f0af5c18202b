// The review of earlier conclusions: what became of their tasks, which shortcomings came back.
import { createRoute, z } from '@hono/zod-openapi'
import {
  answers,
  body,
  conferenceLink,
  creates,
  idempotencyKey,
  idParameter,
  source,
  uuid,
} from '../../http/parts.ts'
import { sessionItem } from '../agenda/contract.ts'
import { assignmentState } from '../assignments/contract.ts'

/** Where a task stands in the official count. */
export const countedAs = z.enum(['onTime', 'late', 'open', 'overdue', 'paused', 'revoked'])
export type CountedAs = z.infer<typeof countedAs>

const count = z.number()
export const reviewCounts = z.object({
  onTime: count,
  late: count,
  open: count,
  overdue: count,
  paused: count,
  revoked: count,
})
export type ReviewCounts = z.infer<typeof reviewCounts>

export const reviewTask = z.object({
  id: uuid,
  number: z.string().nullable(),
  action: z.string(),
  lead: z.string().nullable(),
  dueOn: z.string().nullable(),
  state: assignmentState,
  counted: countedAs,
  percent: z.number().nullable(),
  /** The conference whose conclusion ordered it, as far as the reader may know. */
  conference: conferenceLink.nullable(),
  /** In a review that was kept: where it stands now; null where it was taken back since. */
  now: assignmentState.nullable(),
})
export type ReviewTask = z.infer<typeof reviewTask>

/** How one knows that a task was about a shortcoming: somebody said so, one sentence says both, or words fit. */
export const linkedBy = z.enum(['confirmed', 'sentence', 'proposed'])
export type LinkedBy = z.infer<typeof linkedBy>

export const order = z.object({
  id: uuid,
  action: z.string(),
  lead: z.string().nullable(),
  state: assignmentState,
  by: linkedBy,
})
export type OrderView = z.infer<typeof order>

/** “Raised at 4 of the last 6 conferences, first on …, ordered each time: …” */
export const recurrence = z
  .object({
    topic: z.string(),
    nameVi: z.string(),
    nameEn: z.string(),
    /** The body whose conferences these are, as it is called; null where nobody said. */
    body: z.string().nullable(),
    raised: z.number(),
    of: z.number(),
    first: z.string().nullable(),
    times: z.array(
      z.object({
        conference: conferenceLink,
        sentences: z.array(z.object({ id: uuid, source })),
        orders: z.array(order),
      }),
    ),
  })
  .openapi('Recurrence')
export type RecurrenceView = z.infer<typeof recurrence>

const keptReview = z.object({
  id: uuid,
  /** The agenda that was approved; null for what stood when the conference was closed. */
  label: z.string().nullable(),
  at: z.string(),
})

export const review = z
  .object({
    /** The one that is shown; null: as of now. */
    kept: keptReview.nullable(),
    /** All that were kept, the oldest first. */
    all: z.array(keptReview),
    /** The item of the agenda that it is; null where there is none, or it is closed to the reader. */
    item: z.object({ id: uuid, status: z.enum(['on', 'postponed', 'withdrawn']) }).nullable(),
    /** Whether the reader may put it at the head of the agenda, where it is not on it. */
    mayPlace: z.boolean(),
    /**
     * The conference before this one, and what became of its tasks; null where there is none, or, in a review that
     * was kept, where the last one is closed to the reader.
     */
    last: z.object({ conference: conferenceLink, counts: reviewCounts }).nullable(),
    /** What is open of all earlier conclusions, and all of the last one, the most urgent first. */
    tasks: z.array(reviewTask),
    /** Tasks beyond the first 300. */
    left: z.number(),
    /** What was raised at two or more of the last conferences. */
    shortcomings: z.array(recurrence),
  })
  .openapi('Review')
export type ReviewView = z.infer<typeof review>

export const reviewRoutes = {
  get: createRoute({
    method: 'get',
    path: '/api/conferences/{id}/review',
    summary: 'What became of earlier conclusions, now or as an approved agenda showed it',
    request: {
      params: idParameter,
      query: z.object({
        /** One that was kept (`all`), `now`, or, left out, what fits: the last kept once it is closed. */
        of: z.union([uuid, z.literal('now')]).optional(),
      }),
    },
    responses: answers(z.object({ review }), 'The review'),
  }),
  place: createRoute({
    method: 'post',
    path: '/api/conferences/{id}/review',
    summary: 'Put the review of earlier conclusions at the head of the agenda',
    request: { params: idParameter, headers: idempotencyKey, body: body(z.object({})) },
    responses: creates(z.object({ item: sessionItem }), 'The item'),
  }),
}
