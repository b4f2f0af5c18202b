// The lexicon in memory: a trie over syllables, found by their hash. Phrases come from the .tsv files:
// `class<TAB>payload<TAB>phrase | phrase | …`; one phrase may stand in several classes.
import { foldPhrase, spellings } from '../fold.ts'
import { hashOf, NUMBER, PUNCTUATION, type Tokens, tokenise, WORD } from '../tokens.ts'

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
  /** Marks each token with the longest entry that starts there (index into `entries`, 0 for none). */
  mark(tokens: Tokens): Anchors
}

/** `entry[i]` starts at token i and ends before token `end[i]`; 0 where nothing starts. */
export interface Anchors {
  entry: Int32Array
  end: Int32Array
}

interface Node {
  next: Map<number, Node>
  entry: number
}

/** Builds a lexicon from the lines of .tsv files. Throws `RangeError` naming a line that is malformed. */
export function buildLexicon(texts: readonly string[]): Lexicon {
  const entries: (Entry & { meanings: Map<string, string> })[] = [
    { id: 0, phrase: '', meanings: new Map(), prefix: 0, shorter: 0 },
  ]
  const byPhrase = new Map<string, number>()
  const root: Node = { next: new Map(), entry: 0 }
  for (const text of texts) {
    for (const line of text.split('\n')) {
      if (line.trim() === '' || line.startsWith('#')) continue
      const [name, payload, phrases] = line.split('\t')
      if (!name || payload === undefined || !phrases)
        throw new RangeError(`Lexicon line without three columns: ${line}`)
      for (const raw of phrases.split('|')) {
        const phrase = foldPhrase(raw)
        if (phrase === '') continue
        const known = byPhrase.get(phrase)
        const id = known ?? entries.length
        if (known === undefined) {
          entries.push({ id, phrase, meanings: new Map(), prefix: 0, shorter: 0 })
          byPhrase.set(phrase, id)
          insert(root, phrase, id)
        }
        entries[id]?.meanings.set(name, payload)
      }
    }
  }
  linkPrefixes(root, entries)
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
  return { entries, reach, gate, mark: marker(root) }
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

/** Tells each phrase its longest proper prefix that is a phrase too. */
function linkPrefixes(root: Node, entries: { prefix: number; shorter: number }[]): void {
  const walk = (node: Node, depth: number, above: number, aboveDepth: number): void => {
    const entry = entries[node.entry]
    if (node.entry > 0 && entry) {
      entry.prefix = above
      entry.shorter = depth - aboveDepth
    }
    const next = node.entry > 0 ? node.entry : above
    const nextDepth = node.entry > 0 ? depth : aboveDepth
    for (const child of new Set(node.next.values())) walk(child, depth + 1, next, nextDepth)
  }
  walk(root, 0, 0, 0)
}

/** Adds the phrase in every spelling of its syllables. */
function insert(root: Node, phrase: string, id: number): void {
  let nodes = [root]
  for (const key of keysOf(phrase)) {
    const reached: Node[] = []
    for (const node of nodes) {
      // All spellings share one node, so that a phrase of many syllables stays one path.
      const child: Node = key
        .map((hash) => node.next.get(hash))
        .find((found) => found !== undefined) ?? { next: new Map(), entry: 0 }
      for (const hash of key) if (!node.next.has(hash)) node.next.set(hash, child)
      reached.push(child)
    }
    nodes = reached
  }
  for (const node of nodes) node.entry = id
}

const keysOfWords = new Map<string, number[]>()

/** The hashes of all spellings of a syllable, remembered: phrases share their syllables. */
function wordKeys(word: string): number[] {
  let keys = keysOfWords.get(word)
  if (!keys) {
    keys = spellings(word).map(hashOf)
    keysOfWords.set(word, keys)
  }
  return keys
}

/** For each token of the phrase, the hashes under which it may be found. */
function keysOf(phrase: string): number[][] {
  const tokens = tokenise(phrase)
  const keys: number[][] = []
  for (let at = 0; at < tokens.count; at++) {
    const word = phrase.slice(tokens.start[at], tokens.end[at])
    if (tokens.kind[at] === WORD) keys.push(wordKeys(word))
    else if (tokens.kind[at] === NUMBER) keys.push([tokens.hash[at] ?? 0])
    else keys.push([punctuationKey(tokens.hash[at] ?? 0)])
  }
  return keys
}

const punctuationKey = (code: number): number =>
  code === 0x2d || (code >= 0x2010 && code <= 0x2014) || code === 0x2212 ? 0x1002d : 0x10000 | code

// The finished trie is one open-addressed table of edges, three integers each: the node an edge leaves
// (counted from 1; 0 marks a free slot), the hash it reads, the node it reaches. `entries[node]` is the
// phrase that ends there, `leaf[node]` is 1 where nothing goes on.
interface Trie {
  edges: Int32Array
  mask: number
  entries: Int32Array
  leaf: Uint8Array
}

const slotOf = (node: number, hash: number): number =>
  Math.imul(hash ^ Math.imul(node, 0x9e3779b1), 0x85ebca6b) >>> 12

function pack(root: Node): Trie {
  const numbers = new Map<Node, number>([[root, 1]])
  const nodes = [root]
  let edgeCount = 0
  for (let index = 0; index < nodes.length; index++)
    for (const child of nodes[index]?.next.values() ?? []) {
      edgeCount++
      if (numbers.has(child)) continue
      nodes.push(child)
      numbers.set(child, nodes.length)
    }
  let size = 16
  while (size < edgeCount * 3) size *= 2
  const trie: Trie = {
    edges: new Int32Array(size * 3),
    mask: size - 1,
    entries: new Int32Array(nodes.length + 1),
    leaf: new Uint8Array(nodes.length + 1),
  }
  for (const [index, node] of nodes.entries()) {
    trie.entries[index + 1] = node.entry
    trie.leaf[index + 1] = node.next.size === 0 ? 1 : 0
    for (const [hash, child] of node.next) {
      let slot = slotOf(index + 1, hash) & trie.mask
      while (trie.edges[slot * 3] !== 0) slot = (slot + 1) & trie.mask
      trie.edges.set([index + 1, hash, numbers.get(child) ?? 0], slot * 3)
    }
  }
  return trie
}

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

function marker(root: Node): (tokens: Tokens) => Anchors {
  const trie = pack(root)
  return (tokens) => mark(trie, tokens)
}

function mark(trie: Trie, tokens: Tokens): Anchors {
  const { count, kind, hash } = tokens
  const entry = new Int32Array(count + 1)
  const end = new Int32Array(count + 1)
  for (let at = 0; at < count; at++) {
    if (kind[at] !== WORD) continue
    let node = step(trie, 1, hash[at] ?? 0)
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
