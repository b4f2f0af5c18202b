// What differs between two drafts: paragraph by paragraph, and word by word inside of a paragraph that was
// rewritten. Pure, and bounded: two texts that are too long or have too little in common are not compared.
import { diffArrays } from 'diff'

export interface Piece {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** One paragraph; `changed`: it stands in both, with other words. */
export type Block = Piece | { kind: 'changed'; pieces: Piece[] }

export type Comparison =
  | { blocks: Block[]; counts: { added: number; removed: number; changed: number } }
  /** Nothing is compared: more than `longest` characters, or more than `mostEdits` paragraphs differ. */
  | { refused: 'tooLong' | 'tooDifferent' }

/** UTF-16 units of one text. */
export const longest = 1_000_000
/** Paragraphs taken out and put in. */
export const mostEdits = 1_000
/** Words taken out and put in within one paragraph; beyond it stands as removed and added. */
const mostWordEdits = 600
/** Below this share of common words two paragraphs are two, not one that was rewritten. */
const leastAlike = 0.4
/** Paragraphs on both sides of one change that are looked through for pairs. */
const mostPairs = 10_000

/** Compares two texts; empty lines and spaces at the ends of lines do not count. */
export function compareTexts(before: string, after: string): Comparison {
  if (before.length > longest || after.length > longest) return { refused: 'tooLong' }
  const parts = diffArrays(paragraphs(before), paragraphs(after), { maxEditLength: mostEdits })
  if (!parts) return { refused: 'tooDifferent' }
  const blocks: Block[] = []
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]
    const next = parts[at + 1]
    if (part?.removed && next?.added) {
      blocks.push(...paired(part.value, next.value))
      at++
    } else if (part) {
      const kind = part.added ? 'added' : part.removed ? 'removed' : 'same'
      blocks.push(...part.value.map((text) => ({ kind, text }) as const))
    }
  }
  const count = (kind: Block['kind']) => blocks.filter((block) => block.kind === kind).length
  return {
    blocks,
    counts: { added: count('added'), removed: count('removed'), changed: count('changed') },
  }
}

const paragraphs = (text: string): string[] =>
  text
    .normalize('NFC')
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/g, ' ').trim())
    .filter(Boolean)

/** A run of paragraphs that gave way to others: those that were rewritten are put beside each other. */
function paired(removed: readonly string[], added: readonly string[]): Block[] {
  const pairs = removed.length * added.length > mostPairs ? [] : bestPairs(removed, added)
  const blocks: Block[] = []
  let [from, to] = [0, 0]
  const upTo = (left: number, right: number) => {
    for (const text of removed.slice(from, left)) blocks.push({ kind: 'removed', text })
    for (const text of added.slice(to, right)) blocks.push({ kind: 'added', text })
  }
  for (const [left, right] of pairs) {
    upTo(left, right)
    blocks.push(...rewritten(removed[left] ?? '', added[right] ?? ''))
    ;[from, to] = [left + 1, right + 1]
  }
  upTo(removed.length, added.length)
  return blocks
}

/** Pairs in order with the most in common altogether. */
function bestPairs(removed: readonly string[], added: readonly string[]): [number, number][] {
  const bags = added.map(bagOf)
  const alike = removed.map((text) => {
    const own = bagOf(text)
    return bags.map((bag) => {
      const share = shareOf(own, bag)
      return share >= leastAlike ? share : 0
    })
  })
  const best = Array.from({ length: removed.length + 1 }, () => new Float64Array(added.length + 1))
  const at = (left: number, right: number) => best[left]?.[right] ?? 0
  for (let left = removed.length - 1; left >= 0; left--) {
    for (let right = added.length - 1; right >= 0; right--) {
      const share = alike[left]?.[right] ?? 0
      const both = share > 0 ? share + at(left + 1, right + 1) : 0
      const row = best[left]
      if (row) row[right] = Math.max(both, at(left + 1, right), at(left, right + 1))
    }
  }
  const pairs: [number, number][] = []
  let [left, right] = [0, 0]
  while (left < removed.length && right < added.length) {
    if (at(left, right) === at(left + 1, right)) left++
    else if (at(left, right) === at(left, right + 1)) right++
    else pairs.push([left++, right++])
  }
  return pairs
}

const bagOf = (text: string): Map<string, number> => {
  const bag = new Map<string, number>()
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    bag.set(word, (bag.get(word) ?? 0) + 1)
  }
  return bag
}

/** Words that two paragraphs share, as a share of the words of both. */
function shareOf(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  const sizeOf = (bag: ReadonlyMap<string, number>) =>
    [...bag.values()].reduce((sum, n) => sum + n, 0)
  let common = 0
  for (const [word, times] of one) common += Math.min(times, other.get(word) ?? 0)
  const all = sizeOf(one) + sizeOf(other)
  return all === 0 ? 0 : (2 * common) / all
}

/** One paragraph in two wordings; a figure such as 8.250 or 9,3 is one word. */
function rewritten(before: string, after: string): Block[] {
  const parts = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: mostWordEdits })
  if (!parts) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]
  }
  const pieces = parts.map(({ added, removed, value }) => ({
    kind: added ? ('added' as const) : removed ? ('removed' as const) : ('same' as const),
    text: value.join(''),
  }))
  return [{ kind: 'changed', pieces: smoothed(pieces) }]
}

const wordsOf = (text: string): string[] =>
  text.match(/\s+|\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}]+|[^\s\p{L}\p{M}\p{N}]/gu) ?? []

/** A space alone between two changes belongs to both: they are read as one change. */
function smoothed(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = []
  let [removed, added] = ['', '']
  const flush = () => {
    if (removed) result.push({ kind: 'removed', text: removed })
    if (added) result.push({ kind: 'added', text: added })
    ;[removed, added] = ['', '']
  }
  for (const [at, { kind, text }] of pieces.entries()) {
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else if (/^\s+$/.test(text) && (removed || added) && at < pieces.length - 1) {
      removed += text
      added += text
    } else {
      flush()
      result.push({ kind, text })
    }
  }
  flush()
  return result
}
