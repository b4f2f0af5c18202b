// A new round: who asks, about what, whom, until when.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Combobox } from '../../web/ui/Combobox.tsx'
import { SelectField, TextArea, TextField } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { MomentField } from '../../web/ui/MomentField.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import { bodyOptions, useBodies } from '../organisations/useBodies.tsx'
import { AskedFields, type AskedLine } from './AskedFields.tsx'
import type { roundRoutes } from './contract.ts'
import { type RoundLevel, roundLevels } from './round.ts'
import { en, vi } from './texts.ts'

interface AddRoundProps {
  /** A matter that is known; left out, the round starts a new one. */
  matter?: { id: string; title: string }
  /** Papers of its dossier, one of which the round may ask about. */
  drafts?: readonly { id: string; title: string }[]
}

/** The button that opens the dialog. */
export function AddRound({ matter, drafts = [] }: AddRoundProps) {
  const t = useTexts(vi, en)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button look={matter ? 'normal' : 'primary'} onClick={() => setOpen(true)}>
        {t.form.add}
      </Button>
      {open && (
        <AddDialog {...(matter ? { matter } : {})} drafts={drafts} onClose={() => setOpen(false)} />
      )}
    </>
  )
}

function AddDialog({ matter, drafts = [], onClose }: AddRoundProps & { onClose: () => void }) {
  const t = useTexts(vi, en)
  const client = useQueryClient()
  const toast = useToast()
  const [, navigate] = useLocation()
  const bodies = useBodies(null).data?.bodies ?? []
  const [body, setBody] = useState<string | null>(null)
  const [submitter, setSubmitter] = useState<string | null>(null)
  const [title, setTitle] = useState(matter?.title ?? '')
  const [paper, setPaper] = useState('')
  const [question, setQuestion] = useState('')
  const [dueAt, setDueAt] = useState<string | null | undefined>(null)
  const [level, setLevel] = useState<RoundLevel>('participants')
  const [asked, setAsked] = useState<readonly AskedLine[]>([])
  const add = useMutation({
    mutationFn: () =>
      request<typeof roundRoutes.open>('post', '/api/rounds', {
        body: {
          ...{ organisationId: body, title, question, dueAt, level },
          ...(matter
            ? { matterId: matter.id, paperId: paper || null }
            : { submitterId: submitter }),
          addressees: asked.map((one) => one.given),
        },
      }),
    async onSuccess({ round }) {
      await client.invalidateQueries({ queryKey: ['rounds'] })
      toast.show({ text: t.form.opened(round.title), tone: 'good' })
      onClose()
      navigate(`/rounds/${round.id}`)
    },
  })
  const filled = body !== null && title.trim() !== '' && question.trim() !== ''
  return (
    <FormDialog
      title={t.form.addTitle}
      change={add}
      ready={filled && Boolean(dueAt) && asked.length > 0}
      submit={t.form.add}
      onClose={onClose}
    >
      <Combobox
        label={t.form.body}
        options={bodyOptions(bodies)}
        value={body}
        onChange={setBody}
        required
        autoFocus
      />
      <TextField label={t.form.title} value={title} onChange={setTitle} required maxLength={500} />
      {!matter && (
        <Combobox
          label={t.form.submitter}
          options={bodyOptions(bodies)}
          value={submitter}
          onChange={setSubmitter}
        />
      )}
      {drafts.length > 0 && (
        <SelectField
          label={t.paper}
          hint={t.form.paperHint}
          value={paper}
          onChange={setPaper}
          options={[
            { value: '', label: t.form.noPaper },
            ...drafts.map(({ id, title: name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <TextArea
        label={t.form.question}
        value={question}
        onChange={setQuestion}
        required
        maxLength={5000}
      />
      <MomentField label={t.form.dueAt} value={null} onChange={setDueAt} />
      <AskedFields label={t.form.asked} bodies={bodies} asked={asked} onChange={setAsked} />
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
