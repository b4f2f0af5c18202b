// Assignments: what is to be done, by whom, by when. One for each clause between semicolons or
// sentences, from the verb; the frames say which sentences order something.
import { behindLeadIn, colonIn, itemsOf, trim } from './clauses.ts'
import { deadlineIn, standsAlone } from './deadlines.ts'
import {
  type Claim,
  type Doc,
  explain,
  find,
  head,
  isMark,
  isWord,
  seek,
  spanOf,
  words,
} from './doc.ts'
import type { Assignment, Deadline, Owner, Span } from './findings.ts'
import { oneLine } from './fold.ts'
import type { Frame } from './frames.ts'
import { type Mentions, placeEnd } from './mentions.ts'
import { ownersAt } from './owners.ts'
import { CAPITAL } from './tokens.ts'

/** What the items of one sentence share. */
interface Shared {
  owners: Claim | null
  deadline: Deadline | null
  by: Claim | null
}

/** Emits the assignments of every sentence that orders. */
export function findAssignments(doc: Doc, mentions: Mentions, frames: readonly Frame[]): void {
  for (const [index, frame] of frames.entries()) {
    const sentence = doc.sentences[index]
    if (!sentence || (frame.role !== 'order' && frame.role !== 'task')) continue
    readSentence(doc, mentions, frame, { from: frame.from, to: frame.to }, sentence.from)
  }
}

function readSentence(
  doc: Doc,
  mentions: Mentions,
  frame: Frame,
  range: Claim,
  sentenceFrom: number,
): void {
  const shared: Shared = { owners: frame.owners, deadline: null, by: frame.by }
  let { from } = range
  if (frame.role === 'order') {
    shared.deadline = deadlineIn(doc, sentenceFrom, frame.verbAt, true)
    const owners = ownersAt(doc, mentions, from, range.to)
    const colon = colonIn(doc, from, Math.min(range.to, from + 60))
    if (colon >= 0) {
      shared.owners = owners ?? shared.owners
      if (colon >= trim(doc, range).to) return
      if (owners ? colon - owners.to < 24 : colon - from < 24) from = colon + 1
    }
  } else {
    const colon = colonIn(doc, from, Math.min(range.to, from + 40))
    const owners = ownersAt(doc, mentions, skipAbout(doc, from), range.to)
    if (colon >= 0 && owners && colon - owners.to <= 3) {
      shared.owners = owners
      from = colon + 1
    } else if (colon >= 0 && colon < range.to - 1 && isHeadingPart(doc, from, colon))
      from = colon + 1
  }
  for (const [place, item] of itemsOf(doc, from, range.to).entries())
    readItem(doc, mentions, frame, item, shared, place === 0)
}

/** "Về giải phóng mặt bằng: tập trung …": words before the colon that are no order themselves. */
function isHeadingPart(doc: Doc, from: number, colon: number): boolean {
  const start = behindLeadIn(doc, from, colon)
  return colon - from <= 16 && !find(doc, start, 'must')
}

function skipAbout(doc: Doc, at: number): number {
  return isWord(doc, at, words('đối')) ? at + 2 : at
}

const repeated = words('yêu đề giao phân')

function readItem(
  doc: Doc,
  mentions: Mentions,
  frame: Frame,
  item: Claim,
  shared: Shared,
  first: boolean,
): void {
  let start = behindLeadIn(doc, item.from, item.to)
  // "…; nhiều ý kiến kiến nghị …" tells what was said, not what is to be done.
  if (find(doc, start, 'opinionOf') || find(doc, start + 1, 'opinionOf')) return
  const directed = isWord(doc, start, words('chỉ')) && !shared.owners && frame.role === 'task'
  const verb = directed || isWord(doc, start, repeated) ? find(doc, start, 'order') : null
  // "Chỉ đạo Sở X xử lý …" tells X to do so; "chỉ đạo quyết liệt" tells how.
  const again = verb && directed && !ownersAt(doc, mentions, verb.to, item.to) ? null : verb
  if (again) start = again.to
  if (find(doc, start, 'decide') && !find(doc, start, 'task')) return
  const told = frame.role === 'order' || again !== null
  let owners =
    ownersAt(doc, mentions, skipAbout(doc, start), item.to) ??
    (told ? placeOwner(doc, start, item.to) : null)
  let action = owners ? verbBehind(doc, owners.to, item.to) : start
  if (owners && action < 0) {
    // A list of bodies without a verb belongs to what stands before or behind.
    if (owners.to >= item.to - 2) {
      shared.owners = owners
      return
    }
    action = owners.to
  }
  if (!owners) {
    action = firstVerb(doc, start, item.to, frame.verb === 'say' || frame.role === 'task')
    if (action < 0) {
      if (frame.verb === 'say' || frame.role === 'task') {
        if (!first || frame.verb === 'say') return
      }
      action = start
    }
    owners = first || shared.owners ? shared.owners : null
  } else if (first || again) shared.owners = owners
  if (again && !owners) owners = shared.owners
  const content = trim(doc, { from: action, to: item.to })
  if (content.to - content.from < 2) return
  if (frame.verb === 'say' && !orders(doc, content)) return
  const period = item.from < action ? standsAlone(doc, item.from, action) : null
  if (period) shared.deadline = period
  emit(doc, mentions, content, item, owners, shared, frame)
}

/** "đề nghị Tam Kỳ tập trung …", "yêu cầu huyện khẩn trương …": a place is told to act. */
function placeOwner(doc: Doc, from: number, to: number): Claim | null {
  const capital = ((doc.tokens.flags[from] ?? 0) & CAPITAL) !== 0
  const unit = isWord(doc, from, words('tỉnh thành huyện thị xã phường quận bộ sở'))
  if (!unit && (!capital || find(doc, from, 'task') || find(doc, from, 'must'))) return null
  const end = Math.max(placeEnd(doc, from), unit ? from + 1 : from)
  if (end === from || end >= to) return null
  return find(doc, end, 'task') || find(doc, end, 'must') ? { from, to: end } : null
}

/** The verb behind the owners: "cần", "chủ trì", "khẩn trương" …; -1 where none is near. */
function verbBehind(doc: Doc, from: number, to: number): number {
  for (let at = from; at < Math.min(to, from + 26); at++) {
    if (find(doc, at, 'must') || find(doc, at, 'leadRole') || find(doc, at, 'coopRole')) return at
    if (find(doc, at, 'task') && !(at > from && isNounUse(doc, at))) return at
    if (isMark(doc, at, ';')) return -1
  }
  return -1
}

const nounHeads = words('công việc sự hoạt quá ban cơ của về quan đoàn cán')

/** "công tác kiểm tra", "việc thực hiện": the verb is part of a noun. */
function isNounUse(doc: Doc, at: number): boolean {
  return (
    isWord(doc, at - 1, nounHeads) ||
    (isWord(doc, at - 1, words('tác')) && isWord(doc, at - 2, words('công')))
  )
}

/** The first verb of an order: at the start, or behind a lead-in with a comma ("để …, cần …"). */
function firstVerb(doc: Doc, from: number, to: number, needed: boolean): number {
  if (find(doc, from, 'task') || find(doc, from, 'must') || find(doc, from, 'leadRole')) return from
  for (let at = from; at < Math.min(to, from + 70); at++) {
    if (find(doc, at, 'must') && isWord(doc, at, words('cần phải'))) return at
    if (!isMark(doc, at, ',') && !isMark(doc, at, ':')) continue
    const next = behindLeadIn(doc, at + 1, to)
    if (needed && (find(doc, next, 'task') || find(doc, next, 'must'))) return next
  }
  return -1
}

/** What is only stressed counts where it says that something has to be done. */
function orders(doc: Doc, range: Claim): boolean {
  if (find(doc, range.from, 'task') || find(doc, range.from, 'leadRole')) return true
  for (let at = range.from; at < range.to; at++)
    if (find(doc, at, 'must') && isWord(doc, at, words('cần phải có'))) return true
  return false
}

function emit(
  doc: Doc,
  mentions: Mentions,
  content: Claim,
  item: Claim,
  owners: Claim | null,
  shared: Shared,
  frame: Frame,
): void {
  const roles = rolesOf(doc, mentions, content, owners)
  const own = deadlineIn(doc, item.from, item.to, false)
  const deadline = own ?? shared.deadline
  const named = roles.lead !== null && isNamed(mentions, roles.leadAt)
  const finding: Assignment = {
    ...head(
      doc,
      'assignment',
      content.from,
      content.to,
      frame.role === 'order' ? 'assignment.order' : 'assignment.continued',
      frame.verb === 'ask' && (named || deadline !== null) ? 'certain' : 'likely',
    ),
    action: spanOf(doc, content.from, content.to),
    lead: roles.lead,
    cooperating: roles.cooperating,
    deadline,
    deliverable: deliverableIn(doc, content),
    specific: named || deadline !== null,
    by: shared.by ? spanOf(doc, shared.by.from, shared.by.to) : null,
  }
  explain(doc, finding, () => ({
    anchors: [
      { start: finding.start, end: finding.end, class: 'task' },
      ...(frame.verbAt >= 0 ? [{ ...spanOf(doc, frame.verbAt, frame.from), class: 'order' }] : []),
    ],
    inherited: [
      ...(deadline && !own
        ? [{ field: 'deadline', from: deadline.span, rule: 'lead-in of the sentence' }]
        : []),
      ...(finding.by && frame.role === 'task'
        ? [{ field: 'by', from: finding.by, rule: 'speaker before' }]
        : []),
    ],
  }))
  doc.findings.push(finding)
}

function isNamed(mentions: Mentions, at: number): boolean {
  const found = mentions.list[mentions.at[at] ?? -1]
  return found !== undefined && found.kind !== 'group'
}

interface Roles {
  lead: Owner | null
  leadAt: number
  cooperating: Owner[]
}

/** Who leads and who takes part: "A chủ trì, phối hợp với B và C", "giao A, B", "(A chủ trì)". */
function rolesOf(doc: Doc, mentions: Mentions, content: Claim, owners: Claim | null): Roles {
  const { lead: first, others } = apart(doc, owners)
  let lead = first
  const cooperating: Owner[] = others ? namesIn(doc, mentions, others) : []
  const gate = doc.lexicon.gate('leadRole coopRole')
  for (
    let at = seek(doc, gate, content.from, content.to);
    at < content.to;
    at = seek(doc, gate, at + 1, content.to)
  ) {
    const before = mentions.list[mentions.at[at - 1] ?? -1]
    if (find(doc, at, 'leadRole') && !lead && before && before.to === at)
      lead = { from: before.from, to: before.to }
    const coop = find(doc, at, 'coopRole')
    if (!coop) continue
    let next = coop.to
    if (isWord(doc, next, words('chặt'))) next += 2
    if (isWord(doc, next, words('với cùng'))) next++
    const partners = ownersAt(doc, mentions, next, content.to)
    if (partners) {
      cooperating.push(...namesIn(doc, mentions, partners))
      at = partners.to - 1
    } else at = coop.to - 1
  }
  return { lead: lead ? ownerOf(doc, lead) : null, leadAt: lead?.from ?? 0, cooperating }
}

/** "Sở A cùng Sở B, Công an tỉnh": the first leads, the others take part. */
function apart(doc: Doc, owners: Claim | null): { lead: Claim | null; others: Claim | null } {
  for (let at = (owners?.from ?? 0) + 1; owners && at < owners.to - 1; at++)
    if (isWord(doc, at, words('cùng')))
      return { lead: { from: owners.from, to: at }, others: { from: at + 1, to: owners.to } }
  return { lead: owners, others: null }
}

function namesIn(doc: Doc, mentions: Mentions, range: Claim): Owner[] {
  const names: Owner[] = []
  for (let at = range.from; at < range.to; at++) {
    const found = mentions.list[mentions.at[at] ?? -1]
    if (!found || found.from !== at) continue
    names.push(ownerOf(doc, { from: found.from, to: Math.min(found.to, range.to) }))
    at = found.to - 1
  }
  return names
}

function ownerOf(doc: Doc, range: Claim): Owner {
  const span = spanOf(doc, range.from, range.to)
  return { span, text: oneLine(span.quote) }
}

const products =
  /^(kế hoạch|đề án|báo cáo|tờ trình|nghị quyết|quyết định|chương trình|quy chế|quy định|chỉ thị|văn bản|công văn|hướng dẫn)$/

/** The document that the action has to produce ("ban hành Kế hoạch …"). */
function deliverableIn(doc: Doc, range: Claim): Span | null {
  const gate = doc.lexicon.gate('produce')
  for (
    let at = seek(doc, gate, range.from, range.to);
    at < range.to;
    at = seek(doc, gate, at + 1, range.to)
  ) {
    if (!find(doc, at, 'produce')) continue
    let next = find(doc, at, 'produce')?.to ?? at + 1
    if (isWord(doc, next, words('và')) && find(doc, next + 1, 'produce'))
      next = find(doc, next + 1, 'produce')?.to ?? next
    const draft = isWord(doc, next, words('dự')) && isWord(doc, next + 1, words('thảo')) ? 2 : 0
    const type = find(doc, next + draft, 'docType')
    if (!type || !products.test(type.payload)) continue
    let to = type.to
    while (
      to < range.to &&
      to < next + 20 &&
      !isMark(doc, to, ',') &&
      !isMark(doc, to, ';') &&
      !find(doc, to, 'before') &&
      !isWord(doc, to, words('trình gửi bảo đảm hoàn'))
    )
      to++
    return spanOf(doc, next, to)
  }
  return null
}
