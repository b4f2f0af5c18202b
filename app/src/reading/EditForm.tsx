// Editing a finding in place: each value as written beside an input for it as understood. Enter
// saves and confirms, Esc leaves. Only what differs from what was read is sent.
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { unitCodes, unitName } from '../registers/indicators/unit-names.ts'
import { formatNumber, parseNumber } from '../web/format.ts'
import { useTexts } from '../web/language.tsx'
import { scaleName, scaleOf } from '../web/quantity.ts'
import { en as sharedEn, vi as sharedVi } from '../web/texts.ts'
import { Button } from '../web/ui/Button.tsx'
import { Combobox, type Option, rank } from '../web/ui/Combobox.tsx'
import { DateField, Field, SelectField, TextArea, TextField } from '../web/ui/Field.tsx'
import type { Edits, FindingView } from './contract.ts'
import type { EditableField } from './fieldwords.ts'
import { editableFields } from './fieldwords.ts'
import type { Lookup } from './words.ts'

interface EditFormProps {
  finding: FindingView
  lookup: Lookup
  indicators: readonly Option[]
  topics: readonly Option[]
  onSave: (edits: Edits) => void
  onCancel: () => void
}

export function EditForm({ finding, lookup, indicators, topics, onSave, onCancel }: EditFormProps) {
  const { t } = lookup
  const shared = useTexts(sharedVi, sharedEn)
  const [{ fields, read }] = useState(() => editableFields(finding, lookup))
  const [draft, setDraft] = useState<Edits>(() => proposal(read, fields, indicators))
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set())

  function change(edits: Edits) {
    setDraft((before) => ({ ...before, ...edits }))
  }
  function markWrong(name: string, isWrong: boolean) {
    setWrong((before) => {
      const next = new Set(before)
      if (isWrong) next.add(name)
      else next.delete(name)
      return next
    })
  }
  function save(event?: FormEvent) {
    event?.preventDefault()
    if (wrong.size === 0) onSave(differences(read, draft))
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.defaultPrevented) return
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      onCancel()
    } else if (
      event.key === 'Enter' &&
      !event.shiftKey &&
      event.target instanceof HTMLTextAreaElement
    ) {
      save(event)
    }
  }

  return (
    <form className="edit-form" onSubmit={save} onKeyDown={onKeyDown}>
      <div className="edit-head" aria-hidden="true">
        <span>{t.written}</span>
        <span>{t.understood}</span>
      </div>
      {inRows(fields).map((row) => (
        <div className="edit-row" key={row[0]?.name}>
          <p className="edit-written">
            {row
              .map((field) => field.written)
              .filter(Boolean)
              .join(' · ')}
          </p>
          <div className={row.length > 1 ? 'edit-pair' : undefined}>
            {row.map((field) => (
              <FieldInput
                key={field.name}
                field={field}
                draft={draft}
                lookup={lookup}
                indicators={indicators}
                topics={topics}
                change={change}
                markWrong={markWrong}
              />
            ))}
          </div>
        </div>
      ))}
      <div className="row edit-actions">
        <Button look="primary" small type="submit" disabled={wrong.size > 0}>
          {t.saveAndConfirm} <kbd>Enter</kbd>
        </Button>
        <Button small onClick={onCancel}>
          {shared.cancel} <kbd>Esc</kbd>
        </Button>
      </div>
    </form>
  )
}

/** Fields that stand beside the one before them share its row. */
function inRows(fields: readonly EditableField[]): EditableField[][] {
  const rows: EditableField[][] = []
  for (const field of fields) {
    const last = rows.at(-1)
    if (field.beside && last) last.push(field)
    else rows.push([field])
  }
  return rows
}

interface InputProps {
  field: EditableField
  draft: Edits
  lookup: Lookup
  indicators: readonly Option[]
  topics: readonly Option[]
  change: (edits: Edits) => void
  markWrong: (name: string, isWrong: boolean) => void
}

function FieldInput(props: InputProps) {
  const { field, draft, lookup, topics, change, markWrong } = props
  const { t } = lookup
  const label = t.fields[field.label]
  const autoFocus = field.first
  const set = (value: unknown) => change({ [field.name]: value })
  const text = String(draft[field.name] ?? '')
  switch (field.input) {
    case 'indicator':
      return <IndicatorInput {...props} />
    case 'quantity':
      return <QuantityInput {...props} />
    case 'topic':
      return (
        <Combobox
          label={label}
          options={topics}
          value={text || null}
          onChange={(value) => value && set(value)}
          autoFocus={autoFocus ?? false}
        />
      )
    case 'date':
      return (
        <DateField
          label={label}
          value={text || null}
          onChange={set}
          onInvalid={(isWrong) => markWrong(field.name, isWrong)}
          autoFocus={autoFocus ?? false}
        />
      )
    case 'choice':
      return (
        <SelectField
          label={label}
          value={text}
          options={field.options ?? []}
          onChange={set}
          autoFocus={autoFocus}
        />
      )
    case 'number':
      return <NumberInput {...props} />
    case 'area':
      return <TextArea label={label} value={text} onChange={set} rows={3} autoFocus={autoFocus} />
    default:
      return (
        <TextField
          label={label}
          value={text}
          onChange={(value) => set(value.trim() === '' && field.nullable ? null : value)}
          autoComplete="off"
          autoFocus={autoFocus}
        />
      )
  }
}

const newValue = '+'

function IndicatorInput({ field, draft, lookup, indicators, change }: InputProps) {
  const { t } = lookup
  const created = draft.newIndicator
  const options = created
    ? [...indicators, { value: newValue, label: created.name, note: t.newIndicatorNote }]
    : indicators
  return (
    <Combobox
      label={t.fields.indicator}
      options={options}
      value={created ? newValue : (draft.indicatorCode ?? null)}
      onChange={(value) => {
        if (value && value !== newValue) change({ indicatorCode: value, newIndicator: undefined })
      }}
      create={{
        label: t.createIndicator,
        run: (name) =>
          change({ newIndicator: { name, unit: draft.unit ?? '' }, indicatorCode: undefined }),
      }}
      autoFocus={field.first ?? false}
    />
  )
}

/** A figure in the scale people write it in: 390.000 and tỷ đồng, not 390 000 000 000 000 đồng. */
function QuantityInput({ field, draft, lookup, change, markWrong }: InputProps) {
  const { t, language } = lookup
  const unit = draft.unit ?? ''
  const [scale, setScale] = useState(() => scaleOf(draft.value ?? 0, unit))
  const [typed, setTyped] = useState(() =>
    draft.value === null || draft.value === undefined
      ? ''
      : formatNumber(draft.value / scale, language, 6),
  )
  const parsed = parseNumber(typed, language)
  const units = displayUnits(unit).map((one) => ({
    value: `${one.scale}|${one.unit}`,
    label:
      [scaleName(one.scale, language), unitName(one.unit, language)].filter(Boolean).join(' ') ||
      t.choose,
  }))
  return (
    <div className="edit-quantity">
      <TextField
        label={t.fields.value}
        value={typed}
        inputMode="decimal"
        autoComplete="off"
        autoFocus={field.first}
        onFocus={(event) => event.target.select()}
        error={parsed === undefined ? t.numberWrong : null}
        onChange={(text) => {
          setTyped(text)
          const value = parseNumber(text, language)
          markWrong('value', value === undefined)
          if (value !== undefined) change({ value: value === null ? null : exact(value * scale) })
        }}
      />
      <SelectField
        label={t.fields.unit}
        value={`${scale}|${unit}`}
        options={units}
        onChange={(chosen) => {
          const [size = '1', code = ''] = chosen.split('|')
          setScale(Number(size))
          change({
            unit: code || null,
            ...(typeof parsed === 'number' ? { value: exact(parsed * Number(size)) } : {}),
          })
        }}
      />
    </div>
  )
}

/** 5.738,9 × 10⁹ without the tail of binary fractions. */
const exact = (value: number): number => Number(value.toPrecision(15))

function displayUnits(present: string): { unit: string; scale: number }[] {
  const listed = unitCodes.flatMap((unit) =>
    unit === 'VND' ? [1e9, 1e6, 1].map((scale) => ({ unit, scale })) : [{ unit, scale: 1 }],
  )
  if (unitCodes.includes(present)) return listed
  const own = present.startsWith('VND') ? [1e9, 1e6, 1] : [1]
  return [...own.map((scale) => ({ unit: present, scale })), ...listed]
}

function NumberInput({ field, draft, lookup, change, markWrong }: InputProps) {
  const { t, language } = lookup
  const value = draft[field.name]
  const [typed, setTyped] = useState(() =>
    typeof value === 'number' ? formatNumber(value, language) : '',
  )
  const parsed = parseNumber(typed, language)
  return (
    <Field label={t.fields[field.label]} error={parsed === undefined ? t.numberWrong : null}>
      {(ids) => (
        <input
          {...ids}
          className="input"
          inputMode="numeric"
          value={typed}
          // biome-ignore lint/a11y/noAutofocus: the form was just opened by the person
          autoFocus={field.first}
          onChange={(event) => {
            setTyped(event.target.value)
            const number = parseNumber(event.target.value, language)
            const isWrong = number === undefined || (number !== null && !Number.isInteger(number))
            markWrong(field.name, isWrong)
            if (!isWrong) change({ [field.name]: number })
          }}
        />
      )}
    </Field>
  )
}

/** Where a statement has no indicator yet: the best match of the catalogue, else a new one. */
function proposal(
  read: Edits,
  fields: readonly EditableField[],
  indicators: readonly Option[],
): Edits {
  const field = fields.find((one) => one.input === 'indicator')
  if (!field || read.indicatorCode || read.newIndicator) return read
  const written = (field.written ?? '').trim().replace(/\s+/g, ' ')
  const [best] = written ? rank(indicators, written) : []
  if (best) return { ...read, indicatorCode: best.value }
  return written ? { ...read, newIndicator: { name: written, unit: read.unit ?? '' } } : read
}

function differences(read: Edits, draft: Edits): Edits {
  return Object.fromEntries(
    Object.entries(draft).filter(
      ([name, value]) => value !== undefined && read[name as keyof Edits] !== value,
    ),
  )
}
