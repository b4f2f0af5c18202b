// Who must implement an instrument: bodies named, what a body reports, a report sent back, days changed.
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Combobox } from '../../web/ui/Combobox.tsx'
import { CheckField, DateField, TextArea, TextField } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { bodyOptions, useBodies } from '../organisations/useBodies.tsx'
import type { DutyView, InstrumentView, instrumentRoutes } from './contract.ts'
import { en, vi } from './texts.ts'
import { useInstrumentChange } from './useInstruments.tsx'

interface InstrumentProps {
  instrument: InstrumentView
  onClose: () => void
}

export function AddDutiesDialog({ instrument, onClose }: InstrumentProps) {
  const t = useTexts(vi, en).page
  const named = new Set(instrument.duties.map(({ body }) => body.id))
  const bodies = bodyOptions(useBodies(null).data?.bodies ?? [])
  const [ids, setIds] = useState<readonly string[]>([])
  const [studyBy, setStudy] = useState<string | null>(null)
  const [implementBy, setImplement] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [wrong, setWrong] = useState(false)
  const save = useInstrumentChange(
    () =>
      request<typeof instrumentRoutes.addDuties>('post', '/api/instruments/{id}/duties', {
        params: { id: instrument.id },
        body: { organisationIds: ids, studyBy, implementBy, note: note.trim() || null },
      }),
    onClose,
  )
  return (
    <FormDialog
      title={t.addDutiesTitle}
      change={save}
      ready={ids.length > 0 && !wrong}
      onClose={onClose}
    >
      <Chosen ids={ids} options={bodies} onChange={setIds} />
      <Combobox
        label={t.addBody}
        options={bodies.filter(({ value }) => !named.has(value) && !ids.includes(value))}
        value={null}
        onChange={(id) => id && setIds([...ids, id])}
      />
      <div className="field-pair">
        <DateField label={t.studyBy} value={studyBy} onChange={setStudy} onInvalid={setWrong} />
        <DateField
          label={t.implementBy}
          value={implementBy}
          onChange={setImplement}
          onInvalid={setWrong}
        />
      </div>
      <TextArea label={t.note} value={note} onChange={setNote} rows={2} maxLength={1000} />
    </FormDialog>
  )
}

interface ChosenProps {
  ids: readonly string[]
  options: readonly { value: string; label: string }[]
  onChange: (ids: readonly string[]) => void
}

/** What was chosen, each with a way to leave it out. */
export function Chosen({ ids, options, onChange }: ChosenProps) {
  const t = useTexts(vi, en).page
  const names = new Map(options.map(({ value, label }) => [value, label]))
  if (ids.length === 0) return null
  return (
    <ul className="chosen-list">
      {ids.map((id) => (
        <li key={id}>
          <Button
            small
            aria-label={t.remove(names.get(id) ?? id)}
            onClick={() => onChange(ids.filter((one) => one !== id))}
          >
            {names.get(id) ?? id} ×
          </Button>
        </li>
      ))}
    </ul>
  )
}

interface DutyProps {
  duty: DutyView
  onClose: () => void
}

export function ReportDialog({ duty, onClose }: DutyProps) {
  const t = useTexts(vi, en).page
  const [studiedOn, setStudied] = useState(duty.studiedOn)
  const [planSymbol, setPlan] = useState(duty.planSymbol ?? '')
  const [progress, setProgress] = useState(duty.progress ?? '')
  const [doneOn, setDone] = useState(duty.doneOn)
  const [onBehalf, setBehalf] = useState('')
  const [wrong, setWrong] = useState(false)
  const save = useInstrumentChange(
    () =>
      request<typeof instrumentRoutes.report>('post', '/api/instrument-duties/{id}/report', {
        params: { id: duty.id },
        version: duty.version,
        body: {
          ...{ studiedOn, doneOn },
          planSymbol: planSymbol.trim() || null,
          progress: progress.trim() || null,
          ...(duty.can.asDoer ? {} : { onBehalf: onBehalf.trim() }),
        },
      }),
    onClose,
  )
  return (
    <FormDialog
      title={t.reportTitle}
      change={save}
      ready={!wrong && (duty.can.asDoer || onBehalf.trim() !== '')}
      onClose={onClose}
    >
      <p className="muted">{duty.body.name}</p>
      <DateField
        label={t.studiedOn}
        value={studiedOn}
        onChange={setStudied}
        onInvalid={setWrong}
        autoFocus
      />
      <TextField label={t.planSymbol} value={planSymbol} onChange={setPlan} maxLength={60} />
      <TextArea label={t.progress} value={progress} onChange={setProgress} maxLength={5000} />
      <DateField label={t.done} value={doneOn} onChange={setDone} onInvalid={setWrong} />
      {!duty.can.asDoer && (
        <TextField
          label={t.onBehalf}
          hint={t.onBehalfHint}
          value={onBehalf}
          onChange={setBehalf}
          maxLength={300}
          required
        />
      )}
    </FormDialog>
  )
}

export function SendBackDialog({ duty, onClose }: DutyProps) {
  const t = useTexts(vi, en).page
  const [reason, setReason] = useState('')
  const send = useInstrumentChange(
    () =>
      request<typeof instrumentRoutes.verdict>('post', '/api/instrument-duties/{id}/verdict', {
        params: { id: duty.id },
        version: duty.version,
        body: { outcome: 'sentBack', reason },
      }),
    onClose,
  )
  return (
    <FormDialog
      title={t.sendBackTitle}
      change={send}
      ready={reason.trim() !== ''}
      onClose={onClose}
      submit={t.sendBack}
    >
      <p className="muted">{duty.body.name}</p>
      <TextArea label={t.reason} value={reason} onChange={setReason} maxLength={1000} required />
    </FormDialog>
  )
}

export function ChangeDutyDialog({ duty, onClose }: DutyProps) {
  const t = useTexts(vi, en).page
  const [studyBy, setStudy] = useState(duty.studyBy)
  const [implementBy, setImplement] = useState(duty.implementBy)
  const [note, setNote] = useState(duty.note ?? '')
  const [drop, setDrop] = useState(false)
  const [wrong, setWrong] = useState(false)
  const save = useInstrumentChange(
    () =>
      request<typeof instrumentRoutes.changeDuty>('patch', '/api/instrument-duties/{id}', {
        params: { id: duty.id },
        version: duty.version,
        body: drop ? { withdrawn: true } : { studyBy, implementBy, note: note.trim() || null },
      }),
    onClose,
  )
  return (
    <FormDialog
      title={t.changeTitle}
      change={save}
      ready={!wrong}
      onClose={onClose}
      {...(drop ? { danger: true } : {})}
    >
      <p className="muted">{duty.body.name}</p>
      <DateField label={t.studyBy} value={studyBy} onChange={setStudy} onInvalid={setWrong} />
      <DateField
        label={t.implementBy}
        value={implementBy}
        onChange={setImplement}
        onInvalid={setWrong}
      />
      <TextArea label={t.note} value={note} onChange={setNote} rows={2} maxLength={1000} />
      <CheckField label={t.drop} value={drop} onChange={setDrop} />
    </FormDialog>
  )
}
