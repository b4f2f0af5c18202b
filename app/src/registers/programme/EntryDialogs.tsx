// A line of the work programme: new or changed, carried over to another period, dropped.
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { Combobox } from '../../web/ui/Combobox.tsx'
import { DateField, SelectField, TextArea, TextField } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { useSaved } from '../../web/useSaved.ts'
import { en as agendaEn, vi as agendaVi } from '../agenda/texts.ts'
import { type AskedFor, askedFor } from '../conferences/plan.ts'
import { bodyOptions, useBodies } from '../organisations/useBodies.tsx'
import type { EntryView, programmeRoutes } from './contract.ts'
import type { Period } from './programme.ts'
import { en, vi } from './texts.ts'

/** A change of the programme: shows it anew, says so, closes the dialog. */
export const useProgrammeChange = (
  send: () => Promise<unknown>,
  words: string,
  onDone: () => void,
) => useSaved({ send, words, onDone, keys: ['programme', 'conferences'] })

interface TypedPeriod {
  year: string
  quarter: string
  month: string
}

const typedOf = ({ year, quarter, month }: Period): TypedPeriod => ({
  year: String(year),
  quarter: quarter?.toString() ?? '',
  month: month?.toString() ?? '',
})

/** The period that is meant; null for a year that is none. */
function periodOf({ year, quarter, month }: TypedPeriod): Period | null {
  if (!/^(19|20|21)\d\d$/.test(year.trim())) return null
  return {
    year: Number(year),
    quarter: quarter ? Number(quarter) : null,
    month: month ? Number(month) : null,
  }
}

interface PeriodFieldsProps {
  period: TypedPeriod
  onChange: (period: TypedPeriod) => void
}

function PeriodFields({ period, onChange }: PeriodFieldsProps) {
  const t = useTexts(vi, en)
  const numbers = (last: number) => Array.from({ length: last }, (_, at) => at + 1)
  return (
    <div className="field-pair">
      <TextField
        label={t.year}
        value={period.year}
        onChange={(year) => onChange({ ...period, year })}
        inputMode="numeric"
        maxLength={4}
        error={periodOf(period) ? null : t.form.yearWrong}
      />
      <SelectField
        label={t.form.quarter}
        value={period.month ? String(Math.ceil(Number(period.month) / 3)) : period.quarter}
        disabled={period.month !== ''}
        onChange={(quarter) => onChange({ ...period, quarter })}
        options={[
          { value: '', label: t.form.anyQuarter },
          ...numbers(4).map((n) => ({ value: String(n), label: t.quarter(n) })),
        ]}
      />
      <SelectField
        label={t.form.month}
        value={period.month}
        onChange={(month) => onChange({ ...period, month })}
        options={[
          { value: '', label: t.form.anyMonth },
          ...numbers(12).map((n) => ({ value: String(n), label: t.month(n) })),
        ]}
      />
    </div>
  )
}

interface EntryDialogProps {
  /** The year that a new line begins with. */
  year: number
  entry?: EntryView
  onClose: () => void
}

export function EntryDialog({ year, entry, onClose }: EntryDialogProps) {
  const t = useTexts(vi, en)
  const agenda = useTexts(agendaVi, agendaEn)
  const bodies = bodyOptions(useBodies(null).data?.bodies ?? [])
  const [title, setTitle] = useState(entry?.title ?? '')
  const [note, setNote] = useState(entry?.note ?? '')
  const [body, setBody] = useState<string | null>(entry?.organisation.id ?? null)
  const [preparingId, setPreparing] = useState<string | null>(entry?.preparing?.id ?? null)
  const [asked, setAsked] = useState<AskedFor>(entry?.asked ?? 'decide')
  const [dueOn, setDue] = useState<string | null>(entry?.dueOn ?? null)
  const [wrong, setWrong] = useState(false)
  const [typed, setTyped] = useState(typedOf(entry ?? { year, quarter: null, month: null }))
  const period = periodOf(typed)
  const facts = {
    ...period,
    title: title.trim(),
    asked,
    preparingId,
    dueOn,
    note: note.trim() || null,
  }
  const save = useProgrammeChange(
    () =>
      entry
        ? request<typeof programmeRoutes.change>('patch', '/api/programme/{id}', {
            params: { id: entry.id },
            version: entry.version,
            body: facts,
          })
        : request<typeof programmeRoutes.add>('post', '/api/programme', {
            body: { organisationId: body, ...facts },
          }),
    t.saved,
    onClose,
  )
  return (
    <FormDialog
      title={entry ? t.editTitle : t.addTitle}
      change={save}
      ready={body !== null && facts.title !== '' && period !== null && !wrong}
      onClose={onClose}
    >
      <TextArea
        label={t.form.title}
        value={title}
        onChange={setTitle}
        rows={2}
        maxLength={500}
        required
        autoFocus
      />
      {!entry && (
        <Combobox label={t.body} options={bodies} value={body} onChange={setBody} required />
      )}
      <PeriodFields period={typed} onChange={setTyped} />
      <SelectField
        label={t.form.asked}
        value={asked}
        onChange={setAsked}
        options={askedFor.map((value) => ({ value, label: agenda.asked[value] }))}
      />
      <Combobox
        label={t.form.preparing}
        options={bodies}
        value={preparingId}
        onChange={setPreparing}
      />
      <DateField label={t.form.due} value={dueOn} onChange={setDue} onInvalid={setWrong} />
      <TextArea label={t.form.note} value={note} onChange={setNote} rows={2} maxLength={1000} />
    </FormDialog>
  )
}

interface OneEntryProps {
  entry: EntryView
  onClose: () => void
}

export function CarryDialog({ entry, onClose }: OneEntryProps) {
  const t = useTexts(vi, en)
  const [typed, setTyped] = useState(typedOf(entry))
  const [dueOn, setDue] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)
  const period = periodOf(typed)
  const same = JSON.stringify(typed) === JSON.stringify(typedOf(entry))
  const carry = useProgrammeChange(
    () =>
      request<typeof programmeRoutes.carry>('post', '/api/programme/{id}/carry', {
        params: { id: entry.id },
        version: entry.version,
        body: { ...period, dueOn },
      }),
    t.carried,
    onClose,
  )
  return (
    <FormDialog
      title={t.carryTitle}
      change={carry}
      ready={period !== null && !same && !wrong}
      onClose={onClose}
      submit={t.carry}
    >
      <p className="muted">{entry.title}</p>
      <PeriodFields period={typed} onChange={setTyped} />
      <DateField label={t.form.due} value={dueOn} onChange={setDue} onInvalid={setWrong} />
    </FormDialog>
  )
}

export function DropDialog({ entry, onClose }: OneEntryProps) {
  const t = useTexts(vi, en)
  const [reason, setReason] = useState('')
  const drop = useProgrammeChange(
    () =>
      request<typeof programmeRoutes.drop>('post', '/api/programme/{id}/drop', {
        params: { id: entry.id },
        version: entry.version,
        body: { reason },
      }),
    t.dropped,
    onClose,
  )
  return (
    <FormDialog
      title={t.dropTitle}
      change={drop}
      ready={reason.trim() !== ''}
      onClose={onClose}
      danger
      submit={t.drop}
    >
      <p className="muted">{entry.title}</p>
      <TextArea
        label={t.dropReason}
        value={reason}
        onChange={setReason}
        maxLength={1000}
        required
      />
    </FormDialog>
  )
}
