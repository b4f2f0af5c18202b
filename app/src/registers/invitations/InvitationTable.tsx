// The list of those invited, each with what may be done about it.

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { HistoryButton } from '../../record/History.tsx'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { Button, ButtonLink } from '../../web/ui/Button.tsx'
import { TextField } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { Chip, Status, type Tone } from '../../web/ui/Status.tsx'
import { AccessButton } from '../access/AccessButton.tsx'
import type { PlanView } from '../conferences/plan-contract.ts'
import { AnswerDialog } from './AnswerDialog.tsx'
import type { InvitationView, invitationRoutes } from './contract.ts'
import { EditDialog } from './InviteDialog.tsx'
import type { Reply } from './invitation.ts'
import { en, vi } from './texts.ts'

interface TableProps {
  plan: PlanView
  rows: readonly InvitationView[]
}

export function InvitationTable({ plan, rows }: TableProps) {
  const t = useTexts(vi, en)
  return (
    <div className="table-frame">
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">{t.name}</th>
            <th scope="col">{t.as}</th>
            <th scope="col">{t.answer}</th>
            <th scope="col">
              <span className="visually-hidden">{t.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.id} className={one.withdrawnAt ? 'invitation-gone' : undefined}>
              <th scope="row">
                {one.name}
                {one.title && <span className="invitation-note">{one.title}</span>}
              </th>
              <td data-label={t.as}>
                {t.capacity[one.capacity]}
                {one.votes && ` · ${t.voting}`}
                {one.itemIds.length > 0 && ` · ${t.itemsCount(one.itemIds.length)}`}
              </td>
              <td data-label={t.answer}>
                <AnswerShown invitation={one} />
              </td>
              <td>
                <Actions plan={plan} invitation={one} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const tones: Record<Reply, Tone> = { coming: 'good', notComing: 'bad', substitute: 'warn' }

/** What somebody answered, with the reason or who comes instead. */
export function AnswerShown({ invitation }: { invitation: InvitationView }) {
  const t = useTexts(vi, en)
  if (invitation.withdrawnAt) return <Chip>{t.withdrawn}</Chip>
  if (!invitation.sentAt) return <Chip>{t.unsent}</Chip>
  if (!invitation.answer) return <Status tone="none">{t.unanswered}</Status>
  const more = invitation.substitute
    ? t.insteadComes(invitation.substitute)
    : invitation.answerReason
  return (
    <>
      <Status tone={tones[invitation.answer]}>{t.answers[invitation.answer]}</Status>
      {more && <span className="invitation-note">{more}</span>}
    </>
  )
}

function Actions({ plan, invitation }: { plan: PlanView; invitation: InvitationView }) {
  const t = useTexts(vi, en)
  const [open, setOpen] = useState<'answer' | 'edit' | 'withdraw' | null>(null)
  const close = () => setOpen(null)
  const of = invitation.name
  const about = (
    <>
      <HistoryButton kind="invitation" id={invitation.id} of={of} />
      <AccessButton kind="invitation" id={invitation.id} of={of} />
    </>
  )
  if (invitation.withdrawnAt) return <div className="row invitation-actions">{about}</div>
  const goesOn = plan.stage !== 'closed' && plan.stage !== 'cancelled'
  const answers = invitation.own === 'invited' || invitation.own === 'body' || plan.may.run
  const answerWord = invitation.own ? t.answer : t.writeDown
  return (
    <div className="row invitation-actions">
      {answers && goesOn && invitation.sentAt && (
        <Button small onClick={() => setOpen('answer')} aria-label={`${answerWord}: ${of}`}>
          {answerWord}
        </Button>
      )}
      {plan.may.plan && goesOn && (
        <>
          <Button
            small
            look="plain"
            onClick={() => setOpen('edit')}
            aria-label={`${t.edit}: ${of}`}
          >
            {t.edit}
          </Button>
          <Button
            small
            look="plain"
            onClick={() => setOpen('withdraw')}
            aria-label={`${t.withdraw}: ${of}`}
          >
            {t.withdraw}
          </Button>
        </>
      )}
      {(plan.may.plan || invitation.own) && (
        <ButtonLink small look="plain" to={`/invitations/${invitation.id}`}>
          {t.letter}
          <span className="visually-hidden">: {of}</span>
        </ButtonLink>
      )}
      {about}
      {open === 'answer' && <AnswerDialog invitation={invitation} onClose={close} />}
      {open === 'edit' && <EditDialog invitation={invitation} onClose={close} />}
      {open === 'withdraw' && <WithdrawDialog invitation={invitation} onClose={close} />}
    </div>
  )
}

function WithdrawDialog(props: { invitation: InvitationView; onClose: () => void }) {
  const { invitation, onClose } = props
  const t = useTexts(vi, en)
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const withdraw = useMutation({
    mutationFn: () =>
      request<typeof invitationRoutes.withdraw>('post', '/api/invitations/{id}/withdraw', {
        params: { id: invitation.id },
        body: reason.trim() ? { reason: reason.trim() } : {},
        version: invitation.version,
      }),
    onSuccess: onClose,
    onSettled: () =>
      client.invalidateQueries({ queryKey: ['conferences', invitation.conferenceId] }),
  })
  return (
    <FormDialog
      title={t.withdrawOf(invitation.name)}
      change={withdraw}
      ready
      onClose={onClose}
      danger
      submit={t.withdraw}
    >
      <p>{t.withdrawDetail}</p>
      <TextField label={t.reason} value={reason} onChange={setReason} autoFocus />
    </FormDialog>
  )
}
