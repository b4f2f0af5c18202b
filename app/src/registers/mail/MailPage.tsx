// Mails of the province, for the administrator: the server, what did not arrive for certain, who gets the heads.
import '../../web/ui/register.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { request } from '../../web/api.ts'
import { formatInstant } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { TextField } from '../../web/ui/Field.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { EmptyState, ErrorPanel, Notice } from '../../web/ui/States.tsx'
import { Status } from '../../web/ui/Status.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import type { MailOverview, mailRoutes, OutgoingView } from './contract.ts'
import type { NotificationKind } from './notification.ts'
import { en, vi } from './texts.ts'

const key = ['mails']

export function MailPage() {
  const t = useTexts(vi, en).outgoing
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => request<typeof mailRoutes.overview>('get', '/api/mails', { signal }),
  })
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} page />
  return (
    <div className="page">
      <PageHead title={t.title} intro={t.intro} />
      {!data ? (
        <Loading />
      ) : (
        <div className="stack">
          <Server data={data} />
          {data.mails.length === 0 ? (
            <EmptyState title={t.none} detail={t.noneDetail} />
          ) : (
            <MailTable mails={data.mails} />
          )}
          <Subscribers addresses={data.subscribers} />
        </div>
      )}
    </div>
  )
}

function Server({ data: { server, counts } }: { data: MailOverview }) {
  const t = useTexts(vi, en).outgoing
  const waiting = counts.waiting ?? 0
  if (server === null) {
    return (
      <Notice tone="warn">
        {t.off} {waiting > 0 && t.waitingWhileOff(waiting)}
      </Notice>
    )
  }
  return (
    <>
      <p>{t.server(server.server, server.from)}</p>
      {server.trouble && (
        <Notice tone="warn" alert>
          {t.trouble(formatInstant(server.trouble.since), server.trouble.reason)}{' '}
          {t.next(formatInstant(server.trouble.next))}
        </Notice>
      )}
    </>
  )
}

const tones = {
  waiting: 'neutral',
  sent: 'good',
  refused: 'bad',
  doubtful: 'warn',
  dropped: 'neutral',
} as const

function MailTable({ mails }: { mails: readonly OutgoingView[] }) {
  const words = useTexts(vi, en)
  const t = words.outgoing
  return (
    <div className="table-frame">
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">{t.to}</th>
            <th scope="col">{t.what}</th>
            <th scope="col">{t.state}</th>
            <th scope="col">{t.at}</th>
            <th scope="col">{t.why}</th>
            <th scope="col">{t.act}</th>
          </tr>
        </thead>
        <tbody>
          {mails.map((one) => (
            <tr key={one.id}>
              <th scope="row">{one.to}</th>
              <td data-label={t.what}>
                {words.sentences[one.notification as NotificationKind]?.({}) ?? t.kinds[one.kind]}
              </td>
              <td data-label={t.state}>
                <Status tone={tones[one.state]}>{t.states[one.state]}</Status>
              </td>
              <td data-label={t.at}>
                {one.state === 'waiting' ? t.next2(formatInstant(one.at)) : formatInstant(one.at)}
                {one.attempts > 1 && <span className="muted"> · {t.attempts(one.attempts)}</span>}
              </td>
              <td data-label={t.why}>{one.reason && (t.reasons[one.reason] ?? one.reason)}</td>
              <td data-label={t.act}>
                {(one.state === 'refused' || one.state === 'doubtful') && <Decide mail={one} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Decide({ mail }: { mail: OutgoingView }) {
  const t = useTexts(vi, en).outgoing
  const client = useQueryClient()
  const toast = useToast()
  const decide = useMutation({
    mutationFn: (decision: 'resend' | 'drop') =>
      request<typeof mailRoutes.decide>('post', '/api/mails/{id}/decide', {
        params: { id: mail.id },
        body: { decision },
        version: mail.version,
      }),
    onSuccess: (_, decision) => toast.show({ text: decision === 'resend' ? t.resent : t.dropped }),
    onError: toast.showError,
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  })
  return (
    <div className="row">
      <Button small onClick={() => decide.mutate('resend')} disabled={decide.isPending}>
        {t.resend}
      </Button>
      <Button small look="plain" onClick={() => decide.mutate('drop')} disabled={decide.isPending}>
        {t.drop}
      </Button>
    </div>
  )
}

function Subscribers({ addresses }: { addresses: readonly string[] }) {
  const t = useTexts(vi, en).outgoing
  const client = useQueryClient()
  const toast = useToast()
  const [address, setAddress] = useState('')
  const settled = {
    onError: toast.showError,
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  }
  const add = useMutation({
    mutationFn: () =>
      request<typeof mailRoutes.subscribe>('post', '/api/mail-subscribers', { body: { address } }),
    onSuccess: () => setAddress(''),
    ...settled,
  })
  const remove = useMutation({
    mutationFn: (one: string) =>
      request<typeof mailRoutes.unsubscribe>('post', '/api/mail-subscribers/remove', {
        body: { address: one },
      }),
    ...settled,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate()
  }
  return (
    <section className="panel padded stack" aria-labelledby="head-recipients">
      <h2 id="head-recipients">{t.subscribers}</h2>
      <p className="muted">{t.subscribersIntro}</p>
      {addresses.length === 0 ? (
        <p>{t.noSubscribers}</p>
      ) : (
        <ul className="plain-list">
          {addresses.map((one) => (
            <li key={one} className="row">
              {one}
              <Button
                small
                look="plain"
                aria-label={t.remove(one)}
                onClick={() => remove.mutate(one)}
                disabled={remove.isPending}
              >
                ✕
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form className="row" onSubmit={submit}>
        <TextField
          label={t.address}
          type="email"
          value={address}
          onChange={setAddress}
          maxLength={254}
        />
        <Button type="submit" disabled={add.isPending || address === ''}>
          {t.add}
        </Button>
      </form>
    </section>
  )
}
