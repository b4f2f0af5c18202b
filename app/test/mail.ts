// Everything that the stores of notifications and mail can do, once: for the tests that need each query.
import { transaction } from '../src/database/open.ts'
import { jobs } from '../src/post/jobs.ts'
import { runJobs } from '../src/post/schedule.ts'
import { sendDue } from '../src/post/send.ts'
import { chairsOf } from '../src/registers/assignments/holders-store.ts'
import { lookUp } from '../src/registers/mail/about-store.ts'
import { tellNamed } from '../src/registers/mail/audience-store.ts'
import type { About } from '../src/registers/mail/notification.ts'
import { tellAll } from '../src/registers/mail/notification-store.ts'
import { doubtRestored } from '../src/registers/mail/outbox-store.ts'
import { setMail, setTrouble } from '../src/registers/mail/setting-store.ts'
import { mailServer, refusal } from './mail-server.ts'
import { asked as done, type world } from './world.ts'

type World = Awaited<ReturnType<typeof world>>

/** What a conference made by `makeConference` gives notifications to be about. */
export const aboutsOf = (made: Record<string, string>): About[] => [
  { kind: 'conference', id: made.conferences ?? '' },
  { kind: 'dossier', id: made['session-items'] ?? '' },
  { kind: 'opinionRound', id: made.rounds ?? '' },
  { kind: 'programmeEntry', id: made.programme ?? '' },
  { kind: 'assignment', id: made.conferences ?? '' },
  { kind: 'ownTasks', id: made.conferences ?? '' },
]

/** Mails on; tells a body and accounts, looks up each kind, sends, settles by hand, and runs the jobs. */
export async function useMail(here: World, made: Record<string, string>): Promise<void> {
  const { database, east } = here
  const province = east.province_id
  const trouble = { since: '2026-11-26T00:00:00Z', next: '2026-11-26T00:01:00Z', attempts: 1 }
  await setMail(database.db, { server: 'localhost', from: 'giaoban@tinh.gov.vn' })
  await setTrouble(database.db, { ...trouble, reason: 'x' })
  const administrator = await here.client('administrator')
  const { id: taking } = await here.account('chung@tinh.gov.vn', 'departmentOfficer')
  const { id: refusing } = await here.account('tu.choi@tinh.gov.vn')
  const { id: closed } = await here.account('khoa@tinh.gov.vn')
  await here.account('tuan@tinh.gov.vn')
  const weekly = await here.clientAt('tuan@tinh.gov.vn')
  await done(weekly, 'PUT', '/api/session/mail-wish', { json: { wish: 'digest' } })
  const { id: digested } = (await done(weekly, 'GET', '/api/session')).account
  const about: About = { kind: 'conference', id: made.conferences ?? '' }
  const told = { key: 'use-mail', kind: 'conferenceInvited', about } as const
  await transaction(database, async (tx) => {
    await tellAll(tx, province, [taking, refusing, closed, digested], told)
    const body = { account_id: null, organisation_id: made.submitter ?? '' }
    await tellNamed(tx, province, [body], told)
  })
  await database.db
    .updateTable('account')
    .set({ disabled_at: new Date().toISOString() })
    .where('province_id', '=', province)
    .where('account_id', '=', closed)
    .execute()
  for (const role of ['office', 'reader'] as const) {
    await lookUp(database.db, await here.actor(role), aboutsOf(made))
  }
  const { person } = await done(administrator, 'POST', '/api/persons', {
    json: { name: 'Lê Chung', email: 'le.chung@tinh.gov.vn' },
  })
  await database.db
    .updateTable('account')
    .set({ person_id: person.id })
    .where('province_id', '=', province)
    .where('account_id', '=', taking)
    .execute()
  await chairsOf(database.db, province, [made['session-items'] ?? ''])
  const box = await mailServer({
    onRcptTo: ({ address }, _, next) =>
      next(address.startsWith('tu.choi') ? refusal(550, 'no such mailbox') : null),
  })
  const settings = {
    server: box.server,
    from: { name: 'Giao Ban', address: 'giaoban@tinh.gov.vn' },
    url: 'https://giaoban.tinh.gov.vn',
  }
  await done(administrator, 'POST', '/api/mail-subscribers', {
    json: { address: 'thanh.tra@tinh.gov.vn' },
  })
  const failed = (_: string, error: Error) => {
    throw error
  }
  await runJobs(database, jobs, new Date(), failed)
  const sent = await sendDue(database, settings)
  if (sent?.sent !== 2 || sent.failed !== 1) throw new Error(`sent: ${JSON.stringify(sent)}`)
  await box.close()
  const { mails } = await done(administrator, 'GET', '/api/mails')
  await done(administrator, 'POST', `/api/mails/${mails[0].id}/decide`, {
    json: { decision: 'drop' },
    version: mails[0].version,
  })
  await done(administrator, 'POST', '/api/mail-subscribers/remove', {
    json: { address: 'thanh.tra@tinh.gov.vn' },
  })
  await done(weekly, 'GET', `/api/session/notifications?before=${person.id}`)
  await done(weekly, 'GET', '/api/session/notifications/unread')
  const { notifications } = await done(weekly, 'GET', '/api/session/notifications')
  const ids = notifications.map((one: { id: string }) => one.id)
  await done(weekly, 'POST', '/api/session/notifications/read', { json: { ids } })
  await done(weekly, 'GET', '/api/session/mail-wish')
  await doubtRestored(database.db, province, new Date())
  await setMail(database.db, null)
}
