// The arrays that one document after another is read in: to get and clear fresh ones costs more than to
// tokenise a short text. A document that outlives its reading is given a room of its own.
import { newTokens, type Tokens } from './tokens.ts'

/** Texts up to this many code units are read in the shared room; longer ones would hold on to too much. */
const usual = 1 << 18

export class Room {
  tokens: Tokens = newTokens(0)
  private readonly integers: Int32Array[] = []
  private readonly bytes: Uint8Array[] = []
  /** How far each array was filled by the text before. */
  private readonly filled: number[] = []
  private readonly filledBytes: number[] = []

  /**
   * An array of at least `length`, with whatever was in it before and zeros from `length` on; each purpose has a
   * slot of its own.
   */
  int32(slot: number, length: number): Int32Array {
    const kept = this.integers[slot]
    const before = this.filled[slot] ?? 0
    this.filled[slot] = length
    if (!kept || kept.length < length) {
      const fresh = new Int32Array(length * 2)
      this.integers[slot] = fresh
      return fresh
    }
    if (before > length) kept.fill(0, length, before)
    return kept
  }

  /** The same of bytes, all zero. */
  uint8(slot: number, length: number): Uint8Array {
    const kept = this.bytes[slot]
    const before = this.filledBytes[slot] ?? 0
    this.filledBytes[slot] = length
    if (!kept || kept.length < length) {
      const fresh = new Uint8Array(length * 2)
      this.bytes[slot] = fresh
      return fresh
    }
    return kept.fill(0, 0, Math.max(length, before))
  }
}

const shared = new Room()

/** The room for a text of this many code units that nobody keeps. */
export const roomOf = (length: number): Room => (length <= usual ? shared : new Room())
