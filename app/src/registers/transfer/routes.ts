// Excel files over HTTP.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Tx } from '../../database/tables.ts'
import { type Action, type Actor, authorise } from '../../http/access.ts'
import { create, type Env, mustHaveKey, type Parts } from '../../http/context.ts'
import { CannotRead } from '../../office/extracted.ts'
import { failureText } from '../../office/texts.ts'
import { readRows, writeRows } from '../../office/workbook.ts'
import { Problem } from '../../problem.ts'
import { type SheetName, type Transferred, transferRoutes } from './contract.ts'
import { inspectionsIn, inspectionsOut } from './inspections-store.ts'
import { programmeIn, programmeOut } from './programme-store.ts'
import { headingsOf, recordsOf, type SheetRow } from './sheets.ts'
import {
  accountsIn,
  accountsOut,
  bodiesIn,
  bodiesOut,
  type Outcome,
  peopleIn,
  peopleOut,
} from './store.ts'
import { en, vi } from './texts.ts'

type TakeIn = (tx: Tx, actor: Actor, rows: readonly SheetRow[]) => Promise<Outcome>

/** Carries what an import found out of the transaction that is rolled back. */
class TakenBack extends Error {
  readonly outcome: Outcome

  constructor(outcome: Outcome) {
    super('taken back')
    this.outcome = outcome
  }
}

export function transferRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  const { db } = parts.database

  app.openapi(transferRoutes.outBodies, async (c) =>
    send(c, 'bodies', await bodiesOut(db, c.get('actor'))),
  )
  app.openapi(transferRoutes.outPeople, async (c) =>
    send(c, 'people', await peopleOut(db, c.get('actor'))),
  )
  app.openapi(transferRoutes.outAccounts, async (c) =>
    send(c, 'accounts', await accountsOut(db, c.get('actor'))),
  )
  app.openapi(transferRoutes.outProgramme, async (c) =>
    send(c, 'programme', await programmeOut(db, c.get('actor'))),
  )
  app.openapi(transferRoutes.outInspections, async (c) =>
    send(c, 'inspections', await inspectionsOut(db, c.get('actor'))),
  )
  app.openapi(transferRoutes.intoBodies, async (c) =>
    c.json(await takeIn(c, c.req.valid('json'), 'bodies', 'organisation.manage', bodiesIn), 200),
  )
  app.openapi(transferRoutes.intoPeople, async (c) =>
    c.json(await takeIn(c, c.req.valid('json'), 'people', 'person.manage', peopleIn), 200),
  )
  app.openapi(transferRoutes.intoAccounts, async (c) =>
    c.json(await takeIn(c, c.req.valid('json'), 'accounts', 'account.manage', accountsIn), 200),
  )

  app.openapi(transferRoutes.intoProgramme, async (c) =>
    c.json(await takeIn(c, c.req.valid('json'), 'programme', 'conference.plan', programmeIn), 200),
  )

  app.openapi(transferRoutes.intoInspections, async (c) =>
    c.json(
      await takeIn(c, c.req.valid('json'), 'inspections', 'inspection.manage', inspectionsIn),
      200,
    ),
  )

  async function send(c: Context<Env>, name: SheetName, rows: string[][]) {
    const { locale } = c.get('actor')
    const title = (locale === 'en' ? en : vi).sheets[name]
    const bytes = await writeRows(title, headingsOf(name, locale), rows)
    c.header('Content-Type', 'application/octet-stream')
    c.header('Content-Disposition', `attachment; filename="${name}.xlsx"`)
    return c.body(new Uint8Array(bytes)) as never
  }

  /** Tries every row in one transaction; it stays only without a fault, and not for a check. */
  async function takeIn(
    c: Context<Env>,
    given: { file: string; check: boolean },
    name: SheetName,
    action: Action,
    take: TakeIn,
  ): Promise<Transferred> {
    const actor = c.get('actor')
    authorise(actor, action, actor.provinceId)
    mustHaveKey(c)
    const table = await tableOf(given.file, readRows)
    const { rows, problems } = recordsOf(name, table, actor.locale)
    if (problems.length > 0) return { added: 0, already: 0, problems, done: false }
    try {
      const { body } = await create(c, parts, { name, ...given }, async (tx) => {
        const found = await take(tx, actor, rows)
        if (given.check || found.problems.length > 0) throw new TakenBack(found)
        return { status: 200, body: { ...found, done: true } }
      })
      return body
    } catch (error) {
      if (error instanceof TakenBack) return { ...error.outcome, done: false }
      throw error
    }
  }
}

/** What is read of a workbook in base64; `fileRefused` where it is none. */
export async function tableOf<T>(
  file: string,
  read: (bytes: Uint8Array) => Promise<T>,
): Promise<T> {
  try {
    return await read(new Uint8Array(Buffer.from(file, 'base64')))
  } catch (error) {
    if (!(error instanceof CannotRead)) throw error
    throw new Problem('fileRefused', {
      reason: error.failure.code,
      messageVi: failureText('vi', error.failure),
      messageEn: failureText('en', error.failure),
    })
  }
}
