// The answer to one opinion: accepted, partly, not, with the reason. Where two answer at once, both texts show.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { currentOf, request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { TextArea } from '../../web/ui/Field.tsx'
import { FormError, Notice } from '../../web/ui/States.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import type { OpinionView, opinionRoutes } from './opinions-contract.ts'
import { lacksReason, type OpinionAnswer, opinionAnswers } from './round.ts'
import { en, vi } from './texts.ts'

interface OpinionAnswerFormProps {
  opinion: OpinionView
  /** After it was saved. */
  onAnswered: () => void
}

export function OpinionAnswerForm({ opinion, onAnswered }: OpinionAnswerFormProps) {
  const t = useTexts(vi, en).opinions
  const client = useQueryClient()
  const toast = useToast()
  const [answer, setAnswer] = useState<OpinionAnswer | null>(opinion.answer)
  const [reason, setReason] = useState(opinion.answerReason ?? '')
  const save = useMutation({
    mutationFn: ({ version, taken }: { version: number; taken: OpinionAnswer | null }) =>
      request<typeof opinionRoutes.answer>('put', '/api/item-opinions/{id}/answer', {
        params: { id: opinion.id },
        version,
        body: { answer: taken, reason: taken === null ? null : reason },
      }),
    async onSuccess({ opinion: saved }) {
      setAnswer(saved.answer)
      setReason(saved.answerReason ?? '')
      await Promise.all(
        ['rounds', 'matters', 'conferences'].map((key) =>
          client.invalidateQueries({ queryKey: [key] }),
        ),
      )
      toast.show({ text: t.saved, tone: 'good' })
      onAnswered()
    },
  })
  const lacking = lacksReason(answer, reason)
  const same = answer === opinion.answer && reason.trim() === (opinion.answerReason ?? '')
  return (
    <form
      className="stack opinion-answer"
      onSubmit={(event) => {
        event.preventDefault()
        if (answer !== null && !lacking) save.mutate({ version: opinion.version, taken: answer })
      }}
    >
      <fieldset className="row">
        <legend className="visually-hidden">{t.answerOf(opinion.speaker)}</legend>
        {opinionAnswers.map((value) => (
          <label key={value} className="check-field">
            <input
              type="radio"
              name={`answer-${opinion.id}`}
              value={value}
              checked={answer === value}
              onChange={() => setAnswer(value)}
            />
            <span>{t.answers[value]}</span>
          </label>
        ))}
      </fieldset>
      {answer !== null && (
        <>
          <TextArea
            label={answer === 'accepted' ? t.reason : t.reasonNeeded}
            value={reason}
            onChange={setReason}
            rows={2}
            maxLength={5000}
          />
          <TwoTexts
            error={save.error}
            onTake={(current) => {
              setAnswer(current.answer)
              setReason(current.answerReason ?? '')
              save.reset()
              void client.invalidateQueries({ queryKey: ['matters'] })
            }}
            onKeep={({ version }) => save.mutate({ version, taken: answer })}
          />
          <div className="row">
            <Button
              small
              look={same ? 'normal' : 'primary'}
              type="submit"
              disabled={same || lacking || save.isPending}
            >
              {t.save}
            </Button>
            {opinion.answer !== null && (
              <Button
                small
                look="plain"
                onClick={() => save.mutate({ version: opinion.version, taken: null })}
                disabled={save.isPending}
              >
                {t.takeBack}
              </Button>
            )}
          </div>
        </>
      )}
    </form>
  )
}

interface TwoTextsProps {
  error: unknown
  onTake: (current: OpinionView) => void
  onKeep: (current: OpinionView) => void
}

/** An error; of an old version, what stands now, to take or to overwrite knowingly. */
function TwoTexts({ error, onTake, onKeep }: TwoTextsProps) {
  const t = useTexts(vi, en).opinions
  const current = currentOf<OpinionView>(error)
  if (!current) return <FormError error={error} />
  return (
    <Notice tone="warn" alert>
      <p>{t.otherText}</p>
      <p>
        <strong>{current.answer ? t.answers[current.answer] : t.unansweredOne}</strong>
        {current.answerReason && `: ${current.answerReason}`}
      </p>
      <p>{t.yourText}</p>
      <div className="row">
        <Button small onClick={() => onTake(current)}>
          {t.takeTheirs}
        </Button>
        <Button small onClick={() => onKeep(current)}>
          {t.keepMine}
        </Button>
      </div>
    </Notice>
  )
}
