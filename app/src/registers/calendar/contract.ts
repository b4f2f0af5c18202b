// Conferences for people's calendars: one as a file, all of one's own under a secret address.
import { createRoute, z } from '@hono/zod-openapi'
import { answers, idParameter, problemResponse } from '../../http/parts.ts'

const feed = z.object({
  /** When the present address was made; null: there is none. */
  madeAt: z.string().nullable(),
})

const file = (description: string) => ({
  200: { description, content: { 'text/calendar': { schema: z.string() } } },
  default: problemResponse,
})

export const calendarRoutes = {
  get: createRoute({
    method: 'get',
    path: '/api/session/calendar',
    summary: 'Whether one’s own calendar has an address',
    responses: answers(feed, 'Since when'),
  }),
  renew: createRoute({
    method: 'post',
    path: '/api/session/calendar',
    summary: 'Make a new address for one’s own calendar; the former one ends',
    responses: answers(
      feed.extend({ path: z.string() }),
      'The address below this server, shown this once',
    ),
  }),
  revoke: createRoute({
    method: 'delete',
    path: '/api/session/calendar',
    summary: 'End the address of one’s own calendar',
    responses: answers(feed, 'None any more'),
  }),
  feed: createRoute({
    method: 'get',
    path: '/api/calendar/{province}/{file}',
    summary:
      'The conferences an account is invited to, and its tasks; whoever knows the address reads it',
    request: {
      params: z.object({
        province: z.string().max(100),
        /** The secret, and `.ics`. */
        file: z.string().regex(/^[\w-]{43}\.ics$/),
      }),
    },
    responses: file('iCalendar (RFC 5545)'),
  }),
  one: createRoute({
    method: 'get',
    path: '/api/conferences/{id}/calendar',
    summary: 'A conference as a calendar file',
    request: { params: idParameter },
    responses: file('iCalendar (RFC 5545)'),
  }),
}
