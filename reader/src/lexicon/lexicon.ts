// The lexicon in memory: a trie over syllables, found by their hash. Phrases come from the .tsv files:
// `class<TAB>payload<TAB>phrase | phrase | …`; one phrase may stand in several classes.
import { foldPhrase, spellings } from '../fold.ts'
import { hashOf, NUMBER, newTokens, PUNCTUATION, type Tokens, tokenise, WORD } from '../tokens.ts'

/** One meaning of a phrase. */
export interface Meaning {
  class: string
  payload: string
}

/** What the trie finds: all meanings of the phrase, by class. */
export interface Entry {
  id: number
  phrase: string
  meanings: ReadonlyMap<string, string>
  /** The longest shorter phrase that begins this one, and how many tokens shorter it is. */
  prefix: number
  shorter: number
}

/** Longest match at a token: the entry and the token behind it. */
export interface Lexicon {
  entries: readonly Entry[]
  /** For each class, 1 for every entry that has it itself or through a shorter phrase. */
  reach: ReadonlyMap<string, Uint8Array>
  /** 1 for every entry through which one of the classes (separated by spaces) is found; remembered. */
  gate(classes: string): Uint8Array
  /**
   * Marks each token with the longest entry that starts there (index into `entries`, 0 for none), in
   * arrays of zeros that are one longer than there are tokens.
   */
  mark(tokens: Tokens, entry: Int32Array, end: Int32Array): Anchors
}

/** `entry[i]` starts at token i and ends before token `end[i]`; 0 where nothing starts. */
export interface Anchors {
  entry: Int32Array
  end: Int32Array
}

/** Builds a lexicon from the lines of .tsv files. Throws `RangeError` naming a line that is malformed. */
export function buildLexicon(texts: readonly string[]): Lexicon {
  const entries: (Entry & { meanings: Map<string, string> })[] = [
    { id: 0, phrase: '', meanings: new Map(), prefix: 0, shorter: 0 },
  ]
  const trie = newTrie()
  for (const text of texts) {
    for (const line of text.split('\n')) {
      if (line.trim() === '' || line.startsWith('#')) continue
      const [name, payload, given] = line.split('\t')
      if (!name || payload === undefined || !given)
        throw new RangeError(`Lexicon line without three columns: ${line}`)
      const phrases = foldPhrase(given)
      for (const node of insertAll(trie, phrases, (from, to) => {
        entries.push({
          id: entries.length,
          phrase: phrases.slice(from, to),
          meanings: new Map(),
          prefix: 0,
          shorter: 0,
        })
        return entries.length - 1
      }))
        entries[trie.entries[node] ?? 0]?.meanings.set(name, payload)
    }
  }
  linkPrefixes(trie, entries)
  const reach = reachOf(entries)
  const gates = new Map<string, Uint8Array>()
  const gate = (classes: string): Uint8Array => {
    let flags = gates.get(classes)
    if (!flags) {
      flags = gateOf(reach, classes, entries.length)
      gates.set(classes, flags)
    }
    return flags
  }
  const first = firstWords(trie)
  return {
    entries,
    reach,
    gate,
    mark: (tokens, entry, end) => mark(trie, first, tokens, entry, end),
  }
}

/** The union of what some classes reach. */
function gateOf(reach: ReadonlyMap<string, Uint8Array>, classes: string, size: number): Uint8Array {
  const flags = new Uint8Array(size)
  for (const name of classes.split(' '))
    reach.get(name)?.forEach((flag, id) => {
      if (flag === 1) flags[id] = 1
    })
  return flags
}

/** Which classes a look-up at each entry can find; a neutral phrase hides what it begins with. */
function reachOf(entries: readonly Entry[]): Map<string, Uint8Array> {
  const reach = new Map<string, Uint8Array>()
  for (const entry of entries) {
    for (let from: Entry | undefined = entry; from; from = entries[from.prefix]) {
      for (const name of from.meanings.keys()) {
        let flags = reach.get(name)
        if (!flags) {
          flags = new Uint8Array(entries.length)
          reach.set(name, flags)
        }
        flags[entry.id] = 1
      }
      if (from.meanings.has('neutral') || from.prefix === 0) break
    }
  }
  return reach
}

// The trie is one open-addressed table of edges, three integers each: the node an edge leaves (counted
// from 1; 0 marks a free slot), the hash it reads, the node it reaches. `entries[node]` is the phrase that
// ends there, `leaf[node]` is 1 where nothing goes on; `parent` and `depth` lead back to the root.
interface Trie {
  edges: Int32Array
  mask: number
  edgeCount: number
  nodes: number
  entries: Int32Array
  parent: Int32Array
  depth: Uint8Array
  leaf: Uint8Array
  /** The arrays that one line after another is tokenised in. */
  scratch: Tokens
}

function newTrie(): Trie {
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
    leaf: new Uint8Array(nodes).fill(1),
    scratch: newTokens(2048),
  }
}

const slotOf = (node: number, hash: number): number =>
  Math.imul(hash ^ Math.imul(node, 0x9e3779b1), 0x85ebca6b) >>> 12

/**
 * Adds the phrases between the bars, each in every spelling of its syllables, and returns the nodes where
 * they end. `name` makes the entry of a phrase that is new.
 */
function insertAll(
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
    trie.leaf[node] = 0
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
  trie.leaf = longer(trie.leaf, new Uint8Array(size).fill(1))
}

/** Tells each phrase its longest proper prefix that is a phrase too. */
function linkPrefixes(trie: Trie, entries: { prefix: number; shorter: number }[]): void {
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

const punctuationKey = (code: number): number =>
  code === 0x2d || (code >= 0x2010 && code <= 0x2014) || code === 0x2212 ? 0x1002d : 0x10000 | code

/** The node behind an edge, 0 where there is none. */
function step(trie: Trie, node: number, hash: number): number {
  const { edges, mask } = trie
  let slot = slotOf(node, hash) & mask
  for (;;) {
    const from = edges[slot * 3] ?? 0
    if (from === 0) return 0
    if (from === node && edges[slot * 3 + 1] === hash) return edges[slot * 3 + 2] ?? 0
    slot = (slot + 1) & mask
  }
}

/** One bit for the low end of the hash of every word that begins a phrase: most others are turned away. */
function firstWords({ edges }: Trie): Uint32Array {
  const bits = new Uint32Array(2048)
  for (let at = 0; at < edges.length; at += 3) {
    if (edges[at] !== 1) continue
    const hash = edges[at + 1] ?? 0
    const place = (hash >>> 5) & 2047
    bits[place] = (bits[place] ?? 0) | (1 << (hash & 31))
  }
  return bits
}

function mark(
  trie: Trie,
  first: Uint32Array,
  tokens: Tokens,
  entry: Int32Array,
  end: Int32Array,
): Anchors {
  const { count, kind, hash } = tokens
  for (let at = 0; at < count; at++) {
    if (kind[at] !== WORD) continue
    const own = hash[at] ?? 0
    if (((first[(own >>> 5) & 2047] ?? 0) & (1 << (own & 31))) === 0) continue
    let node = step(trie, 1, own)
    let next = at + 1
    while (node > 0) {
      const found = trie.entries[node] ?? 0
      if (found > 0) {
        entry[at] = found
        end[at] = next
      }
      if (next >= count || trie.leaf[node] === 1) break
      if (kind[next] === WORD || kind[next] === NUMBER) node = step(trie, node, hash[next] ?? 0)
      else if (kind[next] === PUNCTUATION) node = step(trie, node, punctuationKey(hash[next] ?? 0))
      else if (hash[next] === 1 && kind[next + 1] === WORD) {
        // A phrase may run over the end of a hard-wrapped line.
        next++
        node = step(trie, node, hash[next] ?? 0)
      } else break
      next++
    }
  }
  return { entry, end }
}
