// A text field that offers matching options while one types: with or without diacritics, best
// first, by keyboard (arrows, Enter, Esc) as the ARIA pattern for a combobox with a list says.
import './combobox.css'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { fold } from '../format.ts'
import { useTexts } from '../language.tsx'
import { en, vi } from '../texts.ts'
import { Field } from './Field.tsx'
import { type ListState, pressKey } from './listKeys.ts'

export interface Option {
  value: string
  label: string
  /** Shown smaller beside the label. */
  note?: string
  /** Further words it is found by. */
  also?: readonly string[]
}

interface ComboboxProps {
  label: string
  hint?: string
  error?: string | null
  options: readonly Option[]
  /** Told what is typed, where the options are looked up by it: then they are shown as they come. */
  onTyped?: (typed: string) => void
  /** The chosen option's value, or null. */
  value: string | null
  onChange: (value: string | null) => void
  /** Offers what was typed as a new option; gets the typed text. */
  create?: { label: (typed: string) => string; run: (typed: string) => void }
  /** What was typed counts as well, also without choosing: on leaving the field, an option of that name or a new one. */
  keepsTyped?: boolean
  required?: boolean
  autoFocus?: boolean
}

const shown = 12
const closed: ListState = { open: false, active: 0, picking: false }

export function Combobox({
  label,
  hint,
  error,
  options,
  onTyped,
  value,
  onChange,
  create,
  keepsTyped,
  required,
  autoFocus,
}: ComboboxProps) {
  const t = useTexts(vi, en)
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  const chosen = options.find((option) => option.value === value)
  const [typed, setTyped] = useState<string | null>(null)
  const [{ open, active, picking }, setList] = useState<ListState>(closed)
  const lookedUp = onTyped !== undefined
  const matches = useMemo(
    () => (lookedUp ? options : rank(options, typed ?? '')).slice(0, shown),
    [options, typed, lookedUp],
  )
  const canCreate = Boolean(create && typed?.trim())
  const count = matches.length + (canCreate ? 1 : 0)

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])

  function choose(index: number) {
    const option = matches[index]
    if (option) onChange(option.value)
    else if (canCreate && create && typed) create.run(typed.trim())
    close()
  }

  function close() {
    setTyped(null)
    onTyped?.('')
    setList(closed)
  }

  function keep(text: string) {
    const same = options.find((option) => fold(option.label) === fold(text))
    if (same) onChange(same.value)
    else create?.run(text)
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return
    const at = matches.findIndex((option) => option.value === value)
    const result = pressKey(event.key, { open, active, picking }, count, at)
    if (result.does === 'nothing') return
    // Only opens, moves or takes the option; the next Enter belongs to the form.
    event.preventDefault()
    if (result.does === 'show') setList(result.state)
    else if (result.does === 'choose') choose(result.index)
    else {
      event.stopPropagation()
      close()
    }
  }

  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => (
        <div className="combobox">
          <input
            {...ids}
            className="input"
            role="combobox"
            aria-expanded={open}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={open && count > 0 ? `${listId}-${active}` : undefined}
            autoComplete="off"
            spellCheck={false}
            required={required}
            // biome-ignore lint/a11y/noAutofocus: only in forms that a person just opened
            autoFocus={autoFocus}
            value={typed ?? chosen?.label ?? ''}
            onChange={(event) => {
              setTyped(event.target.value)
              onTyped?.(event.target.value)
              setList({ open: true, active: 0, picking: true })
            }}
            onFocus={(event) => event.target.select()}
            onClick={() => setList((list) => ({ ...list, open: true }))}
            onBlur={() => {
              if (typed === '') onChange(null)
              else if (keepsTyped && typed?.trim()) keep(typed.trim())
              close()
            }}
            onKeyDown={onKeyDown}
          />
          <div
            id={listId}
            ref={list}
            role="listbox"
            tabIndex={-1}
            aria-label={label}
            className="combobox-list"
            hidden={!open}
          >
            {matches.map((option, index) => (
              <div
                key={option.value}
                id={`${listId}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === active}
                onPointerDown={(event) => {
                  event.preventDefault()
                  choose(index)
                }}
              >
                <span>{option.label}</span>
                {option.note && <span className="muted">{option.note}</span>}
              </div>
            ))}
            {canCreate && create && typed && (
              <div
                id={`${listId}-${matches.length}`}
                role="option"
                tabIndex={-1}
                aria-selected={active === matches.length}
                onPointerDown={(event) => {
                  event.preventDefault()
                  choose(matches.length)
                }}
              >
                <span>＋ {create.label(typed.trim())}</span>
              </div>
            )}
            {count === 0 && (
              <div
                className="muted"
                role="option"
                tabIndex={-1}
                aria-selected={false}
                aria-disabled="true"
              >
                {t.noMatch}
              </div>
            )}
          </div>
        </div>
      )}
    </Field>
  )
}

/** Options that hold every typed word, those that begin with it first. */
export function rank(options: readonly Option[], typed: string): Option[] {
  const query = fold(typed)
  if (!query) return [...options]
  const words = query.split(/\s+/)
  return options
    .flatMap((option) => {
      const name = fold(option.label)
      const all = [name, ...(option.also ?? []).map(fold), fold(option.value)]
      if (!words.every((word) => all.some((text) => text.includes(word)))) return []
      const score = all.includes(query)
        ? 0
        : name.startsWith(query)
          ? 1
          : all.some((text) => text.startsWith(query))
            ? 2
            : all.some((text) => text.includes(query))
              ? 3
              : 4
      return [{ option, score }]
    })
    .toSorted((a, b) => a.score - b.score)
    .map(({ option }) => option)
}
