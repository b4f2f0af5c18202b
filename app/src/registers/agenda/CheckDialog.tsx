// The formal check of an item: passed, or failed with what is missing.
import { useState } from 'react'
import { useTexts } from '../../web/language.tsx'
import { SelectField, TextArea } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import type { SessionItemView } from './contract.ts'
import { en, vi } from './texts.ts'
import { actOn, useSending } from './useAgenda.tsx'

const outcomes = ['passed', 'failed', 'notYet'] as const

export function CheckDialog({ item, onClose }: { item: SessionItemView; onClose: () => void }) {
  const t = useTexts(vi, en)
  const [checked, setChecked] = useState<(typeof outcomes)[number]>(
    item.checked === 'notYet' ? 'passed' : item.checked,
  )
  const [note, setNote] = useState(item.checkNote ?? '')
  const send = useSending({
    send: () => actOn(item, 'check', { checked, note: note.trim() || null }),
    words: t.saved,
    onDone: onClose,
  })
  return (
    <FormDialog
      title={t.check}
      change={send}
      ready={checked !== 'failed' || note.trim() !== ''}
      onClose={onClose}
    >
      <p className="muted">{item.title}</p>
      <SelectField
        label={t.column.check}
        value={checked}
        onChange={setChecked}
        options={outcomes.map((value) => ({ value, label: t.checked[value] }))}
      />
      <TextArea
        label={t.checkNote}
        hint={t.checkNoteHint}
        value={note}
        onChange={setNote}
        maxLength={1000}
        required={checked === 'failed'}
      />
    </FormDialog>
  )
}
