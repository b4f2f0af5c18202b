// The record of changes, for people who have to trust it.
import { createRoute, z } from '@hono/zod-openapi'
import { answers, problemResponse, uuid } from '../http/parts.ts'

export const recordRow = z.object({
  seq: z.number(),
  at: z.string(),
  actorName: z.string(),
  action: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  reason: z.string().nullable(),
  hash: z.string(),
})

const hex = z.string().regex(/^[0-9a-f]{64}$/)

/** A signed head (`head.ts`); `giaoban-verify` takes the whole feed. */
export const headView = z.object({
  statement: z.object({
    format: z.literal('giaoban-head-1'),
    province: z.string(),
    number: z.number(),
    day: z.string(),
    at: z.string(),
    count: z.number(),
    hash: hex,
    previous: hex,
    key: z.string(),
  }),
  signature: z.string(),
  publicKey: z.string(),
})

/** JSON Feed 1.1. */
const feed = z.object({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string(),
  language: z.string(),
  items: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      content_text: z.string(),
      date_published: z.string(),
      _giaoban: headView,
    }),
  ),
})

/** Kinds of things that have a history (`history.ts`). */
export const storiedKinds = [
  'document',
  'assignment',
  'shortcoming',
  'observation',
  'agendaItem',
  'opinion',
  'decision',
  'citation',
  'conference',
  'sessionItem',
  'itemDecision',
  'itemOpinion',
  'itemVote',
  'conferenceAssessment',
  'invitation',
  'notice',
  'opinionRound',
  'programme',
  'instrument',
  'inspection',
  'project',
  'indicator',
  'lexicon',
] as const

const shownValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()])

const history = z.object({
  changes: z.array(
    z.object({
      seq: z.number(),
      at: z.string(),
      actorName: z.string(),
      action: z.string(),
      reason: z.string().nullable(),
      fields: z.array(
        z.object({
          field: z.string(),
          before: shownValue.optional(),
          after: shownValue.optional(),
        }),
      ),
      proven: z.boolean().nullable().openapi({
        description:
          'Whether the fields are those whose hash is on record; null where none are kept',
      }),
    }),
  ),
  source: z
    .object({
      documentId: uuid,
      documentTitle: z.string(),
      start: z.number(),
      end: z.number(),
      quote: z.string(),
    })
    .nullable(),
})

export type HistoryView = z.infer<typeof history>

export type RecordRowView = z.infer<typeof recordRow>

export const recordRoutes = {
  list: createRoute({
    method: 'get',
    path: '/api/record',
    summary: 'Changes, newest first, at most 500: of one subject or of the province',
    request: {
      query: z.object({
        subjectKind: z.string().max(50).optional(),
        subjectId: z.string().max(100).optional(),
        before: z.coerce
          .number()
          .int()
          .min(1)
          .optional()
          .openapi({ description: 'Only changes with a lower number' }),
      }),
    },
    responses: answers(
      z.object({ changes: z.array(recordRow), more: z.boolean() }),
      'Changes, and whether there are more before them',
    ),
  }),
  verify: createRoute({
    method: 'get',
    path: '/api/record/verify',
    summary: 'Prove that nobody altered the record',
    responses: answers(
      z.object({
        intact: z.boolean(),
        links: z.number(),
        brokenAt: z.number().nullable(),
        head: z.string(),
      }),
      'The result',
    ),
  }),
  history: createRoute({
    method: 'get',
    path: '/api/history',
    summary: 'The history of one entry: who, when, what, why, from which sentence, what differed',
    request: { query: z.object({ kind: z.enum(storiedKinds), id: uuid }) },
    responses: answers(history, 'Its changes, oldest first'),
  }),
  heads: createRoute({
    method: 'get',
    path: '/api/record/heads',
    summary: 'Signed heads of a province’s record as a JSON Feed, newest first; open to everybody',
    request: {
      query: z.object({
        province: z.string().max(100).openapi({ description: 'Code of the province' }),
        after: z.coerce.number().int().min(0).optional().openapi({
          description: 'Only heads with a higher number; the newest 400 without it, at most 400',
        }),
      }),
    },
    responses: {
      200: { description: 'The feed', content: { 'application/feed+json': { schema: feed } } },
      default: problemResponse,
    },
  }),
  export: createRoute({
    method: 'get',
    path: '/api/record/export',
    summary: 'The whole record as JSON Lines, for giaoban-verify',
    responses: {
      200: {
        description: 'A header, every link, the heads, an end',
        content: { 'application/jsonl': { schema: z.string() } },
      },
      default: problemResponse,
    },
  }),
}
