// Names owner, date and the columns of the follow-up register. Where somebody else was faster, both texts are on the table.
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { formatDate } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { DateField, SelectField, TextArea, TextField } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { Notice } from '../../web/ui/States.tsx'
import { BodyField } from './BodyField.tsx'
import type { AssignmentView, assignmentRoutes } from './contract.ts'
import { en as deadlineEn, vi as deadlineVi } from './deadline-texts.ts'
import { en, vi } from './texts.ts'
import { useEvents } from './useEvents.tsx'
import { useStep } from './useStep.tsx'

/** The columns of the follow-up register that the office fills in. */
const texts = ['deliverable', 'upstream', 'directive', 'product', 'note'] as const

interface UpdateDialogProps {
  assignment: AssignmentView
  onClose: () => void
}

export function UpdateDialog({ assignment, onClose }: UpdateDialogProps) {
  const t = useTexts(vi, en)
  const { field } = useTexts(deadlineVi, deadlineEn)
  const events = useEvents().data?.events ?? []
  const [eventId, setEvent] = useState(assignment.event?.id ?? '')
  const [daysBefore, setDaysBefore] = useState(String(assignment.event?.daysBefore ?? 1))
  const [known, setKnown] = useState<AssignmentView>(assignment)
  const [leadId, setLeadId] = useState(assignment.leadId)
  const [leadText, setLeadText] = useState(assignment.leadId ? '' : (assignment.leadText ?? ''))
  const [deadline, setDeadline] = useState(assignment.event ? null : assignment.deadline)
  const [columns, setColumns] = useState(() =>
    Object.fromEntries(texts.map((name) => [name, assignment[name] ?? ''])),
  )
  const [reason, setReason] = useState('')
  const [invalid, setInvalid] = useState(false)
  const eventDays = /^\d{1,3}$/.test(daysBefore) ? Number(daysBefore) : null
  const sameEvent =
    eventId === (known.event?.id ?? '') && (eventId === '' || eventDays === known.event?.daysBefore)
  const given =
    eventId !== ''
      ? sameEvent
        ? {}
        : { eventId, eventDays }
      : { ...(known.event ? { eventId: null } : {}), deadline }
  const corrects =
    known.deadline !== null && (!sameEvent || (eventId === '' && deadline !== known.deadline))
  const leads = leadId === null ? leadText.trim() || null : null
  const sameLead = leadId === known.leadId && (leadId !== null || leads === known.leadText)
  const save = useStep(
    assignment,
    () =>
      request<typeof assignmentRoutes.change>('patch', '/api/assignments/{id}', {
        params: { id: known.id },
        version: known.version,
        body: {
          ...(sameLead ? {} : { leadId, leadText: leads }),
          ...given,
          ...Object.fromEntries(texts.map((name) => [name, columns[name]?.trim() || null])),
          ...(corrects ? { reason } : {}),
        },
      }),
    onClose,
    setKnown,
  )
  const changed = known.version !== assignment.version
  return (
    <FormDialog
      title={t.updateTitle}
      change={changed ? { ...save, error: null } : save}
      ready={
        !invalid &&
        (!corrects || reason.trim() !== '') &&
        (eventId === '' || (eventDays !== null && eventDays <= 365))
      }
      onClose={onClose}
    >
      <p>{known.action}</p>
      {changed && (
        <Notice tone="warn" alert>
          {t.changedMeanwhile}{' '}
          {[known.leadText, known.deadline, known.note].filter(Boolean).join(' · ')}
        </Notice>
      )}
      <BodyField label={t.body} value={leadId} onChange={setLeadId} />
      {leadId === null && (
        <TextField
          label={t.leadOther}
          hint={t.leadOtherHint}
          value={leadText}
          onChange={setLeadText}
          maxLength={500}
        />
      )}
      {(events.length > 0 || eventId !== '') && (
        <SelectField
          label={field.event}
          value={eventId}
          onChange={setEvent}
          options={[
            { value: '', label: field.none },
            ...events.map((one) => ({
              value: one.id,
              label: field.option(one.name, formatDate(one.day)),
            })),
          ]}
        />
      )}
      {eventId !== '' ? (
        <TextField
          label={field.daysBefore}
          value={daysBefore}
          onChange={setDaysBefore}
          inputMode="numeric"
          maxLength={3}
        />
      ) : (
        <DateField
          label={t.deadline}
          value={deadline}
          onChange={setDeadline}
          onInvalid={setInvalid}
        />
      )}
      {corrects && (
        <TextArea label={t.correctReason} value={reason} onChange={setReason} maxLength={5000} />
      )}
      {texts.map((name) => (
        <TextField
          key={name}
          label={t[name]}
          value={columns[name] ?? ''}
          onChange={(value) => setColumns((former) => ({ ...former, [name]: value }))}
          maxLength={500}
        />
      ))}
    </FormDialog>
  )
}
