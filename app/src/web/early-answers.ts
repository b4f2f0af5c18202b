// Answers that were asked for before a screen was there to ask, each for whoever asks it first.
import { keptLanguage } from './kept-language.ts'

interface EarlyAnswer {
  answer: Promise<Response>
  /** When it was asked for, on the page's clock. */
  at: number
}

/** Two scripts that share no file have only the window in common. */
const shared = globalThis as typeof globalThis & { giaobanEarly?: Map<string, EarlyAnswer> }

/** After so many milliseconds it is asked anew. */
const fresh = 5_000

/** Asks as `api.ts` does, unless that is on its way already. */
export function askEarly(address: string): Promise<Response> {
  shared.giaobanEarly ??= new Map()
  const kept = shared.giaobanEarly.get(address)
  if (kept && isFresh(kept)) return kept.answer
  const headers = { 'X-Language': keptLanguage() }
  const answer = fetch(address, { headers, credentials: 'same-origin' })
  // Nobody may come for it; whoever does sees that it failed.
  answer.catch(() => undefined)
  shared.giaobanEarly.set(address, { answer, at: performance.now() })
  return answer
}

const isFresh = ({ at }: EarlyAnswer): boolean => performance.now() - at < fresh

/** The answer for this address, once; null where none is on its way, or it is old. */
export function takeEarly(address: string): Promise<Response> | null {
  const kept = shared.giaobanEarly?.get(address)
  if (!kept) return null
  shared.giaobanEarly?.delete(address)
  return isFresh(kept) ? kept.answer : null
}

/** After a write, or with another account: what was asked before may no longer be so. */
export function forgetEarly(): void {
  shared.giaobanEarly?.clear()
}
