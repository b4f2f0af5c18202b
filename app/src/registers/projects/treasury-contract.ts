// The treasury's file of disbursement, out as a form and in as figures.
import { createRoute, z } from '@hono/zod-openapi'
import { answers, body, fileAnswer, idempotencyKey } from '../../http/parts.ts'
import { planSources } from './project.ts'
import { treasuryFaults } from './treasury.ts'

export const treasuryTaken = z
  .object({
    /** New or revised figures, and those that stand there already. */
    changed: z.number(),
    same: z.number(),
    /** Revised, or falling below another month: they need a reason. */
    asked: z.number(),
    /** The first of the changed. */
    rows: z.array(
      z.object({
        row: z.number(),
        project: z.string(),
        source: z.enum(planSources),
        until: z.string(),
        before: z.number().nullable(),
        after: z.number(),
        falls: z.boolean(),
      }),
    ),
    problems: z.array(
      z.object({
        row: z.number(),
        column: z.string(),
        code: z.enum(treasuryFaults),
        given: z.string(),
      }),
    ),
    done: z.boolean(),
  })
  .openapi('TreasuryTaken')

export type TreasuryTaken = z.infer<typeof treasuryTaken>

export const treasuryFile = z.object({
  fileName: z.string().trim().min(1).max(300),
  /** The .xlsx file in base64. */
  file: z.base64().max(950_000),
  reason: z.string().trim().min(1).max(1000).nullable().optional(),
  /** Only look. */
  check: z.boolean().default(false),
})

export const treasuryRoutes = {
  out: createRoute({
    method: 'get',
    path: '/api/files/disbursements',
    summary:
      'A form for the treasury’s figures: each project and source that has a plan for the year',
    request: { query: z.object({ year: z.coerce.number().int().min(1990).max(2200).optional() }) },
    responses: fileAnswer,
  }),
  in: createRoute({
    method: 'post',
    path: '/api/files/disbursements',
    summary:
      'Take the figures of the treasury’s file: all of them, or none and what is wrong in which cell',
    request: { headers: idempotencyKey, body: body(treasuryFile) },
    responses: answers(treasuryTaken, 'What came in, or what is wrong'),
  }),
}
