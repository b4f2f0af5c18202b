// Keeps the agenda of a conference as a template for the next of its kind.
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { TextField } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import type { PlanView } from '../conferences/plan-contract.ts'
import type { templateRoutes } from './template-contract.ts'
import { en, vi } from './texts.ts'
import { useSending } from './useAgenda.tsx'

export function SaveTemplate({ plan }: { plan: PlanView }) {
  const t = useTexts(vi, en).template
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t.save}</Button>
      {open && <SaveDialog plan={plan} onClose={() => setOpen(false)} />}
    </>
  )
}

function SaveDialog({ plan, onClose }: { plan: PlanView; onClose: () => void }) {
  const t = useTexts(vi, en).template
  const [name, setName] = useState('')
  const save = useSending({
    send: () =>
      request<typeof templateRoutes.save>('post', '/api/conferences/{id}/template', {
        params: { id: plan.id },
        body: { name },
      }),
    words: t.saved,
    onDone: onClose,
  })
  return (
    <FormDialog title={t.title} change={save} ready={name.trim() !== ''} onClose={onClose}>
      <p>{t.detail}</p>
      <TextField
        label={t.name}
        value={name}
        onChange={setName}
        maxLength={200}
        required
        autoFocus
      />
    </FormDialog>
  )
}
