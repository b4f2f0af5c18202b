// What is held on a person, in one export.
import { createRoute, z } from '@hono/zod-openapi'
import { answers, idParameter, uuid } from '../../http/parts.ts'

export const personalData = z
  .object({
    format: z.literal('giaoban-personal-data'),
    version: z.literal(1),
    /** Instant, ISO UTC. */
    madeAt: z.string(),
    province: z.string(),
    subject: z.object({
      name: z.string(),
      address: z.string().nullable(),
      accountIds: z.array(uuid),
      personId: uuid.nullable(),
    }),
    sections: z.array(
      z.object({
        /** Of `held.ts`. */
        name: z.string(),
        /** How many there are; `rows` holds the newest 5,000. */
        total: z.number(),
        rows: z.array(z.record(z.string(), z.unknown())),
      }),
    ),
  })
  .openapi('PersonalData')

export type PersonalData = z.infer<typeof personalData>

export const personalRoutes = {
  own: createRoute({
    method: 'get',
    path: '/api/session/personal-data',
    summary: 'Everything held on oneself',
    responses: answers(personalData, 'The export'),
  }),
  ofAccount: createRoute({
    method: 'get',
    path: '/api/accounts/{id}/personal-data',
    summary: 'Everything held on an account and its person',
    request: { params: idParameter },
    responses: answers(personalData, 'The export'),
  }),
}
