// Shortcomings over HTTP.
import { topicCatalogue } from '@giaoban/reader'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Env, Parts } from '../../http/context.ts'
import { shortcomingRoutes } from './contract.ts'
import { groupByTopic } from './shortcoming.ts'
import { listShortcomings } from './store.ts'

export function shortcomingRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  app.openapi(shortcomingRoutes.list, async (c) => {
    const entries = await listShortcomings(parts.database.db, c.get('actor'))
    const catalogue = topicCatalogue.map(({ code, vi, en }) => ({ code, nameVi: vi, nameEn: en }))
    return c.json({ topics: groupByTopic(entries, topicCatalogue), catalogue }, 200)
  })
}
