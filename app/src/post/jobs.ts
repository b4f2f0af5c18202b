// What is done by itself, at its time of the day or of the week. A new job is one line in the list; the rest is
// `runJobs`'s: once for its day, one server at a time, caught up once where the server was off.
import { systemActor } from '../http/access.ts'
import { remindTasks, tellWeek } from '../registers/assignments/remind-store.ts'
import { remindExplanations } from '../registers/indicators/explanation-store.ts'
import { remindDuties } from '../registers/instruments/remind-store.ts'
import { makeDigests } from '../registers/mail/digest-store.ts'
import { mailHeads } from '../registers/mail/subscriber-store.ts'
import { remindProgramme } from '../registers/programme/reminder-store.ts'
import { remindReports } from '../registers/reporting/remind-store.ts'
import { makeAllSlots } from '../registers/reporting/slot-making-store.ts'
import { queueReminders } from '../registers/rounds/reminders-store.ts'
import { dropStale } from '../registers/uploads/store.ts'
import type { Job } from './schedule.ts'

export const jobs: readonly Job[] = [
  {
    name: 'roundReminders',
    at: '07:00',
    run: (tx, province, now) => queueReminders(tx, systemActor(province), now),
  },
  { name: 'programmeReminders', at: '07:00', run: remindProgramme },
  { name: 'taskReminders', at: '07:00', run: remindTasks },
  { name: 'dutyReminders', at: '07:00', run: remindDuties },
  // New slots before they are told of.
  { name: 'reportSlots', at: '06:50', run: makeAllSlots },
  { name: 'explanationReminders', at: '07:00', run: remindExplanations },
  { name: 'reportReminders', at: '07:00', run: remindReports },
  // Before the digest, which takes it along.
  { name: 'taskWeek', at: '07:15', weekday: 1, run: tellWeek },
  { name: 'digest', at: '07:30', weekday: 1, run: makeDigests },
  { name: 'staleUploads', at: null, run: dropStale },
  { name: 'heads', at: null, run: mailHeads },
]
