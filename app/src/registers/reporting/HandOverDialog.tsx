// Who answers for a report is changed: of those who act for the unit, for this one or the later ones too.
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { CheckField, SelectField } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { useSaved } from '../../web/useSaved.ts'
import type { reportingRoutes, SlotView } from './contract.ts'
import { en, vi } from './office-texts.ts'

interface HandOverProps {
  slot: SlotView
  onDone: (answer: { slot: SlotView }) => void
  onClose: () => void
}

export function HandOverDialog({ slot, onDone, onClose }: HandOverProps) {
  const t = useTexts(vi, en).handOver
  const others = slot.acting.filter((one) => one.id !== slot.responsible.id)
  const [chosen, setChosen] = useState('')
  const [later, setLater] = useState(true)
  const change = useSaved({
    send: () =>
      request<typeof reportingRoutes.handOver>('post', '/api/report-slots/{id}/responsible', {
        params: { id: slot.id },
        version: slot.version,
        body: { responsibleId: chosen, later },
      }),
    words: t.done,
    keys: ['reports'],
    onDone,
  })
  return (
    <FormDialog title={t.title} change={change} ready={chosen !== ''} onClose={onClose}>
      <p>{t.now(slot.responsible.name)}</p>
      {others.length === 0 ? (
        <p className="muted">{t.nobody}</p>
      ) : (
        <SelectField
          label={t.who}
          value={chosen}
          onChange={setChosen}
          options={[
            { value: '', label: t.choose },
            ...others.map((one) => ({ value: one.id, label: one.name })),
          ]}
        />
      )}
      <CheckField label={t.later} value={later} onChange={setLater} />
      <p className="muted">{t.laterHint}</p>
    </FormDialog>
  )
}
