// The tablet's contact and the printed set over HTTP.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Env, Parts } from '../../http/context.ts'
import { TooManyFiles } from '../../office/parse.ts'
import { printSet } from '../../office/print.ts'
import type { PrintedSet } from '../../office/print-set.ts'
import { Problem } from '../../problem.ts'
import { tabletRoutes } from './contract.ts'
import { outboxKeyOf } from './key-store.ts'
import { gatherSet } from './print-store.ts'
import { worded } from './words.ts'

export function tabletRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  app.openapi(tabletRoutes.contact, (c) => {
    const outboxKey = outboxKeyOf(c.get('actor'), parts.settings.factorKey)
    return c.json({ now: new Date().toISOString(), outboxKey }, 200)
  })

  app.openapi(tabletRoutes.print, async (c) => {
    const actor = c.get('actor')
    const gathered = await gatherSet(parts.database.db, actor, c.req.valid('param').id)
    const set = worded(gathered, actor.name, new Date()) as PrintedSet
    const bytes = await printSet(set).catch((error) => {
      throw error instanceof TooManyFiles ? new Problem('busy') : error
    })
    c.header('Content-Type', 'application/pdf')
    c.header('Content-Disposition', 'attachment; filename="tai-lieu-hoi-nghi.pdf"')
    return c.body(new Uint8Array(bytes)) as never
  })
}
