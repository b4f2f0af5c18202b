// Folding, matching and highlighting for search: pure rules, shared by server and screens.

const folds = new Map<string, string>()

/** One code unit without diacritics and in lower case; đ as d. One in, one out. */
function foldUnit(unit: string): string {
  const known = folds.get(unit)
  if (known !== undefined) return known
  const base = unit.normalize('NFD').charAt(0).toLowerCase().charAt(0)
  const folded = base === 'đ' ? 'd' : base
  folds.set(unit, folded)
  return folded
}

/** Folds NFC text code unit by code unit, so that offsets stay those of the text. */
export function foldText(text: string): string {
  let folded = ''
  for (const unit of text.split('')) folded += foldUnit(unit)
  return folded
}

/** The words of a query, folded: letters and digits only. */
export function queryWords(query: string): string[] {
  const folded = foldText(query.normalize('NFC'))
  return folded.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** The query in PostgreSQL's form: every word, each as a prefix. Null for a query without words. */
export function tsQuery(query: string): string | null {
  const words = queryWords(query)
  return words.length ? words.map((word) => `${word}:*`).join(' & ') : null
}

export type Highlight = [number, number]

/** Where the query stands in the text: the whole phrase if it does, else each word at its start. */
export function highlightsIn(text: string, query: string): Highlight[] {
  const folded = foldText(text)
  const words = queryWords(query)
  if (words.length === 0) return []
  const phrase = occurrences(folded, words.join(' '))
  if (phrase.length) return phrase
  return words
    .flatMap((word) => occurrences(folded, word))
    .sort((a, b) => a[0] - b[0])
    .reduce<Highlight[]>((kept, next) => {
      const last = kept[kept.length - 1]
      if (last && next[0] < last[1]) last[1] = Math.max(last[1], next[1])
      else kept.push(next)
      return kept
    }, [])
}

function occurrences(folded: string, wanted: string): Highlight[] {
  const found: Highlight[] = []
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(folded[at - 1] ?? '')) {
      found.push([at, at + wanted.length])
    }
    if (found.length === 200) break
  }
  return found
}

/** Better first: title before body, phrase before words, with diacritics before without. */
export function score(title: string, body: string, query: string): number {
  const exact = query.normalize('NFC').toLowerCase().trim()
  const phrase = queryWords(query).join(' ')
  let points = 0
  if (title.toLowerCase().includes(exact)) points += 16
  if (foldText(title).includes(phrase)) points += 8
  if (body.toLowerCase().includes(exact)) points += 4
  if (foldText(body).includes(phrase)) points += 2
  return points
}

const before = 60
const after = 180

/** A passage of the text around the first hit, cut at spaces, with the hits' offsets in it. */
export function excerptOf(
  text: string,
  query: string,
): { excerpt: string; highlights: Highlight[]; at: number } {
  const hits = highlightsIn(text, query)
  const first = hits[0]?.[0] ?? 0
  let from = Math.max(0, first - before)
  if (from > 0) from = text.indexOf(' ', from) + 1 || from
  if (from > first) from = first
  let to = Math.min(text.length, first + after)
  if (to < text.length) to = Math.max(text.lastIndexOf(' ', to), first)
  const lead = from > 0 ? '… ' : ''
  const excerpt = `${lead}${text.slice(from, to).replace(/\s/g, ' ')}${to < text.length ? ' …' : ''}`
  const highlights = hits
    .filter(([start, end]) => start >= from && end <= to)
    .map(([start, end]): Highlight => [start - from + lead.length, end - from + lead.length])
  return { excerpt, highlights, at: first }
}
