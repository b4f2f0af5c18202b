// Indicators over HTTP.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { may } from '../../http/access.ts'
import { change, create, type Env, type Parts } from '../../http/context.ts'
import { download, fileNameOf } from '../../http/download.ts'
import { writeTable } from '../../office/workbook.ts'
import { boardShown, indicatorBoard } from './board-store.ts'
import { indicatorRoutes } from './contract.ts'
import { defineIndicator, withdrawBreak } from './definition-store.ts'
import { explanationRoutes } from './explanation-contract.ts'
import { answerExplanation, askExplanation, explanationsOf } from './explanation-store.ts'
import { exportColumns, exportRows, exportWidths } from './export.ts'
import { yearOfFigures } from './export-store.ts'
import { figureRoutes } from './figure-contract.ts'
import { en as figuresEn, vi as figuresVi } from './figure-texts.ts'
import { indicatorPage, reportedOf, toldVersions, typeFigure } from './page-store.ts'
import { addReference, withdrawReference } from './reference-store.ts'
import { keepFigures, openSnapshot, snapshotsOf } from './snapshot-store.ts'
import { addIndicator, changeIndicator, indicatorById, listIndicators } from './store.ts'
import { targetRoutes } from './target-contract.ts'
import { listTargets } from './target-reads-store.ts'
import { addTarget, judgeTarget, reviseTarget } from './target-store.ts'
import { unitFigureRoutes } from './unitfigures-contract.ts'
import { unitFiguresOf } from './unitfigures-store.ts'

export function indicatorRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  const { db } = parts.database

  app.openapi(indicatorRoutes.list, async (c) => {
    const { q } = c.req.valid('query')
    return c.json({ indicators: await listIndicators(db, c.get('actor'), q) }, 200)
  })

  app.openapi(indicatorRoutes.board, async (c) => {
    const actor = c.get('actor')
    const mayAsk = may(actor, 'register.edit', actor.provinceId)
    const board = await indicatorBoard(db, actor)
    return c.json({ rows: board.map(boardShown), mayAsk }, 200)
  })

  app.openapi(indicatorRoutes.get, async (c) =>
    c.json(await indicatorPage(db, c.get('actor'), c.req.valid('param').id), 200),
  )

  app.openapi(indicatorRoutes.add, async (c) => {
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => ({
      status: 201,
      body: { indicator: await addIndicator(tx, actor, given) },
    }))
    return c.json(body, status)
  })

  app.openapi(indicatorRoutes.change, async (c) => {
    const { id } = c.req.valid('param')
    const indicator = await change(c, parts, (tx, actor, version) =>
      changeIndicator(tx, actor, id, version, c.req.valid('json')),
    )
    return c.json({ indicator }, 200)
  })

  app.openapi(targetRoutes.list, async (c) => {
    const { id } = c.req.valid('param')
    const actor = c.get('actor')
    const targets = await listTargets(db, actor, id, c.req.valid('query').on)
    return c.json({ targets, mayEdit: may(actor, 'register.edit', actor.provinceId) }, 200)
  })

  app.openapi(targetRoutes.add, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, { id, ...given }, async (tx, actor) => ({
      status: 201,
      body: { target: await addTarget(tx, actor, id, given) },
    }))
    return c.json(body, status)
  })

  app.openapi(targetRoutes.revise, async (c) => {
    const { id } = c.req.valid('param')
    const target = await change(c, parts, (tx, actor, version) =>
      reviseTarget(tx, actor, id, version, c.req.valid('json')),
    )
    return c.json({ target }, 200)
  })

  app.openapi(targetRoutes.judge, async (c) => {
    const { id } = c.req.valid('param')
    const target = await change(c, parts, (tx, actor, version) =>
      judgeTarget(tx, actor, id, version, c.req.valid('json')),
    )
    return c.json({ target }, 200)
  })

  app.openapi(explanationRoutes.list, async (c) => {
    const { id } = c.req.valid('param')
    const actor = c.get('actor')
    const explanations = await explanationsOf(db, actor, [id])
    await indicatorById(db, actor.provinceId, id)
    return c.json({ explanations, mayAsk: may(actor, 'register.edit', actor.provinceId) }, 200)
  })

  app.openapi(explanationRoutes.ask, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, { id, ...given }, async (tx, actor) => ({
      status: 201,
      body: { explanation: await askExplanation(tx, actor, id, given) },
    }))
    return c.json(body, status)
  })

  app.openapi(explanationRoutes.answer, async (c) => {
    const { id } = c.req.valid('param')
    const explanation = await change(c, parts, (tx, actor, version) =>
      answerExplanation(tx, actor, id, version, c.req.valid('json').answer),
    )
    return c.json({ explanation }, 200)
  })

  app.openapi(figureRoutes.list, async (c) => {
    const { id } = c.req.valid('param')
    const actor = c.get('actor')
    const told = await reportedOf(db, actor, id, c.req.valid('query'))
    return c.json({ ...told, mayEdit: may(actor, 'register.edit', actor.provinceId) }, 200)
  })

  app.openapi(figureRoutes.add, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, { id, ...given }, async (tx, actor) => ({
      status: 201,
      body: { figure: await typeFigure(tx, actor, id, given) },
    }))
    return c.json(body, status)
  })

  app.openapi(unitFigureRoutes.units, async (c) => {
    const { id } = c.req.valid('param')
    return c.json(await unitFiguresOf(db, c.get('actor'), id, c.req.valid('query')), 200)
  })

  app.openapi(figureRoutes.year, async (c) => {
    const { locale } = c.get('actor')
    const t = (locale === 'en' ? figuresEn : figuresVi).year
    const asked = c.req.valid('query')
    const { figures, body } = await yearOfFigures(db, c.get('actor'), asked)
    const title = t.title(asked.year, body ?? t.all)
    const columns = exportColumns.map((name) => ({
      ...{ title: t.columns[name], width: exportWidths[name] },
    }))
    const bytes = await writeTable(t.sheet, title, columns, exportRows(figures, locale))
    return download(c as unknown as Context<Env>, bytes, fileNameOf(title, 'xlsx')) as never
  })

  app.openapi(figureRoutes.versions, async (c) =>
    c.json({ versions: await toldVersions(db, c.get('actor'), c.req.valid('param').id) }, 200),
  )

  app.openapi(figureRoutes.define, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, { id, ...given }, async (tx, actor) => ({
      status: 201,
      body: { definition: await defineIndicator(tx, actor, id, given) },
    }))
    return c.json(body, status)
  })

  app.openapi(figureRoutes.snapshots, async (c) => {
    const kept = await snapshotsOf(db, c.get('actor'), c.req.valid('query').conference)
    const snapshots = kept.map(({ recordSeq: _, valuesHash: __, ...one }) => one)
    return c.json({ snapshots }, 200)
  })

  app.openapi(figureRoutes.open, async (c) =>
    c.json(await openSnapshot(db, c.get('actor'), c.req.valid('param').id), 200),
  )

  app.openapi(figureRoutes.withdrawBreak, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, { id, ...given }, async (tx, actor) => {
      await withdrawBreak(tx, actor, id, given.reason)
      return { status: 201, body: {} }
    })
    return c.json(body, status)
  })

  app.openapi(figureRoutes.addReference, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, { id, ...given }, async (tx, actor) => {
      await addReference(tx, actor, id, given)
      return { status: 201, body: {} }
    })
    return c.json(body, status)
  })

  app.openapi(figureRoutes.withdrawReference, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, { id, ...given }, async (tx, actor) => {
      await withdrawReference(tx, actor, id, given.reason)
      return { status: 201, body: {} }
    })
    return c.json(body, status)
  })

  app.openapi(figureRoutes.keep, async (c) => {
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => ({
      status: 201,
      body: { snapshot: await keepFigures(tx, actor, given) },
    }))
    return c.json(body, status)
  })
}
