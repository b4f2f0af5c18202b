// Dossiers over HTTP.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { z } from 'zod'
import type { Tx } from '../../database/tables.ts'
import type { Actor } from '../../http/access.ts'
import { change, create, type Env, type Parts } from '../../http/context.ts'
import { Problem } from '../../problem.ts'
import { importDocument } from '../../reading/import.ts'
import { sha256Of } from '../documents/store.ts'
import { uploadedFile } from '../documents/upload.ts'
import { dossierRoutes, type PaperView, paperForm, versionForm } from './contract.ts'
import {
  addPaper,
  addVersion,
  changePaper,
  homeOfItem,
  homeOfPaper,
  releasePapers,
  withdrawPaper,
} from './papers-store.ts'
import { releasedPapers } from './released-store.ts'
import { conferenceDossiers, conferencesWith, getDossier, getPaper, ownDossiers } from './store.ts'
import { decideSubmission, submitDossier } from './submissions-store.ts'

export function dossierRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  const { db } = parts.database

  app.openapi(dossierRoutes.own, async (c) =>
    c.json({ dossiers: await ownDossiers(db, c.get('actor')) }, 200),
  )

  app.openapi(dossierRoutes.ofConference, async (c) => {
    const { id } = c.req.valid('param')
    return c.json({ dossiers: await conferenceDossiers(db, c.get('actor'), id) }, 200)
  })

  app.openapi(dossierRoutes.released, async (c) => {
    const papers = await releasedPapers(db, c.get('actor'), c.req.valid('param').id)
    const total = {
      papers: papers.length,
      bytes: papers.reduce((sum, one) => sum + one.byteSize, 0),
      textBytes: papers.reduce((sum, one) => sum + one.textBytes, 0),
    }
    return c.json({ papers, total }, 200)
  })

  app.openapi(dossierRoutes.get, async (c) =>
    c.json({ dossier: await getDossier(db, c.get('actor'), c.req.valid('param').id) }, 200),
  )

  app.openapi(dossierRoutes.paper, async (c) => {
    const actor = c.get('actor')
    const paper = await getPaper(db, actor, c.req.valid('param').id)
    return c.json({ paper, conferences: await conferencesWith(db, actor, paper.matterId) }, 200)
  })

  app.openapi(dossierRoutes.add, async (c) => {
    const { id } = c.req.valid('param')
    const { body, status } = await upload(c, parts, paperForm, {
      home: (actor) => homeOfItem(db, actor, id),
      enter: (tx, actor, fields, ready) => addPaper(tx, actor, id, fields, ready),
    })
    return c.json(body, status)
  })

  app.openapi(dossierRoutes.addVersion, async (c) => {
    const { id } = c.req.valid('param')
    const { body, status } = await upload(c, parts, versionForm, {
      home: (actor) => homeOfPaper(db, actor, id),
      enter: (tx, actor, { note }, ready) => addVersion(tx, actor, id, note, ready),
    })
    return c.json(body, status)
  })

  app.openapi(dossierRoutes.change, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const paper = await change(c, parts, (tx, actor, version) =>
      changePaper(tx, actor, id, version, given),
    )
    return c.json({ paper }, 200)
  })

  app.openapi(dossierRoutes.withdraw, async (c) => {
    const { id } = c.req.valid('param')
    const { reason } = c.req.valid('json')
    const paper = await change(c, parts, (tx, actor, version) =>
      withdrawPaper(tx, actor, id, version, reason),
    )
    return c.json({ paper }, 200)
  })

  app.openapi(dossierRoutes.release, async (c) => {
    const { id } = c.req.valid('param')
    const dossier = await change(c, parts, (tx, actor, version) =>
      releasePapers(tx, actor, id, version),
    )
    return c.json({ dossier }, 200)
  })

  app.openapi(dossierRoutes.submit, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => ({
      status: 201,
      body: { dossier: await submitDossier(tx, actor, id, given.note) },
    }))
    return c.json(body, status)
  })

  app.openapi(dossierRoutes.decide, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const dossier = await change(c, parts, (tx, actor, version) =>
      decideSubmission(tx, actor, id, version, given),
    )
    return c.json({ dossier }, 200)
  })
}

type Incoming = Awaited<ReturnType<typeof importDocument>>

/**
 * A paper's file goes the way of every document: declaration, detector, formats, reading, in the submitter's
 * body and at the narrowest level. Who may not bring it in is told before the file is looked at.
 */
async function upload<T extends z.ZodType>(
  c: Context,
  parts: Parts,
  form: T,
  to: {
    home: (actor: Actor) => Promise<{ matterId: string; organisationId: string | null }>
    enter: (tx: Tx, actor: Actor, fields: z.infer<T>, ready: Incoming) => Promise<PaperView>
  },
): Promise<{ body: { paper: PaperView }; status: 200 | 201 }> {
  const of = c as unknown as Context<Env>
  const actor = of.get('actor')
  const home = await to.home(actor)
  const { bytes, fileName, field } = await uploadedFile(() => c.req.formData())
  const fields = form.safeParse({ kind: field('kind'), note: field('note') })
  if (!fields.success) throw new Problem('invalidInput', { where: 'kind, note' })
  const title = field('title')
  const given = { bytes, fileName, title, date: null, level: 'office' as const, ...home }
  const ready = await importDocument(parts.database, actor, given)
  const content = { sha256: sha256Of(bytes), title, fields: fields.data }
  return create(of, parts, content, async (tx) => ({
    status: 201,
    body: { paper: await to.enter(tx, actor, fields.data, ready) },
  }))
}
