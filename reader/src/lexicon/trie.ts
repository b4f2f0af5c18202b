// Building the trie of the lexicon: phrases cut into syllables, each syllable in every spelling. What comes
// out of it for reading is in tables.ts.
import { spellings } from '../fold.ts'
import { hashOf, NUMBER, newTokens, PUNCTUATION, type Tokens, tokenise, WORD } from '../tokens.ts'

// The trie is one open-addressed table of edges, three integers each: the node an edge leaves (counted
// from 1; 0 marks a free slot), the hash it reads, the node it reaches. `entries[node]` is the phrase that
// ends there; `parent` and `depth` lead back to the root.
export interface Trie {
  edges: Int32Array
  mask: number
  edgeCount: number
  nodes: number
  entries: Int32Array
  parent: Int32Array
  depth: Uint8Array
  /** The arrays that one line after another is tokenised in. */
  scratch: Tokens
}

export function newTrie(): Trie {
  const slots = 1 << 15
  const nodes = 1 << 14
  return {
    edges: new Int32Array(slots * 3),
    mask: slots - 1,
    edgeCount: 0,
    nodes: 1,
    entries: new Int32Array(nodes),
    parent: new Int32Array(nodes),
    depth: new Uint8Array(nodes),
    scratch: newTokens(2048),
  }
}

const slotOf = (node: number, hash: number): number =>
  Math.imul(hash ^ Math.imul(node, 0x9e3779b1), 0x85ebca6b) >>> 12

/**
 * Adds the phrases between the bars, each in every spelling of its syllables, and returns the nodes where
 * they end. `name` makes the entry of a phrase that is new.
 */
export function insertAll(
  trie: Trie,
  phrases: string,
  name: (from: number, to: number) => number,
): number[] {
  const tokens = tokenise(phrases, trie.scratch)
  trie.scratch = tokens
  const ends: number[] = []
  let node = 1
  let first = 0
  const close = (at: number): void => {
    if (node > 1) {
      if (trie.entries[node] === 0)
        trie.entries[node] = name(tokens.start[first] ?? 0, tokens.end[at - 1] ?? 0)
      ends.push(node)
    }
    node = 1
    first = at + 1
  }
  for (let at = 0; at < tokens.count; at++) {
    const hash = tokens.hash[at] ?? 0
    if (tokens.kind[at] === PUNCTUATION && hash === bar) close(at)
    else if (tokens.kind[at] === WORD)
      node = child(trie, node, wordKeys(phrases, tokens.start[at] ?? 0, tokens.end[at] ?? 0, hash))
    else if (tokens.kind[at] === NUMBER) node = child(trie, node, [hash])
    else node = child(trie, node, [punctuationKey(hash)])
  }
  close(tokens.count)
  return ends
}

const bar = 0x7c

/** The node behind any of the hashes; all spellings share it, so that a phrase stays one path. */
function child(trie: Trie, node: number, keys: readonly number[]): number {
  let found = 0
  for (const key of keys) found ||= step(trie, node, key)
  if (found === 0) {
    found = ++trie.nodes
    if (found >= trie.entries.length) growNodes(trie)
    trie.parent[found] = node
    trie.depth[found] = (trie.depth[node] ?? 0) + 1
  }
  for (const key of keys) if (step(trie, node, key) === 0) addEdge(trie, node, key, found)
  return found
}

function addEdge(trie: Trie, node: number, hash: number, to: number): void {
  if (++trie.edgeCount * 3 > trie.mask) growEdges(trie)
  putEdge(trie, node, hash, to)
}

function putEdge({ edges, mask }: Trie, node: number, hash: number, to: number): void {
  let slot = slotOf(node, hash) & mask
  while (edges[slot * 3] !== 0) slot = (slot + 1) & mask
  edges[slot * 3] = node
  edges[slot * 3 + 1] = hash
  edges[slot * 3 + 2] = to
}

function growEdges(trie: Trie): void {
  const old = trie.edges
  const slots = (trie.mask + 1) * 2
  trie.edges = new Int32Array(slots * 3)
  trie.mask = slots - 1
  for (let at = 0; at < old.length; at += 3)
    if (old[at] !== 0) putEdge(trie, old[at] ?? 0, old[at + 1] ?? 0, old[at + 2] ?? 0)
}

function growNodes(trie: Trie): void {
  const size = trie.entries.length * 2
  const longer = <T extends Int32Array | Uint8Array>(from: T, to: T): T => {
    to.set(from as never)
    return to
  }
  trie.entries = longer(trie.entries, new Int32Array(size))
  trie.parent = longer(trie.parent, new Int32Array(size))
  trie.depth = longer(trie.depth, new Uint8Array(size))
}

/** Tells each phrase its longest proper prefix that is a phrase too. */
export function linkPrefixes(trie: Trie, entries: { prefix: number; shorter: number }[]): void {
  for (let node = 2; node <= trie.nodes; node++) {
    const entry = entries[trie.entries[node] ?? 0]
    if (!entry || trie.entries[node] === 0) continue
    let above = trie.parent[node] ?? 1
    while (above > 1 && trie.entries[above] === 0) above = trie.parent[above] ?? 1
    entry.prefix = trie.entries[above] ?? 0
    entry.shorter = (trie.depth[node] ?? 0) - (trie.depth[above] ?? 0)
  }
}

const keysOfWords = new Map<number, number[]>()

/** The hashes of all spellings of a syllable, remembered: phrases share their syllables. */
function wordKeys(text: string, from: number, to: number, hash: number): number[] {
  let keys = keysOfWords.get(hash)
  if (!keys) {
    keys = spellings(text.slice(from, to)).map(hashOf)
    keysOfWords.set(hash, keys)
  }
  return keys
}

/** The hash of a mark as the trie reads it; every dash is one. */
export const punctuationKey = (code: number): number =>
  code === 0x2d || (code >= 0x2010 && code <= 0x2014) || code === 0x2212 ? 0x1002d : 0x10000 | code

/** The node behind an edge, 0 where there is none. */
export function step(trie: Trie, node: number, hash: number): number {
  const { edges, mask } = trie
  let slot = slotOf(node, hash) & mask
  for (;;) {
    const from = edges[slot * 3] ?? 0
    if (from === 0) return 0
    if (from === node && edges[slot * 3 + 1] === hash) return edges[slot * 3 + 2] ?? 0
    slot = (slot + 1) & mask
  }
}
