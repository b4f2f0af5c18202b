// Whether this browser holds copies, known without loading what handles them: most browsers never do.
import { newKey } from '../api.ts'

const storageKey = 'giaoban.tablet'

export const mayHoldCopies = (): boolean => localStorage.getItem(storageKey) !== null

export const noteCopies = (held: boolean): void =>
  held ? localStorage.setItem(storageKey, '1') : localStorage.removeItem(storageKey)

/** Wipes what this browser holds, in all its tabs; at once where it holds nothing. */
export async function wipeCopies(): Promise<void> {
  if (!mayHoldCopies()) return
  const { wipe } = await import('./tablet.ts')
  await wipe()
}

/** A new id in the form of a UUID. */
export function newId(): string {
  const key = newKey()
  const at = [0, 8, 12, 16, 20, 32]
  return at
    .slice(1)
    .map((end, index) => key.slice(at[index], end))
    .join('-')
}
