// A new conference that a body holds.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Combobox } from '../../web/ui/Combobox.tsx'
import { SelectField } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import { bodyOptions, useBodies } from '../organisations/useBodies.tsx'
import { PlanFields, usePlanForm } from './PlanFields.tsx'
import { conferenceTypes } from './plan.ts'
import type { planRoutes } from './plan-contract.ts'
import { en, vi } from './plan-texts.ts'

/** The button that opens the dialog, for the head of the list. */
export function AddConference() {
  const t = useTexts(vi, en)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        {t.form.add}
      </Button>
      {open && <AddDialog onClose={() => setOpen(false)} />}
    </>
  )
}

function AddDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(vi, en)
  const client = useQueryClient()
  const toast = useToast()
  const [, navigate] = useLocation()
  const bodies = bodyOptions(useBodies(null).data?.bodies ?? [])
  const [body, setBody] = useState<string | null>(null)
  const [type, setType] = useState<(typeof conferenceTypes)[number]>('standingCommittee')
  const form = usePlanForm()
  const add = useMutation({
    mutationFn: () =>
      request<typeof planRoutes.create>('post', '/api/conferences', {
        body: { organisationId: body, type, ...form.facts },
      }),
    async onSuccess({ plan }) {
      await client.invalidateQueries({ queryKey: ['conferences'] })
      toast.show({ text: t.form.added(plan.title), tone: 'good' })
      onClose()
      navigate(`/conferences/${plan.id}`)
    },
  })
  return (
    <FormDialog
      title={t.form.addTitle}
      change={add}
      ready={body !== null && form.facts !== null}
      onClose={onClose}
    >
      <Combobox
        label={t.form.body}
        options={bodies}
        value={body}
        onChange={setBody}
        required
        autoFocus
      />
      <SelectField
        label={t.kind}
        value={type}
        onChange={setType}
        options={conferenceTypes.map((value) => ({ value, label: t.types[value] }))}
      />
      <PlanFields form={form} bodies={bodies} />
    </FormDialog>
  )
}
