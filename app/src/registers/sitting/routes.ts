// A sitting over HTTP: reading it, following it, running it.
import type { OpenAPIHono } from '@hono/zod-openapi'
import { type Actor, authorise } from '../../http/access.ts'
import { change, create, type Env, type Parts } from '../../http/context.ts'
import { follow } from '../../http/events.ts'
import { together } from '../../http/together.ts'
import { Problem } from '../../problem.ts'
import { noteAccess } from '../accesslog/store.ts'
import type { Channel } from './channel-store.ts'
import { sittingRoutes } from './contract.ts'
import { writeDecision } from './decision-store.ts'
import { addOpinion, addVote, changeOpinion, withdrawVote } from './opinion-store.ts'
import {
  closeConference,
  liveNumber,
  openConference,
  reopenConference,
  setCurrent,
} from './running-store.ts'
import { mustKnow, readSitting, type SittingRead, sittingTexts } from './sitting-store.ts'

export function sittingRoutesOn(app: OpenAPIHono<Env>, parts: Parts, channel: Channel): void {
  const { db } = parts.database
  const noted = new Map<string, number>()

  // At one change all pages ask anew: they are answered together, and what many see alike is written once.
  const readings = together(async (keys: readonly string[]) => {
    const found = new Map<string, { read: SittingRead; textFor: ReturnType<typeof sittingTexts> }>()
    for (const key of keys) {
      const [provinceId = '', id = ''] = key.split(' ')
      const read = await readSitting(db, Number(provinceId), id)
      found.set(key, { read, textFor: sittingTexts(read) })
    }
    return found
  })

  app.openapi(sittingRoutes.get, async (c) => {
    const { id } = c.req.valid('param')
    const actor = c.get('actor')
    authorise(actor, 'register.read', actor.provinceId)
    const { read, textFor } = await readings(`${actor.provinceId} ${id}`)
    const { live } = mustKnow(actor, read)
    const tag = `"${live}-${rightsOf(actor)}"`
    if (c.req.header('if-none-match') === tag) return c.body(null, 304, { etag: tag }) as never
    const text = await textFor(actor)
    await noteOnce(parts, noted, actor, id)
    return c.body(text, 200, { etag: tag, 'content-type': 'application/json' }) as never
  })

  app.openapi(sittingRoutes.live, async (c) => {
    const { id } = c.req.valid('param')
    const actor = c.get('actor')
    const session = c.get('session')
    const live = await liveNumber(db, actor, id)
    if (!session) throw new Problem('signInNeeded')
    const who = { kind: 'session', sessionId: session.id, actor } as const
    return follow(c, parts, live, (listener) =>
      channel.join(actor.provinceId, id, { ...listener, who }),
    ) as never
  })

  app.openapi(sittingRoutes.open, async (c) => {
    const { id } = c.req.valid('param')
    const sitting = await change(c, parts, (tx, actor, version) =>
      openConference(tx, actor, id, version),
    )
    return c.json({ sitting }, 200)
  })

  app.openapi(sittingRoutes.close, async (c) => {
    const { id } = c.req.valid('param')
    const sitting = await change(c, parts, (tx, actor, version) =>
      closeConference(tx, actor, id, version),
    )
    return c.json({ sitting }, 200)
  })

  app.openapi(sittingRoutes.reopen, async (c) => {
    const { id } = c.req.valid('param')
    const { reason } = c.req.valid('json')
    const sitting = await change(c, parts, (tx, actor, version) =>
      reopenConference(tx, actor, id, version, reason),
    )
    return c.json({ sitting }, 200)
  })

  app.openapi(sittingRoutes.current, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const { body } = await create(c, parts, given, async (tx, actor) => ({
      status: 200,
      body: { sitting: await setCurrent(tx, actor, id, given) },
    }))
    return c.json(body, 200)
  })

  app.openapi(sittingRoutes.decide, async (c) => {
    const { id } = c.req.valid('param')
    const { save, unanswered, ...given } = c.req.valid('json')
    const decision = await change(c, parts, (tx, actor, version) =>
      writeDecision(tx, actor, id, version, given, { save, unanswered }),
    )
    return c.json({ decision }, 200)
  })

  app.openapi(sittingRoutes.addOpinion, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => ({
      status: 201,
      body: { opinion: await addOpinion(tx, actor, id, given) },
    }))
    return c.json(body, status)
  })

  app.openapi(sittingRoutes.changeOpinion, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const opinion = await change(c, parts, (tx, actor, version) =>
      changeOpinion(tx, actor, id, version, given),
    )
    return c.json({ opinion }, 200)
  })

  app.openapi(sittingRoutes.addVote, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => ({
      status: 201,
      body: { vote: await addVote(tx, actor, id, given) },
    }))
    return c.json(body, status)
  })

  app.openapi(sittingRoutes.withdrawVote, async (c) => {
    const { id } = c.req.valid('param')
    const vote = await change(c, parts, (tx, actor, version) =>
      withdrawVote(tx, actor, id, version),
    )
    return c.json({ vote }, 200)
  })
}

/** The rights an answer was made for: with others the same number is no reason to answer "unchanged". */
const rightsOf = (actor: Actor): string =>
  actor.grants.map((grant) => `${grant.id.slice(-6)}`).join('')

/** Minutes in which one account's readings of one sitting are one entry of the access log. */
const noteEvery = 10

/** A page asks anew at every change: who read a sitting is noted once in ten minutes, before the answer. */
async function noteOnce(
  parts: Parts,
  noted: Map<string, number>,
  actor: Actor,
  id: string,
): Promise<void> {
  if (actor.accountId === null) return
  const now = Date.now()
  const key = `${actor.provinceId} ${actor.accountId} ${id}`
  if ((noted.get(key) ?? 0) > now - noteEvery * 60_000) return
  await noteAccess(parts.database.db, actor, { action: 'read', kind: 'conference', id })
  for (const [old, at] of noted) if (at < now - noteEvery * 60_000) noted.delete(old)
  noted.set(key, now)
}
