// Writes docs/catalogue.md from the reader's data: `node docs/catalogue.ts`.
// A test (app/test/catalogue.test.ts) holds the page against the data.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv } from 'node:process'
import { indicatorCatalogue, topicCatalogue } from '@giaoban/reader'

export const cataloguePath = join(import.meta.dirname, 'catalogue.md')

/** The page: every indicator and every topic of shortcomings, with its stable code. */
export function catalogueText(): string {
  const indicators = indicatorCatalogue.map((one) =>
    row(one.code, one.vi, one.en, one.unit, one.direction, one.kind, one.frequency, one.priceBasis),
  )
  const topics = topicCatalogue.map((one) => row(one.code, one.vi, one.en))
  return `# Catalogue

Made by \`node docs/catalogue.ts\` from \`reader/src/lexicon/indicators.tsv\` and \`topics.tsv\`. Codes are stable: a name may be
reworded, a code never changes its meaning.

## Indicators (${indicators.length})

Direction: which way is better (\`up\`, \`down\`; \`band\`: a target band or structure; \`none\`). Kind: \`C\` counts from 1 January,
\`P\` is taken at a point in time, \`R\` is the rate of its period. Frequency: \`W\`eek, \`M\`onth, \`Q\`uarter, \`Y\`ear. Units are those of
the findings contract; amounts of money are in đồng.

| code | Vietnamese | English | unit | direction | kind | frequency | prices |
|---|---|---|---|---|---|---|---|
${indicators.join('\n')}

## Topics of shortcomings (${topics.length})

One list without overlaps: a clause belongs to the topic of what fell short, not of what it mentions.

| code | Vietnamese | English |
|---|---|---|
${topics.join('\n')}
`
}

const row = (code: string, ...rest: string[]): string =>
  `| \`${code}\` | ${rest.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`

if (argv[1] === import.meta.filename) writeFileSync(cataloguePath, catalogueText())
