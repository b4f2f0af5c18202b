// Ctrl+K: find anything from anywhere, by keyboard alone.
import './search.css'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { useTexts } from '../language.tsx'
import { ResultText } from './ResultText.tsx'
import { en, vi } from './texts.ts'
import { resultAddress, useSearch } from './useSearch.ts'

export function SearchPalette({ onClose }: { onClose: () => void }) {
  const t = useTexts(vi, en)
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [, navigate] = useLocation()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const { q, results, waiting } = useSearch(typed)
  const at = Math.min(chosen, Math.max(0, results.length - 1))
  useEffect(() => dialog.current?.showModal(), [])
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, at])
  const open = (index: number) => {
    const result = results[index]
    if (!result) return
    navigate(resultAddress(result))
    onClose()
  }
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      setChosen((at + step + results.length) % Math.max(1, results.length))
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      open(at)
    }
  }
  return (
    <dialog ref={dialog} className="palette" aria-label={t.title} onClose={onClose}>
      <input
        className="input"
        type="search"
        role="combobox"
        aria-expanded={results.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={results.length > 0 ? `${id}-${at}` : undefined}
        aria-label={t.placeholder}
        placeholder={t.placeholder}
        value={typed}
        autoFocus
        onChange={(event) => {
          setTyped(event.target.value)
          setChosen(0)
        }}
        onKeyDown={onKey}
      />
      <div id={`${id}-list`} role="listbox" aria-label={t.title} className="palette-results">
        {results.map((result, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field, as in any combobox
          <div
            key={`${result.kind}-${result.id}`}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className="result"
            onClick={() => open(index)}
          >
            <ResultText result={result} />
          </div>
        ))}
      </div>
      <p className="muted palette-foot" role="status">
        {q === ''
          ? t.start
          : results.length > 0 || waiting
            ? t.results(results.length)
            : t.nothing(q)}
        <span> · {t.keys}</span>
      </p>
    </dialog>
  )
}
