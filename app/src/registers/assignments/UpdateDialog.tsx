// Names owner, date and the columns of the follow-up register. Where somebody else was faster, both texts are on the table.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ApiProblem, request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { DateField, TextArea, TextField } from '../../web/ui/Field.tsx'
import { FormError, Notice } from '../../web/ui/States.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import { BodyField } from './BodyField.tsx'
import type { AssignmentView, assignmentRoutes } from './contract.ts'
import { en, vi } from './texts.ts'

/** The columns of the follow-up register that the office fills in. */
const texts = ['deliverable', 'upstream', 'directive', 'product', 'note'] as const

interface UpdateDialogProps {
  assignment: AssignmentView
  onClose: () => void
}

export function UpdateDialog({ assignment, onClose }: UpdateDialogProps) {
  const t = useTexts(vi, en)
  const toast = useToast()
  const client = useQueryClient()
  const [known, setKnown] = useState(assignment)
  const [leadId, setLeadId] = useState(assignment.leadId)
  const [leadText, setLeadText] = useState(assignment.leadId ? '' : (assignment.leadText ?? ''))
  const [deadline, setDeadline] = useState(assignment.event ? null : assignment.deadline)
  const [columns, setColumns] = useState(() =>
    Object.fromEntries(texts.map((name) => [name, assignment[name] ?? ''])),
  )
  const [reason, setReason] = useState('')
  const [invalid, setInvalid] = useState(false)
  const corrects = !assignment.event && known.deadline !== null && deadline !== known.deadline
  const save = useMutation({
    mutationFn: () =>
      request<typeof assignmentRoutes.change>('patch', '/api/assignments/{id}', {
        params: { id: known.id },
        version: known.version,
        body: {
          ...(leadId === known.leadId && leadId !== null
            ? {}
            : { leadId, leadText: leadId === null ? leadText.trim() || null : null }),
          ...(assignment.event ? {} : { deadline }),
          ...Object.fromEntries(texts.map((name) => [name, columns[name]?.trim() || null])),
          ...(corrects ? { reason } : {}),
        },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['assignments'] })
      await client.invalidateQueries({ queryKey: ['conferences'] })
      toast.show({ text: t.saved, tone: 'good' })
      onClose()
    },
    onError: (error) => {
      const current = error instanceof ApiProblem ? error.body.current : null
      if (current) setKnown(current as AssignmentView)
    },
  })
  const ready = !invalid && (!corrects || reason.trim() !== '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready) save.mutate()
  }
  const changed = known.version !== assignment.version
  return (
    <Dialog title={t.updateTitle} onClose={onClose}>
      <form onSubmit={submit} className="stack">
        <p>{known.action}</p>
        {changed ? (
          <Notice tone="warn" alert>
            {t.changedMeanwhile}{' '}
            {[known.leadText, known.deadline, known.note].filter(Boolean).join(' · ')}
          </Notice>
        ) : (
          <FormError error={save.error} />
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
        <div className="dialog-actions">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" look="primary" disabled={!ready || save.isPending}>
            {t.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
