// Sets of words that tokens are tested against, made from lists when a module is loaded.
import { hashOf } from './tokens.ts'

const hashes = new Map<string, number>()

/** Hash of a lower-case word, remembered. */
export function word(folded: string): number {
  let hash = hashes.get(folded)
  if (hash === undefined) {
    hash = hashOf(folded)
    hashes.set(folded, hash)
  }
  return hash
}

/**
 * A set of words to test tokens against. Most tokens are in no set, so 1024 bits, one for the low end
 * of each hash, turn them away before the hashes themselves are looked at: an open-addressed table, 0
 * for a free slot.
 */
export class WordSet {
  private readonly bits = new Int32Array(32)
  private readonly table: Int32Array
  private readonly mask: number

  constructor(hashes: readonly number[]) {
    const size = 2 ** Math.ceil(Math.log2(hashes.length * 2 + 1))
    this.table = new Int32Array(size)
    this.mask = size - 1
    for (const hash of hashes) {
      const bit = (hash >>> 5) & 31
      this.bits[bit] = (this.bits[bit] ?? 0) | (1 << (hash & 31))
      let slot = (hash >>> 10) & this.mask
      while (this.table[slot] !== 0 && this.table[slot] !== hash) slot = (slot + 1) & this.mask
      this.table[slot] = hash
    }
  }

  has(hash: number): boolean {
    const mayHave = ((this.bits[(hash >>> 5) & 31] ?? 0) & (1 << (hash & 31))) !== 0
    return mayHave && this.holds(hash)
  }

  /** A function of its own, so that the one above is small enough to be part of those who ask. */
  private holds(hash: number): boolean {
    const { table, mask } = this
    for (let slot = (hash >>> 10) & mask; table[slot] !== 0; slot = (slot + 1) & mask)
      if (table[slot] === hash) return true
    return false
  }
}

const sets = new Map<string, WordSet>()

/** The lists asked for last, and their sets, by length and ends of the list: a look-up in a map takes longer. */
const lastLists: string[] = Array(1024).fill('')
const lastSets: WordSet[] = Array(1024).fill(new WordSet([]))

/** A set of words to test tokens against; the same list gives the same set. */
export function words(list: string): WordSet {
  const { length } = list
  const slot = (list.charCodeAt(0) * 37 + list.charCodeAt(length - 1) * 5 + length) & 1023
  const last = lastSets[slot]
  if (last && lastLists[slot] === list) return last
  const set = setOf(list)
  lastLists[slot] = list
  lastSets[slot] = set
  return set
}

function setOf(list: string): WordSet {
  let set = sets.get(list)
  if (!set) {
    set = new WordSet(list.split(' ').map(word))
    sets.set(list, set)
  }
  return set
}
