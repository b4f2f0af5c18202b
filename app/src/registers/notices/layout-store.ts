// The layouts as they hold in a province: as shipped, with its own values in them.
import type { Reads, Tx } from '../../database/tables.ts'
import { type Actor, authorise, may } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import type { LayoutChange, LayoutSetting } from './contract.ts'
import { type Layout, type OwnLayout, type Regime, regimes, withOwn } from './layout.ts'
import { layouts } from './layouts.ts'

/** One layout as it holds in the province now. */
export async function layoutNow(db: Reads, provinceId: number, regime: Regime): Promise<Layout> {
  const row = await db
    .selectFrom('format_layout')
    .select('layout')
    .where('province_id', '=', provinceId)
    .where('regime', '=', regime)
    .executeTakeFirst()
  return withOwn(layouts[regime], (row?.layout ?? {}) as OwnLayout)
}

/** All layouts; the version of one without own values is 0. */
export async function listLayouts(db: Reads, actor: Actor): Promise<LayoutSetting[]> {
  authorise(actor, 'register.read', actor.provinceId)
  const rows = await db
    .selectFrom('format_layout')
    .select(['regime', 'layout', 'version'])
    .where('province_id', '=', actor.provinceId)
    .execute()
  return regimes.map((regime) => {
    const row = rows.find((one) => one.regime === regime)
    const shipped = layouts[regime]
    return {
      layout: withOwn(shipped, (row?.layout ?? {}) as OwnLayout),
      shipped,
      version: row?.version ?? 0,
      mayChange: may(actor, 'notice.issue', actor.provinceId),
    }
  })
}

/** Sets the province's own values of a layout, all of them at once; issued papers keep theirs. */
export async function changeLayout(
  tx: Tx,
  actor: Actor,
  version: number,
  { regime, ...given }: LayoutChange,
): Promise<LayoutSetting[]> {
  authorise(actor, 'notice.issue', actor.provinceId)
  const values = { layout: JSON.stringify(given), version: version + 1 }
  const own = { province_id: actor.provinceId, regime }
  const written =
    version === 0
      ? await tx
          .insertInto('format_layout')
          .values({ ...own, ...values })
          .onConflict((conflict) => conflict.doNothing())
          .returning('version')
          .executeTakeFirst()
      : await tx
          .updateTable('format_layout')
          .set(values)
          .where('province_id', '=', actor.provinceId)
          .where('regime', '=', regime)
          .where('version', '=', version)
          .returning('version')
          .executeTakeFirst()
  if (!written) {
    const current = (await listLayouts(tx, actor)).find((one) => one.layout.regime === regime)
    throw new Problem('versionOld', { current })
  }
  await writeRecord(tx, actor, {
    action: 'layout.change',
    subjectKind: 'layout',
    subjectId: regime,
    after: given,
  })
  return listLayouts(tx, actor)
}
