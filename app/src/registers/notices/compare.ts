// An edited file against the record: which paragraphs differ, and what of it belongs to a decision.
import { diffArrays, diffWordsWithSpace } from 'diff'
import type { Block } from './content.ts'

export interface WordPart {
  text: string
  change: 'same' | 'added' | 'removed'
}

export interface Difference {
  kind: 'changed' | 'added' | 'removed'
  /** As the record has it; empty for what was added. */
  record: string
  /** As the file has it; empty for what was removed. */
  file: string
  words: WordPart[]
  /** The item whose decision these words belong to; null where they belong to none. */
  item: string | null
}

/** An item's decision as the file words it, to be taken into the record. */
export interface Offer {
  item: string
  body: string
}

export interface Comparison {
  differences: Difference[]
  /** Paragraphs that are the same in both. */
  same: number
  offers: Offer[]
}

/** Characters that say the same differently: spaces, dashes, quotation marks, forms of Unicode. */
export const evened = (line: string): string =>
  line
    .normalize('NFC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[“”„]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()

/** The lines of a file's text as a Word file gives them: a row of a table's cells apart. */
export const linesOfText = (text: string): string[] =>
  text
    .split('\n')
    .flatMap((line) => line.split(' | '))
    .map(evened)
    .filter((line) => line !== '')

/**
 * Compares the lines of a notice with those of a file, paragraph by paragraph. A paragraph taken out and
 * one put in at its place count as one changed. What changed in the words of a decision is offered as the
 * whole decision in its new words.
 */
export function compareLines(
  record: readonly string[],
  file: readonly string[],
  blocks: readonly Block[],
): Comparison {
  const owners = ownersOf(record, blocks)
  const lines: Placed[] = []
  const differences: Difference[] = []
  let same = 0
  let at = 0
  const changes = diffArrays(record.map(evened), file.map(evened))
  for (let index = 0; index < changes.length; index++) {
    const change = changes[index]
    if (!change) continue
    const next = changes[index + 1]
    if (!change.added && !change.removed) {
      same += change.value.length
      for (const text of change.value) lines.push({ text, owner: owners[at++] ?? null })
      continue
    }
    const removed = change.removed ? change.value : []
    const added = change.added ? change.value : next?.added ? next.value : []
    if (change.removed && next?.added) index++
    const here = owners.slice(at, at + removed.length)
    const before = at > 0 ? (owners[at - 1] ?? null) : null
    at += removed.length
    for (const [row, owner] of here.entries()) {
      if (row >= added.length && owner) lines.push({ text: null, owner })
    }
    for (let row = 0; row < Math.max(removed.length, added.length); row++) {
      const owner = here[row] ?? here.at(-1) ?? before
      differences.push(difference(removed[row], added[row], owner))
      const text = added[row]
      if (text !== undefined) lines.push({ text, owner })
    }
  }
  return { differences, same, offers: offersOf(lines, differences) }
}

interface Placed {
  /** Null for what was removed. */
  text: string | null
  owner: string | null
}

function difference(
  record: string | undefined,
  file: string | undefined,
  item: string | null,
): Difference {
  if (record === undefined || file === undefined) {
    const text = record ?? file ?? ''
    const added = record === undefined
    return {
      kind: added ? 'added' : 'removed',
      ...{ record: record ?? '', file: file ?? '', item },
      words: [{ text, change: added ? 'added' : 'removed' }],
    }
  }
  const words = diffWordsWithSpace(record, file).map(
    (part): WordPart => ({
      text: part.value,
      change: part.added ? 'added' : part.removed ? 'removed' : 'same',
    }),
  )
  return { kind: 'changed', record, file, words, item }
}

/** For each line of the record the item whose decision it is, in the order of the blocks. */
function ownersOf(record: readonly string[], blocks: readonly Block[]): (string | null)[] {
  const decided = blocks.flatMap((block) =>
    block.kind !== 'table' && block.decision && block.item
      ? [{ text: unmarked(block.text), item: block.item }]
      : [],
  )
  let next = 0
  return record.map((line) => {
    const wanted = decided[next]
    if (!wanted || unmarked(line) !== wanted.text) return null
    next++
    return wanted.item
  })
}

/** Without the mark that ends a document: the last paragraph has it and the record has not. */
const unmarked = (text: string): string => evened(text).replace(/[./;,\s]+$/, '')

function offersOf(lines: readonly Placed[], differences: readonly Difference[]): Offer[] {
  const touched = [...new Set(differences.flatMap(({ item }) => item ?? []))]
  return touched.map((item) => ({
    item,
    body: lines
      .filter((line) => line.owner === item && line.text !== null)
      .map((line) => line.text?.replace(/\.\/\.$/, '.'))
      .join('\n'),
  }))
}
