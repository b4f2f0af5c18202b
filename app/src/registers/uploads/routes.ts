// Files that come in parts, over HTTP.
import type { OpenAPIHono } from '@hono/zod-openapi'
import { transaction } from '../../database/open.ts'
import type { Level } from '../../database/tables.ts'
import type { Actor } from '../../http/access.ts'
import { create, type Env, mustHaveKey, type Parts } from '../../http/context.ts'
import { Problem } from '../../problem.ts'
import { importDocument, refuseName } from '../../reading/import.ts'
import { declaration } from '../documents/contract.ts'
import { getDocument } from '../documents/store.ts'
import { uploadRoutes } from './contract.ts'
import {
  addPart,
  authoriseUpload,
  beginUpload,
  dropUpload,
  getUpload,
  listUploads,
  takeUpload,
  wholeOf,
} from './store.ts'

export function uploadRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  const { db } = parts.database

  app.openapi(uploadRoutes.list, async (c) =>
    c.json({ uploads: await listUploads(db, c.get('actor')) }, 200),
  )

  app.openapi(uploadRoutes.begin, async (c) => {
    const given = c.req.valid('json')
    authoriseUpload(c.get('actor'))
    if (given.declaration !== declaration) throw new Problem('declarationMissing')
    await refuseName(parts.database, c.get('actor'), given.fileName)
    const { body, status } = await create(c, parts, given, async (tx, actor) => {
      const { upload, already } = await beginUpload(tx, actor, given)
      return { status: already ? 200 : 201, body: { upload } }
    })
    return c.json(body, status)
  })

  app.openapi(uploadRoutes.get, async (c) =>
    c.json({ upload: await getUpload(db, c.get('actor'), c.req.valid('param').id) }, 200),
  )

  app.openapi(uploadRoutes.add, async (c) => {
    const actor = c.get('actor')
    const { id } = c.req.valid('param')
    authoriseUpload(actor)
    const offset = /^\d{1,9}$/.exec(c.req.header('upload-offset') ?? '')?.[0]
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    const upload = await transaction(parts.database, (tx) =>
      addPart(tx, actor, id, offset === undefined ? null : Number(offset), bytes),
    )
    return c.json({ upload }, 200)
  })

  app.openapi(uploadRoutes.finish, async (c) => {
    const actor = c.get('actor')
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    mustHaveKey(c)
    authoriseUpload(actor)
    const answered = { ...given, upload: id }
    const ready = await readyToKeep(parts, actor, id, given)
    const { body, status } = await create(c, parts, answered, async (tx) => {
      await takeUpload(tx, actor, id)
      if (!ready) throw new Problem('notFound')
      const { id: documentId, already } = await ready(tx)
      await dropUpload(tx, actor, id)
      return {
        status: already ? 200 : 201,
        body: { document: await getDocument(tx, actor, documentId), already },
      }
    })
    return c.json(body, status)
  })

  app.openapi(uploadRoutes.giveUp, async (c) => {
    const actor = c.get('actor')
    const { id } = c.req.valid('param')
    const uploads = await transaction(parts.database, async (tx) => {
      await dropUpload(tx, actor, id)
      return listUploads(tx, actor)
    })
    return c.json({ uploads }, 200)
  })
}

interface Keeping {
  title?: string | undefined
  level?: Level | undefined
  organisationId?: string | undefined
}

/**
 * What writes the whole as a document; null where there is no such file any more: the answer to what was finished
 * stands under its key. Nothing is kept of a refused file: its parts go with the refusal (`isRefused`).
 */
async function readyToKeep(parts: Parts, actor: Actor, id: string, given: Keeping) {
  try {
    const whole = await wholeOf(parts.database.db, actor, id)
    if (whole === null) throw new Problem('uploadBroken')
    return await importDocument(parts.database, actor, {
      ...given,
      ...whole,
      date: null,
      textOfScan: '',
    })
  } catch (error) {
    if (error instanceof Problem && error.code === 'notFound') return null
    if (isRefused(error)) {
      await transaction(parts.database, (tx) => dropUpload(tx, actor, id))
    }
    throw error
  }
}

const ended: ReadonlySet<string> = new Set(['uploadBroken', 'stateSecret', 'fileRefused'])

/** Refusals that say something of this moment, not of the file: a machine that was busy. */
const forNow: readonly unknown[] = ['tooSlow', 'tooMuchMemory']

/** Whether the file itself is refused, for good. What could not be read now stays for its day and may be finished again. */
export const isRefused = (error: unknown): boolean =>
  error instanceof Problem && ended.has(error.code) && !forNow.includes(error.details.reason)
