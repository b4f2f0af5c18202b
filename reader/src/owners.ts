// Owners of a task: one body or person named, or several joined by commas and "và".
import { type Claim, type Doc, isMark, isWord, words } from './doc.ts'
import type { Mentions } from './mentions.ts'
import { NUMBER } from './tokens.ts'

const joins = words('và cùng')

/** The owners that start at a token: one mention or several joined by commas and "và". */
export function ownersAt(doc: Doc, mentions: Mentions, from: number, limit: number): Claim | null {
  // "5 chủ đầu tư": counted owners.
  const group = mentions.list[mentions.at[from + 1] ?? -1]
  const counted = doc.tokens.kind[from] === NUMBER && group?.from === from + 1
  let at = counted && group.kind === 'group' ? from + 1 : from
  let to = from
  for (let round = 0; round < 16 && at < limit; round++) {
    const index = mentions.at[at] ?? -1
    const found = index < 0 ? undefined : mentions.list[index]
    if (!found || found.from !== at) break
    to = Math.min(limit, found.to)
    const comma = isMark(doc, to, ',') || isMark(doc, to, ';')
    if (isMark(doc, to, ';') && !isBodyAt(mentions, to + 1)) break
    at = comma ? to + 1 : isWord(doc, to, joins) ? to + 1 : to
    if (comma && isWord(doc, at, joins)) at++
    if (at === to) break
  }
  return to > from ? { from, to } : null
}

function isBodyAt(mentions: Mentions, at: number): boolean {
  const found = mentions.list[mentions.at[at] ?? -1]
  return found?.from === at && found.kind !== 'group'
}
