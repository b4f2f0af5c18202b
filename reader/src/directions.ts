// Directions without a number: "một số chỉ tiêu đều đạt thấp hơn cùng kỳ, trong đó có A và B".
import type { PeriodFinder } from './antecedents.ts'
import { changes, readBareComparison } from './comparisons.ts'
import { type Doc, find, has, isMark, phraseEnd, QUANTITY, type Sentence, seek } from './doc.ts'
import type { Statement } from './findings.ts'
import { codeOf } from './indicators.ts'
import { attach, base, complete, type Made, periodOf, resolve } from './made.ts'
import { catalogueNoun, clauseStart, type Noun } from './nouns.ts'
import { WORD } from './tokens.ts'

/** The statement that a bare direction follows: "GRDP chỉ tăng 2,04%, thấp hơn nhiều so với cùng kỳ". */
function followed(doc: Doc, made: readonly Made[], at: number): Made | null {
  if (!isMark(doc, at - 1, ',')) return null
  return made.find((one) => one.to === at - 1) ?? null
}

/** Directions without a number: "một số chỉ tiêu đều đạt thấp hơn cùng kỳ, trong đó có A và B". */
export function bareComparisons(
  doc: Doc,
  sentence: Sentence,
  made: Made[],
  finder: PeriodFinder,
  index: number,
): Made[] {
  const found: Made[] = []
  const gate = changes.of(doc)
  for (
    let at = changes.first(doc, sentence.from, sentence.to);
    at < sentence.to;
    at = seek(doc, gate, at + 1, sentence.to)
  ) {
    if (doc.tokens.kind[at] !== WORD || (!has(doc, at, 'up') && !has(doc, at, 'down'))) continue
    const compared = readBareComparison(doc, at)
    if (!compared || made.some((other) => other.noun.from <= at && other.to > at)) continue
    if (isMark(doc, compared.to, '(')) continue
    const before = followed(doc, made, at)
    if (!before && compared.comparison.versus === 'other') continue
    if (before) {
      attach(before, compared)
      complete(doc, before)
      at = compared.to - 1
      continue
    }
    const begin = clauseStart(doc, at, sentence.from)
    const own = catalogueNoun(doc, begin, at)
    const nouns = own ? [own] : nounsBehind(doc, compared.to, sentence.to)
    for (const noun of nouns) {
      const period = periodOf(finder, index, { from: at, to: compared.to })
      const from = Math.min(noun.from, at)
      const statement: Statement = {
        ...base(doc, own ? from : noun.from, own ? compared.to : noun.to, noun),
        rule: 'statement.direction',
        certainty: 'likely',
        quantity: null,
        comparisons: [resolve(compared.comparison, period)],
        period,
        modality: 'actual',
        partOf: null,
      }
      found.push({
        statement,
        noun,
        to: own ? compared.to : noun.to,
        unit: '%',
        pure: false,
        counts: false,
      })
    }
    at = compared.to - 1
  }
  return found
}

/** The indicators listed behind "trong đó có". */
function nounsBehind(doc: Doc, from: number, limit: number): Noun[] {
  let at = from
  while (at < limit && at < from + 3 && !has(doc, at, 'partOf')) at++
  if (!has(doc, at, 'partOf')) return []
  const nouns: Noun[] = []
  for (at = phraseEnd(doc, at); at < limit; at++) {
    const hit = find(doc, at, 'indicator')
    if (hit) {
      nouns.push({ from: at, to: hit.to, code: codeOf(hit.payload) })
      at = hit.to - 1
    } else if (isMark(doc, at, ';') || isMark(doc, at, '.') || doc.claimed[at] === QUANTITY) break
  }
  return nouns
}
