// The dialogs of one body: correct, rename, move, end.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { sessionKey } from '../../web/session.tsx'
import { Combobox } from '../../web/ui/Combobox.tsx'
import { CheckField, DateField, SelectField, TextArea, TextField } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import type { BodyPage, organisationRoutes } from './contract.ts'
import { namesIn, namesText, type Tree, trees } from './organisation.ts'
import { en, vi } from './texts.ts'
import { bodyOptions, useBodies } from './useBodies.tsx'

export interface BodyDialogProps {
  page: BodyPage
  onClose: () => void
}

/** One change of a body: sends it with the version seen, closes when it is done. */
function useChange(onClose: () => void, send: () => Promise<unknown>) {
  const t = useTexts(vi, en)
  const client = useQueryClient()
  const toast = useToast()
  return useMutation({
    mutationFn: send,
    async onSuccess() {
      await client.invalidateQueries({ queryKey: ['bodies'] })
      // The name of the province stands there.
      await client.invalidateQueries({ queryKey: sessionKey })
      toast.show({ text: t.form.saved, tone: 'good' })
      onClose()
    },
  })
}

export function CorrectDialog({ page: { body, names }, onClose }: BodyDialogProps) {
  const t = useTexts(vi, en).form
  const [also, setAlso] = useState(() => namesText(names))
  const [code, setCode] = useState(body.code ?? '')
  const [legal, setLegal] = useState(body.legalReference ?? '')
  const [note, setNote] = useState(body.note ?? '')
  const [verified, setVerified] = useState(body.unverified.length === 0)
  const change = useChange(onClose, () =>
    request<typeof organisationRoutes.correct>('patch', '/api/organisations/{id}', {
      params: { id: body.id },
      version: body.version,
      body: {
        also: namesIn(also),
        code: code.trim() || null,
        legalReference: legal.trim() || null,
        note: note.trim() || null,
        ...(verified ? { unverified: [] } : {}),
      },
    }),
  )
  return (
    <FormDialog title={t.correctTitle} change={change} ready onClose={onClose}>
      <p className="muted">{t.correctIntro}</p>
      <TextField label={t.also} hint={t.alsoHint} value={also} onChange={setAlso} autoFocus />
      <TextField label={t.code} value={code} onChange={setCode} maxLength={20} />
      <TextField label={t.legal} value={legal} onChange={setLegal} maxLength={300} />
      <TextArea label={t.note} value={note} onChange={setNote} maxLength={1000} />
      {body.unverified.length > 0 && (
        <CheckField label={t.verified} value={verified} onChange={setVerified} />
      )}
    </FormDialog>
  )
}

export function RenameDialog({ page: { body }, onClose }: BodyDialogProps) {
  const t = useTexts(vi, en).form
  const [name, setName] = useState(body.name)
  const [from, setFrom] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)
  const [legal, setLegal] = useState('')
  const change = useChange(onClose, () =>
    request<typeof organisationRoutes.rename>('post', '/api/organisations/{id}/rename', {
      params: { id: body.id },
      version: body.version,
      body: { name, from: from ?? '', legalReference: legal.trim() || null },
    }),
  )
  const ready = name.trim() !== '' && from !== null && !wrong
  return (
    <FormDialog title={t.renameTitle} change={change} ready={ready} onClose={onClose}>
      <TextField label={t.newName} value={name} onChange={setName} required autoFocus />
      <DateField label={t.from} value={from} onChange={setFrom} onInvalid={setWrong} />
      <TextField label={t.legal} value={legal} onChange={setLegal} maxLength={300} />
    </FormDialog>
  )
}

export function MoveDialog({ page: { body }, onClose }: BodyDialogProps) {
  const t = useTexts(vi, en)
  const { data } = useBodies(null)
  const [tree, setTree] = useState<Tree>(body.parents[0]?.tree ?? 'administrative')
  const [parent, setParent] = useState<string | null>(null)
  const [from, setFrom] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)
  const [legal, setLegal] = useState('')
  const change = useChange(onClose, () =>
    request<typeof organisationRoutes.move>('post', '/api/organisations/{id}/move', {
      params: { id: body.id },
      version: body.version,
      body: {
        tree,
        parentId: parent ?? '',
        from: from ?? '',
        legalReference: legal.trim() || null,
      },
    }),
  )
  const ready = parent !== null && from !== null && !wrong
  return (
    <FormDialog title={t.form.moveTitle} change={change} ready={ready} onClose={onClose}>
      <Combobox
        label={t.form.parent}
        options={bodyOptions(data?.bodies.filter((one) => one.id !== body.id) ?? [])}
        value={parent}
        onChange={setParent}
        autoFocus
      />
      <SelectField
        label={t.form.tree}
        value={tree}
        onChange={setTree}
        options={trees.map((value) => ({ value, label: t.trees[value] }))}
      />
      <DateField label={t.form.from} value={from} onChange={setFrom} onInvalid={setWrong} />
      <TextField label={t.form.legal} value={legal} onChange={setLegal} maxLength={300} />
    </FormDialog>
  )
}

export function EndDialog({ page: { body, below }, onClose }: BodyDialogProps) {
  const t = useTexts(vi, en)
  const [on, setOn] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)
  const [all, setAll] = useState(false)
  const [legal, setLegal] = useState('')
  const change = useChange(onClose, () =>
    request<typeof organisationRoutes.end>('post', '/api/organisations/{id}/end', {
      params: { id: body.id },
      version: body.version,
      body: {
        on: on ?? '',
        below: all ? 'end' : 'refuse',
        legalReference: legal.trim() || null,
      },
    }),
  )
  return (
    <FormDialog
      title={t.form.endTitle}
      change={change}
      ready={on !== null && !wrong}
      onClose={onClose}
      danger
      submit={t.actions.end}
    >
      <p>{t.form.endDetail}</p>
      <DateField
        label={t.form.lastDay}
        value={on}
        onChange={setOn}
        onInvalid={setWrong}
        autoFocus
      />
      {below.length > 0 && <CheckField label={t.form.endBelow} value={all} onChange={setAll} />}
      <TextField label={t.form.legal} value={legal} onChange={setLegal} maxLength={300} />
    </FormDialog>
  )
}
