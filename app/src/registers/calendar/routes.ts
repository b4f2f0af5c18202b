// Calendars over HTTP.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { transaction } from '../../database/open.ts'
import { ownAddress } from '../../http/address.ts'
import type { Env, Parts } from '../../http/context.ts'
import { type CalendarEvent, type CalendarTask, icalendar } from '../../office/icalendar.ts'
import { calendarRoutes } from './contract.ts'
import { actorOfFeed, calendarFeed, oneEvent, ownEvents, renewFeed, revokeFeed } from './store.ts'
import { ownTaskEntries } from './tasks-store.ts'

export function calendarRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  const { db } = parts.database

  app.openapi(calendarRoutes.get, async (c) => c.json(await calendarFeed(db, c.get('actor')), 200))

  app.openapi(calendarRoutes.renew, async (c) => {
    // Not once for its key: the secret would be kept with the answer.
    const made = await transaction(parts.database, (tx) => renewFeed(tx, c.get('actor')))
    return c.json(made, 200)
  })

  app.openapi(calendarRoutes.revoke, async (c) => {
    await transaction(parts.database, (tx) => revokeFeed(tx, c.get('actor')))
    return c.json({ madeAt: null }, 200)
  })

  app.openapi(calendarRoutes.feed, async (c) => {
    const { province, file } = c.req.valid('param')
    const actor = await actorOfFeed(db, province, file.replace(/\.ics$/, ''))
    const server = ownAddress(c, parts.settings)
    const own = await ownEvents(db, actor, server)
    const tasks = await ownTaskEntries(db, actor, server)
    return answer(c, { ...own, tasks }, 'inline; filename="giaoban.ics"')
  })

  app.openapi(calendarRoutes.one, async (c) => {
    const { id } = c.req.valid('param')
    const one = await oneEvent(db, c.get('actor'), id, ownAddress(c, parts.settings))
    return answer(c, one, 'attachment; filename="hoi-nghi.ics"')
  })
}

function answer(
  c: Context<Env>,
  { name, events, tasks }: { name: string; events: CalendarEvent[]; tasks?: CalendarTask[] },
  disposition: string,
): never {
  c.header('Content-Type', 'text/calendar; charset=utf-8')
  c.header('Content-Disposition', disposition)
  return c.body(icalendar(name, events, tasks)) as never
}
