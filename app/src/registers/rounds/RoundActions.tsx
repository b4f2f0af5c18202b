// What the office does with a round that is not closed: put off, ask more, close.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { SelectField } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { MomentField } from '../../web/ui/MomentField.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import { useBodies } from '../organisations/useBodies.tsx'
import { AskedFields, type AskedLine } from './AskedFields.tsx'
import type { RoundView, roundRoutes } from './contract.ts'
import { type RoundLevel, roundLevels } from './round.ts'
import { en, vi } from './texts.ts'

export function RoundActions({ round }: { round: RoundView }) {
  const t = useTexts(vi, en)
  const [open, setOpen] = useState<'change' | 'close' | null>(null)
  if (!round.may.plan || round.state === 'closed') return null
  const onClose = () => setOpen(null)
  return (
    <>
      <Button onClick={() => setOpen('change')}>{t.form.change}</Button>
      <Button onClick={() => setOpen('close')}>{t.form.close}</Button>
      {open === 'change' && <ChangeDialog round={round} onClose={onClose} />}
      {open === 'close' && <CloseDialog round={round} onClose={onClose} />}
    </>
  )
}

interface DialogProps {
  round: RoundView
  onClose: () => void
}

/** What to do when the round was changed: show it anew, and say so. */
function useDone(onClose: () => void, text: string) {
  const client = useQueryClient()
  const toast = useToast()
  return async () => {
    await client.invalidateQueries({ queryKey: ['rounds'] })
    toast.show({ text, tone: 'good' })
    onClose()
  }
}

function ChangeDialog({ round, onClose }: DialogProps) {
  const t = useTexts(vi, en)
  const bodies = useBodies(null).data?.bodies ?? []
  const [dueAt, setDueAt] = useState<string | null | undefined>(round.dueAt)
  const [level, setLevel] = useState(round.level as RoundLevel)
  const [asked, setAsked] = useState<readonly AskedLine[]>([])
  const onSuccess = useDone(onClose, t.form.saved)
  const moved = dueAt && Date.parse(dueAt) !== Date.parse(round.dueAt)
  const change = useMutation({
    mutationFn: () =>
      request<typeof roundRoutes.change>('patch', '/api/rounds/{id}', {
        params: { id: round.id },
        version: round.version,
        body: { ...(moved ? { dueAt } : {}), level, addressees: asked.map((one) => one.given) },
      }),
    onSuccess,
  })
  return (
    <FormDialog title={t.form.changeTitle} change={change} ready={Boolean(dueAt)} onClose={onClose}>
      <MomentField label={t.form.dueAt} value={round.dueAt} onChange={setDueAt} />
      <AskedFields label={t.form.more} bodies={bodies} asked={asked} onChange={setAsked} />
      <SelectField
        label={t.form.level}
        hint={t.form.levelHint}
        value={level}
        onChange={setLevel}
        options={roundLevels.map((value) => ({ value, label: t.form.levels[value] }))}
      />
    </FormDialog>
  )
}

function CloseDialog({ round, onClose }: DialogProps) {
  const t = useTexts(vi, en)
  const onSuccess = useDone(onClose, t.form.closed)
  const close = useMutation({
    mutationFn: () =>
      request<typeof roundRoutes.close>('post', '/api/rounds/{id}/close', {
        params: { id: round.id },
        version: round.version,
        body: {},
      }),
    onSuccess,
  })
  return (
    <FormDialog
      title={t.form.closeTitle}
      change={close}
      ready
      submit={t.form.close}
      onClose={onClose}
    >
      <p>{t.form.closeDetail(round.counts.silent)}</p>
    </FormDialog>
  )
}
