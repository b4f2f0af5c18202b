// What may be done to the plan of a conference: change it, cancel it.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { TextArea, TextField } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import { bodyOptions, useBodies } from '../organisations/useBodies.tsx'
import { PlanFields, usePlanForm } from './PlanFields.tsx'
import type { PlanView, planRoutes } from './plan-contract.ts'
import { en, vi } from './plan-texts.ts'

export function PlanActions({ plan }: { plan: PlanView }) {
  const t = useTexts(vi, en)
  const [open, setOpen] = useState<'edit' | 'cancel' | null>(null)
  if (!plan.may.plan || plan.stage === 'closed' || plan.stage === 'cancelled') return null
  const close = () => setOpen(null)
  return (
    <>
      <Button small onClick={() => setOpen('edit')}>
        {t.form.edit}
      </Button>
      {plan.stage !== 'running' && (
        <Button small look="plain" onClick={() => setOpen('cancel')}>
          {t.form.cancel}
        </Button>
      )}
      {open === 'edit' && <EditDialog plan={plan} onClose={close} />}
      {open === 'cancel' && <CancelDialog plan={plan} onClose={close} />}
    </>
  )
}

interface DialogProps {
  plan: PlanView
  onClose: () => void
}

/** What to do when the plan was changed: show everything of it anew, and say so. */
function useDone(onClose: () => void, words: string) {
  const client = useQueryClient()
  const toast = useToast()
  return async () => {
    await client.invalidateQueries({ queryKey: ['conferences'] })
    toast.show({ text: words, tone: 'good' })
    onClose()
  }
}

function EditDialog({ plan, onClose }: DialogProps) {
  const t = useTexts(vi, en)
  const bodies = bodyOptions(useBodies(null).data?.bodies ?? [])
  const form = usePlanForm(plan)
  const [reason, setReason] = useState('')
  const onSuccess = useDone(onClose, t.form.saved)
  const change = useMutation({
    mutationFn: () =>
      request<typeof planRoutes.change>('patch', '/api/conferences/{id}/plan', {
        params: { id: plan.id },
        version: plan.version,
        body: { ...form.facts, ...(reason.trim() ? { reason } : {}) },
      }),
    onSuccess,
  })
  return (
    <FormDialog
      title={t.form.editTitle}
      change={change}
      ready={form.facts !== null}
      onClose={onClose}
    >
      <PlanFields form={form} bodies={bodies} />
      <TextField
        label={t.form.reason}
        hint={t.form.reasonHint}
        value={reason}
        onChange={setReason}
        maxLength={1000}
      />
    </FormDialog>
  )
}

function CancelDialog({ plan, onClose }: DialogProps) {
  const t = useTexts(vi, en)
  const [reason, setReason] = useState('')
  const onSuccess = useDone(onClose, t.form.cancelled)
  const cancel = useMutation({
    mutationFn: () =>
      request<typeof planRoutes.cancel>('post', '/api/conferences/{id}/cancel', {
        params: { id: plan.id },
        version: plan.version,
        body: { reason },
      }),
    onSuccess,
  })
  return (
    <FormDialog
      title={t.form.cancelTitle}
      change={cancel}
      ready={reason.trim() !== ''}
      onClose={onClose}
      danger
      submit={t.form.cancelTitle}
    >
      <p>{t.form.cancelDetail}</p>
      <TextArea
        label={t.form.cancelReason}
        value={reason}
        onChange={setReason}
        maxLength={1000}
        required
      />
    </FormDialog>
  )
}
