// Reminders of the work programme, each morning: those who prepare a line are told at its distances.
import { todayInVietnam } from '../../calendar.ts'
import type { Tx } from '../../database/tables.ts'
import { systemActor } from '../../http/access.ts'
import { tellNamed } from '../mail/audience-store.ts'
import { isOpen, reminderOf, usualDistances } from './programme.ts'
import { listEntries } from './store.ts'

/** Tells of open lines whose day is as near as a distance; once for each day and distance. How many were told. */
export async function remindProgramme(tx: Tx, provinceId: number, now: Date): Promise<number> {
  const today = todayInVietnam(now)
  let told = 0
  for (const entry of await listEntries(tx, systemActor(provinceId), null)) {
    const { id, dueOn, preparing } = entry
    if (dueOn === null || preparing === null || !isOpen(entry.state)) continue
    const reminder = reminderOf(dueOn, usualDistances, today)
    if (reminder === null || reminder.left < 0) continue
    told += await tellNamed(
      tx,
      provinceId,
      [{ account_id: null, organisation_id: preparing.id }],
      {
        key: `programme:${id}:${dueOn}:${reminder.distance}`,
        kind: 'programmeReminder',
        about: { kind: 'programmeEntry', id },
        facts: { days: reminder.left, on: dueOn },
      },
      now,
    )
  }
  return told
}
