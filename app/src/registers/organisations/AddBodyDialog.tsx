// A new body: what it is called, where it stands, from which day.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { Combobox } from '../../web/ui/Combobox.tsx'
import { DateField, SelectField, TextField } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import type { BodyLine, NewBody, organisationRoutes } from './contract.ts'
import { namesIn, organisationKinds, type Tree, trees } from './organisation.ts'
import { en, vi } from './texts.ts'
import { bodyOptions } from './useBodies.tsx'

const kinds = organisationKinds.filter((kind) => kind !== 'province')

export function AddBodyDialog({
  bodies,
  onClose,
}: {
  bodies: readonly BodyLine[]
  onClose: () => void
}) {
  const t = useTexts(vi, en)
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
    <FormDialog
      title={t.form.addTitle}
      change={add}
      ready={form.name.trim() !== '' && !wrong}
      off={wrong}
      onClose={onClose}
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
    </FormDialog>
  )
}
