// Types of giaoban-verify.mjs, for the tests and trials that call it as a function.
export interface Statement {
  format: string
  province: string
  number: number
  day: string
  at: string
  count: number
  hash: string
  previous: string
  key: string
}
export interface Head {
  statement: Statement
  signature: string
  publicKey: string
}
export interface Report {
  verdict: 'proven' | 'consistent' | 'altered' | 'unreadable'
  province?: string
  links: number
  hash?: string
  proven: number
  day: string | null
  findings: { kind: string; at: number | string }[]
  counts: Record<string, number>
  notes: string[]
}
export function canonical(value: unknown): string
export function linkHash(link: Record<string, unknown>): string
export function fingerprint(publicKey: string): string
export function fingerprintOf(given: string): string | null
export function headsIn(text: string): Head[]
export function verify(given: {
  lines: Iterable<string> | AsyncIterable<string>
  heads?: readonly Head[]
  keys?: readonly string[]
  anchors?: readonly { count: number; hash: string; day: string | null }[]
}): Promise<Report>
