// Decisions: a body, its chair or its members adopt, agree, elect. The verb decides only behind such an
// actor, or at the start of an item where a conclusion is listed point by point.
import { behindLeadIn, itemsOf, trim } from './clauses.ts'
import {
  type Claim,
  type Doc,
  explain,
  find,
  has,
  head,
  isMark,
  isNumber,
  isWord,
  SentenceGate,
  seek,
  spanOf,
  words,
} from './doc.ts'
import type { Decision, Outcome } from './findings.ts'
import type { Frame } from './frames.ts'
import { type Mentions, mentionAt } from './mentions.ts'
import { CAPITAL } from './tokens.ts'

const forWord = words('cho')
const jointsOfDrafts = words('về vào đối với lần hai đầu bước')

const andWord = words('và')
const againWord = words('lại')
const proposeWord = words('đề')
const draftWord = words('dự')
const thatWord = words('đó')
const submitWord = words('trình')
const passiveWord = words('được')
const comradeWord = words('chí')
const delegateWord = words('biểu')
const askWords = words('yêu đề')
const towardsWord = words('đối')
const accordingWord = words('theo')
const nominalWord = words('sự')
const withWord = words('với')
const handWord = words('giao')
const greatWord = words('đại')
const fellowWord = words('đồng')
const agreeWords = words('thống nhất')

/** A decision, who took it where the text says so, and the token behind it. */
interface Made {
  finding: Decision
  by: Claim | null
  to: number
}

const deciding = new SentenceGate('decide order')

/** Emits the decisions of every sentence. */
export function findDecisions(doc: Doc, mentions: Mentions, frames: readonly Frame[]): void {
  const gate = deciding.of(doc)
  // Who decided last: "…; đồng ý …", ", chưa xem xét …" and a next sentence "Miễn nhiệm …" are theirs.
  let by: Claim | null = null
  let paragraph = -1
  for (let index = 0; index < frames.length; index++) {
    const frame = frames[index]
    if (!frame) continue
    const sentence = doc.sentences[index]
    if (!sentence || sentence.title || frame.role === 'shortcoming' || frame.role === 'cause')
      continue
    if (sentence.paragraph !== paragraph && !sentence.listed) by = null
    paragraph = sentence.paragraph
    if (deciding.first(doc, sentence.from, sentence.to) === sentence.to) continue
    // "Về cán bộ, đồng ý …; cho thôi chức vụ …": the items go on where one has decided.
    let going = false
    for (const item of itemsOf(doc, sentence.from, sentence.to)) {
      let { from } = item
      for (
        let at = seek(doc, gate, from, item.to);
        at < item.to;
        at = seek(doc, gate, at + 1, item.to)
      ) {
        const verb = find(doc, at, 'decide')
        const returned = returnedAt(doc, mentions, { from, to: item.to }, at, by)
        if ((!verb && !returned) || (mentions.at[at] ?? -1) >= 0) continue
        const made: Made | null =
          returned ??
          (verb && readDecision(doc, mentions, frame, { from, to: item.to }, at, verb, by, going))
        if (made) {
          doc.findings.push(made.finding)
          doc.decisions.push(made.finding)
          by = made.by ?? by
          going = true
          from = made.to + 1
        }
        at = Math.max(made?.to ?? 0, verb?.to ?? 0) - 1
      }
    }
  }
}

const adopting = words(
  'nghị báo dự chương đề tờ kế danh nội các một nhiều toàn quy quyết văn việc với và cao tại',
)

function readDecision(
  doc: Doc,
  mentions: Mentions,
  frame: Frame,
  item: Claim,
  at: number,
  verb: { payload: string; to: number },
  before: Claim | null,
  going: boolean,
): Made | null {
  const passive = passiveAt(doc, mentions, frame, item, at, verb)
  if (passive) return passive
  const actor = actorBefore(doc, mentions, item.from, at, verb.payload)
  if (actor === 'refused' || isWish(doc, item.from, at, actor)) return null
  // "thống nhất bầu bổ sung", "biểu quyết thống nhất cho thôi …": the second verb says what comes of it.
  const second =
    verb.payload === 'agreed'
      ? (find(doc, verb.to, 'decide') ?? find(doc, verb.to - 1, 'decide'))
      : null
  const deciding = second && second.to > verb.to && second.payload !== 'issued' ? second : verb
  const start = deciding === verb ? at : verb.to
  let outcome = deciding.payload as Outcome
  if (outcome === 'opinionGiven' && !before && !(actor && isOnDraft(doc, deciding.to, item.to)))
    return null
  if (
    outcome === 'issued' &&
    actor &&
    issuesInstrument(doc, deciding.to) &&
    carried(doc, item.from, at)
  )
    outcome = 'adopted'
  if (outcome === 'issued' && !punishes(doc, start, deciding.to, item.to, before)) return null
  if (outcome === 'noted' && !concludesItem(doc, item.from, at) && !opensPoint(doc, frame, at))
    return null
  // "QUYẾT NGHỊ:", a line of its own: the articles behind it say what.
  if (isMark(doc, deciding.to, ':') && deciding.to >= item.to) return null
  // "thống nhất: Tập trung …": what follows is to be done.
  if (isMark(doc, deciding.to, ':') && has(doc, deciding.to + 1, 'task')) return null
  const adverb = isWord(doc, at, agreeWords) && isAdverb(doc, verb.to)
  if (adverb || !fits(doc, outcome, start, deciding.to)) return null
  // "các đại biểu cơ bản thống nhất với báo cáo": their opinion, no decision of the meeting.
  if (outcome === 'agreed' && actor && isWord(doc, actor.to - 1, delegateWord)) {
    const votes = isWord(doc, at, words('biểu quyết')) || isWord(doc, at - 1, words('quyết cùng'))
    if (!votes && isWord(doc, deciding.to - 1, withWord)) return null
  }
  // "thống nhất kết luận như sau:"
  if (
    outcome === 'agreed' &&
    isWord(doc, deciding.to, words('kết')) &&
    isWord(doc, deciding.to + 1, words('luận'))
  )
    return null
  if (outcome === 'agreed' && isVote(doc, at, deciding.to, item.to)) return null
  const initial = opensItem(doc, item, at)
  const listed = frame.role === 'task' || (frame.role === 'order' && frame.from <= at)
  if (!actor) {
    const adopts = outcome === 'adopted' && initial && has(doc, deciding.to, 'docType')
    const point = listed || frame.concluding
    const joined = follows(doc, item.from) && !before
    // "Về quy hoạch Tiền Hải, nhất trí với Tờ trình …": the matter, and what came of it.
    const about =
      isWord(doc, item.from, words('về đối riêng')) &&
      outcome !== 'noted' &&
      !told(doc, item.from, at)
    if (!(initial && (point || adopts || before || about || going) && !joined)) return null
  }
  if (outcome === 'agreed' && lets(doc, deciding.to)) outcome = 'dismissed'
  const to = beforeBody(doc, mentions, deciding.to, endOf(doc, deciding.to, item.to))
  const range = trim(doc, { from: isWord(doc, at, words('đã')) ? at + 1 : at, to })
  const object = trim(doc, { from: deciding.to, to: range.to })
  if (outcome === 'agreed' && issuesInstrument(doc, deciding.to)) outcome = 'adopted'
  if ((outcome === 'agreed' || outcome === 'adopted') && isConditional(doc, deciding.to, range.to))
    outcome = 'agreedWithChanges'
  const by = actor ?? before ?? frame.by
  const finding: Decision = {
    ...head(
      doc,
      'decision',
      range.from,
      range.to,
      `decision.${outcome}`,
      actor && outcome !== 'noted' ? 'likely' : 'possible',
    ),
    outcome,
    items: object.to > object.from ? [spanOf(doc, object.from, object.to)] : [],
    by: by ? spanOf(doc, by.from, by.to) : null,
  }
  explain(doc, finding, () => ({
    anchors: [{ ...spanOf(doc, at, deciding.to), class: `decide ${outcome}` }],
  }))
  return { finding, by: actor ?? before, to }
}

const redone = words('trình hoàn báo chuẩn xây lập')
const drafts = words('đề phương dự quy tờ hồ nghị dự')

/**
 * "yêu cầu Sở A hoàn chỉnh lại đề án", "đề nghị tiếp tục hoàn thiện, trình lại": the draft goes back. The
 * one who does it has a task besides. Null where nothing, or no draft, has to be done over.
 */
function returnedAt(
  doc: Doc,
  mentions: Mentions,
  item: Claim,
  at: number,
  before: Claim | null,
): Made | null {
  if (!isWord(doc, at, askWords) || find(doc, at, 'order')?.payload !== 'ask') return null
  let again = at + 2
  while (again < Math.min(item.to, at + 30) && !isWord(doc, again, againWord)) again++
  if (again >= item.to || !isWord(doc, again, againWord)) return null
  const to = endOf(doc, again + 1, item.to)
  const submitted = isWord(doc, again - 1, submitWord)
  const made =
    isWord(doc, again - 2, redone) && isWord(doc, again - 1, words('chỉnh thiện cáo bị dựng'))
  const draft =
    isWord(doc, again + 1, drafts) &&
    (has(doc, again + 1, 'docType') || isWord(doc, again + 2, words('án thảo hoạch sơ')))
  if (!submitted && !(made && draft)) return null
  const actor = actorBefore(doc, mentions, item.from, at, 'returned')
  const by = actor === 'refused' ? null : (actor ?? before)
  if (!by) return null
  const range = trim(doc, { from: at, to })
  const finding: Decision = {
    ...head(doc, 'decision', range.from, range.to, 'decision.returned', 'possible'),
    outcome: 'returned',
    items: draft ? [spanOf(doc, again + 1, range.to)] : [],
    by: spanOf(doc, by.from, by.to),
  }
  explain(doc, finding, () => ({
    anchors: [{ ...spanOf(doc, at, again + 1), class: 'decide returned' }],
  }))
  return { finding, by, to }
}

/**
 * "cho ý kiến về 3 dự án luật", "cho ý kiến đối với dự thảo Đề án …": on a paper that is named, where no
 * agenda has been read from the words behind.
 */
function isOnDraft(doc: Doc, behind: number, to: number): boolean {
  let at = behind
  while (at < behind + 4 && isWord(doc, at, jointsOfDrafts)) at++
  if (isNumber(doc, at)) at++
  const paper =
    has(doc, at, 'docType') ||
    (isWord(doc, at, draftWord) && isWord(doc, at + 1, words('thảo án'))) ||
    (isWord(doc, at, words('hồ')) && isWord(doc, at + 1, words('sơ'))) ||
    (isWord(doc, at, words('nhân')) && isWord(doc, at + 1, nominalWord))
  if (!paper) return false
  const [start, end] = [doc.tokens.start[behind] ?? 0, doc.tokens.end[to - 1] ?? 0]
  return !doc.agendaItems.some((one) => one.start < end && one.end > start)
}

const matters = words('nội phương chủ dự nhân vấn kiến việc danh mức')

/** What is decided on stands before the verb: "Tờ trình …", "Riêng phương án …", "Nội dung này …". */
function hasMatter(doc: Doc, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (has(doc, at, 'task') && !has(doc, at, 'docType')) return false
    if (has(doc, at, 'docType') || isWord(doc, at, matters)) return true
    if (at > from + 4) return false
  }
  return false
}

const passing = words('được đã chưa không đều cũng thì nên hiện tạm')

/**
 * "Tờ trình đã được HĐND tỉnh thông qua", "phương án này chưa được thông qua", "dự án A để lại xem xét
 * ở kỳ họp sau": the matter stands before the verb, the body between them or nowhere.
 */
function passiveAt(
  doc: Doc,
  mentions: Mentions,
  frame: Frame,
  item: Claim,
  at: number,
  verb: { payload: string; to: number },
): Made | null {
  if (!/^(adopted|agreed|agreedInPrinciple|returned|postponed)$/.test(verb.payload)) return null
  if (frame.role === 'task' || (frame.role === 'order' && frame.from <= at)) return null
  const denied = isWord(doc, at, words('chưa không để lùi bị'))
  let start = at
  let by: Claim | null = null
  if (!denied) {
    // Back over who decided and how, to "được".
    let token = at - 1
    while (token > item.from && token > at - 14 && !isWord(doc, token, passiveWord)) {
      const named = mentionAt(mentions, token)
      const meeting = meetingEnding(doc, token)
      if (named) by ??= { from: named.from, to: named.to }
      else if (meeting >= 0) by ??= { from: meeting, to: token + 1 }
      else if (!isWord(doc, token, skipped) && !isNumber(doc, token) && !isMark(doc, token, '%'))
        return null
      token = Math.min(token, named?.from ?? token, meeting >= 0 ? meeting : token) - 1
    }
    if (!isWord(doc, token, passiveWord) || token <= item.from) return null
    // "được gác lại": put off, whoever says so; "được thông qua" needs a word that it has been.
    const stopped = /^(returned|postponed)$/.test(verb.payload)
    if (!stopped && !isWord(doc, token - 1, words('đã chưa không đều cũng'))) return null
    start = isWord(doc, token - 1, words('chưa không')) ? token - 1 : token
  }
  if (start <= item.from + 1) return null
  let end = start
  while (end > item.from && isWord(doc, end - 1, passing)) end--
  let from = end
  while (from > item.from && !isMark(doc, from - 1, ',') && end - from < 30) from--
  while (isWord(doc, from, words('riêng đối với còn và song nhưng nên thì')) && from < end) from++
  if (!hasMatter(doc, from, end)) return null
  const refused = isWord(doc, start, words('chưa không')) && verb.payload !== 'postponed'
  const outcome = (refused ? 'returned' : verb.payload) as Outcome
  const to = beforeBody(doc, mentions, verb.to, endOf(doc, verb.to, item.to))
  const range = trim(doc, { from: start, to })
  const finding: Decision = {
    ...head(doc, 'decision', range.from, range.to, `decision.${outcome}`, 'possible'),
    outcome,
    items: [spanOf(doc, from, end)],
    by: by ? spanOf(doc, by.from, by.to) : null,
  }
  explain(doc, finding, () => ({
    anchors: [{ ...spanOf(doc, at, verb.to), class: `decide ${outcome}` }],
  }))
  return { finding, by, to }
}

/** The verb opens its item, at once or behind "Đối với …," and "Về …:". */
function opensItem(doc: Doc, item: Claim, at: number): boolean {
  if (item.from === at || behindLeadIn(doc, item.from, item.to) === at) return true
  const about =
    isWord(doc, item.from, words('về riêng')) ||
    (isWord(doc, item.from, towardsWord) && isWord(doc, item.from + 1, withWord))
  return about && (isMark(doc, at - 1, ',') || isMark(doc, at - 1, ':'))
}

/** "Về công tác cán bộ, các đại biểu cho rằng …": more than the matter stands before the verb. */
function told(doc: Doc, from: number, to: number): boolean {
  let commas = 0
  for (let at = from; at < to; at++)
    if (isMark(doc, at, ',') || isMark(doc, at, ':') || isMark(doc, at, ';')) commas++
  return commas > 2
}

/** "4. Thống nhất chủ trương …", "Ghi nhận báo cáo …": a point of a conclusion that starts with its verb. */
function opensPoint(doc: Doc, frame: Frame, at: number): boolean {
  return frame.concluding && at === frame.from && ((doc.tokens.flags[at] ?? 0) & CAPITAL) !== 0
}

/** Discipline against somebody; a year's count of cases is none. */
function punishes(doc: Doc, at: number, behind: number, to: number, before: Claim | null): boolean {
  if (isWord(doc, at, words('ban ký công trao')) || isWord(doc, at + 1, words('ban'))) return false
  // "quyết định thi hành kỷ luật …", "phân công đồng chí A làm …": said to be decided, or of a person.
  if (before || isWord(doc, at, words('quyết'))) return true
  if (isWord(doc, behind - 1, comradeWord)) return appoints(doc, behind, to)
  for (let next = behind; next < Math.min(to, behind + 12); next++)
    if (isWord(doc, next, towardsWord) && isWord(doc, next + 1, withWord)) return true
  return false
}

const holdWord = words('giữ')
const officeWord = words('chức')
const becomeWord = words('làm')

/** "… đồng chí A làm Bí thư …", "… giữ chức vụ …": a person gets a post. */
export function appoints(doc: Doc, from: number, to: number): boolean {
  for (let at = from; at < Math.min(to, from + 24); at++) {
    if (isWord(doc, at, holdWord) && isWord(doc, at + 1, officeWord)) return true
    if (isWord(doc, at, becomeWord) && has(doc, at + 1, 'title')) return true
  }
  return false
}

/** "đồng ý cho đồng chí A thôi tham gia …" */
function lets(doc: Doc, behind: number): boolean {
  if (!isWord(doc, behind, forWord) && !isWord(doc, behind - 1, forWord)) return false
  for (let at = behind; at < behind + 10; at++) {
    if (isMark(doc, at, ',') || isMark(doc, at, ';')) return false
    if (isWord(doc, at, words('thôi')) && isWord(doc, at + 1, words('giữ tham làm'))) return true
  }
  return false
}

/** "49/49 đại biểu tán thành,", "với 100% đại biểu đồng ý": how many were for it, not what was decided. */
function isVote(doc: Doc, at: number, behind: number, to: number): boolean {
  const ends = isMark(doc, behind, ',') || isMark(doc, behind, ')') || isMark(doc, behind, '(')
  if (behind < to && !ends) return false
  for (let token = at - 1; token > at - 14 && token >= 0; token--) {
    if (isMark(doc, token, '.') || isMark(doc, token, ';')) return false
    if (isNumber(doc, token) || isMark(doc, token, '%')) return true
  }
  return false
}

/** "Với 100% đại biểu tán thành, …", "Kỳ họp …": decided there and then, and not told of the year. */
function carried(doc: Doc, from: number, at: number): boolean {
  for (let token = from; token < at; token++)
    if (has(doc, token, 'meetingWord') || isWord(doc, token, words('tán thuận'))) return true
  return false
}

/** "thống nhất ban hành Nghị quyết số 45": an instrument of the body's own is adopted. */
function issuesInstrument(doc: Doc, behind: number): boolean {
  const issues = isWord(doc, behind - 2, words('ban')) && isWord(doc, behind - 1, words('hành'))
  const type = issues ? find(doc, behind, 'docType') : null
  return type !== null && /^(nghị quyết|chỉ thị|kết luận|quy chế|quy định)$/.test(type.payload)
}

/** "… nhưng phải bổ sung …", "… với một số nội dung chỉnh sửa". */
function isConditional(doc: Doc, from: number, to: number): boolean {
  for (let at = from; at < to - 2; at++) {
    if (isWord(doc, at, words('nhưng song')) && isWord(doc, at + 1, words('phải cần yêu đề')))
      return true
    if (!isWord(doc, at, withWord) || !isWord(doc, at + 1, words('một điều những'))) continue
    for (let next = at + 2; next < Math.min(to, at + 7); next++)
      if (isWord(doc, next, words('kiện chỉnh sửa bổ'))) return true
  }
  return false
}

/** "thống nhất nhận thức", "thống nhất, đồng bộ": no decision. */
function isAdverb(doc: Doc, behind: number): boolean {
  return (
    isWord(doc, behind, words('nhận đánh trong giữa hành quản từ tư cách')) ||
    (isMark(doc, behind, ',') && isWord(doc, behind + 1, words('đồng hiệu chặt')))
  )
}

/** Each kind of verb needs its kind of object. */
function fits(doc: Doc, outcome: Outcome, at: number, behind: number): boolean {
  if (outcome === 'adopted') {
    const bare = behind === at + 2
    if (!bare) return true
    return (
      isNumber(doc, behind) ||
      isWord(doc, behind, adopting) ||
      (isWord(doc, behind, words('bộ')) && isWord(doc, behind + 1, words('tiêu chỉ quy'))) ||
      has(doc, behind, 'docType') ||
      doc.tokens.kind[behind] !== 1
    )
  }
  if (outcome === 'elected')
    return (
      !isWord(doc, behind, words('cử')) &&
      !isWord(doc, at - 1, words('được đi')) &&
      (has(doc, behind, 'comrade') ||
        isWord(doc, behind, words('bổ các chức ban ra đoàn ủy uỷ')) ||
        isNumber(doc, behind) ||
        behind > at + 1)
    )
  if (isWord(doc, at, words('quyết')) && isWord(doc, at + 1, words('định')))
    return (
      !isWord(doc, behind, words('số của này thành')) && !isWord(doc, at - 1, words('các theo'))
    )
  return true
}

const wishing = words('sẽ dự để sớm cần phải trình chờ nếu khi đề xin')

/** What is still to be decided: "sẽ thông qua", "trình HĐND thông qua", "xin chủ trương". */
function isWish(doc: Doc, from: number, at: number, actor: Claim | null): boolean {
  if (actor && isWord(doc, actor.from - 1, submitting) && actor.from > from) return true
  for (let before = at - 1; before >= Math.max(from, at - 7); before--) {
    if (isWord(doc, before, draftWord) && !isWord(doc, before + 1, words('kiến'))) continue
    if (isWord(doc, before, proposeWord) && !isWord(doc, before + 1, words('nghị'))) continue
    if (isWord(doc, before, proposeWord) && isWord(doc, before - 1, accordingWord)) continue
    if (isWord(doc, before, submitWord) && isWord(doc, before - 1, words('tờ chương'))) continue
    if (isWord(doc, before, wishing)) return true
    if (isMark(doc, before, ',') || isMark(doc, before, ';')) return false
  }
  return false
}

const submitting = words('trình cáo nghị mưu để xin gửi được do')

function concludesItem(doc: Doc, from: number, at: number): boolean {
  for (let token = from; token < at; token++) {
    const verb = find(doc, token, 'concludeVerb')
    if (verb)
      return isWord(doc, verb.to - 3, words('nội')) || isWord(doc, verb.to - 1, words('này'))
  }
  return false
}

const skipped = words(
  'đã cũng đều và xem xét thảo luận biểu quyết nhất trí cao cơ bản thống kết sau khi nghe tiến hành đại hội nghị nội dung này với về trên sở ý kiến của các thành viên 100 tuyệt đối tập trung đóng góp cho bàn phân tích tán lượt đó là tại cuộc họp phiên kỳ quyết trực tiếp bỏ phiếu chính thức phát bế mạc khai có toàn thể tham gia đồng bàn bạc cùng những liên quan giá lần lượt tổ chức hình kín góp theo mặt tổng số khóa khoá nhiệm tham dự i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx',
)

/** Who decides, looked for left of the verb; `refused` where nobody who could. */
function actorBefore(
  doc: Doc,
  mentions: Mentions,
  from: number,
  verb: number,
  outcome: string,
): Claim | 'refused' | null {
  for (let at = verb - 1; at >= from && at >= verb - 24; at--) {
    const named = mentionAt(mentions, at)
    if (named) {
      const title = named.kind === 'title' ? named.titles[0] : undefined
      // "chủ tịch" in small letters is somebody in a story.
      if (title && !isCapital(doc, title.from)) return 'refused'
      if (named.kind === 'person' || named.kind === 'title')
        return { from: named.from, to: named.to }
      if (named.kind === 'body')
        return named.type === 'organisation' && !mayDecide(doc, named, outcome)
          ? 'refused'
          : { from: named.from, to: named.to }
      if (isDelegates(doc, named)) return { from: named.from, to: named.to }
      return 'refused'
    }
    const meeting = meetingEnding(doc, at)
    if (meeting >= 0) return { from: meeting, to: at + 1 }
    if (isWord(doc, at, delegateWord) && isWord(doc, at - 1, greatWord))
      return { from: at - 1, to: at + 1 }
    if (isWord(doc, at, comradeWord) && isWord(doc, at - 1, fellowWord))
      return { from: at - 1, to: at + 1 }
    // "Ông nhất trí …": the chair, named before.
    if (at === from && isWord(doc, at, words('ông bà')) && isCapital(doc, at))
      return { from: at, to: at + 1 }
    if (isMark(doc, at, ',') || isMark(doc, at, '%') || isMark(doc, at, '"')) continue
    // "Ban Thường vụ Tỉnh ủy kết luận: Nhất trí …"
    if (isMark(doc, at, ':') && isWord(doc, at - 1, words('luận định nghị sau'))) continue
    if (isNumber(doc, at) || has(doc, at, 'docType') || has(doc, at - 1, 'docType')) continue
    if (!isWord(doc, at, skipped)) return null
  }
  return null
}

/** Committees decide, and whoever keeps discipline punishes; a department only gives its opinion. */
function mayDecide(doc: Doc, named: Claim, outcome: string): boolean {
  if (outcome === 'issued') return true
  return (
    isWord(doc, named.from, words('ủy uỷ ubkt')) ||
    isWord(doc, named.from + 1, words('chỉ cán')) ||
    // "Bộ Chính trị", "Ban Bí thư"
    isWord(doc, named.to - 1, words('trị thư'))
  )
}

const isCapital = (doc: Doc, at: number): boolean => ((doc.tokens.flags[at] ?? 0) & CAPITAL) !== 0

function isDelegates(doc: Doc, named: Claim): boolean {
  for (let at = named.from; at < named.to; at++)
    if (isWord(doc, at, words('biểu viên chí'))) return true
  return false
}

/** "Hội nghị", "Kỳ họp" that ends here as the subject ("tại hội nghị" is only where). */
function meetingEnding(doc: Doc, at: number): number {
  const found = find(doc, at - 1, 'meetingWord')
  if (found?.to !== at + 1) return -1
  return isWord(doc, at - 2, words('tại trong của sau trước dự luận')) ? -1 : at - 1
}

/** "Kỳ họp thứ 5 thông qua …" has its subject further left; a bare list item has none. */
function follows(doc: Doc, from: number): boolean {
  return isWord(doc, from - 1, andWord)
}

/** ", trong đó …", ", tiêu biểu như …", ", theo đó …": what is in it, no part of the deciding. */
const tellsOf = (doc: Doc, at: number): boolean =>
  (isWord(doc, at, words('trong theo')) && isWord(doc, at + 1, thatWord)) ||
  (isWord(doc, at, words('tiêu')) && isWord(doc, at + 1, delegateWord)) ||
  (isWord(doc, at, words('nổi')) && isWord(doc, at + 1, words('bật'))) ||
  (isWord(doc, at, words('bao')) && isWord(doc, at + 1, words('gồm'))) ||
  (isWord(doc, at, words('cụ')) && isWord(doc, at + 1, words('thể'))) ||
  isWord(doc, at, words('gồm'))

/** "chưa được thông qua, UBND tỉnh hoàn chỉnh, trình lại": a body behind a comma begins what it has to do. */
function beforeBody(doc: Doc, mentions: Mentions, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    if (!isMark(doc, at, ',')) continue
    const named = mentionAt(mentions, at + 1)
    if (named?.kind === 'body' && named.from === at + 1 && has(doc, named.to, 'task')) return at
  }
  return to
}

/** The end of the decision: before an order that hangs on it. */
function endOf(doc: Doc, from: number, limit: number): number {
  for (let at = from; at < limit; at++) {
    // "phân công đồng chí A làm … và cho ý kiến về …": two decisions.
    const second = isWord(doc, at, andWord) ? find(doc, at + 1, 'decide') : null
    if (second && second.to > at + 2 && !has(doc, at + 1, 'order')) return at
    // "… và giao Ban cán sự đảng …": an order behind it.
    const hands = isWord(doc, at, andWord) && isWord(doc, at + 1, handWord)
    if (hands && at > from && isCapital(doc, at + 2)) return at
    if (!isMark(doc, at, ',')) continue
    let next = at + 1
    if (tellsOf(doc, next)) return at
    while (isWord(doc, next, words('đồng thời và'))) next++
    const order = find(doc, next, 'order')
    if (order && order.payload === 'ask') return at
    if (isWord(doc, next, words('qua')) && isWord(doc, next + 1, thatWord)) return at
    // "quyết định điều động, phân công đồng chí A": one object, one decision.
    if (has(doc, next, 'decide') && !has(doc, next, 'order') && at > from) return at
  }
  return limit
}
