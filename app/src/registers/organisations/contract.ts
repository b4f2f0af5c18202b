// Bodies of a province, as they stand on a day and as they change; the provinces a set-up can choose.
import { createRoute, z } from '@hono/zod-openapi'
import { answers } from '../../http/parts.ts'

export const referenceProvince = z
  .object({
    code: z.string(),
    name: z.string(),
    /** Names of the provinces before July 2025 that it was formed from. */
    formedFrom: z.array(z.string()),
    units: z.object({ commune: z.number(), ward: z.number(), specialZone: z.number() }),
  })
  .openapi('ReferenceProvince')

export const organisationRoutes = {
  reference: createRoute({
    method: 'get',
    path: '/api/reference/provinces',
    summary: 'The 34 provinces of today that a set-up can start from',
    responses: answers(z.object({ provinces: z.array(referenceProvince) }), 'Provinces by name'),
  }),
}
