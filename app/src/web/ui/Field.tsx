// Form fields: a label, a control, a hint, an error, tied together for screen readers.
import './ui.css'
import {
  type ClipboardEvent,
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
  useRef,
  useState,
} from 'react'
import { formatDate, parseDate } from '../format.ts'
import { useTexts } from '../language.tsx'
import { en, vi } from '../texts.ts'

interface FieldProps {
  label: ReactNode
  hint?: ReactNode
  error?: string | null | undefined
}

interface FrameProps extends FieldProps {
  children: (ids: {
    id: string
    'aria-describedby': string | undefined
    'aria-invalid': true | undefined
  }) => ReactNode
}

/** The frame for a control of your own. */
export function Field({ label, hint, error, children }: FrameProps) {
  const id = useId()
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {hint && (
        <span className="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span className="field-error" id={`${id}-error`}>
          {error}
        </span>
      )}
    </div>
  )
}

type Own<T> = Omit<T, 'onChange' | 'value' | 'id'>

type Pasted = ClipboardEvent<HTMLInputElement | HTMLTextAreaElement>

/**
 * Says of a paste that is longer than the field takes how much of it is left out: browsers cut it without a word.
 * `onPaste` and `typed` (at each change) belong on the control; `cut` is what to say, until something is typed.
 */
export function usePasteCut(maxLength: number | undefined) {
  const t = useTexts(vi, en)
  const [cut, setCut] = useState(0)
  const pasting = useRef(false)
  return {
    cut: cut > 0 ? t.pasteCut(cut) : null,
    onPaste(event: Pasted) {
      if (maxLength === undefined) return
      const { value, selectionStart, selectionEnd } = event.currentTarget
      const kept = value.length - ((selectionEnd ?? 0) - (selectionStart ?? 0))
      const pasted = event.clipboardData.getData('text').replace(/\r\n?/g, '\n')
      setCut(Math.max(0, kept + pasted.length - maxLength))
      pasting.current = true
    },
    typed() {
      if (!pasting.current) setCut(0)
      pasting.current = false
    },
  }
}

interface TextFieldProps extends FieldProps, Own<InputHTMLAttributes<HTMLInputElement>> {
  value: string
  onChange: (value: string) => void
  ref?: Ref<HTMLInputElement>
}

export function TextField({ label, hint, error, value, onChange, ...rest }: TextFieldProps) {
  const paste = usePasteCut(rest.maxLength)
  return (
    <Field label={label} hint={hint} error={error ?? paste.cut}>
      {(ids) => (
        <input
          className="input"
          {...rest}
          {...ids}
          value={value}
          onPaste={paste.onPaste}
          onChange={(event) => {
            paste.typed()
            onChange(event.target.value)
          }}
        />
      )}
    </Field>
  )
}

interface TextAreaProps extends FieldProps, Own<TextareaHTMLAttributes<HTMLTextAreaElement>> {
  value: string
  onChange: (value: string) => void
}

export function TextArea({ label, hint, error, value, onChange, ...rest }: TextAreaProps) {
  const paste = usePasteCut(rest.maxLength)
  return (
    <Field label={label} hint={hint} error={error ?? paste.cut}>
      {(ids) => (
        <textarea
          className="input"
          rows={3}
          {...rest}
          {...ids}
          value={value}
          onPaste={paste.onPaste}
          onChange={(event) => {
            paste.typed()
            onChange(event.target.value)
          }}
        />
      )}
    </Field>
  )
}

interface SelectFieldProps<V extends string>
  extends FieldProps,
    Own<SelectHTMLAttributes<HTMLSelectElement>> {
  value: V
  options: readonly { value: V; label: string }[]
  onChange: (value: V) => void
}

export function SelectField<V extends string>({
  label,
  hint,
  error,
  value,
  options,
  onChange,
  ...rest
}: SelectFieldProps<V>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => (
        <select
          className="input"
          {...rest}
          {...ids}
          value={value}
          onChange={(event) => onChange(event.target.value as V)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

interface CheckFieldProps {
  label: string
  value: boolean
  onChange: (value: boolean) => void
}

/** One box to tick, its label beside it. */
export function CheckField({ label, value, onChange }: CheckFieldProps) {
  return (
    <label className="check-field">
      <input type="checkbox" checked={value} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  )
}

interface DateFieldProps extends FieldProps {
  /** `YYYY-MM-DD` or null. */
  value: string | null
  /** Called with a date that exists, or null for an emptied field. */
  onChange: (value: string | null) => void
  /** Tells the form that what stands there is no date (yet). */
  onInvalid?: (invalid: boolean) => void
  autoFocus?: boolean
}

/**
 * A date typed as day/month/year in any browser language (the native control follows the browser,
 * a source of wrong deadlines). Takes 30/6/2022, 30-6-22, 30062022.
 */
export function DateField({
  label,
  hint,
  error,
  value,
  onChange,
  onInvalid,
  autoFocus,
}: DateFieldProps) {
  const t = useTexts(vi, en)
  const [typed, setTyped] = useState(() => formatDate(value))
  const [known, setKnown] = useState(value)
  const [left, setLeft] = useState(false)
  if (known !== value) {
    setKnown(value)
    if (parseDate(typed) !== value) setTyped(formatDate(value))
  }
  const wrong = parseDate(typed) === undefined
  return (
    <Field label={label} hint={hint} error={error ?? (wrong && left ? t.dateWrong : null)}>
      {(ids) => (
        <input
          className="input"
          {...ids}
          value={typed}
          inputMode="numeric"
          autoComplete="off"
          placeholder={t.dateFormat}
          // biome-ignore lint/a11y/noAutofocus: only in forms that a person just opened
          autoFocus={autoFocus}
          onChange={(event) => {
            const text = event.target.value
            setTyped(text)
            setLeft(false)
            const parsed = parseDate(text)
            onInvalid?.(parsed === undefined)
            if (parsed !== undefined) {
              setKnown(parsed)
              onChange(parsed)
            }
          }}
          onBlur={() => {
            setLeft(true)
            const parsed = parseDate(typed)
            if (parsed) setTyped(formatDate(parsed))
          }}
        />
      )}
    </Field>
  )
}
