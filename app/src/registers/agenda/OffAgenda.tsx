// Items that left the agenda, and how one leaves it: put off to another conference, or taken off.

import { useState } from 'react'
import { Link } from 'wouter'
import { HistoryButton } from '../../record/History.tsx'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { SelectField, TextArea } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { FormError } from '../../web/ui/States.tsx'
import { Status } from '../../web/ui/Status.tsx'
import { AccessButton } from '../access/AccessButton.tsx'
import type { PlanView } from '../conferences/plan-contract.ts'
import { useUpcoming } from '../conferences/useUpcoming.tsx'
import type { SessionItemView } from './contract.ts'
import { en, vi } from './texts.ts'
import { actOn, useSending } from './useAgenda.tsx'

export function OffAgenda({ items, edits }: { items: readonly SessionItemView[]; edits: boolean }) {
  const t = useTexts(vi, en)
  const back = useSending({
    send: (item: SessionItemView) => actOn(item, 'put-back', {}),
    words: t.saved,
  })
  if (items.length === 0) return null
  return (
    <section className="register-section">
      <h2>{t.off.section}</h2>
      <FormError error={back.error} />
      <ul className="plain-list">
        {items.map((item) => (
          <li key={item.id}>
            <Status tone="warn">{t.off.states[item.status as 'postponed']}</Status> {item.title}{' '}
            <span className="muted">{item.statusReason}</span>{' '}
            {item.movedTo && (
              <>
                {t.off.movedTo}{' '}
                <Link href={`/conferences/${item.movedTo.conferenceId}`}>{item.movedTo.title}</Link>
              </>
            )}{' '}
            {edits && !item.movedTo && (
              <Button
                small
                aria-label={`${t.off.putBack}: ${item.title}`}
                disabled={back.isPending}
                onClick={() => back.mutate(item)}
              >
                {t.off.putBack}
              </Button>
            )}
            <HistoryButton kind="sessionItem" id={item.id} of={item.title} />{' '}
            <AccessButton kind="sessionItem" id={item.id} of={item.title} />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface TakeOffDialogProps {
  plan: PlanView
  item: SessionItemView
  onClose: () => void
}

export function TakeOffDialog({ plan, item, onClose }: TakeOffDialogProps) {
  const t = useTexts(vi, en)
  const [status, setStatus] = useState<'postponed' | 'withdrawn'>(
    item.kind === 'review' ? 'withdrawn' : 'postponed',
  )
  const [to, setTo] = useState('')
  const [reason, setReason] = useState(item.checked === 'failed' ? (item.checkNote ?? '') : '')
  // Each conference looks back by itself: a review goes on nowhere else.
  const stays = item.kind === 'review'
  const upcoming = useUpcoming().filter(({ id }) => id !== plan.id && !stays)
  const send = useSending({
    send: () =>
      actOn(item, 'take-off', {
        status,
        reason,
        ...(status === 'postponed' && to ? { conferenceId: to } : {}),
      }),
    words: t.off.done,
    onDone: onClose,
  })
  return (
    <FormDialog
      title={t.off.title}
      change={send}
      ready={reason.trim() !== ''}
      onClose={onClose}
      submit={t.off[status]}
    >
      <p className="muted">{item.title}</p>
      <SelectField
        label={t.off.kind}
        value={status}
        onChange={setStatus}
        options={(['postponed', 'withdrawn'] as const).map((value) => ({
          value,
          label: t.off[value],
        }))}
      />
      {status === 'postponed' && (
        <SelectField
          label={t.off.to}
          value={to}
          onChange={setTo}
          options={[
            { value: '', label: t.off.toLater },
            ...upcoming.map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
      )}
      <TextArea
        label={t.off.reason}
        value={reason}
        onChange={setReason}
        maxLength={1000}
        required
      />
    </FormDialog>
  )
}
