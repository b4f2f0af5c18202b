// A new body: what it is called, where it stands, from which day.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { en as sharedEn, vi as sharedVi } from '../../web/texts.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Combobox, type Option } from '../../web/ui/Combobox.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { DateField, SelectField, TextField } from '../../web/ui/Field.tsx'
import { FormError } from '../../web/ui/States.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import {
  type BodyLine,
  type NewBody,
  organisationKinds,
  type organisationRoutes,
  trees,
} from './contract.ts'
import { namesIn, type Tree } from './organisation.ts'
import { en, vi } from './texts.ts'

const kinds = organisationKinds.filter((kind) => kind !== 'province')

/** Bodies as a person chooses one by typing. */
export const bodyOptions = (bodies: readonly BodyLine[]): Option[] =>
  bodies.map((body) => ({
    value: body.id,
    label: body.name,
    also: body.also,
    ...(body.code ? { note: body.code } : {}),
  }))

export function AddBodyDialog({
  bodies,
  onClose,
}: {
  bodies: readonly BodyLine[]
  onClose: () => void
}) {
  const t = useTexts(vi, en)
  const shared = useTexts(sharedVi, sharedEn)
  const client = useQueryClient()
  const toast = useToast()
  const [, navigate] = useLocation()
  const root = bodies.find((body) => body.kind === 'province')
  const [kind, setKind] = useState<NewBody['kind']>('department')
  const [form, setForm] = useState({ name: '', also: '', code: '', legal: '' })
  const [tree, setTree] = useState<Tree>('administrative')
  const [parent, setParent] = useState<string | null>(root?.id ?? null)
  const [from, setFrom] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)
  const add = useMutation({
    mutationFn: () =>
      request<typeof organisationRoutes.add>('post', '/api/organisations', {
        body: {
          kind,
          name: form.name,
          also: namesIn(form.also),
          code: form.code.trim() || null,
          parents: parent ? [{ id: parent, tree }] : [],
          from,
          legalReference: form.legal.trim() || null,
        },
      }),
    async onSuccess(page) {
      await client.invalidateQueries({ queryKey: ['bodies'] })
      toast.show({ text: t.form.added(page.body.name), tone: 'good' })
      onClose()
      navigate(`/bodies/${page.body.id}`)
    },
  })
  const text = (name: keyof typeof form) => ({
    label: t.form[name],
    value: form[name],
    onChange: (value: string) => setForm({ ...form, [name]: value }),
  })
  return (
    <Dialog title={t.form.addTitle} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (form.name.trim() && !wrong) add.mutate()
        }}
      >
        <TextField {...text('name')} required autoFocus maxLength={300} />
        <SelectField
          label={t.form.kind}
          value={kind}
          onChange={setKind}
          options={kinds.map((value) => ({ value, label: t.kinds[value] }))}
        />
        <TextField {...text('also')} hint={t.form.alsoHint} />
        <TextField {...text('code')} maxLength={20} />
        <Combobox
          label={t.form.parent}
          options={bodyOptions(bodies)}
          value={parent}
          onChange={setParent}
        />
        <SelectField
          label={t.form.tree}
          value={tree}
          onChange={setTree}
          options={trees.map((value) => ({ value, label: t.trees[value] }))}
        />
        <DateField
          label={t.form.from}
          hint={t.form.fromHint}
          value={from}
          onChange={setFrom}
          onInvalid={setWrong}
        />
        <TextField {...text('legal')} maxLength={300} />
        <FormError error={add.error} />
        <div className="dialog-actions">
          <Button onClick={onClose}>{shared.cancel}</Button>
          <Button look="primary" type="submit" disabled={add.isPending || wrong}>
            {shared.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
