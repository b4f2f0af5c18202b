// Tallies of an item, and the form that enters one.

import { type KeyboardEvent, useState } from 'react'
import { HistoryButton } from '../../record/History.tsx'
import { formatNumber } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { useSession } from '../../web/session.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { SelectField, TextField } from '../../web/ui/Field.tsx'
import { AccessButton } from '../access/AccessButton.tsx'
import { VoteDialog } from './CorrectDialogs.tsx'
import type { ItemVoteView, NewVote, SittingView } from './contract.ts'
import { type TypedVote, voteDraftOn } from './drafts.ts'
import { shareOf, tooManyVotes } from './sitting.ts'
import { en, vi } from './texts.ts'

interface VoteListProps {
  votes: readonly ItemVoteView[]
  /** For who takes the minutes: a tally may be taken back. */
  mayWithdraw?: boolean
  /** Offers each one’s history: not while one is working with them. */
  histories?: boolean
}

export function VoteList({ votes, mayWithdraw = false, histories = false }: VoteListProps) {
  const t = useTexts(vi, en)
  const [open, setOpen] = useState<ItemVoteView | null>(null)
  const { language } = useLanguage()
  if (votes.length === 0) return <p className="muted">{t.noVotes}</p>
  return (
    <>
      <ul className="plain-list">
        {votes.map((one) => {
          const share = shareOf(one, one.baseCount)
          return (
            <li key={one.id}>
              {one.question}: {t.tally(one.agree, one.disagree, one.abstain, one.baseCount)}
              {share !== null && ` (${formatNumber(share, language)}%)`}{' '}
              <span className="muted">
                {t.voteKinds[one.kind]}, {t.bases[one.base]}
              </span>
              {histories && (
                <>
                  <HistoryButton kind="itemVote" id={one.id} of={one.question} />{' '}
                  <AccessButton kind="itemVote" id={one.id} of={one.question} />
                </>
              )}
              {mayWithdraw && (
                <>
                  {' '}
                  <Button
                    small
                    look="plain"
                    aria-label={`${t.withdraw}: ${one.question}`}
                    onClick={() => setOpen(one)}
                  >
                    {t.withdraw}
                  </Button>
                </>
              )}
            </li>
          )
        })}
      </ul>
      {open && <VoteDialog vote={open} onClose={() => setOpen(null)} />}
    </>
  )
}

interface VoteFormProps {
  itemId: string
  present: SittingView['present']
  onAdd: (vote: NewVote) => void
}

const noCounts: TypedVote['counts'] = { base: '', agree: '', disagree: '0', abstain: '0' }

/** What is typed is kept in the tab, as an opinion is: the conference goes on while votes are counted. */
export function VoteForm({ itemId, present, onAdd }: VoteFormProps) {
  const t = useTexts(vi, en)
  const account = useSession().session.account?.id ?? ''
  const [draft] = useState(() => voteDraftOn(sessionStorage, account, itemId))
  const [typed, setTyped] = useState<TypedVote>(
    () => draft.read() ?? { question: '', kind: 'open', base: 'present', counts: noCounts },
  )
  const { question, kind, base, counts } = typed
  const type = (more: Partial<TypedVote>) => {
    const next = { ...typed, ...more }
    setTyped(next)
    draft.keep(next)
  }
  const usual = base === 'present' ? present.votersPresent : present.voters
  const baseCount = Number(counts.base || usual)
  const tally = {
    agree: Number(counts.agree || 0),
    disagree: Number(counts.disagree || 0),
    abstain: Number(counts.abstain || 0),
  }
  const many = tooManyVotes(tally, baseCount)
  const ready = question.trim() !== '' && counts.agree !== '' && !many
  const add = () => {
    if (!ready) return
    onAdd({ question: question.trim(), kind, base, baseCount, ...tally })
    type({ question: '', counts: noCounts })
  }
  const number = (name: keyof typeof counts, label: string, placeholder = '') => (
    <TextField
      label={label}
      value={counts[name]}
      inputMode="numeric"
      pattern="[0-9]*"
      placeholder={placeholder}
      size={5}
      error={name === 'agree' && many ? t.tooMany : null}
      onChange={(text) =>
        type({ counts: { ...counts, [name]: text.replace(/\D/g, '').slice(0, 4) } })
      }
    />
  )
  return (
    <form
      className="stack"
      aria-label={t.addVote}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Enter' && event.ctrlKey) add()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <div className="row">
        <TextField
          label={t.question}
          value={question}
          onChange={(text) => type({ question: text })}
          maxLength={1000}
          data-vote-question
        />
        <SelectField
          label={t.voteKind}
          value={kind}
          options={(['open', 'secret'] as const).map((value) => ({
            value,
            label: t.voteKinds[value],
          }))}
          onChange={(value) => type({ kind: value })}
        />
        <SelectField
          label={t.base}
          value={base}
          options={(['present', 'members'] as const).map((value) => ({
            value,
            label: t.bases[value],
          }))}
          onChange={(value) => type({ base: value })}
        />
      </div>
      <div className="row">
        {number('base', t.baseCount, String(usual))}
        {number('agree', t.agree)}
        {number('disagree', t.disagree)}
        {number('abstain', t.abstain)}
        <Button type="submit" disabled={!ready}>
          {t.addVote}
        </Button>
      </div>
    </form>
  )
}
