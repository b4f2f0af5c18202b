// Reporting over HTTP.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { authorise } from '../../http/access.ts'
import { ownAddress } from '../../http/address.ts'
import { change, create, type Env, expectedVersion, type Parts } from '../../http/context.ts'
import { download, fileNameOf } from '../../http/download.ts'
import { readCells, writeTable } from '../../office/workbook.ts'
import { writeDocx } from '../../office/write-docx.ts'
import { Problem } from '../../problem.ts'
import { periodLabel, periodOf } from '../indicators/period.ts'
import { sheetOf } from '../notices/paper.ts'
import { tableOf } from '../transfer/routes.ts'
import { acceptSlot } from './accept-store.ts'
import { type FileTaken, reportingRoutes, type SlotView } from './contract.ts'
import { peopleToChoose } from './people-store.ts'
import { addRegime, changeRegime, listRegimes, reviseRegime } from './regime-store.ts'
import { rowsOf, sameFigure, sheetColumns, sheetWidths, valuesOf } from './sheet.ts'
import { listSlots } from './slots-store.ts'
import {
  enterValues,
  exceptSlot,
  handOver,
  lockAccepted,
  returnSlot,
  submitSlot,
} from './step-store.ts'
import { synthesisRoutes } from './synthesis-contract.ts'
import { synthesis } from './synthesis-store.ts'
import { en, vi } from './texts.ts'
import { getGrid, getSlot } from './view-store.ts'

/** Carries what a check found out of the transaction that is rolled back. */
class TakenBack extends Error {
  readonly taken: FileTaken

  constructor(taken: FileTaken) {
    super('taken back')
    this.taken = taken
  }
}

export function reportingRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  const { db } = parts.database

  app.openapi(reportingRoutes.regimes, async (c) =>
    c.json(await listRegimes(db, c.get('actor')), 200),
  )
  app.openapi(reportingRoutes.people, async (c) =>
    c.json({ people: await peopleToChoose(db, c.get('actor')) }, 200),
  )
  app.openapi(reportingRoutes.add, async (c) => {
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => ({
      status: 201,
      body: { regime: await addRegime(tx, actor, given) },
    }))
    return c.json(body, status)
  })
  app.openapi(reportingRoutes.change, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const regime = await change(c, parts, (tx, actor, version) =>
      changeRegime(tx, actor, id, version, given),
    )
    return c.json({ regime }, 200)
  })
  app.openapi(reportingRoutes.revise, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const regime = await change(c, parts, (tx, actor, version) =>
      reviseRegime(tx, actor, id, version, given),
    )
    return c.json({ regime }, 200)
  })
  app.openapi(reportingRoutes.slots, async (c) =>
    c.json(await listSlots(db, c.get('actor'), c.req.valid('query')), 200),
  )
  app.openapi(reportingRoutes.slot, async (c) =>
    c.json({ slot: await getSlot(db, c.get('actor'), c.req.valid('param').id) }, 200),
  )
  app.openapi(reportingRoutes.grid, async (c) =>
    c.json({ slots: await getGrid(db, c.get('actor'), c.req.valid('query')) }, 200),
  )
  app.openapi(reportingRoutes.enter, async (c) => {
    const { id } = c.req.valid('param')
    const { values } = c.req.valid('json')
    const slot = await change(c, parts, (tx, actor, version) =>
      enterValues(tx, actor, id, version, values),
    )
    return c.json({ slot }, 200)
  })
  app.openapi(reportingRoutes.submit, async (c) => {
    const { id } = c.req.valid('param')
    const { onBehalf } = c.req.valid('json')
    const slot = await change(c, parts, (tx, actor, version) =>
      submitSlot(tx, actor, id, version, onBehalf ?? null),
    )
    return c.json({ slot }, 200)
  })
  app.openapi(reportingRoutes.giveBack, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const slot = await change(c, parts, (tx, actor, version) =>
      returnSlot(tx, actor, id, version, given),
    )
    return c.json({ slot }, 200)
  })
  app.openapi(reportingRoutes.accept, async (c) => {
    const { id } = c.req.valid('param')
    const slot = await change(c, parts, (tx, actor, version) => acceptSlot(tx, actor, id, version))
    return c.json({ slot }, 200)
  })
  app.openapi(reportingRoutes.lock, async (c) => {
    const { id } = c.req.valid('param')
    const slot = await change(c, parts, (tx, actor, version) =>
      lockAccepted(tx, actor, id, version),
    )
    return c.json({ slot }, 200)
  })
  app.openapi(reportingRoutes.except, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const slot = await change(c, parts, (tx, actor, version) =>
      exceptSlot(tx, actor, id, version, given),
    )
    return c.json({ slot }, 200)
  })
  app.openapi(reportingRoutes.handOver, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const slot = await change(c, parts, (tx, actor, version) =>
      handOver(tx, actor, id, version, given),
    )
    return c.json({ slot }, 200)
  })

  app.openapi(synthesisRoutes.get, async (c) =>
    c.json(await synthesis(db, c.get('actor'), c.req.valid('query')), 200),
  )
  app.openapi(synthesisRoutes.docx, async (c) => {
    const { content, layout, issue } = await synthesis(db, c.get('actor'), c.req.valid('query'))
    const base = ownAddress(c as unknown as Context<Env>, parts.settings)
    const bytes = await writeDocx(sheetOf(content, layout, issue), base)
    const name = fileNameOf(`${content.title} ${content.subject}`, 'docx')
    return download(c as unknown as Context<Env>, bytes, name) as never
  })

  app.openapi(reportingRoutes.fileOut, async (c) => {
    const { locale } = c.get('actor')
    const t = locale === 'en' ? en : vi
    const slot = await getSlot(db, c.get('actor'), c.req.valid('param').id)
    const title = `${slot.regime.name}, ${periodLabel(periodOf(slot.period), locale)}: ${slot.body.name}`
    const columns = sheetColumns.map((name) => ({
      title: t.sheet[name],
      width: sheetWidths[name],
    }))
    const bytes = await writeTable(t.sheetName, title, columns, rowsOf(slot, locale))
    return download(c as unknown as Context<Env>, bytes, fileNameOf(title, 'xlsx')) as never
  })

  app.openapi(reportingRoutes.fileIn, async (c) => {
    const { id } = c.req.valid('param')
    const { file, check } = c.req.valid('json')
    const actor = c.get('actor')
    const slot = await getSlot(db, actor, id).catch((error: unknown) => {
      // As for everything that is entered: who may enter nothing in the province is refused, not told of nothing.
      authorise(actor, 'report.enter', actor.provinceId)
      throw error
    })
    authorise(actor, 'report.enter', actor.provinceId, slot.body.id)
    if (slot.version !== expectedVersion(c)) throw new Problem('versionOld', { current: slot })
    const { values, problems } = valuesOf(await tableOf(file, readCells), slot, actor.locale)
    const same = values.filter((given) => {
      const cell = slot.cells.find(
        (one) => one.indicatorId === given.indicatorId && one.measure === given.measure,
      )
      return cell !== undefined && sameFigure(cell, given)
    })
    const changed = values.filter((given) => !same.includes(given))
    const found = (now: SlotView, done: boolean): FileTaken => ({
      ...{ slot: now, changed: changed.length, same: same.length, problems, done },
    })
    // What stands there already is not entered a second time.
    if (problems.length > 0 || changed.length === 0)
      return c.json(found(slot, problems.length === 0 && !check), 200)
    try {
      const taken = await change(c, parts, async (tx, by, version) => {
        const now = found(await enterValues(tx, by, id, version, changed), true)
        if (check) throw new TakenBack({ ...now, done: false })
        return now
      })
      return c.json(taken, 200)
    } catch (error) {
      if (error instanceof TakenBack) return c.json(error.taken, 200)
      throw error
    }
  })
}
