// The regular expressions of a folder's sources, and whether one can backtrack without end.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import safe from 'safe-regex2'
import { parseSync } from 'vite'

export interface Pattern {
  file: string
  pattern: string
  flags: string
}

/** Every pattern written in the sources below the folder; tests and compiled data left out. */
export function patternsIn(folder: string): Pattern[] {
  const found: Pattern[] = []
  for (const name of readdirSync(folder, { recursive: true }).map(String)) {
    if (!/\.tsx?$/.test(name) || /(compiled|\.test)\.tsx?$/.test(name)) continue
    const walk = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return
      const { regex } = node as { regex?: { pattern: string; flags: string } }
      if (regex?.pattern !== undefined) found.push({ file: name, ...regex })
      for (const child of Object.values(node)) walk(child)
    }
    walk(parseSync(name, readFileSync(join(folder, name), 'utf8')).program)
  }
  return found
}

/** False for repetitions inside repetitions, or more than thirty of them. */
export const cannotExplode = ({ pattern, flags }: Pattern): boolean =>
  safe(new RegExp(pattern, flags), { limit: 30 })
