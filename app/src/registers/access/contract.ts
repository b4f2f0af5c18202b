// Who may do what to one record, and why.
import { createRoute, z } from '@hono/zod-openapi'
import { levels, roles, ways } from '../../http/access.ts'
import { deedNames, reasons, recordKinds } from '../../http/explain.ts'
import { answers, uuid } from '../../http/parts.ts'

const through = z.object({
  way: z.enum([...ways, 'oneself']),
  /** The right that lets one do it; null for what is everybody's own. */
  grant: z
    .object({
      role: z.enum(roles),
      organisation: z.string(),
      everywhere: z.boolean(),
      until: z.string().nullable().openapi({
        description: 'Its last day as things stand: also of its body, its post, its source',
      }),
      onBehalfOf: z.string().nullable(),
    })
    .nullable(),
})

const explanation = z
  .object({
    /** The body that the record belongs to; null: the province itself. */
    organisation: z.object({ id: uuid, name: z.string() }).nullable(),
    /** The level of the document that it is or was drawn from. */
    level: z.enum(levels).nullable(),
    names: z.enum(['all', 'ownBodies', 'none']).openapi({
      description: 'Whose names are told: everybody’s, those with rights in one’s bodies, nobody’s',
    }),
    deeds: z.array(
      z.object({
        name: z.enum(deedNames),
        you: z.object({
          may: z.boolean(),
          because: z.enum(reasons).nullable(),
          through: z.array(through),
        }),
        others: z.array(z.object({ accountId: uuid, name: z.string(), through: z.array(through) })),
      }),
    ),
  })
  .openapi('AccessExplanation')

export type AccessExplanation = z.infer<typeof explanation>

export type ThroughView = z.infer<typeof through>

export const accessRoutes = {
  explain: createRoute({
    method: 'get',
    path: '/api/access',
    summary: 'Who may do what to one record, and why; oneself for everybody, others for few',
    request: {
      query: z.object({
        kind: z.enum(recordKinds),
        id: uuid.optional().openapi({ description: 'Left out for what a province has one of' }),
      }),
    },
    responses: answers(explanation, 'Deed by deed'),
  }),
}
