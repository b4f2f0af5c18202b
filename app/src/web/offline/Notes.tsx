// Own notes beside a paper: written on the selected words or on the paper as a whole, with and without network.
import { useId, useRef, useState } from 'react'
import type { ReleasedPaper } from '../../registers/dossiers/contract.ts'
import { type NoteMark, noteMarks } from '../../registers/notes/note.ts'
import { useTexts } from '../language.tsx'
import { selectedStretch } from '../text/TextPane.tsx'
import { Button } from '../ui/Button.tsx'
import { SelectField, TextArea } from '../ui/Field.tsx'
import { Notice } from '../ui/States.tsx'
import { Chip } from '../ui/Status.tsx'
import type { ShownNote } from './notes.ts'
import { removeNote, saveNote } from './tablet.ts'
import { en, vi } from './texts.ts'

export interface PlacedNote {
  note: ShownNote
  /** Where it belongs in the version that is read; null where its words are gone. */
  place: [number, number] | null
}

interface NotesProps {
  paper: ReleasedPaper
  text: string
  notes: readonly PlacedNote[]
  chosen: string | null
  onChoose: (note: PlacedNote) => void
}

interface Draft {
  note: ShownNote | null
  documentId: string
  start: number
  end: number
  quote: string
  body: string
  mark: NoteMark
}

const longestQuote = 4_000

export function Notes({ paper, text, notes, chosen, onChoose }: NotesProps) {
  const t = useTexts(vi, en)
  const title = useId()
  const [draft, setDraft] = useState<Draft | null>(null)
  const [nothingSelected, setNothingSelected] = useState(false)
  /** What was selected when the button was pressed down: pressing takes the selection away on some devices. */
  const selected = useRef<{ start: number; end: number } | null>(null)

  function begin(stretch: { start: number; end: number } | null) {
    const { start, end } = stretch ?? { start: 0, end: 0 }
    const cut = Math.min(end, start + longestQuote)
    const quote = text.slice(start, cut)
    const place = { start, end: cut, quote, documentId: paper.documentId }
    setNothingSelected(false)
    setDraft({ note: null, ...place, body: '', mark: 'note' })
  }

  return (
    <section className="tablet-notes" aria-labelledby={title}>
      <h2 id={title}>{t.notes}</h2>
      <p className="muted">{t.notesPrivate}</p>
      {draft ? (
        <Editor paper={paper} draft={draft} onChange={setDraft} />
      ) : (
        <div className="row">
          <Button
            small
            look="primary"
            onPointerDown={() => {
              selected.current = selectedStretch(text)
            }}
            onClick={() => {
              const stretch = selectedStretch(text) ?? selected.current
              if (stretch) begin(stretch)
              else setNothingSelected(true)
            }}
          >
            {t.addNote}
          </Button>
          <Button small onClick={() => begin(null)}>
            {t.addLoose}
          </Button>
        </div>
      )}
      {nothingSelected && <Notice alert>{t.selectFirst}</Notice>}
      {notes.length === 0 && !draft && <p className="muted">{t.noNotes}</p>}
      <ul className="plain-list">
        {notes.map((placed) => (
          <li
            key={placed.note.id}
            className={placed.note.id === chosen ? 'tablet-note on' : 'tablet-note'}
          >
            <NoteView
              placed={placed}
              onChoose={() => onChoose(placed)}
              onEdit={() => setDraft({ ...placed.note, note: placed.note })}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface EditorProps {
  paper: ReleasedPaper
  draft: Draft
  onChange: (draft: Draft | null) => void
}

function Editor({ paper, draft, onChange }: EditorProps) {
  const t = useTexts(vi, en)
  return (
    <form
      className="panel padded"
      onSubmit={(event) => {
        event.preventDefault()
        const { note, documentId, start, end, quote, body, mark } = draft
        const written = { paperId: paper.paperId, documentId, start, end, quote, body, mark }
        void saveNote(note, written).then(() => onChange(null))
      }}
    >
      {draft.quote && <blockquote>{draft.quote}</blockquote>}
      <SelectField
        label={t.mark}
        value={draft.mark}
        options={noteMarks.map((value) => ({ value, label: t.marks[value] }))}
        onChange={(mark) => onChange({ ...draft, mark })}
      />
      <TextArea
        label={t.noteLabel}
        value={draft.body}
        rows={5}
        maxLength={20_000}
        onChange={(body) => onChange({ ...draft, body })}
      />
      <div className="row">
        <Button look="primary" type="submit" small>
          {t.save}
        </Button>
        <Button small onClick={() => onChange(null)}>
          {t.cancel}
        </Button>
      </div>
    </form>
  )
}

interface NoteViewProps {
  placed: PlacedNote
  onChoose: () => void
  onEdit: () => void
}

function NoteView({ placed: { note, place }, onChoose, onEdit }: NoteViewProps) {
  const t = useTexts(vi, en)
  return (
    <>
      <button type="button" className="tablet-quote" onClick={onChoose}>
        <Chip>{t.marks[note.mark]}</Chip> {note.quote}
      </button>
      <p className="tablet-note-body">{note.body}</p>
      <p className="row">
        {note.waiting && <Chip>{note.refused ? t.refused : t.waiting}</Chip>}
        {note.quote && !place && <Chip>{t.wordsGone}</Chip>}
        <Button small look="plain" onClick={onEdit}>
          {t.edit}
        </Button>
        <Button small look="plain" onClick={() => void removeNote(note)}>
          {t.delete}
        </Button>
      </p>
    </>
  )
}
