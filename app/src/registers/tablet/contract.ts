// What a member takes along: the contact of a tablet that keeps papers, and the printed set.
import { createRoute, z } from '@hono/zod-openapi'
import { answers, idParameter, problemResponse } from '../../http/parts.ts'

export const contact = z
  .object({
    /** The server's clock; instant, ISO UTC. */
    now: z.string(),
    /** 32 bytes in base64, for this account always the same: what waits on its devices is sealed with it. */
    outboxKey: z.string(),
  })
  .openapi('TabletContact')

export const tabletRoutes = {
  contact: createRoute({
    method: 'get',
    path: '/api/session/tablet',
    summary: 'For a device that keeps papers: the time, and the key of what it has not sent yet',
    responses: answers(contact, 'The contact'),
  }),
  print: createRoute({
    method: 'get',
    path: '/api/conferences/{id}/print',
    summary:
      'The papers given out for a conference that the asker may read, as one PDF with bookmarks',
    request: { params: idParameter },
    responses: {
      200: {
        description: 'The PDF',
        content: { 'application/pdf': { schema: z.string() } },
      },
      default: problemResponse,
    },
  }),
}
