#!/usr/bin/env node
// giaoban-verify: checks an exported record of Giao Ban against heads that were kept elsewhere. One file,
// Node 18 or newer, nothing to install, no network, no database; copy it to any machine and read it first.
// Licence: EUPL-1.2. The format: docs/record.md.
import { createHash, createPublicKey, verify as verifyBytes } from 'node:crypto'
import { createReadStream, readFileSync, realpathSync } from 'node:fs'
import process, { argv, stderr, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'

const genesis = '0'.repeat(64)

/** The fields of a link in the order in which they are hashed. */
const fields = ['province_id', 'seq', 'at', 'actor_id', 'actor_name', 'action', 'subject_kind']
fields.push('subject_id', 'before_hash', 'after_hash', 'reason', 'previous_hash')
const linkKeys = [...fields, 'hash', 'type'].sort().join()
const statementKeys = 'at,count,day,format,hash,key,number,previous,province'

const sha256 = (text) => createHash('sha256').update(text).digest('hex')

/** JSON with sorted keys: the bytes that are hashed and signed. */
export function canonical(value) {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const keys = Object.keys(value).sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`
}

export const linkHash = (link) => sha256(canonical(fields.map((name) => link[name])))

/** The first 32 hexadecimal digits of the SHA-256 of a public key (SPKI, base64). */
export const fingerprint = (publicKey) => sha256(Buffer.from(publicKey, 'base64')).slice(0, 32)

/** A PEM file's text, base64 of SPKI, or a fingerprint, as a fingerprint. Null for anything else. */
export function fingerprintOf(given) {
  const text = given.trim()
  if (/^[0-9a-f]{32}$/.test(text)) return text
  try {
    const pem = text.startsWith('-----')
    const from = pem ? text : { key: Buffer.from(text, 'base64'), type: 'spki', format: 'der' }
    return fingerprint(
      createPublicKey(from).export({ type: 'spki', format: 'der' }).toString('base64'),
    )
  } catch {
    return null
  }
}

/** Heads out of a JSON Feed, a list, JSON Lines of heads, or an exported record. Throws for no JSON. */
export function headsIn(text) {
  const values = text.trimStart().startsWith('{"type"')
    ? text
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
    : jsonOrLines(text)
  const found = values.flatMap((one) => one?.items?.map((item) => item._giaoban) ?? [one])
  return found.filter((one) => one?.statement?.format === 'giaoban-head-1')
}

function jsonOrLines(text) {
  try {
    return [JSON.parse(text)].flat()
  } catch {
    return text
      .split('\n')
      .filter((line) => line.trim())
      .map((line) => JSON.parse(line))
  }
}

/** What was found, each kind with the first places and how often. */
class Findings {
  list = []
  counts = {}
  add(kind, at) {
    this.counts[kind] = (this.counts[kind] ?? 0) + 1
    if (this.counts[kind] <= 20) this.list.push({ kind, at })
  }
}

/**
 * Checks a record. `lines`: of the export; `heads`: kept elsewhere, as `headsIn` gives them; `keys`:
 * fingerprints that are trusted; `anchors`: heads from paper, as `{ count, hash }` with at least 16 digits.
 *
 * Verdict: `altered`; `proven` up to link `proven`; or `consistent`, where nothing from elsewhere could be
 * compared and so a rewriting of everything would not be seen.
 */
export async function verify({ lines, heads = [], keys = [], anchors = [] }) {
  const findings = new Findings()
  const record = await readRecord(
    lines,
    [...heads, ...anchors.map((statement) => ({ statement }))],
    findings,
  )
  const { list, counts } = findings
  if (!record.header) {
    return {
      verdict: 'unreadable',
      links: 0,
      proven: 0,
      day: null,
      findings: list,
      counts,
      notes: [],
    }
  }
  const inside = checkHeads(record.heads, record, keys, findings, true)
  const outside = checkHeads(heads, record, keys, findings, false)
  compareHeads(record.heads, heads, findings)
  for (const { statement, day } of [...outside, ...inside])
    compareWithRecord(statement, record, findings, day)
  for (const anchor of anchors) compareWithRecord(anchor, record, findings, null)
  const evidence = [...(keys.length > 0 ? outside.map((one) => one.statement) : []), ...anchors]
  const newest = { count: 0, day: null }
  for (const { count, day } of evidence)
    if (count >= newest.count) Object.assign(newest, { count, day })
  const notes = []
  if (outside.length > 0 && keys.length === 0) notes.push('keyNotGiven')
  if (evidence.length === 0) notes.push('nothingFromElsewhere')
  else if (newest.count < record.count) notes.push('tail')
  if (record.clockBack > 0) notes.push('clock')
  const verdict = list.length > 0 ? 'altered' : evidence.length > 0 ? 'proven' : 'consistent'
  return {
    verdict,
    province: record.header.province,
    links: record.count,
    hash: record.last,
    proven: verdict === 'proven' ? newest.count : 0,
    day: newest.day,
    findings: list,
    counts,
    notes,
  }
}

/** Walks the export once; keeps only the hashes that heads speak of. */
async function readRecord(lines, heads, findings) {
  const wanted = new Set(heads.map((head) => head.statement.count))
  const record = {
    header: null,
    count: 0,
    last: genesis,
    hashes: new Map([[0, genesis]]),
    heads: [],
    end: null,
    clockBack: 0,
  }
  const state = { expected: 1, missing: new Set(), at: '', wanted }
  let number = 0
  for await (const line of lines) {
    number++
    const value = parsed(line)
    if (number === 1) {
      if (value?.type !== 'record' || value.format !== 'giaoban-record-1') return record
      record.header = value
    } else if (record.end) findings.add('afterEnd', number)
    else if (value?.type === 'link') readLink(value, record, state, findings)
    else if (value?.type === 'head' && value.statement && record.count === 0) {
      record.heads.push(value)
      wanted.add(value.statement.count)
    } else if (value?.type === 'end') record.end = value
    else findings.add('malformed', number)
  }
  for (const seq of state.missing) findings.add('missing', seq)
  if (record.header) checkFrame(record, findings)
  return record
}

/** A line's value where the line is written exactly as we write it; hidden second readings are refused. */
function parsed(line) {
  try {
    const value = JSON.parse(line)
    return canonical(value) === line ? value : null
  } catch {
    return null
  }
}

function readLink(link, record, state, findings) {
  const { seq } = link
  if (Object.keys(link).sort().join() !== linkKeys || !Number.isSafeInteger(seq)) {
    findings.add('malformed', seq)
    return
  }
  record.count++
  if (link.province_id !== record.header.provinceId) findings.add('foreign', seq)
  if (linkHash(link) !== link.hash) findings.add('edited', seq)
  if (seq < state.expected) findings.add(state.missing.delete(seq) ? 'reordered' : 'inserted', seq)
  else {
    for (let gap = state.expected; gap < seq && state.missing.size < 1000; gap++)
      state.missing.add(gap)
    state.expected = seq + 1
  }
  if (link.previous_hash !== record.last) findings.add('broken', seq)
  if (link.at < state.at) record.clockBack++
  state.at = link.at
  record.last = link.hash
  if (state.wanted.has(seq)) record.hashes.set(seq, link.hash)
}

/** The header and the end must say what is between them. */
function checkFrame({ header, end, count, last, heads }, findings) {
  if (!end) findings.add('cutFile', count)
  else if (end.links !== count || end.heads !== heads.length) findings.add('frame', count)
  if (header.count > count) findings.add('truncated', count + 1)
  else if (header.count !== count || header.hash !== last) findings.add('frame', count)
}

/** Heads that are signed by their key (and a trusted one, where some are named) and follow each other. */
function checkHeads(heads, record, keys, findings, whole) {
  const sorted = [...heads].sort((a, b) => a.statement.number - b.statement.number)
  const good = []
  let former = null
  for (const head of sorted) {
    const { statement } = head
    if (!isSigned(head)) findings.add('badSignature', statement.number)
    else if (keys.length > 0 && !keys.includes(statement.key))
      findings.add('unknownKey', statement.number)
    else {
      if (statement.province !== record.header.province)
        findings.add('foreignHead', statement.number)
      if (
        former &&
        former.number === statement.number &&
        canonical(former) !== canonical(statement)
      )
        findings.add('splitView', statement.number)
      if (!follows(former, statement, whole)) findings.add('headGap', statement.number)
      good.push({ statement, day: statement.day })
    }
    former = statement
  }
  return good
}

/** Whether a head may stand behind `former`; a complete list has every number from 1. */
function follows(former, next, whole) {
  if (!former) return whole ? next.number === 1 && next.previous === genesis : true
  if (former.number === next.number) return true
  if (former.number + 1 === next.number) {
    return (
      next.previous === sha256(canonical(former)) &&
      next.count >= former.count &&
      next.day >= former.day
    )
  }
  return !whole && next.count >= former.count
}

function isSigned(head) {
  try {
    if (Object.keys(head.statement).sort().join() !== statementKeys) return false
    if (fingerprint(head.publicKey) !== head.statement.key) return false
    const key = createPublicKey({
      key: Buffer.from(head.publicKey, 'base64'),
      type: 'spki',
      format: 'der',
    })
    if (key.asymmetricKeyType !== 'ed25519') return false
    return verifyBytes(
      null,
      Buffer.from(canonical(head.statement)),
      key,
      Buffer.from(head.signature, 'base64'),
    )
  } catch {
    return false
  }
}

/** What the export says of a head must be what was kept elsewhere; none of the latter may be missing. */
function compareHeads(inside, outside, findings) {
  const own = new Map(inside.map((head) => [head.statement.number, canonical(head.statement)]))
  for (const { statement } of outside) {
    const same = own.get(statement.number)
    if (same === undefined) findings.add('headMissing', statement.number)
    else if (same !== canonical(statement)) findings.add('splitView', statement.number)
  }
}

function compareWithRecord({ count, hash }, record, findings, day) {
  const there = record.hashes.get(count)
  if (there === undefined) findings.add('truncated', day ? `${count} (${day})` : count)
  else if (!there.startsWith(hash)) findings.add('rewritten', day ? `${count} (${day})` : count)
}

const vi = {
  usage: `Kiểm tra nhật ký Giao Ban đã xuất ra, không cần máy chủ Giao Ban.
Cách dùng: giaoban-verify NHAT-KY.jsonl --heads DAU-NHAT-KY --key KHOA [--head SO:MA] [--json] [--lang en]
  --heads  tệp các đầu nhật ký đã được giữ ở nơi khác (tệp .jsonl hoặc nguồn tin JSON Feed)
  --key    khóa công khai (tệp PEM) hoặc vân tay 32 chữ số, lấy từ nơi tin được; có thể nêu nhiều lần
  --head   một đầu nhật ký chép từ giấy: số dòng, dấu hai chấm, ít nhất 16 chữ số đầu của mã băm
Mã thoát: 0 nguyên vẹn đến đầu nhật ký đã công bố; 1 đã bị sửa; 2 không đọc được hoặc gọi sai;
          3 tự khớp, nhưng không có gì từ bên ngoài để đối chiếu.`,
  unreadable: (file) => `${file}: không phải nhật ký Giao Ban đã xuất (giaoban record export).`,
  noFile: (file, why) => `${file}: không đọc được (${why}).`,
  badKey: (text) => `"${text}" không phải khóa công khai Ed25519 hay vân tay.`,
  badHead: (text) =>
    `"${text}" không phải đầu nhật ký. Viết SỐ:MÃ, ít nhất 16 chữ số đầu của mã băm.`,
  noHeads: (file) => `${file}: không có đầu nhật ký nào.`,
  proven: (r) =>
    `NGUYÊN VẸN: ${r.links} dòng của "${r.province}"; ${r.proven} dòng đầu đúng như đã công bố${r.day ? ` ngày ${r.day}` : ''}.`,
  consistent: (r) => `TỰ KHỚP, CHƯA CHỨNG MINH: ${r.links} dòng của "${r.province}" khớp với nhau.`,
  altered: (r) => `ĐÃ BỊ SỬA: ${r.links} dòng của "${r.province}".`,
  kinds: {
    edited: 'dòng bị sửa nội dung',
    missing: 'dòng bị bỏ',
    inserted: 'dòng bị chèn thêm hoặc lặp lại',
    reordered: 'dòng bị đổi chỗ',
    broken: 'dòng không nối với dòng trước',
    foreign: 'dòng của tỉnh khác',
    malformed: 'dòng không đúng dạng',
    afterEnd: 'dòng thêm sau phần kết',
    cutFile: 'tệp bị cắt, thiếu phần kết; sau dòng',
    frame: 'phần mở đầu hoặc phần kết không khớp; dòng',
    truncated: 'phần cuối bị cắt; thiếu dòng',
    rewritten: 'bị viết lại: khác đầu nhật ký đã công bố tại dòng',
    badSignature: 'đầu nhật ký sai chữ ký, số',
    unknownKey: 'đầu nhật ký ký bằng khóa khác, số',
    foreignHead: 'đầu nhật ký của tỉnh khác, số',
    splitView: 'hai đầu nhật ký khác nhau cùng số',
    headGap: 'đầu nhật ký không nối tiếp, số',
    headMissing: 'đầu nhật ký đã công bố không có trong tệp xuất, số',
  },
  more: (n) => ` … (tất cả ${n})`,
  notes: {
    keyNotGiven:
      'Chưa nêu --key: chữ ký mới chỉ được kiểm bằng khóa nằm ngay trong tệp, ai cũng có thể tạo.',
    nothingFromElsewhere:
      'Không có gì từ bên ngoài để đối chiếu: người viết lại toàn bộ nhật ký vẫn qua được bước này. Dùng --heads cùng --key, hoặc --head.',
    tail: 'Những dòng sau đầu nhật ký cuối cùng được nêu chỉ tự khớp với nhau.',
    clock: 'Có dòng mang giờ sớm hơn dòng trước: đồng hồ máy chủ đã bị chỉnh lùi.',
  },
  limits: `Không phát hiện được: sửa đổi sau đầu nhật ký cuối cùng đã công bố nếu cả phần sau đó bị viết lại; việc làm không hề
được ghi vào nhật ký; điều ghi sai ngay từ đầu; người giữ khóa riêng công bố hai đầu nhật ký khác nhau cho hai nơi
(hãy so đầu nhật ký với nơi khác). Nhật ký chỉ có mã băm của nội dung, không có nội dung.`,
}

const en = {
  usage: `Checks an exported record of Giao Ban, without any server of Giao Ban.
Usage: giaoban-verify RECORD.jsonl --heads HEADS --key KEY [--head COUNT:HASH] [--json] [--lang vi]
  --heads  file of heads that was kept elsewhere (.jsonl, or the JSON Feed as it is)
  --key    public key (PEM file) or its fingerprint of 32 digits, from where you trust; may be repeated
  --head   a head from paper: number of links, a colon, at least the first 16 digits of the hash
Exit code: 0 intact up to the published head; 1 altered; 2 unreadable or a wrong call;
           3 consistent in itself, but nothing from elsewhere to compare with.`,
  unreadable: (file) => `${file}: not an exported record of Giao Ban (giaoban record export).`,
  noFile: (file, why) => `${file}: cannot be read (${why}).`,
  badKey: (text) => `"${text}" is neither an Ed25519 public key nor a fingerprint.`,
  badHead: (text) =>
    `"${text}" is no head. Write COUNT:HASH, at least the first 16 digits of the hash.`,
  noHeads: (file) => `${file}: there is no head in it.`,
  proven: (r) =>
    `INTACT: ${r.links} links of "${r.province}"; the first ${r.proven} are as published${r.day ? ` on ${r.day}` : ''}.`,
  consistent: (r) => `CONSISTENT, NOT PROVEN: ${r.links} links of "${r.province}" fit each other.`,
  altered: (r) => `ALTERED: ${r.links} links of "${r.province}".`,
  kinds: {
    edited: 'link whose content was edited',
    missing: 'link that was taken out',
    inserted: 'link that was put in or repeated',
    reordered: 'link that changed its place',
    broken: 'link that does not join the one before',
    foreign: 'link of another province',
    malformed: 'line of no known form',
    afterEnd: 'line behind the end',
    cutFile: 'the file is cut, its end is missing; after link',
    frame: 'header or end do not fit; link',
    truncated: 'the end was cut off; missing link',
    rewritten: 'rewritten: not as the published head says at link',
    badSignature: 'head with a wrong signature, number',
    unknownKey: 'head signed with another key, number',
    foreignHead: 'head of another province, number',
    splitView: 'two different heads of one number',
    headGap: 'head that does not follow the one before, number',
    headMissing: 'published head that the export does not have, number',
  },
  more: (n) => ` … (${n} in all)`,
  notes: {
    keyNotGiven:
      'No --key was given: signatures were checked only with the key in the file itself, which anybody can make.',
    nothingFromElsewhere:
      'Nothing from elsewhere to compare with: whoever rewrites the whole record passes this. Use --heads with --key, or --head.',
    tail: 'Links after the last head that was given only fit each other.',
    clock:
      'Some link has an earlier time than the one before: the clock of the server was set back.',
  },
  limits: `What it cannot find: changes after the last published head, where all that follows was rewritten too; an act that was
never put on record; what was recorded wrongly from the start; a holder of the private key who publishes two different
heads to two readers (compare heads with others). The record has hashes of contents, not the contents.`,
}

/** The report in words. */
export function reportText(report, t) {
  const lines = [t[report.verdict](report)]
  for (const [kind, count] of Object.entries(report.counts)) {
    const places = report.findings.filter((one) => one.kind === kind).map((one) => one.at)
    lines.push(
      `✗ ${t.kinds[kind]}: ${places.join(', ')}${count > places.length ? t.more(count) : ''}`,
    )
  }
  for (const note of report.notes) lines.push(`! ${t.notes[note]}`)
  return `${lines.join('\n')}\n\n${t.limits}\n`
}

/** Lines of a file, by line feeds only (a text may hold other line separators). */
async function* linesOf(file) {
  let rest = ''
  for await (const part of createReadStream(file, 'utf8')) {
    const pieces = (rest + part).split('\n')
    rest = pieces.pop()
    yield* pieces
  }
  if (rest !== '') yield rest
}

class WrongCall extends Error {}

/** The call's arguments; throws `WrongCall` with what is wrong. */
function readCall(args, t) {
  const call = { record: null, heads: [], keys: [], anchors: [], json: false }
  const rest = [...args]
  const value = () => rest.shift() ?? ''
  while (rest.length > 0) {
    const word = rest.shift()
    if (word === '--json') call.json = true
    else if (word === '--lang') value()
    else if (word === '--heads') call.heads.push(...headsOfFile(value(), t))
    else if (word === '--key') call.keys.push(keyOf(value(), t))
    else if (word === '--head') call.anchors.push(anchorOf(value(), t))
    else if (word.startsWith('-') || call.record !== null) throw new WrongCall(t.usage)
    else call.record = word
  }
  if (call.record === null) throw new WrongCall(t.usage)
  return call
}

function contentOf(file, t) {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new WrongCall(t.noFile(file, error.code))
  }
}

function headsOfFile(file, t) {
  let found = []
  try {
    found = headsIn(contentOf(file, t))
  } catch (error) {
    if (error instanceof WrongCall) throw error
  }
  if (found.length === 0) throw new WrongCall(t.noHeads(file))
  return found
}

function keyOf(given, t) {
  const found = fingerprintOf(given) ?? fingerprintOf(contentOf(given, t))
  if (!found) throw new WrongCall(t.badKey(given))
  return found
}

function anchorOf(given, t) {
  const match = /^(\d{1,15}):([0-9a-f]{16,64})$/i.exec(given)
  if (!match) throw new WrongCall(t.badHead(given))
  return { count: Number(match[1]), hash: match[2].toLowerCase(), day: null }
}

const codes = { proven: 0, altered: 1, unreadable: 2, consistent: 3 }

async function main(args) {
  const t = args[args.indexOf('--lang') + 1] === 'en' && args.includes('--lang') ? en : vi
  if (args.includes('--help') || args.includes('-h')) {
    stdout.write(`${t.usage}\n\n${t.limits}\n`)
    return 0
  }
  try {
    const call = readCall(args, t)
    const report = await verify({ ...call, lines: linesOf(call.record) })
    if (report.verdict === 'unreadable') throw new WrongCall(t.unreadable(call.record))
    stdout.write(call.json ? `${JSON.stringify(report, null, 2)}\n` : reportText(report, t))
    return codes[report.verdict]
  } catch (error) {
    if (error instanceof WrongCall) stderr.write(`${error.message}\n`)
    else if (error.syscall) stderr.write(`${t.noFile(error.path ?? '', error.code)}\n`)
    else throw error
    return 2
  }
}

if (argv[1] && realpathSync(argv[1]) === fileURLToPath(import.meta.url))
  process.exitCode = await main(argv.slice(2))
