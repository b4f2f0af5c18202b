// A lexicon as bytes, so that a program that starts for one document need not build it: the strings as
// JSON, the tables as they lie in memory (all machines that run Node or a browser are little-endian).
import { Lexicon, type Tables } from './tables.ts'

interface Head {
  classes: string[]
  payloads: string[]
  /** Bytes of the phrases, which come first: only traces need them. */
  phrases: number
  /** Name, kind and length of the tables of numbers, in their order. */
  numbers: [name: string, bytes: 1 | 4, length: number][]
}

const aligned = (length: number): number => Math.ceil(length / 4) * 4

/** The bytes of a lexicon; only good for the version of the reader that made them. */
export function packLexicon({ tables }: Lexicon): Uint8Array {
  const { classes, payloads, phrases: written, ...numbers } = tables
  const encoder = new TextEncoder()
  const phrases = encoder.encode(written)
  const head: Head = { classes, payloads, phrases: phrases.length, numbers: [] }
  const parts: (Int32Array | Uint8Array)[] = [phrases]
  for (const [name, table] of Object.entries(numbers)) {
    head.numbers.push([name, table.BYTES_PER_ELEMENT as 1 | 4, table.length])
    parts.push(table)
  }
  const text = encoder.encode(JSON.stringify(head))
  let at = 4 + aligned(text.length)
  const packed = new Uint8Array(
    parts.reduce((sum, { byteLength }) => sum + aligned(byteLength), at),
  )
  new DataView(packed.buffer).setInt32(0, text.length, true)
  packed.set(text, 4)
  for (const { buffer, byteOffset, byteLength } of parts) {
    packed.set(new Uint8Array(buffer, byteOffset, byteLength), at)
    at += aligned(byteLength)
  }
  return packed
}

/** The lexicon of bytes made by `packLexicon`. */
export function unpackLexicon(packed: Uint8Array): Lexicon {
  const bytes = packed.byteOffset % 4 === 0 ? packed : packed.slice()
  const { buffer, byteOffset } = bytes
  const length = new DataView(buffer, byteOffset).getInt32(0, true)
  const decoder = new TextDecoder()
  const head: Head = JSON.parse(decoder.decode(bytes.subarray(4, 4 + length)))
  let at = byteOffset + 4 + aligned(length)
  const phrases = decoder.decode(new Uint8Array(buffer, at, head.phrases))
  at += aligned(head.phrases)
  const tables: Record<string, unknown> = {
    classes: head.classes,
    payloads: head.payloads,
    phrases,
  }
  for (const [name, size, count] of head.numbers) {
    tables[name] =
      size === 1 ? new Uint8Array(buffer, at, count) : new Int32Array(buffer, at, count)
    at += aligned(size * count)
  }
  return new Lexicon(tables as unknown as Tables)
}
