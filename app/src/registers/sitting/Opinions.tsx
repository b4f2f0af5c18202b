// Opinions on an item, grouped by stance, and the form that takes one down.

import { type KeyboardEvent, useState } from 'react'
import { HistoryButton } from '../../record/History.tsx'
import { useTexts } from '../../web/language.tsx'
import { useSession } from '../../web/session.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { SelectField, TextArea, TextField } from '../../web/ui/Field.tsx'
import { Chip } from '../../web/ui/Status.tsx'
import { AccessButton } from '../access/AccessButton.tsx'
import { OpinionDialog } from './CorrectDialogs.tsx'
import type { ItemOpinionView, NewOpinion, SittingView } from './contract.ts'
import { opinionDraftOn, type TypedOpinion } from './drafts.ts'
import { stanceOrder } from './sitting.ts'
import { en, vi } from './texts.ts'

interface OpinionGroupsProps {
  opinions: readonly ItemOpinionView[]
  /** For who takes the minutes: those invited, by whom a speaker is known. Left out, nothing can be corrected. */
  correctedBy?: SittingView['people'] | undefined
  /** Offers each one’s history: not while one is working with them. */
  histories?: boolean
}

/** The ones that object first. */
export function OpinionGroups({ opinions, correctedBy, histories = false }: OpinionGroupsProps) {
  const t = useTexts(vi, en)
  const [open, setOpen] = useState<ItemOpinionView | null>(null)
  if (opinions.length === 0) return <p className="muted">{t.noOpinions}</p>
  const groups = Map.groupBy(opinions, (one) => one.stance)
  return (
    <>
      {stanceOrder.flatMap((stance) => {
        const group = groups.get(stance)
        return group
          ? [
              <section key={stance}>
                <h4>
                  {t.stance[stance]} ({group.length})
                </h4>
                <ul className="plain-list">
                  {group.map((one) => (
                    <li key={one.id}>
                      <strong>{one.speaker}</strong>
                      {one.speakerTitle && <span className="muted">, {one.speakerTitle}</span>}
                      {one.clause && (
                        <>
                          {' '}
                          <Chip>{one.clause}</Chip>
                        </>
                      )}
                      : {one.body}
                      {one.answer === null && <span className="muted"> · {t.notAnswered}</span>}
                      {histories && (
                        <>
                          {' '}
                          <HistoryButton kind="itemOpinion" id={one.id} of={opinionName(one)} />{' '}
                          <AccessButton kind="itemOpinion" id={one.id} of={opinionName(one)} />
                        </>
                      )}
                      {correctedBy && (
                        <>
                          {' '}
                          <Button
                            small
                            look="plain"
                            aria-label={`${t.correct}: ${one.speaker}`}
                            onClick={() => setOpen(one)}
                          >
                            {t.correct}
                          </Button>
                        </>
                      )}
                    </li>
                  ))}
                </ul>
              </section>,
            ]
          : []
      })}
      {open && correctedBy && (
        <OpinionDialog opinion={open} people={correctedBy} onClose={() => setOpen(null)} />
      )}
    </>
  )
}

const opinionName = ({ speaker, clause }: ItemOpinionView): string =>
  [speaker, clause].filter(Boolean).join(', ')

interface OpinionFormProps {
  itemId: string
  people: SittingView['people']
  speaker: string | null
  onAdd: (opinion: NewOpinion) => void
}

/**
 * Sent with Ctrl+Enter; who spoke stays for the next opinion. What is typed is kept in the tab from the first key:
 * the conference goes on, people speak, pages are loaded anew while somebody still writes.
 */
export function OpinionForm({ itemId, people, speaker: speaking, onAdd }: OpinionFormProps) {
  const t = useTexts(vi, en)
  const account = useSession().session.account?.id ?? ''
  const [draft] = useState(() => opinionDraftOn(sessionStorage, account, itemId))
  const [typed, setTyped] = useState<TypedOpinion>(
    () =>
      draft.read() ?? {
        speaker: speaking ?? '',
        clause: '',
        stance: 'agreeWithChanges',
        body: '',
      },
  )
  const { speaker, clause, stance, body } = typed
  const type = (more: Partial<TypedOpinion>) => {
    const next = { ...typed, ...more }
    setTyped(next)
    draft.keep(next)
  }
  // Another one speaks now: the next opinion is theirs, one that is being written stays whose it is.
  const [followed, setFollowed] = useState(speaking)
  if (followed !== speaking) {
    setFollowed(speaking)
    if (body.trim() === '') setTyped({ ...typed, speaker: speaking ?? '' })
  }
  const ready = speaker.trim() !== '' && body.trim() !== ''
  const add = () => {
    if (!ready) return
    const person = people.find((one) => one.name === speaker.trim())
    onAdd({
      speaker: speaker.trim(),
      speakerTitle: person?.title ?? null,
      invitationId: person?.invitationId ?? null,
      clause: clause.trim() || null,
      stance,
      body: body.trim(),
    })
    type({ body: '', clause: '' })
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.ctrlKey) add()
  }
  return (
    <form
      className="stack"
      aria-label={t.addOpinion}
      onKeyDown={keys}
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <div className="row">
        <TextField
          label={t.speaker}
          value={speaker}
          onChange={(text) => type({ speaker: text })}
          maxLength={300}
          list="sitting-people"
          data-opinion-speaker
        />
        <TextField
          label={t.clause}
          value={clause}
          onChange={(text) => type({ clause: text })}
          maxLength={300}
        />
        <SelectField
          label={t.stanceLabel}
          value={stance}
          options={stanceOrder.map((value) => ({ value, label: t.stance[value] }))}
          onChange={(value) => type({ stance: value })}
        />
      </div>
      <datalist id="sitting-people">
        {people.map((one) => (
          <option key={one.invitationId} value={one.name}>
            {one.title}
          </option>
        ))}
      </datalist>
      <TextArea
        label={t.opinionBody}
        value={body}
        onChange={(text) => type({ body: text })}
        maxLength={20_000}
        data-opinion-body
      />
      <div>
        <Button type="submit" disabled={!ready}>
          {t.addOpinion}
        </Button>
      </div>
    </form>
  )
}
