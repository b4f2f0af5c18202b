// One's own conferences, for members with a tablet: when and where, the answer, what one says beforehand.
import './invitations.css'
import '../../web/ui/register.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { formatInstant } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { ButtonLink } from '../../web/ui/Button.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { EmptyState, ErrorPanel } from '../../web/ui/States.tsx'
import { Chip, Status } from '../../web/ui/Status.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import { AnswerDialog, useAnswer } from './AnswerDialog.tsx'
import type { InvitationView, invitationRoutes, OwnConference } from './contract.ts'
import { AnswerShown } from './InvitationTable.tsx'
import type { Reply } from './invitation.ts'
import { OwnPositions } from './OwnPositions.tsx'
import { en, vi } from './texts.ts'

export function MyConferences() {
  const t = useTexts(vi, en)
  const { data, error, refetch } = useQuery({
    queryKey: ['my-conferences'],
    queryFn: ({ signal }) =>
      request<typeof invitationRoutes.own>('get', '/api/my-conferences', { signal }),
  })
  return (
    <div className="page narrow">
      <PageHead title={t.title} intro={t.intro} />
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Loading />}
      {data?.conferences.length === 0 && <EmptyState title={t.none} detail={t.noneDetail} />}
      <div className="stack">
        {data?.conferences.map((one) => (
          <Conference key={one.id} conference={one} />
        ))}
      </div>
    </div>
  )
}

function Conference({ conference }: { conference: OwnConference }) {
  const t = useTexts(vi, en).own
  const ahead = conference.stage === 'invited' || conference.stage === 'planned'
  return (
    <section className="panel padded stack own-conference">
      <div>
        <h2>{conference.title}</h2>
        <StageShown stage={conference.stage} />
      </div>
      <dl className="facts">
        <div>
          <dt>{t.when}</dt>
          <dd>{conference.startsAt && formatInstant(conference.startsAt)}</dd>
        </div>
        {conference.place && (
          <div>
            <dt>{t.where}</dt>
            <dd>{conference.place}</dd>
          </div>
        )}
      </dl>
      {conference.changeReason && <p className="muted">{t.changed(conference.changeReason)}</p>}
      {conference.invitations.map((one) => (
        <OwnAnswer key={one.id} invitation={one} open={ahead} />
      ))}
      {conference.stage !== 'cancelled' && <Agenda conference={conference} open={ahead} />}
      <div className="row">
        <ButtonLink to={`/conferences/${conference.id}`}>{t.papers}</ButtonLink>
      </div>
    </section>
  )
}

function StageShown({ stage }: { stage: OwnConference['stage'] }) {
  const t = useTexts(vi, en).own
  if (stage === 'cancelled') return <Status tone="bad">{t.cancelled}</Status>
  if (stage === 'running') return <Status tone="good">{t.running}</Status>
  return stage === 'closed' ? <Chip>{t.over}</Chip> : null
}

const replies = ['coming', 'notComing', 'substitute'] as const

/** The own invitation with a button for each answer; who comes in another's place reads only. */
function OwnAnswer({ invitation, open }: { invitation: InvitationView; open: boolean }) {
  const t = useTexts(vi, en)
  const toast = useToast()
  const [asking, setAsking] = useState<Reply | null>(null)
  const send = useAnswer(invitation)
  const press = (answer: Reply) =>
    answer === 'coming' ? send.mutate({ answer }, { onError: toast.showError }) : setAsking(answer)
  return (
    <div className="stack own-answer">
      <p>
        {invitation.own === 'body' && <strong>{t.own.asBody(invitation.name)}</strong>}
        {invitation.own === 'substitute' && <strong>{t.own.asSubstitute(invitation.name)}</strong>}{' '}
        <Chip>{t.capacity[invitation.capacity]}</Chip> <AnswerShown invitation={invitation} />
      </p>
      {open && invitation.own !== 'substitute' && (
        <fieldset className="roll-buttons" aria-label={t.answerOf(invitation.name)}>
          {replies.map((value) => (
            <button
              key={value}
              type="button"
              className={`button big ${value}`}
              aria-pressed={invitation.answer === value}
              disabled={send.isPending}
              onClick={() => press(value)}
            >
              {t.answers[value]}
            </button>
          ))}
        </fieldset>
      )}
      <div className="row">
        <ButtonLink small look="plain" to={`/invitations/${invitation.id}`}>
          {t.letter}
        </ButtonLink>
        <a
          className="button plain small"
          href={`/api/conferences/${invitation.conferenceId}/calendar`}
          download
        >
          {t.calendar}
        </a>
      </div>
      {asking && (
        <AnswerDialog invitation={invitation} first={asking} onClose={() => setAsking(null)} />
      )}
    </div>
  )
}

function Agenda({ conference, open }: { conference: OwnConference; open: boolean }) {
  const t = useTexts(vi, en)
  const { items, positionBy } = conference
  if (items.length === 0) return null
  const limited = conference.invitations.every((one) => one.capacity === 'forItems')
  const left = items.filter((item) => item.position === null).length
  return (
    <div>
      <h3>{limited ? t.own.agendaFor : t.own.agenda}</h3>
      {positionBy && open ? (
        <>
          <p className="muted">{t.own.positionsLeft(left)}</p>
          <OwnPositions
            conferenceId={conference.id}
            invitationId={positionBy}
            open={open}
            items={items}
          />
        </>
      ) : (
        <ol className="own-positions">
          {items.map((item) => (
            <li key={item.id}>
              {[item.number, item.title].filter(Boolean).join('. ')}{' '}
              {item.submitter && (
                <span className="muted">{t.own.submitter(item.submitter.name)}</span>
              )}
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
