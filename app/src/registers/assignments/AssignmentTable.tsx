// Assignments as a table, here and on a conference's page.
import './assignments.css'
import { useState } from 'react'
import { Link } from 'wouter'
import { HistoryButton } from '../../record/History.tsx'
import { formatDate } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { SourceLink } from '../../web/ui/SourceLink.tsx'
import { Status, type Tone } from '../../web/ui/Status.tsx'
import { AccessButton } from '../access/AccessButton.tsx'
import type { AssignmentState, AssignmentView, DecisionSource } from './contract.ts'
import { en, vi } from './texts.ts'
import { UpdateDialog } from './UpdateDialog.tsx'

/** The address that shows the sentence highlighted in the decision of its item. */
export const decisionAddress = (place: NonNullable<DecisionSource['place']>): string =>
  `/conferences/${place.conferenceId}?tab=proceedings&item=${place.itemId}&at=${place.start}-${place.end}`

export const stateTones: Record<AssignmentState, Tone> = {
  noDate: 'none',
  inTerm: 'good',
  dueSoon: 'warn',
  overdue: 'bad',
  awaiting: 'warn',
  paused: 'none',
  revoked: 'none',
  doneOnTime: 'good',
  doneLate: 'warn',
  done: 'good',
}

/** The address of one task's page. */
export const taskAddress = (id: string): string => `/assignments?task=${id}`

/** The deadline with what is to be known of it: written otherwise, moved, falling on another day. */
export function Deadline({ task }: { task: AssignmentView }) {
  const t = useTexts(vi, en)
  const { deadline, dueOn, originalDeadline, deadlineText, event } = task
  const notes = [
    event && t.beforeEvent(event.daysBefore, event.name),
    originalDeadline && originalDeadline !== deadline && deadline !== null && !event
      ? t.extendedFrom(formatDate(originalDeadline))
      : null,
    dueOn !== null && dueOn !== deadline ? t.countsOn(formatDate(dueOn)) : null,
    deadlineText && t.asWritten(deadlineText),
  ].filter(Boolean)
  return (
    <>
      {deadline ? formatDate(deadline) : <span className="muted">{t.noDeadline}</span>}
      {notes.map((note) => (
        <span key={note} className="muted assignment-note">
          {note}
        </span>
      ))}
    </>
  )
}

interface AssignmentTableProps {
  assignments: AssignmentView[]
  /** On a conference's page its name need not stand in every row. */
  hideConference?: boolean
}

export function AssignmentTable({ assignments, hideConference }: AssignmentTableProps) {
  const t = useTexts(vi, en)
  const [open, setOpen] = useState<AssignmentView | null>(null)
  return (
    <div className="table-frame">
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">{t.column.task}</th>
            <th scope="col">{t.column.lead}</th>
            <th scope="col">{t.column.deadline}</th>
            <th scope="col">{t.column.state}</th>
            <th scope="col">{t.column.source}</th>
          </tr>
        </thead>
        <tbody>
          {assignments.map((one) => (
            <tr key={one.id}>
              <th scope="row" className="assignment-action">
                <Link href={taskAddress(one.id)}>{one.action}</Link>
                {one.note && <span className="muted"> · {one.note}</span>}
              </th>
              <td data-label={t.column.lead}>
                {one.leadText ?? <Status tone="none">{t.noOwner}</Status>}
                {one.leadNow && (
                  <span className="assignment-note">{t.leadNow(one.leadNow.name)}</span>
                )}
                {one.cooperating.length > 0 && (
                  <span className="muted assignment-note">
                    {t.with} {one.cooperating.join(', ')}
                  </span>
                )}
              </td>
              <td data-label={t.column.deadline}>
                <Deadline task={one} />
              </td>
              <td className="assignment-state">
                <Status tone={stateTones[one.state]}>
                  {one.state.startsWith('done') && one.doneOn
                    ? `${t.state[one.state]} ${formatDate(one.doneOn)}`
                    : t.state[one.state]}
                </Status>
                {one.extensionAsked && <span className="assignment-note">{t.extensionWaits}</span>}
              </td>
              <td>
                {!hideConference && one.conference && (
                  <Link href={`/conferences/${one.conference.id}`} className="assignment-note">
                    {one.conference.title}
                  </Link>
                )}
                <span className="row">
                  {one.source && <SourceLink source={one.source} />}
                  {one.decision?.place && (
                    <Link
                      href={decisionAddress(one.decision.place)}
                      title={one.decision.place.itemTitle}
                      className="source-link"
                    >
                      {t.toDecision}
                    </Link>
                  )}
                  {one.can.manage && (
                    <Button small look="plain" onClick={() => setOpen(one)}>
                      {t.update}
                    </Button>
                  )}
                  <HistoryButton kind="assignment" id={one.id} of={one.action} />
                  <AccessButton kind="assignment" id={one.id} of={one.action} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {open && <UpdateDialog assignment={open} onClose={() => setOpen(null)} />}
    </div>
  )
}
