// Opinions with their answers, by keyboard: choose one, answer, go to the next that has none.

import { type KeyboardEvent, useRef } from 'react'
import { Link } from 'wouter'
import { HistoryButton } from '../../record/History.tsx'
import { formatInstant } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { Chip, Status } from '../../web/ui/Status.tsx'
import { AccessButton } from '../access/AccessButton.tsx'
import { OpinionAnswerForm } from './OpinionAnswerForm.tsx'
import type { OpinionView } from './opinions-contract.ts'
import { type OpinionAnswer, opinionTone } from './round.ts'
import { en, vi } from './texts.ts'

const answerKeys: Record<string, OpinionAnswer> = {
  '1': 'accepted',
  '2': 'partly',
  '3': 'notAccepted',
}

export function OpinionList({ opinions }: { opinions: readonly OpinionView[] }) {
  const list = useRef<HTMLUListElement>(null)
  const cards = () => [...(list.current?.querySelectorAll<HTMLElement>('article') ?? [])]
  const cardOf = (target: EventTarget) =>
    target instanceof HTMLElement ? target.closest<HTMLElement>('article') : null

  /** From the card on, the next one that waits for its answer; nothing moves where there is none. */
  function goOn(from: HTMLElement | null) {
    const all = cards()
    const start = from ? all.indexOf(from) + 1 : 0
    const next = [...all.slice(start), ...all.slice(0, start)].find(
      (card) => card !== from && card.dataset.answer === '',
    )
    next?.focus()
  }

  function onKeyDown(event: KeyboardEvent<HTMLUListElement>) {
    const card = cardOf(event.target)
    if (!card) return
    // Keys count on the card itself; in its fields they are text.
    if (event.target === card) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step) {
        const all = cards()
        all[all.indexOf(card) + step]?.focus()
        event.preventDefault()
      }
      const answer = answerKeys[event.key]
      if (answer) {
        card.querySelector<HTMLInputElement>(`input[value="${answer}"]`)?.click()
        card.querySelector<HTMLTextAreaElement>('textarea')?.focus()
        event.preventDefault()
      }
    } else if (event.key === 'Escape') card.focus()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      card.querySelector<HTMLFormElement>('form')?.requestSubmit()
      event.preventDefault()
    }
  }

  return (
    <ul className="plain-list opinion-list" ref={list} onKeyDown={onKeyDown}>
      {opinions.map((one) => (
        <li key={one.id}>
          <OpinionCard
            opinion={one}
            onAnswered={() => goOn(cards().find((card) => card.id === `opinion-${one.id}`) ?? null)}
          />
        </li>
      ))}
    </ul>
  )
}

function OpinionCard({ opinion, onAnswered }: { opinion: OpinionView; onAnswered: () => void }) {
  const t = useTexts(vi, en)
  const { given } = opinion
  const name = [opinion.speaker, opinion.clause].filter(Boolean).join(', ')
  const place = given.kind === 'conference' ? `/conferences/${given.id}` : `/rounds/${given.id}`
  return (
    <article
      id={`opinion-${opinion.id}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard flow stops at each opinion
      tabIndex={0}
      className="opinion-card"
      data-answer={opinion.answer ?? ''}
      aria-label={name}
    >
      <header className="row">
        <strong>{opinion.speaker}</strong>
        {opinion.speakerTitle && <span className="muted">{opinion.speakerTitle}</span>}
        <Chip>{t.stances[opinion.stance]}</Chip>
        {opinion.answer ? (
          <Status tone={opinionTone[opinion.answer]}>{t.opinions.answers[opinion.answer]}</Status>
        ) : (
          <Status tone="none">{t.opinions.unansweredOne}</Status>
        )}
        <HistoryButton kind="itemOpinion" id={opinion.id} of={name} />
        <AccessButton
          kind={given.kind === 'round' ? 'roundOpinion' : 'itemOpinion'}
          id={opinion.id}
          of={name}
        />
      </header>
      <p className="round-text">
        {opinion.clause && <strong>{opinion.clause}: </strong>}
        {opinion.body}
      </p>
      <p className="muted">
        {t.opinions.at[given.kind]} <Link href={place}>{given.title}</Link>,{' '}
        {formatInstant(opinion.givenAt)}
        {opinion.paper && ` · ${t.opinions.draft}: ${opinion.paper.title}`}
      </p>
      {opinion.mayAnswer ? (
        <OpinionAnswerForm opinion={opinion} onAnswered={onAnswered} />
      ) : (
        opinion.answerReason && (
          <p className="round-text">
            <strong>{t.opinions.reason}: </strong>
            {opinion.answerReason}
          </p>
        )
      )}
      {opinion.answeredBy && opinion.answeredAt && (
        <p className="muted">
          {t.opinions.answeredBy(opinion.answeredBy, formatInstant(opinion.answeredAt))}
        </p>
      )}
    </article>
  )
}
