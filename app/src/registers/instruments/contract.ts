// Instruments (văn bản) as documents cite them.
import { createRoute, z } from '@hono/zod-openapi'
import { answers, source, uuid } from '../../http/parts.ts'

export const citation = z
  .object({
    id: uuid,
    type: z.string(),
    number: z.string().nullable(),
    symbol: z.string().nullable(),
    issuer: z.string().nullable(),
    issuedOn: z.string().nullable(),
    about: z.string().nullable(),
    source,
    version: z.number(),
  })
  .openapi('Citation')

export type CitationView = z.infer<typeof citation>

export const instrumentRoutes = {
  list: createRoute({
    method: 'get',
    path: '/api/citations',
    summary: 'Every citation, by symbol',
    responses: answers(z.object({ citations: z.array(citation) }), 'Citations'),
  }),
}
