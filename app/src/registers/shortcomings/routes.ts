// Shortcomings over HTTP.
import { topicCatalogue } from '@giaoban/reader'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Env, Parts } from '../../http/context.ts'
import { recurrencesByBody } from '../chain/recurrence-store.ts'
import { shortcomingRoutes } from './contract.ts'
import { groupByTopic } from './shortcoming.ts'
import { listShortcomings } from './store.ts'

export function shortcomingRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  app.openapi(shortcomingRoutes.list, async (c) => {
    const entries = await listShortcomings(parts.database.db, c.get('actor'))
    const catalogue = topicCatalogue.map(({ code, vi, en }) => ({ code, nameVi: vi, nameEn: en }))
    const again = await recurrencesByBody(parts.database.db, c.get('actor'), entries)
    const topics = groupByTopic(entries, topicCatalogue).map((group) => ({
      ...group,
      recurrences: again.filter(({ topic }) => topic === group.topic),
    }))
    return c.json({ topics, catalogue }, 200)
  })
}
