// The access log, for those who have to answer who read what.
import { createRoute, z } from '@hono/zod-openapi'
import { answers, isoDate, uuid } from '../../http/parts.ts'

export const accessActions = ['open', 'read', 'download', 'list', 'export'] as const

export const accessEntry = z
  .object({
    id: uuid,
    /** Instant, ISO UTC. */
    at: z.string(),
    /** Null: the installation itself. */
    account: z.object({ id: uuid, name: z.string(), address: z.string() }).nullable(),
    action: z.enum(accessActions),
    subjectKind: z.string(),
    subjectId: z.string().nullable(),
    /** Title of the document or name of the account, where the asking account may see it. */
    subjectName: z.string().nullable(),
    /** What was asked for, for example the filters of a list. */
    detail: z.string().nullable(),
  })
  .openapi('AccessEntry')

export type AccessEntry = z.infer<typeof accessEntry>

export const accessFilter = z.object({
  /** Part of an account's name or address. */
  who: z.string().max(200).optional(),
  kind: z.string().max(50).optional(),
  subject: z.string().max(100).optional(),
  action: z.enum(accessActions).optional(),
  /** Days in Vietnam, both included. */
  from: isoDate.optional(),
  to: isoDate.optional(),
  /** Older than the entry of this id: the next page. */
  before: uuid.optional(),
})

export type AccessFilter = z.infer<typeof accessFilter>

export const accessLogRoutes = {
  list: createRoute({
    method: 'get',
    path: '/api/access-log',
    summary:
      'Who opened which document and read whose personal data, newest first; reading it is logged',
    request: { query: accessFilter },
    responses: answers(
      z.object({ entries: z.array(accessEntry), more: z.boolean() }),
      'At most 200 entries; `more` where there are older ones',
    ),
  }),
}
