// From the text of the lexicon files to the tables that documents are read with. Phrases come from the
// .tsv files: `class<TAB>payload<TAB>phrase | phrase | …`; one phrase may stand in several classes.
import { foldPhrase } from '../fold.ts'
import { bucketShift, Lexicon, type Tables } from './tables.ts'
import { insertAll, linkPrefixes, newTrie, step, type Trie } from './trie.ts'

/** A phrase with its meanings, by class, while the lexicon is built. */
interface Entry {
  id: number
  phrase: string
  meanings: Map<string, string>
  /** The longest shorter phrase that begins this one, and how many tokens shorter it is. */
  prefix: number
  shorter: number
}

/** Builds a lexicon from the lines of .tsv files. Throws `RangeError` naming a line that is malformed. */
export function buildLexicon(texts: readonly string[]): Lexicon {
  const entries: Entry[] = [{ id: 0, phrase: '', meanings: new Map(), prefix: 0, shorter: 0 }]
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
  return new Lexicon({
    phrases: entries.map(({ phrase }) => phrase).join('\n'),
    ...meaningTables(entries),
    ...trieTables(trie),
  })
}

type MeaningTables = Pick<
  Tables,
  | 'classes'
  | 'payloads'
  | 'meaningsFrom'
  | 'classOf'
  | 'payloadOf'
  | 'shorterBy'
  | 'familyOf'
  | 'familyHeads'
  | 'prefixOf'
>

/** Numbers by the order in which names first come. */
class Numbering {
  readonly names: string[] = []
  private readonly ids = new Map<string, number>()

  of(name: string): number {
    let id = this.ids.get(name)
    if (id === undefined) {
      id = this.names.push(name) - 1
      this.ids.set(name, id)
    }
    return id
  }
}

/** What each phrase can mean: by itself, then through shorter ones; a neutral phrase hides what it begins with. */
function meaningTables(entries: readonly Entry[]): MeaningTables {
  const classes = new Numbering()
  const payloads = new Numbering()
  const families = new Numbering()
  const classOf: number[] = []
  const payloadOf: number[] = []
  const shorterBy: number[] = []
  const meaningsFrom = new Int32Array(entries.length + 1)
  const familyOf = new Int32Array(entries.length)
  const familyHeads: number[] = [families.of('')]
  for (const entry of entries) {
    const first = classOf.length
    let shorter = 0
    for (let from: Entry | undefined = entry; from; from = entries[from.prefix]) {
      for (const [name, payload] of from.meanings) {
        const id = classes.of(name)
        if (classOf.includes(id, first)) continue
        classOf.push(id)
        payloadOf.push(payloads.of(payload))
        shorterBy.push(shorter)
      }
      if (from.meanings.has('neutral') || from.prefix === 0) break
      shorter += from.shorter
    }
    familyOf[entry.id] = families.of(
      classOf
        .slice(first)
        .sort((a, b) => a - b)
        .join(),
    )
    familyHeads[familyOf[entry.id] ?? 0] ??= entry.id
    meaningsFrom[entry.id + 1] = classOf.length
  }
  return {
    classes: classes.names,
    payloads: payloads.names,
    meaningsFrom,
    classOf: Uint8Array.from(classOf),
    payloadOf: Int32Array.from(payloadOf),
    shorterBy: Uint8Array.from(shorterBy),
    familyOf,
    familyHeads: Int32Array.from(familyHeads),
    prefixOf: Int32Array.from(entries, ({ prefix }) => prefix),
  }
}

type TrieTables = Pick<Tables, 'childrenFrom' | 'childHash' | 'childNode' | 'phraseAt' | 'buckets'>

/** The edges in the order of their nodes and hashes. */
function trieTables(trie: Trie): TrieTables {
  const { edges, edgeCount, nodes } = trie
  const keys = new Float64Array(edgeCount)
  let count = 0
  for (let at = 0; at < edges.length; at += 3)
    if (edges[at] !== 0) keys[count++] = (edges[at] ?? 0) * 2 ** 32 + ((edges[at + 1] ?? 0) >>> 0)
  keys.sort()
  const childrenFrom = new Int32Array(nodes + 2)
  const childHash = new Int32Array(edgeCount)
  const childNode = new Int32Array(edgeCount)
  const buckets = new Int32Array((1 << (32 - bucketShift)) + 1)
  for (let at = 0; at < edgeCount; at++) {
    const node = Math.floor((keys[at] ?? 0) / 2 ** 32)
    const hash = (keys[at] ?? 0) | 0
    childHash[at] = hash
    childNode[at] = step(trie, node, hash)
    childrenFrom[node + 1] = at + 1
    if (node === 1) buckets[(hash >>> bucketShift) + 1] = at + 1
  }
  fillUp(childrenFrom)
  fillUp(buckets)
  return { childrenFrom, childHash, childNode, phraseAt: trie.entries.slice(0, nodes + 1), buckets }
}

/** What has no end of its own ends where the one before does. */
function fillUp(ends: Int32Array): void {
  for (let at = 1; at < ends.length; at++) ends[at] = Math.max(ends[at] ?? 0, ends[at - 1] ?? 0)
}
