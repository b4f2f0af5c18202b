// Rules of notifications: what may happen to what, where it is looked at, and when its title may be told.
import { daysBetween } from '../../calendar.ts'
import type { Level } from '../../http/access.ts'

/** What happened. A new kind is a line here and its sentence in texts.ts (vi and en). */
export const notificationKinds = [
  'conferenceInvited',
  'conferenceChanged',
  'conferenceCancelled',
  'invitationWithdrawn',
  'dossierSentBack',
  'roundAsked',
  'roundReminder',
  'programmeReminder',
  'taskAssigned',
  'taskDue',
  'taskOverdue',
  'taskEscalated',
  'taskEscalatedFurther',
  'taskReported',
  'taskConfirmed',
  'taskSentBack',
  'taskExtensionAsked',
  'taskRequestTakenBack',
  'taskExtended',
  'taskNotExtended',
  'taskDeadlineCorrected',
  'taskDeadlineMoved',
  'taskReferred',
  'taskPaused',
  'taskResumed',
  'taskRevoked',
  'taskRestored',
  'taskWeek',
  'dutyNamed',
  'dutySentBack',
  'dutyDue',
  'dutyLate',
  'dutyEscalated',
  'reportDue',
  'reportMissing',
  'reportReturned',
  'explanationAsked',
  'explanationGiven',
  'explanationDue',
  'explanationLate',
] as const

export type NotificationKind = (typeof notificationKinds)[number]

/** Reminders of what is still to be done: a mail of one that waits is not sent once there is no need for it. */
export const remindersOfOpen: ReadonlySet<string> = new Set<NotificationKind>([
  'taskDue',
  'taskOverdue',
  'taskEscalated',
  'taskEscalatedFurther',
  'dutyDue',
  'dutyLate',
  'dutyEscalated',
  'reportDue',
  'reportMissing',
  'explanationDue',
  'explanationLate',
])

/** Reminders that a day is ahead: once it is over they say nothing that is so. */
const aheadOnly: ReadonlySet<string> = new Set<NotificationKind>([
  'taskDue',
  'dutyDue',
  'roundReminder',
  'programmeReminder',
  'reportDue',
  'explanationDue',
])

/**
 * Whether a reminder is still right: what it is about (`awaited`: the days that it is still awaited on; undefined
 * where its reader may not see it) is to be done by the day that it was told for, which is still ahead where the
 * reminder says so.
 */
export const standsStill = (
  { kind, facts }: { kind: string; facts: Readonly<Record<string, string | number>> },
  awaited: readonly string[] | undefined,
  today: string,
): boolean =>
  (awaited?.includes(String(facts.on)) ?? false) &&
  (!aheadOnly.has(kind) || String(facts.on) >= today)

/**
 * The facts of a notification as they are read on a day: its number of days is that day's, and left out where the
 * reminder is not right any more, so that no old number is told.
 */
export function factsOn<F extends Readonly<Record<string, string | number>>>(
  row: { kind: string; facts: F },
  awaited: readonly string[] | undefined,
  today: string,
): Record<string, string | number> {
  const { days, ...facts } = row.facts as Record<string, string | number>
  if (days === undefined || facts.on === undefined) return row.facts
  const right = remindersOfOpen.has(row.kind)
    ? standsStill(row, awaited, today)
    : !aheadOnly.has(row.kind) || String(facts.on) >= today
  return right ? { ...facts, days: Math.abs(daysBetween(today, String(facts.on))) } : facts
}

/** What it happened to. A new kind is a line here, its path below, and its look-up in about-store.ts. */
export const aboutKinds = [
  'conference',
  'dossier',
  'opinionRound',
  'programmeEntry',
  'assignment',
  'ownTasks',
  'instrumentDuty',
  'reportSlot',
  'explanation',
] as const

export type AboutKind = (typeof aboutKinds)[number]

export interface About {
  kind: AboutKind
  id: string
}

/**
 * The screen of a record, below the address of the server; a dossier is known by its session item, one's tasks by one's
 * account. Where the look-up knows the very page (`Seen.path`), that goes before.
 */
export function pathOf({ kind, id }: About): string {
  switch (kind) {
    case 'conference':
      return `/conferences/${id}`
    case 'dossier':
      return '/dossiers'
    case 'opinionRound':
      return `/rounds/${id}`
    case 'programmeEntry':
      return '/programme'
    case 'assignment':
      return `/assignments?task=${id}`
    case 'ownTasks':
      return '/assignments?own=any'
    case 'instrumentDuty':
      return '/instruments'
    case 'reportSlot':
      return `/reports/${id}`
    case 'explanation':
      return '/indicators'
  }
}

/**
 * Whether a title may travel in a mail, which is kept by other people's servers: nothing of the office's own
 * level, nothing about personnel. What has no level of its own stays here as well.
 */
export function titleTravels(levels: readonly (Level | null)[], personnel: boolean): boolean {
  return !personnel && levels.every((level) => level !== null && level !== 'office')
}

/**
 * Where an account's mail goes: the address of the person who uses it, else the address it signs in with where
 * that is one that mail can reach (`a@b.vn`, not `quantri@sonha`); null where nobody has given one.
 */
export function mailAddress(signInAddress: string, ofPerson: string | null): string | null {
  return [ofPerson?.trim() ?? '', signInAddress].find(isMailAddress) ?? null
}

/** One address of the internet, without name or comment: `name@host.domain`, ASCII or letters with marks. */
export function isMailAddress(text: string): boolean {
  if (text.length > 254 || !/^[^\s@<>(),;:"\\[\]]+@[^\s@<>(),;:"\\[\]]+$/.test(text)) return false
  const labels = text.slice(text.indexOf('@') + 1).split('.')
  return labels.length > 1 && labels.every((label) => label !== '')
}
