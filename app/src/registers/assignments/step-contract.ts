// What happens to a task, as it is said and as it is shown: reports, verdicts, stops, more time.
import { z } from '@hono/zod-openapi'
import { isoDate, uuid } from '../../http/parts.ts'

const reason = z.string().trim().min(1).max(5000)

/** What the lead body says: it has the task, how far it is, or that it is done. */
export const progressGiven = z
  .object({
    kind: z.enum(['received', 'progress', 'reported']),
    body: z.string().trim().max(5000).optional(),
    percent: z.number().int().min(0).max(100).optional(),
    /** The day it was done, for `reported`: not after today. */
    on: isoDate.optional(),
    product: z.string().trim().max(500).nullable().optional(),
    /** Who told the office, where it writes for them. */
    onBehalf: z.string().trim().min(1).max(300).optional(),
    /** Documents that show it, which the one who reports may read. */
    evidence: z.array(uuid).max(50).optional(),
  })
  .refine(({ kind, on }) => kind !== 'reported' || on !== undefined, { path: ['on'] })
  .refine(({ kind, body: text }) => kind === 'received' || Boolean(text), { path: ['body'] })

export type ProgressGiven = z.infer<typeof progressGiven>

/** The answer to a report: only by somebody other than the doer. */
export const verdictGiven = z
  .object({
    outcome: z.enum(['confirmed', 'sentBack']),
    body: z.string().trim().max(5000).optional(),
  })
  .refine(({ outcome, body: text }) => outcome === 'confirmed' || Boolean(text), {
    path: ['body'],
  })

export type VerdictGiven = z.infer<typeof verdictGiven>

/** Stops, goes on, passes on, takes back; what the level above acknowledged. */
export const holdGiven = z
  .object({
    kind: z.enum(['paused', 'resumed', 'referred', 'revoked', 'restored', 'recognised']),
    body: reason,
    /** The body it is passed on to. */
    toId: uuid.optional(),
    /** The day it was acknowledged. */
    on: isoDate.optional(),
  })
  .refine(({ kind, toId }) => (kind === 'referred') === (toId !== undefined), { path: ['toId'] })

export type HoldGiven = z.infer<typeof holdGiven>

export const extensionAsked = z.object({ until: isoDate, reason })

export const extensionDecided = z
  .object({
    outcome: z.enum(['granted', 'refused', 'takenBack']),
    /** For `granted`, where it is another day than was asked for. */
    until: isoDate.optional(),
    answer: z.string().trim().max(5000).optional(),
  })
  .refine(({ outcome, answer }) => outcome !== 'refused' || Boolean(answer), { path: ['answer'] })

export type ExtensionDecided = z.infer<typeof extensionDecided>

export const extensionView = z.object({
  id: uuid,
  until: z.string(),
  former: z.string(),
  reason: z.string(),
  askedBy: z.string(),
  askedAt: z.string(),
  outcome: z.enum(['granted', 'refused', 'takenBack']).nullable(),
  granted: z.string().nullable(),
  answer: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  version: z.number(),
})

export type ExtensionView = z.infer<typeof extensionView>

/** What may happen to a task. */
export const stepKind = z.enum([
  'received',
  'progress',
  'reported',
  'confirmed',
  'sentBack',
  'paused',
  'resumed',
  'referred',
  'revoked',
  'restored',
  'recognised',
  'corrected',
  'extended',
  'notExtended',
])

export type StepKind = z.infer<typeof stepKind>

export const stepView = z.object({
  id: uuid,
  kind: stepKind,
  onBehalf: z.string().nullable(),
  body: z.string().nullable(),
  percent: z.number().nullable(),
  on: z.string().nullable(),
  formerDate: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  by: z.string(),
  at: z.string(),
  evidence: z.array(z.object({ documentId: uuid, title: z.string() })),
})

export type StepView = z.infer<typeof stepView>
