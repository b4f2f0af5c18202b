// What units were asked to explain of an indicator, and what they answered.

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { formatDate, formatInstant } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { DateField, TextArea } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { ErrorPanel } from '../../web/ui/States.tsx'
import { Status, type Tone } from '../../web/ui/Status.tsx'
import { useSaved } from '../../web/useSaved.ts'
import { AccessButton } from '../access/AccessButton.tsx'
import { BodyField } from '../assignments/BodyField.tsx'
import type { IndicatorView } from './contract.ts'
import type { ExplanationView, explanationRoutes } from './explanation-contract.ts'
import { en, vi } from './explanation-texts.ts'

const tones: Record<ExplanationView['state'], Tone> = {
  answered: 'good',
  open: 'neutral',
  late: 'bad',
}

/** Where a request stands, in one line: for the board. */
export function ExplanationState({
  of,
}: {
  of: Pick<ExplanationView, 'state' | 'dueOn' | 'organisation'>
}) {
  const t = useTexts(vi, en)
  return (
    <span className="source-note">
      <Status tone={tones[of.state]}>{t.state[of.state]}</Status>{' '}
      <span className="muted">
        {of.organisation.name}
        {of.state !== 'answered' && `, ${t.due(formatDate(of.dueOn))}`}
      </span>
    </span>
  )
}

export function Explanations({ indicator }: { indicator: IndicatorView }) {
  const t = useTexts(vi, en)
  const [opened, setOpened] = useState<'ask' | ExplanationView | null>(null)
  const { data, error, refetch } = useQuery({
    queryKey: ['indicators', indicator.id, 'explanations'],
    queryFn: ({ signal }) =>
      request<typeof explanationRoutes.list>('get', '/api/indicators/{id}/explanations', {
        params: { id: indicator.id },
        signal,
      }),
  })
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (!data || (!data.mayAsk && data.explanations.length === 0)) return null
  const close = () => setOpened(null)
  return (
    <section className="targets">
      <div className="row section-head">
        <h2>{t.title}</h2>
        {data.mayAsk && <Button onClick={() => setOpened('ask')}>{t.ask}</Button>}
      </div>
      {data.explanations.length === 0 ? (
        <p className="muted">{t.none}</p>
      ) : (
        <ul className="plain-list">
          {data.explanations.map((one) => (
            <li key={one.id}>
              <ExplanationState of={one} />
              <p>{one.question}</p>
              <p className="muted source-note">{t.by(one.askedBy, formatInstant(one.askedAt))}</p>
              {one.answer !== null && (
                <blockquote>
                  <p>{one.answer}</p>
                  <p className="muted source-note">
                    {t.by(one.answeredBy ?? '', formatInstant(one.answeredAt ?? ''))}
                  </p>
                </blockquote>
              )}
              <p className="row">
                {one.mayAnswer && (
                  <Button small onClick={() => setOpened(one)}>
                    {t.answer}
                  </Button>
                )}
                <AccessButton kind="explanation" id={one.id} of={one.question} />
              </p>
            </li>
          ))}
        </ul>
      )}
      {opened === 'ask' && (
        <AskDialog indicator={indicator} targetId={null} owner={null} onClose={close} />
      )}
      {opened !== null && opened !== 'ask' && <AnswerDialog of={opened} onClose={close} />}
    </section>
  )
}

interface AskProps {
  indicator: IndicatorView
  targetId: string | null
  /** Who answers for the indicator, where somebody has said so: told, never chosen for the asker. */
  owner: string | null
  onClose: () => void
}

export function AskDialog({ indicator, targetId, owner, onClose }: AskProps) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const [body, setBody] = useState<string | null>(null)
  const [question, setQuestion] = useState('')
  const [dueOn, setDueOn] = useState<string | null>(null)
  const [noDay, setNoDay] = useState(false)
  const change = useSaved({
    send: () =>
      request<typeof explanationRoutes.ask>('post', '/api/indicators/{id}/explanations', {
        params: { id: indicator.id },
        body: { organisationId: body ?? '', targetId, question, dueOn: dueOn ?? '' },
      }),
    onDone: onClose,
    words: t.asked,
    keys: ['indicators'],
  })
  const ready = body !== null && dueOn !== null && !noDay && question.trim() !== ''
  return (
    <FormDialog title={t.askTitle} change={change} ready={ready} onClose={onClose}>
      <p>{language === 'en' ? indicator.nameEn : indicator.nameVi}</p>
      <BodyField label={t.body} value={body} onChange={setBody} />
      {owner && <p className="muted">{t.owner(owner)}</p>}
      <TextArea label={t.question} value={question} onChange={setQuestion} maxLength={2000} />
      <DateField label={t.dueOn} value={dueOn} onChange={setDueOn} onInvalid={setNoDay} />
      <p className="muted">{t.seen}</p>
    </FormDialog>
  )
}

function AnswerDialog({ of, onClose }: { of: ExplanationView; onClose: () => void }) {
  const t = useTexts(vi, en)
  const [answer, setAnswer] = useState('')
  const change = useSaved({
    send: () =>
      request<typeof explanationRoutes.answer>('post', '/api/explanations/{id}/answer', {
        params: { id: of.id },
        version: of.version,
        body: { answer },
      }),
    onDone: onClose,
    words: t.answered,
    keys: ['indicators'],
  })
  return (
    <FormDialog
      title={t.answerTitle}
      change={change}
      ready={answer.trim() !== ''}
      onClose={onClose}
    >
      <p>{of.question}</p>
      <TextArea label={t.text} value={answer} onChange={setAnswer} maxLength={4000} />
      <p className="muted">{t.seenAnswer}</p>
    </FormDialog>
  )
}
