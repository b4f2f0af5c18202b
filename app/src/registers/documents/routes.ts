// Documents over HTTP: upload, text, original bytes.
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { authorise, mayAnywhere } from '../../http/access.ts'
import { change, create, type Env, expectedVersion, type Parts } from '../../http/context.ts'
import { download } from '../../http/download.ts'
import { isoDate, uuid } from '../../http/parts.ts'
import { Problem } from '../../problem.ts'
import { importDocument, readAgain } from '../../reading/import.ts'
import { foldText } from '../../search/search.ts'
import { documentRoutes, level } from './contract.ts'
import { destroyDocument } from './destruction.ts'
import {
  changeDocument,
  getDocument,
  getDocumentText,
  getOriginal,
  listDocuments,
  sha256Of,
} from './store.ts'
import { uploadedFile } from './upload.ts'

const guardOfForm = z.object({ level: level.optional(), organisationId: uuid.optional() })

export function documentRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  const { db } = parts.database

  app.openapi(documentRoutes.list, async (c) => {
    const wanted = foldText((c.req.valid('query').q ?? '').normalize('NFC').trim())
    const documents = await listDocuments(db, c.get('actor'))
    return c.json(
      {
        documents: documents.filter((one) =>
          foldText(`${one.title}\n${one.fileName}`).includes(wanted),
        ),
      },
      200,
    )
  })

  app.openapi(documentRoutes.add, async (c) => {
    const actor = c.get('actor')
    if (!mayAnywhere(actor, 'document.add')) authorise(actor, 'document.add', actor.provinceId)
    const { bytes, fileName, field } = await uploadedFile(() => c.req.formData())
    const date = field('date') ?? null
    if (date !== null && !isoDate.safeParse(date).success) {
      throw new Problem('invalidInput', { where: 'date' })
    }
    const title = field('title')
    const wanted = guardOfForm.safeParse({
      level: field('level'),
      organisationId: field('organisationId'),
    })
    if (!wanted.success) throw new Problem('invalidInput', { where: 'level, organisationId' })
    const given = { bytes, fileName, title, date, ...wanted.data }
    const ready = await importDocument(parts.database, actor, given)
    const content = { sha256: sha256Of(bytes), title, date, ...wanted.data }
    const { body, status } = await create(c, parts, content, async (tx) => {
      const { id, already } = await ready(tx)
      return {
        status: already ? 200 : 201,
        body: { document: await getDocument(tx, actor, id), already },
      }
    })
    return c.json(body, status)
  })

  app.openapi(documentRoutes.get, async (c) =>
    c.json({ document: await getDocument(db, c.get('actor'), c.req.valid('param').id) }, 200),
  )

  app.openapi(documentRoutes.text, async (c) =>
    c.json(await getDocumentText(db, c.get('actor'), c.req.valid('param').id), 200),
  )

  app.openapi(documentRoutes.original, async (c) => {
    const { bytes, fileName } = await getOriginal(db, c.get('actor'), c.req.valid('param').id)
    return download(c as unknown as Context<Env>, bytes, fileName) as never
  })

  app.openapi(documentRoutes.change, async (c) => {
    const { id } = c.req.valid('param')
    const document = await change(c, parts, (tx, actor, version) =>
      changeDocument(tx, actor, id, version, c.req.valid('json')),
    )
    return c.json({ document }, 200)
  })

  app.openapi(documentRoutes.readAgain, async (c) => {
    const { id } = c.req.valid('param')
    const ready = await readAgain(db, c.get('actor'), id)
    const { body } = await create(c, parts, {}, async (tx) => ({
      status: 200,
      body: { added: await ready(tx) },
    }))
    return c.json(body, 200)
  })

  app.openapi(documentRoutes.destroy, async (c) => {
    const { id } = c.req.valid('param')
    const { reason } = c.req.valid('json')
    const version = expectedVersion(c as unknown as Context<Env>)
    const { body } = await create(c, parts, { reason, version }, async (tx, actor) => ({
      status: 200,
      body: { document: await destroyDocument(tx, actor, id, version, reason) },
    }))
    return c.json(body, 200)
  })
}
