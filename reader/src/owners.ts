// Owners of a task: one body or person named, or several joined by commas and "và".
import { type Claim, type Doc, isMark, isWord, words } from './doc.ts'
import { type Mentions, mentionAt } from './mentions.ts'
import { CAPITAL, NUMBER } from './tokens.ts'

const joins = words('và cùng')

/** The owners that start at a token: one mention or several joined by commas and "và". */
export function ownersAt(doc: Doc, mentions: Mentions, from: number, limit: number): Claim | null {
  // "5 chủ đầu tư": counted owners.
  const group = mentionAt(mentions, from + 1)
  const counted = doc.tokens.kind[from] === NUMBER && group?.from === from + 1
  let at = counted && group.kind === 'group' ? from + 1 : from
  let to = from
  for (let round = 0; round < 16 && at < limit; round++) {
    const index = mentions.at[at] ?? -1
    const found = index < 0 ? undefined : mentions.list[index]
    if (!found || found.from !== at) break
    to = Math.min(limit, found.to)
    const comma = isMark(doc, to, ',') || isMark(doc, to, ';')
    if (isMark(doc, to, ';') && !isBodyAt(doc, mentions, to + 1)) break
    at = comma ? to + 1 : isWord(doc, to, joins) ? to + 1 : to
    if (comma && isWord(doc, at, joins)) at++
    if (at === to) break
  }
  return to > from ? { from, to } : null
}

function isBodyAt(doc: Doc, mentions: Mentions, at: number): boolean {
  const found = mentionAt(mentions, at)
  if (found?.from !== at) return false
  // "Giám đốc các sở; Chủ tịch UBND các huyện": a group by its title.
  return found.kind !== 'group' || ((doc.tokens.flags[at] ?? 0) & CAPITAL) !== 0
}
