// Search over documents and register entries.
import { createRoute, z } from '@hono/zod-openapi'
import { answers, uuid } from '../http/parts.ts'

export const searchResult = z
  .object({
    kind: z.string(),
    id: uuid,
    documentId: uuid.nullable(),
    title: z.string(),
    /** A passage around the first hit, with the offsets of the hits in it. */
    excerpt: z.string(),
    highlights: z.array(z.tuple([z.number(), z.number()])),
    titleHighlights: z.array(z.tuple([z.number(), z.number()])),
    /** Where the entry's sentence, or the document's hit, stands in the document. */
    start: z.number().nullable(),
    end: z.number().nullable(),
  })
  .openapi('SearchResult')

export type SearchResult = z.infer<typeof searchResult>

export const searchRoutes = {
  search: createRoute({
    method: 'get',
    path: '/api/search',
    summary: 'With or without diacritics, best first, at most 50',
    request: {
      query: z.object({
        q: z.string().max(200).optional(),
        kind: z.string().max(50).optional(),
      }),
    },
    responses: answers(z.object({ results: z.array(searchResult) }), 'Results'),
  }),
}
