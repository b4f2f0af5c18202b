// The answer to an invitation: coming, not coming and why, or who comes instead.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { SelectField, TextField } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import type { InvitationView, invitationRoutes, ReplyGiven } from './contract.ts'
import type { Reply } from './invitation.ts'
import { en, vi } from './texts.ts'

/** Sends an answer; the lists that show it are fetched anew. */
export function useAnswer(invitation: InvitationView, onDone?: () => void) {
  const t = useTexts(vi, en)
  const client = useQueryClient()
  const toast = useToast()
  return useMutation({
    mutationFn: (body: ReplyGiven) =>
      request<typeof invitationRoutes.answer>('post', '/api/invitations/{id}/answer', {
        params: { id: invitation.id },
        body,
        version: invitation.version,
      }),
    onSuccess: () => {
      toast.show({ text: t.own.answered })
      onDone?.()
    },
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ['conferences', invitation.conferenceId] })
      await client.invalidateQueries({ queryKey: ['my-conferences'] })
    },
  })
}

interface AnswerDialogProps {
  invitation: InvitationView
  /** The answer that is chosen at first. */
  first?: Reply
  onClose: () => void
}

export function AnswerDialog({ invitation, first, onClose }: AnswerDialogProps) {
  const t = useTexts(vi, en)
  const [answer, setAnswer] = useState<Reply>(first ?? invitation.answer ?? 'coming')
  const [reason, setReason] = useState(invitation.answerReason ?? '')
  const [known, setKnown] = useState<'address' | 'name'>('address')
  const [who, setWho] = useState('')
  const send = useAnswer(invitation, onClose)
  const given = {
    answer,
    ...(reason.trim() && answer !== 'coming' ? { reason: reason.trim() } : {}),
    ...(answer === 'substitute'
      ? { substitute: known === 'name' ? { name: who.trim() } : { address: who.trim() } }
      : {}),
  }
  const ready =
    answer === 'coming' || (answer === 'notComing' ? reason.trim() !== '' : who.trim() !== '')
  return (
    <FormDialog
      title={t.answerOf(invitation.name)}
      change={{ ...send, mutate: () => send.mutate(given) }}
      ready={ready}
      onClose={onClose}
    >
      <SelectField
        label={t.answer}
        value={answer}
        options={(['coming', 'notComing', 'substitute'] as const).map((value) => ({
          value,
          label: t.answers[value],
        }))}
        onChange={setAnswer}
      />
      {answer === 'substitute' && (
        <>
          <SelectField
            label={t.substituteKind}
            value={known}
            options={[
              { value: 'address', label: t.substituteAccount },
              { value: 'name', label: t.substituteName },
            ]}
            onChange={setKnown}
          />
          <TextField
            label={known === 'name' ? t.name : t.address}
            value={who}
            onChange={setWho}
            autoComplete="off"
          />
        </>
      )}
      {answer !== 'coming' && (
        <TextField
          label={t.reason}
          value={reason}
          onChange={setReason}
          {...(answer === 'notComing' ? { hint: t.reasonNeeded } : {})}
        />
      )}
    </FormDialog>
  )
}
