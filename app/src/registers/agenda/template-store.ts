// Templates of conferences: kept from one, used for the next, of bodies whose conferences the actor may plan.
import { uuidv7 } from 'uuidv7'
import type { Reads, Row, Tx } from '../../database/tables.ts'
import { type Actor, authorise, may } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { lockConference } from '../conferences/plan-store.ts'
import { organisationNames } from '../organisations/names.ts'
import { insertItem } from './changing-store.ts'
import { listItems } from './store.ts'
import type { TemplateItem, TemplateView } from './template-contract.ts'

/** The templates that the actor may use, by name. */
export async function listTemplates(db: Reads, actor: Actor): Promise<TemplateView[]> {
  authorise(actor, 'register.read', actor.provinceId)
  const rows = await db
    .selectFrom('conference_template')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('withdrawn_at', 'is', null)
    .orderBy('name')
    .orderBy('template_id')
    .execute()
  const own = rows.filter((row) =>
    may(actor, 'conference.plan', actor.provinceId, row.organisation_id),
  )
  return shown(db, actor.provinceId, own)
}

/** Keeps what is on the agenda of a conference, in its order, as a template of its body. */
export async function saveTemplate(
  tx: Tx,
  actor: Actor,
  conferenceId: string,
  name: string,
): Promise<TemplateView> {
  const conference = await lockConference(tx, actor, conferenceId, 'conference.plan')
  const { starts_at: from, ends_at: to } = conference
  const all = await listItems(tx, actor, conferenceId)
  const items: TemplateItem[] = all
    // Every conference gets a review of its own.
    .filter(({ status, kind }) => status === 'on' && kind === 'matter')
    .map((item) => ({
      number: item.number,
      groupTitle: item.groupTitle,
      title: item.title,
      minutes: item.minutes,
      submitterId: item.submitter?.id ?? null,
      asked: item.asked,
      level: item.level,
      personnel: item.personnel,
    }))
  const row = await tx
    .insertInto('conference_template')
    .values({
      province_id: actor.provinceId,
      template_id: uuidv7(),
      name,
      organisation_id: conference.organisation_id,
      type: conference.type,
      place: conference.place,
      minutes: from && to ? Math.round((Date.parse(to) - Date.parse(from)) / 60_000) : null,
      items: JSON.stringify(items),
      withdrawn_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return recorded(tx, actor, 'template.add', row)
}

/** Puts the items of a template at the end of a conference's agenda. */
export async function fillFromTemplate(
  tx: Tx,
  actor: Actor,
  conferenceId: string,
  templateId: string,
): Promise<void> {
  const conference = await lockConference(tx, actor, conferenceId, 'conference.plan')
  const row = await templateRow(tx, actor, templateId)
  for (const { submitterId, ...item } of row.items as TemplateItem[]) {
    await insertItem(tx, actor, conference, { ...item, submitterId })
  }
}

/** Offers a template no longer; conferences made from it stay. */
export async function withdrawTemplate(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
): Promise<TemplateView> {
  const row = await templateRow(tx, actor, id)
  if (row.version !== version) {
    const [current] = await shown(tx, actor.provinceId, [row])
    throw new Problem('versionOld', { current })
  }
  const after = await tx
    .updateTable('conference_template')
    .set({ withdrawn_at: new Date().toISOString(), version: version + 1 })
    .where('province_id', '=', actor.provinceId)
    .where('template_id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return recorded(tx, actor, 'template.withdraw', after)
}

/** Locked; `forbidden` before `notFound`, as with conferences. */
async function templateRow(tx: Tx, actor: Actor, id: string): Promise<Row<'conference_template'>> {
  const row = await tx
    .selectFrom('conference_template')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('template_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst()
  authorise(actor, 'conference.plan', actor.provinceId, row?.organisation_id ?? null)
  if (!row) throw new Problem('notFound')
  return row
}

async function recorded(
  tx: Tx,
  actor: Actor,
  action: string,
  row: Row<'conference_template'>,
): Promise<TemplateView> {
  const [view] = await shown(tx, actor.provinceId, [row])
  if (!view) throw new Problem('notFound')
  await writeRecord(tx, actor, {
    action,
    subjectKind: 'template',
    subjectId: view.id,
    after: view,
  })
  return view
}

async function shown(
  db: Reads,
  provinceId: number,
  rows: readonly Row<'conference_template'>[],
): Promise<TemplateView[]> {
  const names = await organisationNames(
    db,
    provinceId,
    rows.map((row) => row.organisation_id),
  )
  return rows.map((row) => ({
    id: row.template_id,
    name: row.name,
    organisation:
      row.organisation_id === null
        ? null
        : { id: row.organisation_id, name: names.get(row.organisation_id) ?? '' },
    type: row.type,
    place: row.place,
    minutes: row.minutes,
    items: row.items as TemplateItem[],
    version: row.version,
  }))
}
