// Everything that the stores of notifications and mail can do, once: for the tests that need each query.
import { transaction } from '../src/database/open.ts'
import { lookUp } from '../src/registers/mail/about-store.ts'
import type { About } from '../src/registers/mail/notification.ts'
import { tell, tellBody } from '../src/registers/mail/notification-store.ts'
import { setMail, setTrouble } from '../src/registers/mail/setting-store.ts'
import type { world } from './world.ts'

type World = Awaited<ReturnType<typeof world>>

/** What a conference made by `makeConference` gives notifications to be about. */
export const aboutsOf = (made: Record<string, string>): About[] => [
  { kind: 'conference', id: made.conferences ?? '' },
  { kind: 'dossier', id: made['session-items'] ?? '' },
  { kind: 'opinionRound', id: made.rounds ?? '' },
  { kind: 'programmeEntry', id: made.programme ?? '' },
  { kind: 'assignment', id: made.conferences ?? '' },
]

/** Mails on; tells a body and an account, and looks up what each kind is about. */
export async function useMail(here: World, made: Record<string, string>): Promise<void> {
  const { database, east } = here
  const province = east.province_id
  const trouble = { since: '2026-11-26T00:00:00Z', next: '2026-11-26T00:01:00Z', attempts: 1 }
  await setMail(database.db, { server: 'mail.tinh.gov.vn:587', from: 'giaoban@tinh.gov.vn' })
  await setTrouble(database.db, { ...trouble, reason: 'x' })
  const { accountId } = await here
    .account('chung@tinh.gov.vn', 'departmentOfficer')
    .then(({ id }) => ({ accountId: id }))
  const about: About = { kind: 'conference', id: made.conferences ?? '' }
  await transaction(database, async (tx) => {
    const told = { key: 'use-mail', kind: 'conferenceInvited', about } as const
    await tell(tx, province, { ...told, accountId })
    await tellBody(tx, province, made.submitter ?? '', told)
  })
  for (const role of ['office', 'reader'] as const) {
    await lookUp(database.db, await here.actor(role), aboutsOf(made))
  }
  await setMail(database.db, null)
}
