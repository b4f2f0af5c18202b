// The lexicon as a document is read with it: flat tables, small enough to stay in the nearest cache of the
// processor, and quick to load. Made by lexicon.ts.
import { NUMBER, PUNCTUATION, type Tokens, WORD } from '../tokens.ts'
import { punctuationKey } from './trie.ts'

/**
 * The data of a lexicon. Phrases are counted from 1. What a phrase can mean, itself or through a shorter
 * phrase that begins it, stands in `classOf`, `payloadOf` and `shorterBy` from `meaningsFrom[phrase]` to
 * `meaningsFrom[phrase + 1]`: its own meanings first. Phrases with the same classes are a family.
 *
 * The children of node n of the trie stand from `childrenFrom[n]` to `childrenFrom[n + 1]`, in the order
 * of their hashes; those of the root (node 1) begin in `buckets` by the upper twelve bits of the hash.
 */
export interface Tables {
  classes: string[]
  payloads: string[]
  /** The phrases in their order, a line each; the first is empty. */
  phrases: string
  meaningsFrom: Int32Array
  classOf: Uint8Array
  payloadOf: Int32Array
  /** How many tokens shorter than the phrase is the one that means it; 0 for its own meanings. */
  shorterBy: Uint8Array
  familyOf: Int32Array
  /** A phrase of each family. */
  familyHeads: Int32Array
  /** The longest shorter phrase that begins it. */
  prefixOf: Int32Array
  childrenFrom: Int32Array
  childHash: Int32Array
  childNode: Int32Array
  phraseAt: Int32Array
  buckets: Int32Array
}

/** What stands at each token: the longest phrase, its family, and the token behind it; 0 where none. */
export interface Anchors {
  phrase: Int32Array
  family: Int32Array
  end: Int32Array
}

/** A lexicon that documents are read with; made by `buildLexicon`, or from packed tables. */
export class Lexicon {
  readonly tables: Tables
  private readonly classIds: ReadonlyMap<string, number>
  private readonly gates = new Map<string, Uint8Array>()
  private phrases: string[] | null = null

  constructor(tables: Tables) {
    this.tables = tables
    this.classIds = new Map(tables.classes.map((name, id) => [name, id]))
  }

  /** Place of the meaning in the tables that the phrase has by itself or through a shorter one, or -1. */
  placeOf(phrase: number, name: string): number {
    const { meaningsFrom, classOf } = this.tables
    const id = this.classIds.get(name) ?? -1
    const to = meaningsFrom[phrase + 1] ?? 0
    for (let place = meaningsFrom[phrase] ?? 0; place < to; place++)
      if (classOf[place] === id) return place
    return -1
  }

  /** 1 for every family in which one of the classes (separated by spaces) is found; remembered. */
  gate(classes: string): Uint8Array {
    let flags = this.gates.get(classes)
    if (!flags) {
      flags = this.gateOf(classes.split(' '))
      this.gates.set(classes, flags)
    }
    return flags
  }

  private gateOf(names: readonly string[]): Uint8Array {
    const { familyHeads, meaningsFrom, classOf } = this.tables
    const ids = names.map((name) => this.classIds.get(name) ?? -1)
    const flags = new Uint8Array(familyHeads.length)
    for (let family = 1; family < familyHeads.length; family++) {
      const head = familyHeads[family] ?? 0
      const to = meaningsFrom[head + 1] ?? 0
      for (let at = meaningsFrom[head] ?? 0; at < to; at++)
        if (ids.includes(classOf[at] ?? -1)) flags[family] = 1
    }
    return flags
  }

  /** A phrase as the lexicon has it. */
  phrase(id: number): string {
    this.phrases ??= this.tables.phrases.split('\n')
    return this.phrases[id] ?? ''
  }

  /** What a phrase means by itself, whatever it begins with: for those who explain a finding. */
  ownClasses(phrase: number): string[] {
    const { classes, meaningsFrom, classOf, shorterBy } = this.tables
    const names: string[] = []
    for (let at = meaningsFrom[phrase] ?? 0; at < (meaningsFrom[phrase + 1] ?? 0); at++)
      if (shorterBy[at] === 0) names.push(classes[classOf[at] ?? 0] ?? '')
    return names
  }

  /** Marks each token with the longest phrase that starts there, in arrays of zeros one longer than there are tokens. */
  mark(tokens: Tokens, { phrase, family, end }: Anchors): void {
    const { count, kind, hash } = tokens
    const { childrenFrom, phraseAt, familyOf } = this.tables
    for (let at = 0; at < count; at++) {
      if (kind[at] !== WORD) continue
      let node = firstStep(this.tables, hash[at] ?? 0)
      let next = at + 1
      while (node > 0) {
        const found = phraseAt[node] ?? 0
        if (found > 0) {
          phrase[at] = found
          end[at] = next
        }
        if (next >= count || childrenFrom[node] === childrenFrom[node + 1]) break
        if (kind[next] === WORD || kind[next] === NUMBER)
          node = step(this.tables, node, hash[next] ?? 0)
        else if (kind[next] === PUNCTUATION)
          node = step(this.tables, node, punctuationKey(hash[next] ?? 0))
        else if (hash[next] === 1 && kind[next + 1] === WORD) {
          // A phrase may run over the end of a hard-wrapped line.
          next++
          node = step(this.tables, node, hash[next] ?? 0)
        } else break
        next++
      }
      family[at] = familyOf[phrase[at] ?? 0] ?? 0
    }
  }
}

/** Bits of a hash that do not choose the bucket of a first word. */
export const bucketShift = 20

/** The node behind the first word of a phrase, 0 where none begins with it: nearly every other is turned away at once. */
function firstStep({ buckets, childHash, childNode }: Tables, hash: number): number {
  const bucket = hash >>> bucketShift
  const to = buckets[bucket + 1] ?? 0
  for (let at = buckets[bucket] ?? 0; at < to; at++)
    if (childHash[at] === hash) return childNode[at] ?? 0
  return 0
}

/** The node behind any other word, number or mark. */
function step({ childrenFrom, childHash, childNode }: Tables, node: number, hash: number): number {
  let low = childrenFrom[node] ?? 0
  let high = childrenFrom[node + 1] ?? 0
  while (low < high) {
    const middle = (low + high) >> 1
    const own = childHash[middle] ?? 0
    if (own === hash) return childNode[middle] ?? 0
    if (own >>> 0 < hash >>> 0) low = middle + 1
    else high = middle
  }
  return 0
}
