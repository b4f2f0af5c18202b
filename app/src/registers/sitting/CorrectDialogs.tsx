// Correcting or withdrawing what was taken down: an opinion, a tally.
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { formatNumber } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { CheckField, SelectField, TextArea, TextField } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { useSaved } from '../../web/useSaved.ts'
import type { ItemOpinionView, ItemVoteView, SittingView, sittingRoutes } from './contract.ts'
import { shareOf, stanceOrder } from './sitting.ts'
import { en, vi } from './texts.ts'

interface OpinionDialogProps {
  opinion: ItemOpinionView
  people: SittingView['people']
  onClose: () => void
}

/** Held against the opinion as it was when the dialog opened. */
export function OpinionDialog({ opinion, people, onClose }: OpinionDialogProps) {
  const t = useTexts(vi, en)
  const [start] = useState(opinion)
  const [speaker, setSpeaker] = useState(opinion.speaker)
  const [clause, setClause] = useState(opinion.clause ?? '')
  const [stance, setStance] = useState(opinion.stance)
  const [body, setBody] = useState(opinion.body)
  const [withdrawn, setWithdrawn] = useState(false)
  const change = useSaved({
    send: () => {
      const name = speaker.trim()
      const person = people.find((one) => one.name === name)
      return request<typeof sittingRoutes.changeOpinion>('patch', '/api/item-opinions/{id}', {
        params: { id: start.id },
        version: start.version,
        body: withdrawn
          ? { withdrawn }
          : {
              ...(name === start.speaker
                ? {}
                : {
                    speaker: name,
                    speakerTitle: person?.title ?? null,
                    invitationId: person?.invitationId ?? null,
                  }),
              clause: clause.trim() || null,
              stance,
              body: body.trim(),
            },
      })
    },
    keys: ['conferences'],
    words: withdrawn ? t.opinionWithdrawn : t.opinionChanged,
    onDone: onClose,
  })
  return (
    <FormDialog
      title={t.correctOpinion}
      change={change}
      ready={withdrawn || (speaker.trim() !== '' && body.trim() !== '')}
      danger={withdrawn}
      onClose={onClose}
      {...(withdrawn ? { submit: t.withdraw } : {})}
    >
      <TextField
        label={t.speaker}
        value={speaker}
        onChange={setSpeaker}
        maxLength={300}
        list="sitting-people"
      />
      <TextField label={t.clause} value={clause} onChange={setClause} maxLength={300} />
      <SelectField
        label={t.stanceLabel}
        value={stance}
        options={stanceOrder.map((value) => ({ value, label: t.stance[value] }))}
        onChange={setStance}
      />
      <TextArea label={t.opinionBody} value={body} onChange={setBody} rows={6} maxLength={20_000} />
      <CheckField label={t.withdrawOpinion} value={withdrawn} onChange={setWithdrawn} />
    </FormDialog>
  )
}

export function VoteDialog({ vote, onClose }: { vote: ItemVoteView; onClose: () => void }) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const change = useSaved({
    send: () =>
      request<typeof sittingRoutes.withdrawVote>('post', '/api/item-votes/{id}/withdraw', {
        params: { id: vote.id },
        version: vote.version,
        body: {},
      }),
    keys: ['conferences'],
    words: t.voteWithdrawn,
    onDone: onClose,
  })
  const share = shareOf(vote, vote.baseCount)
  return (
    <FormDialog
      title={t.withdrawVote}
      change={change}
      ready
      danger
      submit={t.withdraw}
      onClose={onClose}
    >
      <p>
        {vote.question}: {t.tally(vote.agree, vote.disagree, vote.abstain, vote.baseCount)}
        {share !== null && ` (${formatNumber(share, language)}%)`}
      </p>
      <p>{t.withdrawVoteAsk}</p>
    </FormDialog>
  )
}
