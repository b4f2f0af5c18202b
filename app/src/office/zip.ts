// Zip archives, opened with bounds: how many entries, how large unpacked.
import { type UnzipFileInfo, unzipSync } from 'fflate'
import { CannotRead } from './extracted.ts'

const mostEntries = 5000
const largestUnpacked = 120 * 1024 * 1024
/** A part of a document unpacks to at most this many times its packed size; text reaches 30. */
const largestRatio = 300

/** Names of all entries, nothing unpacked. */
export function entryNames(bytes: Uint8Array): Set<string> {
  const names = new Set<string>()
  walk(bytes, (file) => {
    names.add(file.name)
    return false
  })
  return names
}

/** Unpacks the wanted entries. `zipBomb` beyond the bounds, `broken` for a damaged archive. */
export function unpack(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): Record<string, Uint8Array> {
  return walk(bytes, (file) => wanted(file.name))
}

/** Checks the whole archive against the bounds without unpacking it. */
export function checkBounds(bytes: Uint8Array): void {
  walk(bytes, () => false)
}

function walk(
  bytes: Uint8Array,
  take: (file: UnzipFileInfo) => boolean,
): Record<string, Uint8Array> {
  let entries = 0
  let unpacked = 0
  try {
    return unzipSync(bytes, {
      filter(file) {
        entries++
        unpacked += file.originalSize
        const ratio = file.originalSize / Math.max(1, file.size)
        const bomb = file.originalSize > 1024 * 1024 && ratio > largestRatio
        if (entries > mostEntries || unpacked > largestUnpacked || bomb) {
          throw new CannotRead('zipBomb', { entries, unpacked })
        }
        return take(file)
      },
    })
  } catch (error) {
    if (error instanceof CannotRead) throw error
    throw new CannotRead('broken', { what: 'zip' })
  }
}
