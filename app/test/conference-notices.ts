// Papers of a conference, one of each kind, made over HTTP: a draft that stays, and one that is issued, signed
// and corrected.
import { pdfOf } from './pdf.ts'
import { type Client, asked as done, fileForm, type world } from './world.ts'

type World = Awaited<ReturnType<typeof world>>

/** Closes a conference, or opens it again, past its gate. */
export function setClosed(here: World, id: string, at: string | null): Promise<unknown> {
  return here.database.pool.query('update conference set closed_at = $1 where conference_id = $2', [
    at,
    id,
  ])
}

/** Writes a decision past the sitting. */
export function decide(here: World, itemId: string, outcome: string, body: string) {
  return here.database.pool.query(
    `insert into item_decision (province_id, session_item_id, outcome, body, written_by)
      select $1, $2, $3, $4, account_id from account where province_id = $1 limit 1
      on conflict (province_id, session_item_id) do update set outcome = $3, body = $4`,
    [here.east.province_id, itemId, outcome, body],
  )
}

/** The draft's id; uses every store function of the notices. */
export async function makeNotices(
  here: World,
  office: Client,
  { conferences, board, 'session-items': item = '' }: Record<string, string>,
): Promise<string> {
  const { client: head } = await here.grantee('officeHead')
  await here.database.pool.query(
    `update organisation set kind = 'partyBody' where organisation_id = $1`,
    [board],
  )
  const at = `/api/conferences/${conferences}/notices`
  const make = async (json: object) => (await done(office, 'POST', at, { json })).notice
  const assessment = `/api/conferences/${conferences}/assessment`
  for (const version of [0, 1]) {
    await done(office, 'PUT', assessment, {
      json: { body: `Tình hình ổn định ${version}.` },
      version,
    })
  }
  const draft = await make({ kind: 'excerpt', itemId: item })
  const minutes = await make({ kind: 'minutes' })
  await done(office, 'POST', `/api/notices/${minutes.id}/withdraw`, {
    json: {},
    version: minutes.version,
  })
  const made = await make({ kind: 'conclusion' })
  const paper = `/api/notices/${made.id}`
  const again = await done(office, 'POST', `${paper}/remake`, { json: {}, version: made.version })
  const { notice } = await done(office, 'PATCH', paper, {
    json: { content: again.notice.content },
    version: again.notice.version,
  })
  // Closed long before it was planned, on the day that the paper bears.
  await setClosed(here, conferences ?? '', '2026-01-05T03:00:00Z')
  await head.ask('POST', `${paper}/issue`, {
    json: { symbol: 'TỰ', issuedOn: '2026-01-05' },
    version: notice.version,
  })
  await done(head, 'POST', `${paper}/issue`, {
    json: { symbol: 'TU', issuedOn: '2026-01-05', number: 7, meant: ['numberGap', 'symbolNew'] },
    version: notice.version,
  })
  await done(head, 'POST', `${paper}/signed`, {
    form: fileForm(await pdfOf(`07-TB/TU ${made.id}`), 'a.pdf'),
  })
  await done(office, 'GET', `${paper}/signed`)
  await done(office, 'GET', `/api/access?kind=notice&id=${made.id}`)
  await done(office, 'GET', `${paper}/docx`)
  const correcting = await make({ kind: 'conclusion', corrects: made.id })
  await done(head, 'GET', `/api/notices/${correcting.id}`)
  await done(office, 'GET', at)
  await setClosed(here, conferences ?? '', null)
  for (const version of [0, 1]) {
    await done(head, 'PATCH', '/api/notice-layouts', { json: { regime: 'party05' }, version })
  }
  return draft.id
}
