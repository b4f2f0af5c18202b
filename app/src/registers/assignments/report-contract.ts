// The follow-up register and the progress report: routes as data.
import { createRoute, z } from '@hono/zod-openapi'
import { answers, fileAnswer, isoDate, uuid } from '../../http/parts.ts'
import { countPeriod, listQuery } from './contract.ts'

const text = z.string()

export const registerLine = z
  .object({
    id: uuid,
    number: text,
    action: text,
    lead: text,
    follower: text,
    units: text,
    upstream: text,
    directive: text,
    product: text,
    deadline: text.nullable(),
    /** Why there is none, in words. */
    deadlineText: text,
    result: text,
    note: text,
    /** ☑ once a leader confirmed it, else ☐. */
    approved: text,
    /** ☑ once the level above acknowledged it, else ☐. */
    recognised: text,
  })
  .openapi('RegisterLine')

const chosen = listQuery.omit({ after: true, limit: true })

/** `limit` lines behind the first `skip`. */
const page = chosen.extend({
  limit: listQuery.shape.limit,
  skip: z.coerce.number().int().min(0).max(1_000_000).optional(),
})

export const reportQuery = z.object({
  /** The body that reports. */
  issuer: uuid,
  /** The period told of: more time granted, tasks confirmed. */
  since: isoDate,
  until: isoDate,
  /** Which tasks are counted, as for the count. */
  ...countPeriod,
})

export type ReportQuery = z.infer<typeof reportQuery>

export const reportRoutes = {
  register: createRoute({
    method: 'get',
    path: '/api/assignment-register',
    summary: 'The follow-up register of a list of assignments, by their number',
    request: { query: page },
    responses: answers(
      z.object({ lines: z.array(registerLine), total: z.number(), today: text }),
      'Its lines, all where no limit is given, and how many there are',
    ),
  }),
  xlsx: createRoute({
    method: 'get',
    path: '/api/assignment-register/xlsx',
    summary: 'The follow-up register of a list of assignments as an Excel file',
    request: { query: chosen },
    responses: fileAnswer,
  }),
  docx: createRoute({
    method: 'get',
    path: '/api/assignment-report/docx',
    summary: 'The progress report to the Standing Board as a Word file',
    request: { query: reportQuery },
    responses: fileAnswer,
  }),
}
