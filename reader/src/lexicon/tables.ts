// The lexicon as a document is read with it: flat tables, small enough to stay in the nearest cache of the
// processor, and quick to load. Made by lexicon.ts.
import { LINE_END, PUNCTUATION, type Tokens, WORD } from '../tokens.ts'
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

/** Places before the first token and behind the last one in `word` and `mark`. */
export const MARGIN = 16

/** What stands at each token: the longest phrase, its family, and the token behind it; 0 where none, and for some places behind the last token. */
export interface Anchors {
  phrase: Int32Array
  family: Int32Array
  end: Int32Array
  /**
   * The hash of a word, else 0, `MARGIN` places further on: whoever looks some tokens back or ahead does not leave
   * the array, which would cost more than all else in the question.
   */
  word: Int32Array
  /** The same for the sign of a mark; all dashes are `-`, all quotation marks `"`. */
  mark: Int32Array
}

/** The sign that stands for a mark: one for all dashes, one for all double quotation marks. */
function signOf(code: number): number {
  if (code < 0xab) return code
  if ((code >= 0x2010 && code <= 0x2014) || code === 0x2212) return 0x2d
  if ((code >= 0x201c && code <= 0x201f) || code === 0xab || code === 0xbb) return 0x22
  return code
}

/** A lexicon that documents are read with; made by `buildLexicon`, or from packed tables. */
export class Lexicon {
  readonly tables: Tables
  private readonly classIds: ReadonlyMap<string, number>
  private readonly names: readonly string[]
  readonly payloads: readonly string[]
  private readonly nodes: Int32Array
  private readonly edges: Int32Array
  private readonly gates = new Map<string, Uint8Array>()
  private phrases: string[] | null = null

  constructor(tables: Tables) {
    this.tables = tables
    this.names = tables.classes.map(asKey)
    this.payloads = tables.payloads.map(asKey)
    this.classIds = new Map(tables.classes.map((name, id) => [name, id]))
    this.nodes = nodesOf(tables)
    this.edges = edgesOf(tables)
  }

  /** Place of the meaning in the tables that the phrase has by itself or through a shorter one, or -1. */
  placeOf(phrase: number, name: string): number {
    const { names } = this
    const { meaningsFrom, classOf } = this.tables
    const to = meaningsFrom[phrase + 1] ?? 0
    for (let place = meaningsFrom[phrase] ?? 0; place < to; place++)
      if (names[classOf[place] ?? 0] === name) return place
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

  /** Marks each token with the longest phrase that starts there, in arrays at least one longer than there are tokens. */
  mark(tokens: Tokens, { phrase, family, end, word, mark }: Anchors): void {
    const { count, kind, hash } = tokens
    const { nodes, edges } = this
    const { familyOf, buckets } = this.tables
    word.fill(0, 0, MARGIN)
    word.fill(0, count + MARGIN, count + 2 * MARGIN)
    // Most tokens are no marks and begin no phrase: only what is found is written behind this.
    mark.fill(0, 0, count + 2 * MARGIN)
    for (const each of [phrase, family, end]) each.fill(0, 0, count + MARGIN)
    for (let at = 0; at < count; at++) {
      const own = kind[at]
      const code = hash[at] ?? 0
      if (own !== WORD) {
        word[at + MARGIN] = 0
        if (own === PUNCTUATION) mark[at + MARGIN] = signOf(code)
        continue
      }
      word[at + MARGIN] = code
      let found = 0
      let behind = 0
      let node = firstStep(buckets, edges, code)
      let next = at + 1
      while (node > 0) {
        const ends = nodes[node + PHRASE] ?? 0
        if (ends > 0) {
          found = ends
          behind = next
        }
        const wanted = nodes[node + WANTED] ?? 0
        if (wanted === 0) break
        let key = hash[next] ?? 0
        let following = kind[next]
        if (following === LINE_END) {
          // A phrase may run over the end of a hard-wrapped line.
          if (key !== 1 || kind[next + 1] !== WORD) break
          next++
          key = hash[next] ?? 0
          following = WORD
        }
        if (following === PUNCTUATION) key = punctuationKey(key)
        if ((wanted & (1 << (key & 31))) === 0 || next >= count) break
        node = step(nodes, edges, node, key)
        next++
      }
      if (found === 0) continue
      phrase[at] = found
      end[at] = behind
      family[at] = familyOf[found] ?? 0
    }
  }
}

/** A key of an object is the very string that the code has: comparing them is comparing two addresses. */
const asKey = (text: string): string => Object.keys({ [text]: 0 })[0] ?? ''

// A node of the trie as it is walked: four integers in one line of the cache. Its number is the place of
// the first one; the root is left out.
const CHILDREN = 0
const CHILDREN_END = 1
const PHRASE = 2
/** The low ends of the hashes that go on from the node, a bit each: most are turned away by it; 0 for none. */
const WANTED = 3

function nodesOf({ childrenFrom, childHash, phraseAt }: Tables): Int32Array {
  const nodes = new Int32Array(phraseAt.length * 4)
  for (let node = 1; node < phraseAt.length; node++) {
    const from = childrenFrom[node] ?? 0
    const to = childrenFrom[node + 1] ?? 0
    let wanted = 0
    for (let at = from; at < to; at++) wanted |= 1 << ((childHash[at] ?? 0) & 31)
    nodes[node * 4 + CHILDREN] = from
    nodes[node * 4 + CHILDREN_END] = to
    nodes[node * 4 + PHRASE] = phraseAt[node] ?? 0
    nodes[node * 4 + WANTED] = wanted
  }
  return nodes
}

/** The edges, two integers each: the hash that is read and the node behind it. */
function edgesOf({ childHash, childNode }: Tables): Int32Array {
  const edges = new Int32Array(childHash.length * 2)
  for (let at = 0; at < childHash.length; at++) {
    edges[at * 2] = childHash[at] ?? 0
    edges[at * 2 + 1] = (childNode[at] ?? 0) * 4
  }
  return edges
}

/** Bits of a hash that do not choose the bucket of a first word. */
export const bucketShift = 20

/** The node behind the first word of a phrase, 0 where none begins with it: nearly every other is turned away at once. */
function firstStep(buckets: Int32Array, edges: Int32Array, hash: number): number {
  const bucket = hash >>> bucketShift
  const to = (buckets[bucket + 1] ?? 0) * 2
  for (let at = (buckets[bucket] ?? 0) * 2; at < to; at += 2)
    if (edges[at] === hash) return edges[at + 1] ?? 0
  return 0
}

/** The node behind any other word, number or mark. */
function step(nodes: Int32Array, edges: Int32Array, node: number, hash: number): number {
  let low = nodes[node + CHILDREN] ?? 0
  let high = nodes[node + CHILDREN_END] ?? 0
  while (low < high) {
    const middle = (low + high) >> 1
    const own = edges[middle * 2] ?? 0
    if (own === hash) return edges[middle * 2 + 1] ?? 0
    if (own >>> 0 < hash >>> 0) low = middle + 1
    else high = middle
  }
  return 0
}
