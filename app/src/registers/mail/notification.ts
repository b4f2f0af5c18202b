// Rules of notifications: what may happen to what, where it is looked at, and when its title may be told.
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
] as const

export type NotificationKind = (typeof notificationKinds)[number]

/** Reminders of what is still to be done: a mail of one that waits is not sent once there is no need for it. */
export const remindersOfOpen: ReadonlySet<string> = new Set<NotificationKind>([
  'taskDue',
  'taskOverdue',
  'taskEscalated',
  'taskEscalatedFurther',
])

/** What it happened to. A new kind is a line here, its path below, and its look-up in about-store.ts. */
export const aboutKinds = [
  'conference',
  'dossier',
  'opinionRound',
  'programmeEntry',
  'assignment',
  'ownTasks',
] as const

export type AboutKind = (typeof aboutKinds)[number]

export interface About {
  kind: AboutKind
  id: string
}

/** The screen of a record, below the address of the server; a dossier is known by its session item, one's tasks by one's account. */
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
