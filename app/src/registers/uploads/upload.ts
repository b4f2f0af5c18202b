// Rules of files that come in parts: how large, how many, how long they are kept unfinished.

/** Largest whole file, in bytes: as the form that takes a file at once (`documents/upload.ts`). */
export const largestUpload = 20 * 1024 * 1024

/** Largest part, in bytes: below what the server takes in one request without a form of files. */
export const largestPart = 512 * 1024

/** What the screens send at a time, in bytes: on a bad line little is lost with the part that is cut. */
export const usualPart = 256 * 1024

/** Unfinished files of one account, and how long one is kept, in hours. */
export const mostUploads = 5
export const keptHours = 24

/** What the first byte behind what is here is, where a part that begins at `offset` may be added; else null. */
export function addedTo(
  upload: { received: number; size: number },
  offset: number,
  length: number,
): number | null {
  if (offset !== upload.received || length < 1 || length > largestPart) return null
  return offset + length > upload.size ? null : offset + length
}
