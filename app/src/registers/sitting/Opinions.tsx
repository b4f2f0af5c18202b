// Opinions on an item, grouped by stance, and the form that takes one down.
import { type KeyboardEvent, useState } from 'react'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { SelectField, TextArea, TextField } from '../../web/ui/Field.tsx'
import { Chip } from '../../web/ui/Status.tsx'
import type { ItemOpinionView, NewOpinion, SittingView, Stance } from './contract.ts'
import { en, vi } from './texts.ts'

const stances: readonly Stance[] = ['disagree', 'agreeWithChanges', 'other', 'agree']

/** The ones that object first. */
export function OpinionGroups({ opinions }: { opinions: readonly ItemOpinionView[] }) {
  const t = useTexts(vi, en)
  if (opinions.length === 0) return <p className="muted">{t.noOpinions}</p>
  const groups = Map.groupBy(opinions, (one) => one.stance)
  return (
    <>
      {stances.flatMap((stance) => {
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
                      {one.clause && <Chip>{one.clause}</Chip>}: {one.body}
                      {one.answer === null && <span className="muted"> · {t.notAnswered}</span>}
                    </li>
                  ))}
                </ul>
              </section>,
            ]
          : []
      })}
    </>
  )
}

interface OpinionFormProps {
  people: SittingView['people']
  speaker: string | null
  onAdd: (opinion: NewOpinion) => void
}

/** Sent with Ctrl+Enter; who spoke stays for the next opinion. */
export function OpinionForm({ people, speaker: speaking, onAdd }: OpinionFormProps) {
  const t = useTexts(vi, en)
  const [speaker, setSpeaker] = useState(speaking ?? '')
  const [clause, setClause] = useState('')
  const [stance, setStance] = useState<Stance>('agreeWithChanges')
  const [body, setBody] = useState('')
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
    setBody('')
    setClause('')
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
          onChange={setSpeaker}
          maxLength={300}
          list="sitting-people"
          data-opinion-speaker
        />
        <TextField label={t.clause} value={clause} onChange={setClause} maxLength={300} />
        <SelectField
          label={t.stanceLabel}
          value={stance}
          options={stances.map((value) => ({ value, label: t.stance[value] }))}
          onChange={setStance}
        />
      </div>
      <datalist id="sitting-people">
        {people.map((one) => (
          <option key={one.invitationId} value={one.name}>
            {one.title}
          </option>
        ))}
      </datalist>
      <TextArea label={t.opinionBody} value={body} onChange={setBody} maxLength={20_000} />
      <div>
        <Button type="submit" disabled={!ready}>
          {t.addOpinion}
        </Button>
      </div>
    </form>
  )
}
