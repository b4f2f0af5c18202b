// Which period a figure belongs to where none stands beside it: clause, sentence, paragraph, document.
import { type Doc, textOf } from './doc.ts'
import type { Period, PeriodRef } from './findings.ts'

/** Answers which period a figure at a token belongs to: clause, sentence, paragraph, document. */
export class PeriodFinder {
  private readonly doc: Doc
  private readonly usable: { period: Period; sentence: number; token: number }[] = []
  private at = 0
  private readonly first: Period | null

  constructor(doc: Doc, periods: Period[]) {
    this.doc = doc
    let token = 0
    for (const period of periods) {
      while ((doc.tokens.end[token] ?? 0) <= period.start && token < doc.tokens.count) token++
      const before = textOf(doc, Math.max(0, token - 3), token + 1).toLowerCase()
      if (
        /cùng kỳ|so với|cùng kì|nhiệm kỳ|giai đoạn/.test(before) ||
        period.grain === 'term' ||
        period.from === null
      )
        continue
      this.usable.push({ period, sentence: doc.sentenceOf[token] ?? 0, token })
    }
    this.first = this.usable.find((item) => item.period.grain !== 'day')?.period ?? null
  }

  before(at: number, sentence: number): PeriodRef | null {
    while (this.at < this.usable.length && (this.usable[this.at]?.token ?? 0) < at) this.at++
    const paragraph = this.doc.sentences[sentence]?.paragraph
    for (let index = this.at - 1; index >= 0 && index > this.at - 8; index--) {
      const item = this.usable[index]
      if (!item) break
      if (item.period.grain === 'day' && item.sentence !== sentence) continue
      const near = this.doc.sentences[item.sentence]?.paragraph
      if (near !== paragraph && item.sentence < sentence - 6) break
      return reference(item.period)
    }
    return this.first ? reference(this.first) : null
  }
}

function reference(period: Period): PeriodRef {
  return {
    start: period.start,
    end: period.end,
    label: period.label,
    from: period.from,
    to: period.to,
  }
}
