// Bytes as an answer.
import type { Context } from 'hono'
import type { Env } from './context.ts'

/** Bytes as a download under a name of any letters. */
export function download(c: Context<Env>, bytes: Uint8Array, fileName: string): Response {
  const plainName = fileName.replace(/[^\w.-]+/g, '_')
  c.header('Content-Type', 'application/octet-stream')
  c.header(
    'Content-Disposition',
    `attachment; filename="${plainName}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
  )
  c.header('Cache-Control', 'private, no-store')
  return c.body(new Uint8Array(bytes))
}

/** Words as the name of a file: without the letters that no disk takes, at most 120 of them. */
export const fileNameOf = (words: string, extension: string): string =>
  `${words.replace(/[/\\:*?"<>|\n]+/g, '-').slice(0, 120)}.${extension}`
