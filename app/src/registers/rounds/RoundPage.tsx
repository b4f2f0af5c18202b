// One opinion round: the question, one's own answer, who answered what and who did not.
import '../../web/ui/register.css'
import './rounds.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'wouter'
import { HistoryButton } from '../../record/History.tsx'
import { request } from '../../web/api.ts'
import { formatInstant } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { Button, ButtonLink } from '../../web/ui/Button.tsx'
import { CheckField } from '../../web/ui/Field.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { ErrorPanel } from '../../web/ui/States.tsx'
import { Status } from '../../web/ui/Status.tsx'
import { AccessButton } from '../access/AccessButton.tsx'
import { AnswerForm } from './AnswerForm.tsx'
import type { AddresseeView, RoundView, roundRoutes } from './contract.ts'
import { RoundActions } from './RoundActions.tsx'
import { answerTone, opinionTone, roundTone } from './round.ts'
import { en, vi } from './texts.ts'

export function RoundPage() {
  const t = useTexts(vi, en)
  const { id } = useParams<{ id: string }>()
  const { data, error, refetch } = useQuery({
    queryKey: ['rounds', id],
    queryFn: ({ signal }) =>
      request<typeof roundRoutes.get>('get', '/api/rounds/{id}', { params: { id }, signal }),
  })
  if (error) {
    const list = { to: '/rounds', words: t.back }
    return <ErrorPanel error={error} onRetry={() => void refetch()} page list={list} />
  }
  if (!data) return <Loading />
  const { round } = data
  return (
    <div className="page">
      <PageHead
        title={round.title}
        actions={
          <>
            <RoundActions round={round} />
            {round.whole && <HistoryButton kind="opinionRound" id={round.id} of={round.title} />}
            <AccessButton kind="round" id={round.id} of={round.title} />
            <ButtonLink to={`/matters/${round.matter.id}/opinions`}>{t.opinions.link}</ButtonLink>
            <ButtonLink to="/rounds">{t.back}</ButtonLink>
          </>
        }
      />
      <RoundFacts round={round} />
      <OwnAnswers round={round} />
      {round.whole && <Addressees round={round} />}
    </div>
  )
}

function RoundFacts({ round }: { round: RoundView }) {
  const t = useTexts(vi, en)
  const { counts } = round
  const facts: [string, string | null][] = [
    [t.body, round.organisation.name],
    [t.matter, round.matter.title === round.title ? null : round.matter.title],
    [t.dueAt, formatInstant(round.dueAt)],
    [t.openedAt, formatInstant(round.openedAt)],
    [t.closedAt, round.closedAt && formatInstant(round.closedAt)],
    [t.answered, t.answeredOf(counts.answered, counts.all)],
    [t.answerStates.answeredLate, counts.late === 0 ? null : String(counts.late)],
    [t.form.level, t.form.levels[round.level as 'internal'] ?? null],
  ]
  return (
    <>
      <p>
        <Status tone={roundTone[round.state]}>{t.states[round.state]}</Status>{' '}
        <span className="muted">{t.silence}</span>
      </p>
      <section aria-labelledby="question" className="round-question">
        <h2 id="question">{t.question}</h2>
        <p>{round.question}</p>
      </section>
      {round.paper && (
        <p>
          {t.paper}: <Link href={`/papers/${round.paper.id}`}>{round.paper.title}</Link>
        </p>
      )}
      <dl className="facts">
        {facts
          .filter(([, value]) => value !== null)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </>
  )
}

function OwnAnswers({ round }: { round: RoundView }) {
  const t = useTexts(vi, en)
  const own = round.addressees.filter((one) => one.own)
  return own.map((one) => (
    <section key={one.id} className="register-section" aria-label={t.answerFor(one.name)}>
      <h2>{t.answerFor(one.name)}</h2>
      {one.mayAnswer ? (
        <AnswerForm key={one.version} round={round} addressee={one} />
      ) : (
        <Answer addressee={one} />
      )}
    </section>
  ))
}

/** Who has not answered comes first: that is what the office looks for. */
function Addressees({ round }: { round: RoundView }) {
  const t = useTexts(vi, en)
  const [onlySilent, setOnlySilent] = useState(false)
  const silent = (one: AddresseeView) => one.answeredAt === null
  const shown = round.addressees
    .filter((one) => !onlySilent || silent(one))
    .toSorted((a, b) => Number(silent(b)) - Number(silent(a)))
  return (
    <section className="register-section" aria-labelledby="addressees">
      <h2 id="addressees">{t.addressees}</h2>
      <CheckField label={t.onlySilent} value={onlySilent} onChange={setOnlySilent} />
      <div className="table-frame">
        <table className="table cards">
          <thead>
            <tr>
              <th scope="col">{t.addressees}</th>
              <th scope="col">{t.state}</th>
              <th scope="col">{t.answer.stance}</th>
              <th scope="col">{t.answer.body}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <AddresseeRow key={one.id} round={round} addressee={one} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function AddresseeRow({ round, addressee }: { round: RoundView; addressee: AddresseeView }) {
  const t = useTexts(vi, en)
  const [writing, setWriting] = useState(false)
  const { answeredBy, answeredAt } = addressee
  return (
    <tr>
      <th scope="row">
        {addressee.name}
        {!addressee.signsIn && <span className="muted block">{t.byOffice}</span>}
      </th>
      <td data-label={t.state}>
        <Status tone={answerTone[addressee.state]}>{t.answerStates[addressee.state]}</Status>
        {answeredBy && answeredAt && (
          <span className="muted block">{t.answeredBy(answeredBy, formatInstant(answeredAt))}</span>
        )}
        {answeredAt === null && addressee.reminded.length > 0 && (
          <span className="muted block">{t.reminders.queued(addressee.reminded)}</span>
        )}
      </td>
      <td data-label={t.answer.stance}>{addressee.stance ? t.stances[addressee.stance] : '—'}</td>
      <td data-label={t.answer.body}>
        <Opinions addressee={addressee} />
        {addressee.mayAnswer && !addressee.own && (
          <Button
            small
            look="plain"
            onClick={() => setWriting(true)}
            aria-label={`${answeredAt === null ? t.answer.write : t.answer.change}: ${addressee.name}`}
          >
            {answeredAt === null ? t.answer.write : t.answer.change}
          </Button>
        )}
        {writing && (
          <AnswerForm
            key={addressee.version}
            round={round}
            addressee={addressee}
            onClose={() => setWriting(false)}
          />
        )}
      </td>
    </tr>
  )
}

function Answer({ addressee }: { addressee: AddresseeView }) {
  const t = useTexts(vi, en)
  return (
    <div className="stack">
      <p>
        <Status tone={answerTone[addressee.state]}>{t.answerStates[addressee.state]}</Status>{' '}
        {addressee.stance && t.stances[addressee.stance]}
      </p>
      <Opinions addressee={addressee} />
    </div>
  )
}

/** The opinions of one answer, each with what was answered to it. */
function Opinions({ addressee: { opinions, stance } }: { addressee: AddresseeView }) {
  const t = useTexts(vi, en)
  if (opinions.length === 0) return stance && <span className="muted">{t.noOpinion}</span>
  return (
    <ul className="plain-list">
      {opinions.map((one) => (
        <li key={one.id}>
          {one.clause && <strong>{one.clause}: </strong>}
          <span className="round-text">{one.body}</span>
          {one.answer && (
            <span className="block">
              <Status tone={opinionTone[one.answer]}>{t.opinions.answers[one.answer]}</Status>{' '}
              {one.answerReason}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
