// Names owner, date and the columns of the follow-up register. Where somebody else was faster, both texts are on the table.
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { DateField, TextArea, TextField } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { Notice } from '../../web/ui/States.tsx'
import { BodyField } from './BodyField.tsx'
import type { AssignmentView, assignmentRoutes } from './contract.ts'
import { en, vi } from './texts.ts'
import { useStep } from './useStep.tsx'

/** The columns of the follow-up register that the office fills in. */
const texts = ['deliverable', 'upstream', 'directive', 'product', 'note'] as const

interface UpdateDialogProps {
  assignment: AssignmentView
  onClose: () => void
}

export function UpdateDialog({ assignment, onClose }: UpdateDialogProps) {
  const t = useTexts(vi, en)
  const [known, setKnown] = useState<AssignmentView>(assignment)
  const [leadId, setLeadId] = useState(assignment.leadId)
  const [leadText, setLeadText] = useState(assignment.leadId ? '' : (assignment.leadText ?? ''))
  const [deadline, setDeadline] = useState(assignment.event ? null : assignment.deadline)
  const [columns, setColumns] = useState(() =>
    Object.fromEntries(texts.map((name) => [name, assignment[name] ?? ''])),
  )
  const [reason, setReason] = useState('')
  const [invalid, setInvalid] = useState(false)
  const corrects = !assignment.event && known.deadline !== null && deadline !== known.deadline
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
          ...(assignment.event ? {} : { deadline }),
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
      ready={!invalid && (!corrects || reason.trim() !== '')}
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
      {!assignment.event && (
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
