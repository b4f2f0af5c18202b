// What the reader found, in the shape it is stored: flat enough to leave a worker thread cheaply.
import { type Finding, type Lexicon, type Reading, read } from '@giaoban/reader'

export interface Found {
  key: string
  kind: string
  start: number
  end: number
  quote: string
  certainty: Finding['certainty']
  rule: string
  /** The whole finding as JSON. */
  payload: string
}

export interface FoundInText {
  reader: string
  document: Reading['document']
  findings: Found[]
}

/** Reads one text in this thread. `date` only helps to resolve years; no lexicon is the built-in one. */
export function readText(
  text: string,
  name: string,
  date: string | null,
  lexicon?: Lexicon,
  trace = false,
): FoundInText {
  const { reader, document, findings } = read(text, {
    name,
    ...(date ? { date } : {}),
    ...(lexicon ? { lexicon } : {}),
    trace,
  })
  return {
    reader,
    document,
    findings: findings.map((finding) => ({
      key: finding.id,
      kind: finding.kind,
      start: finding.start,
      end: finding.end,
      quote: finding.quote,
      certainty: finding.certainty,
      rule: finding.rule,
      payload: JSON.stringify(finding),
    })),
  }
}
