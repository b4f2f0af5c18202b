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
const decisionAddress = (place: NonNullable<DecisionSource['place']>): string =>
  `/conferences/${place.conferenceId}?tab=proceedings&item=${place.itemId}&at=${place.start}-${place.end}`

const tones: Record<AssignmentState, Tone> = {
  noDate: 'none',
  inTerm: 'good',
  dueSoon: 'warn',
  overdue: 'bad',
  doneOnTime: 'good',
  doneLate: 'warn',
  done: 'good',
}

interface AssignmentTableProps {
  assignments: AssignmentView[]
  editable: boolean
  /** On a conference's page its name need not stand in every row. */
  hideConference?: boolean
}

export function AssignmentTable({ assignments, editable, hideConference }: AssignmentTableProps) {
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
                {one.action}
                {one.note && <span className="muted"> · {one.note}</span>}
              </th>
              <td data-label={t.column.lead}>
                {one.leadText ?? <Status tone="none">{t.noOwner}</Status>}
                {one.cooperating.length > 0 && (
                  <span className="muted assignment-note">
                    {t.with} {one.cooperating.join(', ')}
                  </span>
                )}
              </td>
              <td data-label={t.column.deadline}>
                {one.deadline ? (
                  formatDate(one.deadline)
                ) : (
                  <span className="muted">{t.noDeadline}</span>
                )}
                {one.deadlineText && (
                  <span className="muted assignment-note">{t.asWritten(one.deadlineText)}</span>
                )}
              </td>
              <td className="assignment-state">
                <Status tone={tones[one.state]}>
                  {one.state.startsWith('done') && one.doneOn
                    ? `${t.state[one.state]} ${formatDate(one.doneOn)}`
                    : t.state[one.state]}
                </Status>
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
                  {editable && (
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
