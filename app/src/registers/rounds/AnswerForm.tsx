// An answer to a round: a stance and any number of opinions, each with its clause.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { currentOf, request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { en as sharedEn, vi as sharedVi } from '../../web/texts.ts'
import { Button } from '../../web/ui/Button.tsx'
import { SelectField, TextArea, TextField } from '../../web/ui/Field.tsx'
import { FormError, Notice } from '../../web/ui/States.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import type { AddresseeView, RoundView, roundRoutes } from './contract.ts'
import { type Stance, stances } from './round.ts'
import { en, vi } from './texts.ts'

interface AnswerFormProps {
  round: RoundView
  addressee: AddresseeView
  /** Where it stands inside something else and can be left. */
  onClose?: () => void
}

interface Line {
  /** Tells lines apart while they are written. */
  key: string
  id?: string
  clause: string
  body: string
}

let counter = 0
const emptyLine = (): Line => ({ key: `new ${++counter}`, clause: '', body: '' })

export function AnswerForm({ round, addressee, onClose }: AnswerFormProps) {
  const t = useTexts(vi, en)
  const shared = useTexts(sharedVi, sharedEn)
  const client = useQueryClient()
  const toast = useToast()
  const [stance, setStance] = useState<Stance>(addressee.stance ?? 'agree')
  const [lines, setLines] = useState<Line[]>(() =>
    addressee.opinions.map((one) => ({
      ...{ key: one.id, id: one.id, clause: one.clause ?? '', body: one.body },
    })),
  )
  const send = useMutation({
    mutationFn: () =>
      request<typeof roundRoutes.answer>('put', '/api/round-addressees/{id}', {
        params: { id: addressee.id },
        version: addressee.version,
        body: {
          stance,
          opinions: lines
            .filter((line) => line.body.trim() !== '')
            .map(({ id, clause, body }) => ({
              ...(id ? { id } : {}),
              clause: clause.trim() || null,
              body,
            })),
        },
      }),
    async onSuccess() {
      await client.invalidateQueries({ queryKey: ['rounds'] })
      toast.show({ text: t.answer.sent, tone: 'good' })
      onClose?.()
    },
  })
  const put = (key: string, change: Partial<Line>) =>
    setLines((now) => now.map((line) => (line.key === key ? { ...line, ...change } : line)))
  return (
    <form
      className="stack answer-form"
      onSubmit={(event) => {
        event.preventDefault()
        send.mutate()
      }}
    >
      <p className="muted">{round.state === 'due' ? t.answer.lateNow : t.answer.untilDeadline}</p>
      <SelectField
        label={t.answer.stance}
        value={stance}
        onChange={setStance}
        options={stances.map((value) => ({ value, label: t.stances[value] }))}
      />
      {lines.map((line, index) => (
        <fieldset key={line.key} className="answer-line">
          <legend>{t.answer.opinion(index + 1)}</legend>
          <TextField
            label={t.answer.clause}
            hint={t.answer.clauseHint}
            value={line.clause}
            onChange={(clause) => put(line.key, { clause })}
            maxLength={300}
          />
          <TextArea
            label={t.answer.body}
            value={line.body}
            onChange={(body) => put(line.key, { body })}
            maxLength={20000}
          />
          <Button
            small
            look="plain"
            onClick={() => setLines((now) => now.filter(({ key }) => key !== line.key))}
          >
            {t.answer.remove(index + 1)}
          </Button>
        </fieldset>
      ))}
      <div>
        <Button small onClick={() => setLines((now) => [...now, emptyLine()])}>
          {t.answer.add}
        </Button>
      </div>
      <OtherAnswer error={send.error} />
      <div className="row">
        <Button look="primary" type="submit" disabled={send.isPending}>
          {t.answer.send}
        </Button>
        {onClose && <Button onClick={onClose}>{shared.cancel}</Button>}
      </div>
    </form>
  )
}

/** What went wrong; where somebody else answered meanwhile, what stands there now beside one's own text. */
function OtherAnswer({ error }: { error: unknown }) {
  const t = useTexts(vi, en)
  const current = currentOf<AddresseeView>(error)
  if (!current) return <FormError error={error} />
  return (
    <Notice tone="warn" alert>
      <p>{t.answer.other}</p>
      <p>{current.stance && t.stances[current.stance]}</p>
      <ul>
        {current.opinions.map((one) => (
          <li key={one.id}>{[one.clause, one.body].filter(Boolean).join(': ')}</li>
        ))}
      </ul>
    </Notice>
  )
}
