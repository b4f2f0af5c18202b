// Opinion rounds: those of the office, those sent to oneself; whom to remind today.
import '../../web/ui/register.css'
import './rounds.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from 'wouter'
import { request } from '../../web/api.ts'
import { formatInstant } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { useSession } from '../../web/session.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { EmptyState, ErrorPanel, Notice } from '../../web/ui/States.tsx'
import { Status } from '../../web/ui/Status.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import { AddRound } from './AddRound.tsx'
import type { RoundLine, roundRoutes } from './contract.ts'
import { answerTone, roundTone } from './round.ts'
import { en, vi } from './texts.ts'

export function RoundList() {
  const t = useTexts(vi, en)
  const { can } = useSession()
  const { data, error, refetch } = useQuery({
    queryKey: ['rounds'],
    queryFn: ({ signal }) => request<typeof roundRoutes.list>('get', '/api/rounds', { signal }),
  })
  return (
    <div className="page">
      <PageHead title={t.title} intro={t.intro} actions={can.planConferences && <AddRound />} />
      {can.planConferences && <Reminders />}
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.rounds.length === 0 && <EmptyState title={t.none} detail={t.noneDetail} />}
      {data && data.rounds.length > 0 && <RoundTable rounds={data.rounds} />}
    </div>
  )
}

function RoundTable({ rounds }: { rounds: readonly RoundLine[] }) {
  const t = useTexts(vi, en)
  return (
    <div className="table-frame">
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">{t.name}</th>
            <th scope="col">{t.body}</th>
            <th scope="col">{t.dueAt}</th>
            <th scope="col">{t.answered}</th>
            <th scope="col">{t.state}</th>
            <th scope="col">{t.mine}</th>
          </tr>
        </thead>
        <tbody>
          {rounds.map((round) => (
            <tr key={round.id}>
              <th scope="row">
                <Link href={`/rounds/${round.id}`}>{round.title}</Link>
              </th>
              <td data-label={t.body}>{round.organisation.name}</td>
              <td data-label={t.dueAt}>{formatInstant(round.dueAt)}</td>
              <td data-label={t.answered}>
                {t.answeredOf(round.counts.answered, round.counts.all)}
                {round.counts.late > 0 && (
                  <span className="muted"> · {t.late(round.counts.late)}</span>
                )}
              </td>
              <td data-label={t.state}>
                <Status tone={roundTone[round.state]}>{t.states[round.state]}</Status>
              </td>
              <td data-label={t.mine}>
                <OwnAnswers round={round} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function OwnAnswers({ round }: { round: RoundLine }) {
  const t = useTexts(vi, en)
  if (round.own.length === 0) return <span className="muted">—</span>
  return (
    <ul className="plain-list">
      {round.own.map((one) => (
        <li key={one.id}>
          {one.reminder === null ? (
            <Status tone={answerTone[one.state]}>{t.answerStates[one.state]}</Status>
          ) : (
            <Status tone="warn">{t.remindedIn(one.reminder)}</Status>
          )}
        </li>
      ))}
    </ul>
  )
}

function Reminders() {
  const t = useTexts(vi, en).reminders
  const client = useQueryClient()
  const toast = useToast()
  const { data } = useQuery({
    queryKey: ['rounds', 'reminders'],
    queryFn: ({ signal }) =>
      request<typeof roundRoutes.reminders>('get', '/api/round-reminders', { signal }),
  })
  const mark = useMutation({
    mutationFn: () =>
      request<typeof roundRoutes.remind>('post', '/api/round-reminders', { body: {} }),
    async onSuccess({ reminders }) {
      await client.invalidateQueries({ queryKey: ['rounds'] })
      toast.show({ text: t.done(reminders.length), tone: 'good' })
    },
  })
  if (!data || data.reminders.length === 0) return null
  return (
    <section className="register-section" aria-labelledby="reminders">
      <h2 id="reminders">{t.title}</h2>
      <Notice tone="warn">
        <p>{t.detail}</p>
        <ul>
          {data.reminders.map((one) => (
            <li key={one.addresseeId}>
              {t.line(one.name, one.days)} ·{' '}
              <Link href={`/rounds/${one.roundId}`}>{one.title}</Link>
            </li>
          ))}
        </ul>
        <Button small onClick={() => mark.mutate()} disabled={mark.isPending}>
          {t.mark}
        </Button>
      </Notice>
    </section>
  )
}
