// Screens of the meeting room over HTTP. A screen is nobody: what it may see hangs on its cookie alone.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { transaction } from '../../database/open.ts'
import { create, type Env, type Parts } from '../../http/context.ts'
import { follow } from '../../http/events.ts'
import { networkFrom } from '../../http/network.ts'
import { Problem } from '../../problem.ts'
import { countAttempt } from '../people/throttle.ts'
import type { Channel } from '../sitting/channel-store.ts'
import { wallRoutes } from './contract.ts'
import { addWall, endWall, getWall, openWall, wallOf } from './store.ts'

export function wallRoutesOn(app: OpenAPIHono<Env>, parts: Parts, channel: Channel): void {
  const { db } = parts.database
  const { secure } = parts.settings
  const name = secure ? '__Host-giaoban-wall' : 'giaoban-wall'

  /** The token of the screen that asks; `linkOver` for everybody else. */
  function screenOf(c: Context): string {
    const cookie = getCookie(c, name)
    if (!cookie) throw new Problem('linkOver')
    return cookie
  }

  app.openapi(wallRoutes.add, async (c) => {
    const { id } = c.req.valid('param')
    // Not among the kept answers: those are there in clear.
    let token: string | null = null
    const { body, status } = await create(c, parts, {}, async (tx, actor) => {
      const { token: made, ...rest } = await addWall(tx, actor, id)
      token = made
      return { status: 201, body: rest }
    })
    return c.json({ ...body, token }, status)
  })

  app.openapi(wallRoutes.end, async (c) => {
    const { id } = c.req.valid('param')
    const { body } = await create(c, parts, {}, async (tx, actor) => ({
      status: 200,
      body: await endWall(tx, actor, id),
    }))
    return c.json(body, 200)
  })

  app.openapi(wallRoutes.open, async (c) => {
    const { token } = c.req.valid('json')
    await countAttempt(db, `wall:${networkFrom(c, parts.settings)}`)
    const screen = await transaction(parts.database, (tx) => openWall(tx, token))
    const wall = await getWall(db, screen)
    setCookie(c, name, screen, {
      path: '/',
      httpOnly: true,
      sameSite: 'Strict',
      secure,
      expires: new Date(wall.expiresAt),
    })
    return c.json({ wall }, 200)
  })

  app.openapi(wallRoutes.get, async (c) => c.json({ wall: await getWall(db, screenOf(c)) }, 200))

  app.openapi(wallRoutes.live, async (c) => {
    const screen = screenOf(c)
    const { provinceId, conferenceId, tokenHash } = await wallOf(db, screen)
    const { live } = await getWall(db, screen)
    return follow(c, parts, live, (following) =>
      channel.join(provinceId, conferenceId, { ...following, who: { kind: 'wall', tokenHash } }),
    ) as never
  })
}
