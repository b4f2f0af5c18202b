// Outlines of places that this browser keeps: public lines of a map, from a file that somebody chose here.
import type { Outlines } from './outlines.ts'

const key = 'giaoban-outlines'

/** Those kept here; null where there are none, or the browser keeps nothing. */
export function keptOutlines(): Outlines | null {
  try {
    const kept: Outlines | null = JSON.parse(localStorage.getItem(key) ?? 'null')
    return kept && typeof kept.shapes === 'object' ? kept : null
  } catch {
    return null
  }
}

/** Keeps them, or keeps none any more; where the browser has no room they hold until the page is left. */
export function keepOutlines(outlines: Outlines | null): Outlines | null {
  try {
    if (outlines) localStorage.setItem(key, JSON.stringify(outlines))
    else localStorage.removeItem(key)
  } catch {
    // A full or closed store: what was drawn stays drawn.
  }
  return outlines
}
