// The record of changes, for people who have to trust it.
import { createRoute, z } from '@hono/zod-openapi'
import { answers } from '../http/parts.ts'

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

export type RecordRowView = z.infer<typeof recordRow>

export const recordRoutes = {
  list: createRoute({
    method: 'get',
    path: '/api/record',
    summary: 'Changes, newest first: of one subject or of the province',
    request: {
      query: z.object({
        subjectKind: z.string().max(50).optional(),
        subjectId: z.string().max(100).optional(),
      }),
    },
    responses: answers(z.object({ changes: z.array(recordRow) }), 'Changes'),
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
}
