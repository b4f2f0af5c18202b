// Names owner or date, marks as done. Where somebody else was faster, both texts are on the table.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ApiProblem, request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { DateField, TextArea, TextField } from '../../web/ui/Field.tsx'
import { FormError, Notice } from '../../web/ui/States.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import type { AssignmentView, assignmentRoutes } from './contract.ts'
import { en, vi } from './texts.ts'

interface UpdateDialogProps {
  assignment: AssignmentView
  onClose: () => void
}

export function UpdateDialog({ assignment, onClose }: UpdateDialogProps) {
  const t = useTexts(vi, en)
  const toast = useToast()
  const client = useQueryClient()
  const [known, setKnown] = useState(assignment)
  const [leadText, setLeadText] = useState(assignment.leadText ?? '')
  const [deadline, setDeadline] = useState(assignment.deadline)
  const [doneOn, setDoneOn] = useState(assignment.doneOn)
  const [note, setNote] = useState(assignment.note ?? '')
  const [invalid, setInvalid] = useState({ deadline: false, doneOn: false })
  const save = useMutation({
    mutationFn: () =>
      request<typeof assignmentRoutes.change>('patch', '/api/assignments/{id}', {
        params: { id: known.id },
        version: known.version,
        body: { leadText: leadText.trim() || null, deadline, doneOn, note: note.trim() || null },
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
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!invalid.deadline && !invalid.doneOn) save.mutate()
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
        <TextField label={t.lead} value={leadText} onChange={setLeadText} maxLength={500} />
        <DateField
          label={t.deadline}
          value={deadline}
          onChange={setDeadline}
          onInvalid={(wrong) => setInvalid((former) => ({ ...former, deadline: wrong }))}
        />
        <DateField
          label={t.doneOn}
          value={doneOn}
          onChange={setDoneOn}
          onInvalid={(wrong) => setInvalid((former) => ({ ...former, doneOn: wrong }))}
        />
        <TextArea label={t.note} value={note} onChange={setNote} maxLength={5000} />
        <div className="dialog-actions">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" look="primary" disabled={save.isPending}>
            {t.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
