// The keys of the clerk's page. Alt and a digit: free in the browsers, and no input method takes them.
import { useEffect, useRef } from 'react'

interface ClerkKeys {
  step: (by: 1 | -1) => void
  makeCurrent: () => void
  help: () => void
}

interface Place {
  at: string
  press?: true
  /** Where to go instead once something stands there. */
  filled?: string
}

/** What each digit goes to, or presses. */
const places: Record<string, Place> = {
  Digit2: { at: '[data-speaker]' },
  Digit3: { at: '[data-opinion-speaker]', filled: '[data-opinion-body]' },
  Digit4: { at: '[data-decision-body]' },
  Digit5: { at: '[data-confirm-task]', press: true },
  Digit6: { at: '[data-mark-task]', press: true },
  Digit7: { at: '[data-vote-question]' },
  Digit8: { at: '[data-no-task] input', press: true },
  Digit9: { at: '[data-missing]' },
}

export function useClerkKeys(keys: ClerkKeys): void {
  const present = useRef(keys)
  present.current = keys
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return
      const { step, makeCurrent, help } = present.current
      const place = places[event.code]
      if (event.code === 'ArrowDown') step(1)
      else if (event.code === 'ArrowUp') step(-1)
      else if (event.code === 'Digit1') makeCurrent()
      else if (event.code === 'Digit0') help()
      else if (place) goTo(place)
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

function goTo({ at, press, filled }: Place): void {
  const element = document.querySelector<HTMLElement>(at)
  const written = element instanceof HTMLInputElement && element.value !== ''
  if (press) element?.click()
  else if (filled && written) document.querySelector<HTMLElement>(filled)?.focus()
  else element?.focus()
}
