// The screen of the meeting room: a link that opens once, and what the wall shows.
import { createRoute, z } from '@hono/zod-openapi'
import { answers, body, creates, idempotencyKey, idParameter, uuid } from '../../http/parts.ts'
import { stages } from '../conferences/plan.ts'

export const wall = z
  .object({
    title: z.string(),
    stage: z.enum(stages),
    live: z.number(),
    now: z.string(),
    /** Title and speaker are null where not everybody in the room may read them. */
    item: z
      .object({
        number: z.string(),
        title: z.string().nullable(),
        speaker: z.string().nullable(),
        startedAt: z.string().nullable(),
        minutes: z.number().nullable(),
      })
      .nullable(),
    present: z.number(),
    invited: z.number(),
    expiresAt: z.string(),
  })
  .openapi('Wall')
export type WallView = z.infer<typeof wall>

const one = z.object({ wall })

export const wallRoutes = {
  add: createRoute({
    method: 'post',
    path: '/api/conferences/{id}/walls',
    summary: 'Make a link for a screen of the room: it opens once, and for twelve hours',
    request: { params: idParameter, headers: idempotencyKey, body: body(z.object({})) },
    responses: creates(
      z.object({
        id: uuid,
        /** Known only to this answer; null where the request was repeated. */
        token: z.string().nullable(),
        expiresAt: z.string(),
      }),
      'The link',
    ),
  }),
  end: createRoute({
    method: 'post',
    path: '/api/walls/{id}/end',
    summary: 'Switch a screen off',
    request: { params: idParameter, headers: idempotencyKey, body: body(z.object({})) },
    responses: creates(z.object({ id: uuid }), 'The screen that was'),
  }),
  open: createRoute({
    method: 'post',
    path: '/api/wall',
    summary: 'Open a link on a screen; the screen gets a cookie of its own',
    request: { body: body(z.object({ token: z.string().max(100) })) },
    responses: answers(one, 'What the wall shows'),
  }),
  get: createRoute({
    method: 'get',
    path: '/api/wall',
    summary: 'What the wall shows now',
    responses: answers(one, 'What the wall shows'),
  }),
  live: createRoute({
    method: 'get',
    path: '/api/wall/live',
    summary: 'Events that tell the wall when to ask again',
    responses: {
      ...answers(z.never(), 'Events'),
      200: {
        description: 'Server-sent events, as those of the conference',
        content: { 'text/event-stream': { schema: z.string() } },
      },
    },
  }),
}
