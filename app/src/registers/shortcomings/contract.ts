// Shortcomings grouped by topic: how often, since when, in which conferences, in which words.
import { createRoute, z } from '@hono/zod-openapi'
import { answers, conferenceLink, source, uuid } from '../../http/parts.ts'
import { recurrence } from '../chain/review-contract.ts'

export const shortcoming = z
  .object({
    id: uuid,
    topic: z.string(),
    subject: z.string(),
    predicate: z.string(),
    scope: z.string().nullable(),
    since: z.string().nullable(),
    conference: conferenceLink.nullable(),
    /** Day of its conference, else of its document, else null. */
    date: z.string().nullable(),
    source,
    version: z.number(),
  })
  .openapi('Shortcoming')

export type ShortcomingView = z.infer<typeof shortcoming>

export const topicGroup = z.object({
  topic: z.string(),
  nameVi: z.string(),
  nameEn: z.string(),
  /** Sentences. */
  count: z.number(),
  /** Different documents that name it: two or more is recurring. */
  documents: z.number(),
  first: z.string().nullable(),
  last: z.string().nullable(),
  conferences: z.array(conferenceLink),
  entries: z.array(shortcoming),
})

export type TopicGroup = z.infer<typeof topicGroup>

/** With how often it was raised at the last conferences of each body, and what was ordered each time. */
export const toldTopic = topicGroup.extend({ recurrences: z.array(recurrence) })

export type ToldTopic = z.infer<typeof toldTopic>

export const shortcomingRoutes = {
  list: createRoute({
    method: 'get',
    path: '/api/shortcomings',
    summary: 'Shortcomings by topic, the most often named first',
    responses: answers(
      z.object({
        topics: z.array(toldTopic),
        /** Every topic of the list, for choosing one. */
        catalogue: z.array(z.object({ code: z.string(), nameVi: z.string(), nameEn: z.string() })),
      }),
      'Topics',
    ),
  }),
}
