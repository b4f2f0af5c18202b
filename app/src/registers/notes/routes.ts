// Own notes on papers over HTTP.
import type { OpenAPIHono } from '@hono/zod-openapi'
import { transaction } from '../../database/open.ts'
import { type Env, expectedVersion, type Parts } from '../../http/context.ts'
import { noteRoutes } from './contract.ts'
import { listNotes, putNote, removeNote } from './store.ts'

export function noteRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  const { database } = parts

  app.openapi(noteRoutes.list, async (c) =>
    c.json({ notes: await listNotes(database.db, c.get('actor')) }, 200),
  )

  app.openapi(noteRoutes.put, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const actor = c.get('actor')
    const saved = await transaction(database, (tx) =>
      putNote(tx, actor, id, expectedVersion(c), given),
    )
    return c.json(saved, 200)
  })

  app.openapi(noteRoutes.remove, async (c) => {
    const { id } = c.req.valid('param')
    const actor = c.get('actor')
    const note = await transaction(database, (tx) => removeNote(tx, actor, id, expectedVersion(c)))
    return c.json({ note }, 200)
  })
}
