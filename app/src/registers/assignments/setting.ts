// How a province counts its tasks and reminds of them.

/** The rules that a province sets for itself. */
export interface Setting {
  /** Which deadline the statistics go by: the first one, or the one that was granted last. */
  basis: 'original' | 'current'
  /** A deadline on a day off: it stands as written, or the next working day counts. */
  roll: 'asWritten' | 'nextWorkingDay'
  /** From so many days before its deadline a task is due soon. */
  soonDays: number
  /** A task without a deadline is called out once it is older than so many months. */
  staleMonths: number
  /** Reminders on the days so many days before the deadline. */
  remindDays: number[]
  /** Once a task is overdue by so many days, the heads of its lead body are told. */
  escalateDays: number
  /** Once it is overdue by so many, the head of the office and the leader in charge as well; not fewer. */
  escalateFurtherDays: number
}

/**
 * What holds until a province sets its own: the first deadline counts whatever was granted later; a
 * deadline on a day off is met on the next working day, as article 148 of the Civil Code (91/2015/QH13) counts periods.
 */
export const defaultSetting: Setting = {
  basis: 'original',
  roll: 'nextWorkingDay',
  soonDays: 7,
  staleMonths: 3,
  remindDays: [7, 3, 1, 0],
  escalateDays: 7,
  escalateFurtherDays: 30,
}
