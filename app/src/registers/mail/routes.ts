// Notifications and mails over HTTP.
import type { OpenAPIHono } from '@hono/zod-openapi'
import { transaction } from '../../database/open.ts'
import { change, create, type Env, type Parts } from '../../http/context.ts'
import { decideMail, mailOverview } from './administration-store.ts'
import { mailRoutes } from './contract.ts'
import { listNotifications, markRead, ownWish, setOwnWish, unreadCount } from './own-store.ts'
import { addSubscriber, removeSubscriber } from './subscriber-store.ts'

export function mailRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  const { db } = parts.database

  app.openapi(mailRoutes.list, async (c) =>
    c.json(await listNotifications(db, c.get('actor'), c.req.valid('query').before), 200),
  )

  app.openapi(mailRoutes.count, async (c) =>
    c.json({ unread: await unreadCount(db, c.get('actor')) }, 200),
  )

  app.openapi(mailRoutes.read, async (c) => {
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => ({
      status: 200,
      body: { unread: await markRead(tx, actor, given.ids) },
    }))
    return c.json(body, status)
  })

  app.openapi(mailRoutes.wish, async (c) => c.json(await ownWish(db, c.get('actor')), 200))

  app.openapi(mailRoutes.setWish, async (c) => {
    const { wish } = c.req.valid('json')
    const set = await transaction(parts.database, (tx) => setOwnWish(tx, c.get('actor'), wish))
    return c.json(set, 200)
  })

  app.openapi(mailRoutes.overview, async (c) => c.json(await mailOverview(db, c.get('actor')), 200))

  app.openapi(mailRoutes.decide, async (c) => {
    const { id } = c.req.valid('param')
    const { decision } = c.req.valid('json')
    const mail = await change(c, parts, (tx, actor, version) =>
      decideMail(tx, actor, id, version, decision),
    )
    return c.json({ mail }, 200)
  })

  app.openapi(mailRoutes.subscribe, async (c) => {
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => ({
      status: 200,
      body: { subscribers: await addSubscriber(tx, actor, given.address) },
    }))
    return c.json(body, status)
  })

  app.openapi(mailRoutes.unsubscribe, async (c) => {
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => ({
      status: 200,
      body: { subscribers: await removeSubscriber(tx, actor, given.address) },
    }))
    return c.json(body, status)
  })
}
