// Assignments: what is to be done, by whom, by when. One for each clause between semicolons or
// sentences, from the verb; the frames say which sentences order something.
import { behindLeadIn, colonIn, itemsOf, trim } from './clauses.ts'
import { deadlineIn, standsAlone } from './deadlines.ts'
import {
  type Claim,
  type Doc,
  explain,
  find,
  Gate,
  has,
  identify,
  isMark,
  isWord,
  PERIOD,
  QUANTITY,
  seek,
  spanOf,
  words,
} from './doc.ts'
import type { Assignment, Deadline, Owner, Span } from './findings.ts'
import { onOneLine } from './fold.ts'
import type { Frame } from './frames.ts'
import { type Mentions, mentionAt, placeEnd } from './mentions.ts'
import { isMeasureNoun } from './nouns.ts'
import { ownersAt } from './owners.ts'
import { CAPITAL, WORD } from './tokens.ts'

const andWord = words('và')
const draftWord = words('dự')
const togetherWord = words('cùng')
const insideWord = words('trong')
const passiveWord = words('được')
const rankWord = words('cấp')
const towardsWord = words('đối')
const directWord = words('chỉ')
const nominalWord = words('sự')
const handWord = words('giao')
const haveWord = words('có')

/** What the items of one sentence share. */
interface Shared {
  owners: Claim | null
  deadline: Deadline | null
  by: Claim | null
  /** An item before was a task. */
  ordered: boolean
}

/** Emits the assignments of every sentence that orders. */
export function findAssignments(doc: Doc, mentions: Mentions, frames: readonly Frame[]): void {
  for (let index = 0; index < frames.length; index++) {
    const frame = frames[index]
    if (!frame) continue
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
  const shared: Shared = { owners: frame.owners, deadline: null, by: frame.by, ordered: false }
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
  for (const [place, item] of tasksOf(doc, mentions, from, range.to).entries())
    readItem(doc, mentions, frame, item, shared, place === 0)
}

/** The items; "Thủ trưởng các sở, ngành; Chủ tịch UBND các huyện chịu trách nhiệm …" are owners of one. */
function tasksOf(doc: Doc, mentions: Mentions, from: number, to: number): Claim[] {
  const items = itemsOf(doc, from, to)
  const [first, second] = items
  if (!first || !second) return items
  const owners = ownersAt(doc, mentions, behindLeadIn(doc, first.from, first.to), to)
  return owners && owners.to > second.from && owners.to < second.to
    ? [{ from: first.from, to: second.to }, ...items.slice(2)]
    : items
}

/** "Về giải phóng mặt bằng: tập trung …": words before the colon that are no order themselves. */
function isHeadingPart(doc: Doc, from: number, colon: number): boolean {
  const start = behindLeadIn(doc, from, colon)
  return colon - from <= 16 && !has(doc, start, 'must')
}

function skipAbout(doc: Doc, at: number): number {
  return isWord(doc, at, towardsWord) ? at + 2 : at
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
  if (has(doc, start, 'opinionOf') || has(doc, start + 1, 'opinionOf')) return
  const directed = isWord(doc, start, directWord) && !shared.owners && frame.role === 'task'
  const verb = directed || isWord(doc, start, repeated) ? find(doc, start, 'order') : null
  // "Chỉ đạo Sở X xử lý …" tells X to do so; "chỉ đạo quyết liệt" tells how.
  // Under a heading that names a body "Phân công cấp ủy viên …" is its task.
  const shares = frame.role === 'task' && shared.owners && isWord(doc, start, words('phân'))
  const again =
    verb && ((directed && !ownersAt(doc, mentions, verb.to, item.to)) || shares) ? null : verb
  if (again) start = again.to
  if (has(doc, start, 'decide') && !has(doc, start, 'task')) return
  const told = frame.role === 'order' || again !== null
  const concerned = skipAbout(doc, start)
  let owners =
    ownersAt(doc, mentions, concerned, item.to) ?? (told ? placeOwner(doc, start, item.to) : null)
  owners ??= leadsItem(doc, start) ? null : innerOwners(doc, mentions, start, item.to)
  let action = owners ? actionBehind(doc, owners.to, item.to) : start
  const comma = owners && concerned > start ? commaBehind(doc, owners.to, item.to) : -1
  if (comma > 0) action = behindLeadIn(doc, comma + 1, item.to)
  // "Các chi bộ trực thuộc hoàn thành …": what tells which ones belongs to the owner.
  if (owners && action > owners.to && tailsUntil(doc, owners.to, action))
    owners = { from: owners.from, to: action }
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
      // "…; mỗi tuần báo cáo một lần": behind a task its sentence goes on with tasks.
      const goesOn = shared.ordered && !narrates(doc, { from: start, to: item.to })
      if (!goesOn && frame.verb === 'say') return
      if (!goesOn && frame.role === 'task' && !first) return
      action = start
    }
    owners = first || shared.owners ? shared.owners : null
  } else if (first || again) shared.owners = owners
  if (again && !owners) owners = shared.owners
  // "3. Chính phủ thông qua Nghị quyết …": decided, not to be done.
  if (has(doc, action, 'decide') && !has(doc, action, 'task') && !has(doc, action, 'must')) return
  // "Cục Thuế tỉnh cùng 9 địa phương rà từng nguồn thu": with whom belongs to the task.
  const { lead, others } = apart(doc, owners)
  if (lead && others && action === owners?.to) action = lead.to
  const content = trim(doc, { from: behindModal(doc, action, item.to), to: item.to })
  if (content.to - content.from < 2) return
  const stressed = frame.verb === 'say' && !again && !shared.ordered
  if (stressed && !orders(doc, { from: action, to: content.to })) return
  const period = item.from < action ? standsAlone(doc, item.from, action) : null
  if (period) shared.deadline = period
  emit(doc, mentions, content, item, owners, shared, frame)
  shared.ordered = true
}

/** What was done, or is so: no task. */
function narrates(doc: Doc, { from, to }: Claim): boolean {
  for (let at = from; at < Math.min(to, from + 14); at++)
    if (isWord(doc, at, words('đã đang vẫn rằng từng bị'))) return true
  return isWord(doc, from, words('đó đây nếu vì do bởi theo')) || to - from < 3
}

/** "đề nghị Tam Kỳ tập trung …", "yêu cầu huyện khẩn trương …": a place is told to act. */
function placeOwner(doc: Doc, from: number, to: number): Claim | null {
  const capital = ((doc.tokens.flags[from] ?? 0) & CAPITAL) !== 0
  const unit = isWord(doc, from, words('tỉnh thành huyện thị xã phường quận bộ sở'))
  if (!unit && (!capital || has(doc, from, 'task') || has(doc, from, 'must'))) return null
  let end = Math.max(placeEnd(doc, from), unit ? from + 1 : from)
  if (end === from || end >= to) return null
  for (let round = 0; round < 6; round++) {
    const next = isWord(doc, end, andWord) || isMark(doc, end, ',') ? end + 1 : end
    const more = next > end ? placeEnd(doc, next) : end
    if (more <= next) break
    end = more
  }
  return find(doc, end, 'task') || find(doc, end, 'must') ? { from, to: end } : null
}

/** Whether the item starts with its verb, so that nobody further in is told to act. */
const leadsItem = (doc: Doc, at: number): boolean => has(doc, at, 'task') || has(doc, at, 'must')

/** "từ nay đến cuối năm việc còn nhiều, từng đồng chí Ủy viên phải …": owners behind a comma. */
function innerOwners(doc: Doc, mentions: Mentions, from: number, to: number): Claim | null {
  for (let at = from; at < Math.min(to, from + 40); at++) {
    if (!isMark(doc, at, ',')) continue
    const owners = ownersAt(doc, mentions, behindLeadIn(doc, at + 1, to), to)
    if (owners && (find(doc, owners.to, 'must') || has(doc, owners.to, 'leadRole'))) return owners
  }
  return null
}

/** "Đối với nhà thầu yếu kém, kiên quyết …": the comma behind whom it concerns, or -1. */
function commaBehind(doc: Doc, from: number, to: number): number {
  for (let at = from; at < Math.min(to - 1, from + 6); at++) if (isMark(doc, at, ',')) return at
  return -1
}

/** Syllables that go on with the name of an owner: of whom, which ones, where. */
const tails = words(
  'các của ủy uỷ chính quyền tỉnh huyện xã phường thuộc trực trên ở tại liên quan chức năng địa phương nghiệp vụ chuyên môn khu phố thôn ấp bản dân và còn lại khác nơi thành cơ sở đơn vị ngành dụng án công trình khu cả nước toàn đồng thời soạn thảo đại biểu trưởng nội dung',
)
const levels = words('các ủy uỷ cơ tỉnh huyện xã trên dưới')
/** What an owner is told to have: "có văn bản giải trình", "có biện pháp cụ thể". */
const kept = words('trách văn biện phương kế giải báo hình cơ thêm mặt')
const longestTail = 10

/** Whether the word at the token still tells who the owner is. */
function isTail(doc: Doc, at: number): boolean {
  if (doc.tokens.kind[at] !== WORD) return false
  if (has(doc, at, 'nameTail') || find(doc, at - 1, 'nameTail')?.to === at + 1) return true
  if (((doc.tokens.flags[at] ?? 0) & CAPITAL) !== 0) return true
  if (isWord(doc, at, rankWord)) return isWord(doc, at + 1, levels)
  if (isWord(doc, at, haveWord)) return isWord(doc, at + 1, words('liên'))
  if (isWord(doc, at, insideWord)) return isWord(doc, at + 1, words('tỉnh huyện ngành toàn'))
  return isWord(doc, at, tails) && !has(doc, at, 'task') && !has(doc, at, 'must')
}

/**
 * The token where the task begins behind its owners: behind what tells which owners are meant, the first
 * word, for the verbs that tell to act are without number. -1 where nothing follows.
 */
function actionBehind(doc: Doc, from: number, to: number): number {
  const listed = verbBehind(doc, from, to)
  if (listed === from || doc.tokens.kind[from] !== WORD || isGivenTo(doc, from)) return listed
  // "Chủ tịch UBND các huyện có tuyến đường đi qua trực tiếp đối thoại"
  if (isWord(doc, from, words('có nơi đang')) && listed > 0 && !isWord(doc, from + 1, kept))
    return listed
  let at = from
  while (at < to && at - from < longestTail && at !== listed && isTail(doc, at)) at++
  if (isWord(doc, at, togetherWord) || isMark(doc, at, ',') || isMark(doc, at, '('))
    return listed > 0 ? listed : at
  return to - at > 1 ? at : listed
}

function tailsUntil(doc: Doc, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isTail(doc, at)) return false
  return true
}

/** "được giao", "được đề nghị": told of the owner, no task yet. */
const isGivenTo = (doc: Doc, at: number): boolean => isWord(doc, at, words('được bị'))

const modals = words('cần phải sẽ thì')

/** Behind "cần", "phải", "có trách nhiệm", "được giao": the task is what they lead to. */
function behindModal(doc: Doc, from: number, to: number): number {
  let at = from
  while (at < to - 2) {
    // "cần sự vào cuộc" has no other verb.
    if (isWord(doc, at + 1, nominalWord)) break
    if (isWord(doc, at, modals)) at++
    else if (isWord(doc, at, haveWord) && has(doc, at, 'must')) at += 3
    else if (isWord(doc, at, passiveWord) && isWord(doc, at + 1, handWord)) at += 2
    else break
  }
  return at
}

/** The verb behind the owners: "cần", "chủ trì", "khẩn trương" …; -1 where none is near. */
function verbBehind(doc: Doc, from: number, to: number): number {
  for (let at = from; at < Math.min(to, from + 26); at++) {
    if (has(doc, at, 'must') || has(doc, at, 'leadRole') || has(doc, at, 'coopRole')) return at
    if (has(doc, at, 'task') && !(at > from && isNounUse(doc, at))) return at
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
  if (has(doc, from, 'task') || has(doc, from, 'must') || has(doc, from, 'leadRole')) return from
  const leads = isWord(doc, from, leadIns) || doc.claimed[from] === PERIOD
  for (let at = from; at < Math.min(to, from + 70); at++) {
    if (has(doc, at, 'must') && isWord(doc, at, words('cần phải'))) return leads ? at : from
    if (!isMark(doc, at, ',') && !isMark(doc, at, ':')) continue
    const next = behindLeadIn(doc, at + 1, to)
    // Without a lead-in ("để …, khẩn trương …") the task begins with the item: "triệt để tiết kiệm, cắt giảm …".
    if (needed && (find(doc, next, 'task') || has(doc, next, 'must'))) return leads ? next : from
  }
  return -1
}

const leadIns = words(
  'để đối nhằm về với trong khi trên căn từ nếu do vì bên cùng tại theo qua sau trước ngoài riêng nhất là việc nhân trường các những mỗi',
)

/** What is only stressed counts where it says that something has to be done. */
function orders(doc: Doc, range: Claim): boolean {
  if (has(doc, range.from, 'task') || has(doc, range.from, 'leadRole')) return true
  for (let at = range.from; at < range.to; at++)
    if (has(doc, at, 'must') && isWord(doc, at, words('cần phải có'))) return true
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
  if (tellsFigure(doc, content.from) || tellsDone(doc, content)) return
  const roles = rolesOf(doc, mentions, content, owners)
  const own = deadlineIn(doc, item.from, item.to, false)
  const deadline = own ?? shared.deadline
  const named = roles.lead !== null && isNamed(mentions, roles.leadAt)
  const { id, start, end, quote } = identify(doc, 'assignment', content.from, content.to)
  const finding: Assignment = {
    id,
    kind: 'assignment',
    start,
    end,
    quote,
    rule: frame.role === 'order' ? 'assignment.order' : 'assignment.continued',
    certainty: frame.verb === 'ask' && (named || deadline !== null) ? 'certain' : 'likely',
    action: { start, end, quote },
    lead: roles.lead,
    cooperating: roles.cooperating,
    deadline,
    deliverable: deliverableIn(doc, content),
    specific: named || deadline !== null,
    by: shared.by ? spanOf(doc, shared.by.from, shared.by.to) : null,
  }
  if (doc.options.trace) explainTask(doc, finding, frame, own === null)
  doc.findings.push(finding)
  doc.assignments.push(finding)
}

/** "thu ngân sách đạt 160 tỷ đồng": a measure with its figure is told, no task; a task begins with its verb. */
function tellsFigure(doc: Doc, from: number): boolean {
  if (has(doc, from, 'task') || has(doc, from, 'must')) return false
  const start = doc.tokens.start[from] ?? 0
  return doc.statements.some(
    (one) =>
      one.start === start &&
      one.indicator.start === start &&
      (one.indicator.code !== null || isMeasureNoun(doc, { from, to: from + 2, code: null })),
  )
}

/** "thu hút được 9 doanh nghiệp", "vẫn vướng 46 hộ": what has been reached or hinders is told, and not to be done. */
function tellsDone(doc: Doc, { from, to }: Claim): boolean {
  for (let at = from + 1; at < to; at++)
    if (doc.claimed[at] === QUANTITY && isWord(doc, at - 1, reachedBefore)) return true
  return false
}

const reachedBefore = words('được đã vướng')

/** Why it is a task; `shared`: its deadline, where it has one, stands in the lead-in. */
function explainTask(doc: Doc, finding: Assignment, frame: Frame, shared: boolean): void {
  const { deadline } = finding
  explain(doc, finding, () => ({
    anchors: [
      { start: finding.start, end: finding.end, class: 'task' },
      ...(frame.verbAt >= 0 ? [{ ...spanOf(doc, frame.verbAt, frame.from), class: 'order' }] : []),
    ],
    inherited: [
      ...(deadline && shared
        ? [{ field: 'deadline', from: deadline.span, rule: 'lead-in of the sentence' }]
        : []),
      ...(finding.by && frame.role === 'task'
        ? [{ field: 'by', from: finding.by, rule: 'speaker before' }]
        : []),
    ],
  }))
}

function isNamed(mentions: Mentions, at: number): boolean {
  const found = mentionAt(mentions, at)
  return found !== undefined && found.kind !== 'group'
}

interface Roles {
  lead: Owner | null
  leadAt: number
  cooperating: Owner[]
}

const taking = new Gate('leadRole coopRole')

/** Who leads and who takes part: "A chủ trì, phối hợp với B và C", "giao A, B", "(A chủ trì)". */
function rolesOf(doc: Doc, mentions: Mentions, content: Claim, owners: Claim | null): Roles {
  const { lead: first, others } = apart(doc, owners)
  let lead = first
  const cooperating: Owner[] = others ? namesIn(doc, mentions, others) : []
  const gate = taking.of(doc)
  for (
    let at = seek(doc, gate, content.from, content.to);
    at < content.to;
    at = seek(doc, gate, at + 1, content.to)
  ) {
    const before = mentionAt(mentions, at - 1)
    if (has(doc, at, 'leadRole') && !lead && before && before.to === at)
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
    if (isWord(doc, at, togetherWord))
      return { lead: { from: owners.from, to: at }, others: { from: at + 1, to: owners.to } }
  return { lead: owners, others: null }
}

function namesIn(doc: Doc, mentions: Mentions, range: Claim): Owner[] {
  const names: Owner[] = []
  for (let at = range.from; at < range.to; at++) {
    const found = mentionAt(mentions, at)
    if (!found || found.from !== at) continue
    names.push(ownerOf(doc, { from: found.from, to: Math.min(found.to, range.to) }))
    at = found.to - 1
  }
  return names
}

function ownerOf(doc: Doc, range: Claim): Owner {
  const span = spanOf(doc, range.from, range.to)
  return { span, text: onOneLine(doc.text, span.start, span.end, span.quote) }
}

const products =
  /^(kế hoạch|đề án|báo cáo|tờ trình|nghị quyết|quyết định|chương trình|quy chế|quy định|chỉ thị|văn bản|công văn|hướng dẫn)$/

const producing = new Gate('produce')

/** The document that the action has to produce ("ban hành Kế hoạch …"). */
function deliverableIn(doc: Doc, range: Claim): Span | null {
  const gate = producing.of(doc)
  for (
    let at = seek(doc, gate, range.from, range.to);
    at < range.to;
    at = seek(doc, gate, at + 1, range.to)
  ) {
    if (!has(doc, at, 'produce')) continue
    let next = find(doc, at, 'produce')?.to ?? at + 1
    if (isWord(doc, next, andWord) && has(doc, next + 1, 'produce'))
      next = find(doc, next + 1, 'produce')?.to ?? next
    const draft = isWord(doc, next, draftWord) && isWord(doc, next + 1, words('thảo')) ? 2 : 0
    const type = find(doc, next + draft, 'docType')
    if (!type || !products.test(type.payload)) continue
    let to = type.to
    while (
      to < range.to &&
      to < next + 20 &&
      !isMark(doc, to, ',') &&
      !isMark(doc, to, ';') &&
      !has(doc, to, 'before') &&
      !isWord(doc, to, words('trình gửi bảo đảm hoàn'))
    )
      to++
    return spanOf(doc, next, to)
  }
  return null
}
