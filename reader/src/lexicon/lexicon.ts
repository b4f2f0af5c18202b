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
  return { entries, reach: reachOf(entries), mark: (tokens) => mark(root, tokens) }
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

/** For each token of the phrase, the hashes under which it may be found. */
function keysOf(phrase: string): number[][] {
  const tokens = tokenise(phrase)
  const keys: number[][] = []
  for (let at = 0; at < tokens.count; at++) {
    const word = phrase.slice(tokens.start[at], tokens.end[at])
    if (tokens.kind[at] === WORD) keys.push(spellings(word).map(hashOf))
    else if (tokens.kind[at] === NUMBER) keys.push([numberKey(Number(word))])
    else keys.push([punctuationKey(tokens.hash[at] ?? 0)])
  }
  return keys
}

const numberKey = (value: number): number => (value | 0) ^ 0x5bd1e995
const punctuationKey = (code: number): number => (dashes.has(code) ? 0x1002d : 0x10000 | code)
const dashes = new Set([0x2d, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212])

function mark(root: Node, tokens: Tokens): Anchors {
  const entry = new Int32Array(tokens.count + 1)
  const end = new Int32Array(tokens.count + 1)
  for (let at = 0; at < tokens.count; at++) {
    if (tokens.kind[at] !== WORD) continue
    let node = root.next.get(tokens.hash[at] ?? 0)
    let next = at + 1
    while (node) {
      if (node.entry > 0) {
        entry[at] = node.entry
        end[at] = next
      }
      if (next >= tokens.count || node.next.size === 0) break
      const kind = tokens.kind[next]
      if (kind === WORD) node = node.next.get(tokens.hash[next] ?? 0)
      else if (kind === PUNCTUATION) node = node.next.get(punctuationKey(tokens.hash[next] ?? 0))
      else if (kind === NUMBER) break
      else if ((tokens.hash[next] ?? 0) === 1 && tokens.kind[next + 1] === WORD) {
        // A phrase may run over the end of a hard-wrapped line.
        const over: Node | undefined = node.next.get(tokens.hash[next + 1] ?? 0)
        if (!over) break
        node = over
        next++
      } else break
      next++
    }
  }
  return { entry, end }
}
