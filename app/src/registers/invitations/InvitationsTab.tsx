// The tab "Giấy mời": who is invited as what, what they answered; the office adds, sends, withdraws, calls the roll.
import './invitations.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { SelectField } from '../../web/ui/Field.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { EmptyState, ErrorPanel, Notice } from '../../web/ui/States.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import type { ConferenceTabProps } from '../conferences/tabs.ts'
import type { InvitationListView, invitationRoutes } from './contract.ts'
import { InvitationTable } from './InvitationTable.tsx'
import { InviteDialog } from './InviteDialog.tsx'
import { RollCall } from './RollCall.tsx'
import { en, vi } from './texts.ts'

export function InvitationsTab({ plan }: ConferenceTabProps) {
  const t = useTexts(vi, en)
  const [calling, setCalling] = useState(false)
  const [shown, setShown] = useState<keyof typeof t.shows>('all')
  const { data, error, refetch } = useQuery({
    queryKey: ['conferences', plan.id, 'invitations'],
    queryFn: ({ signal }) =>
      request<typeof invitationRoutes.list>('get', '/api/conferences/{id}/invitations', {
        params: { id: plan.id },
        signal,
      }),
  })
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  if (calling) return <RollCall plan={plan} list={data} onBack={() => setCalling(false)} />
  const live = data.invitations.filter((one) => one.withdrawnAt === null)
  const rows = data.invitations.filter(
    (one) =>
      shown === 'all' ||
      (one.withdrawnAt === null &&
        (shown === 'unsent' ? one.sentAt === null : one.sentAt !== null && one.answer === null)),
  )
  return (
    <div className="stack">
      <Tools plan={plan} list={data} onCall={() => setCalling(true)} />
      {data.sight === 'own' && <Notice>{t.ownOnly}</Notice>}
      <Counts list={data} />
      {live.length === 0 && data.invitations.length === 0 ? (
        <EmptyState title={t.empty} {...(plan.may.plan ? { detail: t.emptyDetail } : {})} />
      ) : (
        <>
          {data.sight === 'office' && (
            <div className="row register-filter">
              <SelectField
                label={t.show}
                value={shown}
                options={(['all', 'unanswered', 'unsent'] as const).map((value) => ({
                  value,
                  label: t.shows[value],
                }))}
                onChange={setShown}
              />
            </div>
          )}
          <InvitationTable plan={plan} rows={rows} />
        </>
      )}
    </div>
  )
}

interface ToolsProps extends ConferenceTabProps {
  list: InvitationListView
  onCall: () => void
}

function Tools({ plan, list, onCall }: ToolsProps) {
  const t = useTexts(vi, en)
  const client = useQueryClient()
  const toast = useToast()
  const [inviting, setInviting] = useState(false)
  const fresh = () => client.invalidateQueries({ queryKey: ['conferences', plan.id] })
  const params = { id: plan.id }
  const hasMembers = list.invitations.some(({ capacity }) => /chair|member/.test(capacity))
  const members = useMutation({
    mutationFn: () =>
      request<typeof invitationRoutes.addMembers>(
        'post',
        '/api/conferences/{id}/invitations/members',
        { params },
      ),
    onSuccess: ({ added }) =>
      toast.show(
        added === 0 && !hasMembers
          ? { text: t.noMembersKnown, tone: 'bad' }
          : { text: t.membersAdded(added) },
      ),
    onError: toast.showError,
    onSettled: fresh,
  })
  const send = useMutation({
    mutationFn: () =>
      request<typeof invitationRoutes.send>('post', '/api/conferences/{id}/invitations/send', {
        params,
      }),
    onSuccess: ({ sent }) => toast.show({ text: t.sent(sent) }),
    onError: toast.showError,
    onSettled: fresh,
  })
  const goesOn = plan.stage !== 'closed' && plan.stage !== 'cancelled'
  const unsent = list.answers?.unsent ?? 0
  return (
    <div className="row no-print">
      {plan.may.plan && goesOn && (
        <>
          {unsent > 0 && (
            <Button look="primary" onClick={() => send.mutate()} disabled={send.isPending}>
              {t.send(unsent)}
            </Button>
          )}
          <Button onClick={() => members.mutate()} disabled={members.isPending}>
            {t.addMembers}
          </Button>
          <Button onClick={() => setInviting(true)}>{t.invite}</Button>
        </>
      )}
      {plan.may.run && goesOn && list.invitations.length > 0 && (
        <Button onClick={onCall}>{t.roll.open}</Button>
      )}
      {plan.startsAt && (
        <a className="button plain" href={`/api/conferences/${plan.id}/calendar`} download>
          {t.calendar}
        </a>
      )}
      {inviting && <InviteDialog conferenceId={plan.id} onClose={() => setInviting(false)} />}
    </div>
  )
}

/** What those invited answered so far, in one line. */
function Counts({ list }: { list: InvitationListView }) {
  const t = useTexts(vi, en)
  const { answers } = list
  if (!answers || list.invitations.length === 0) return null
  const parts = (['coming', 'notComing', 'substitute', 'unanswered', 'unsent'] as const).filter(
    (key) => answers[key] > 0,
  )
  return (
    <p className="answer-counts">
      {parts.map((key) => (
        <span key={key}>
          <strong>{answers[key]}</strong> {t.counts[key]}
        </span>
      ))}
    </p>
  )
}
