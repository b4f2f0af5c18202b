// Marks of state secrecy (dấu chỉ độ mật: MẬT, TỐI MẬT, TUYỆT MẬT; Luật Bảo vệ bí mật nhà nước): found
// before anything is kept, because such documents may not be here. A mark stands for itself: as a line,
// between dashes or brackets, beside the letterhead, behind "Độ mật:", in the number, in the name of
// the file, or where a document says it of itself. Words about secrecy inside of sentences are none. It
// is a net, not a permit: a picture of a stamped page without a text layer shows nothing to it.
import { decodeLegacy } from '@giaoban/reader'
import { plainLine, straightened } from './writing.ts'

/** Which rule found it, and where. Never the words themselves. */
export interface SecrecyMark {
  rule: 'stamp' | 'degree' | 'number' | 'envelope' | 'itself' | 'name' | 'quarantined'
  where: 'text' | 'margin' | 'title' | 'fileName' | 'bytes'
}

/** What can carry a mark. */
export interface Markable {
  fileName: string
  /** Titles: given by the person, and the file's own. */
  titles: readonly (string | undefined)[]
  text: string
  /** Lines that stand on the pages without being text: headers, footers, watermarks, properties. */
  margins: readonly string[]
}

/** Lines from the beginning in which a letterhead stands. */
const headLines = 40
/** Beyond this a line is a sentence, and only says what it says of itself. */
const longestStamp = 120

const degree = '(?:TUYỆT MẬT|TỐI MẬT|MẬT|TUYET MAT|TOI MAT|MAT)'
const paper =
  '(?:TÀI LIỆU|VĂN BẢN|HỒ SƠ|BÁO CÁO|CÔNG VĂN|KẾ HOẠCH|ĐỀ ÁN|TỜ TRÌNH|PHƯƠNG ÁN|QUYẾT ĐỊNH|THÔNG BÁO|CÔNG ĐIỆN|BIÊN BẢN|TAI LIEU|VAN BAN|HO SO|BAO CAO|CONG VAN|KE HOACH|PHUONG AN)'
const letterhead =
  '(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM|ĐỘC LẬP ?- ?TỰ DO ?- ?HẠNH PHÚC)'

/** A stretch of a line that is nothing but a degree, perhaps with the kind of paper before it. */
const stretch = new RegExp(`^(?:DẤU )?(?:${paper} )?(${degree})(?: \\1)*$`)
const secret = /^(?:TÀI LIỆU |VĂN BẢN )?(?:THUỘC )?BÍ MẬT NHÀ NƯỚC$/
const envelope = /^CHỈ NGƯỜI CÓ TÊN MỚI ĐƯỢC BÓC BÌ$/
const besideHead = new RegExp(
  `^${degree} (?:${letterhead}|ĐỘC LẬP|SỐ ?:? ?\\d)|${letterhead} ${degree}$|^SỐ ?:? ?\\d{1,5} ?[-/] ?\\S+ ${degree}$`,
)
/** "Độ mật: Tối mật", "Phân loại: Mật"; an empty degree, "Không" or "Thường" is none. */
const sign = new RegExp(
  `(?:^|[;,.(] ?)(?:(?:DẤU )?(?:CHỈ )?(?:MỨC |CẤP )?(?:ĐỘ|DO) (?:MẬT|MAT)[^:;.]{0,30}?(?: ?[:=–-]| (?=T))|(?:PHÂN LOẠI|CLASSIFICATION)(?: TÀI LIỆU| VĂN BẢN)? ?:) ?${degree}(?= ?$| ?[;.)]| \\d)`,
)
/** The letter of the degree behind the number: "(M)", "-M", "/M", "(TM)". */
const numberMark =
  /^SỐ(?: KÝ HIỆU)? ?:? ?\d{1,5} ?[-/][^()]{0,40}(?:\((?:M|TM|TUM)\)|[-/](?:M|MẬT)(?= ?$|[-/ ,(]))/
const itself = new RegExp(
  `${paper} NÀY (?:(?:CÓ|MANG|THUỘC|ĐƯỢC|LÀ|ĐÓNG|XÁC ĐỊNH|DẤU|CHỈ|ĐỘ|LOẠI|CẤP|MỨC|TÀI LIỆU|VĂN BẢN|DANH MỤC|BÍ MẬT NHÀ NƯỚC,?) )+${degree}(?![^\\s,.;)])(?! (?:ĐỘ|MÃ|KHẨU|ONG))`,
)
const listed = new RegExp(
  `^(?:VĂN BẢN|TÀI LIỆU|BÁO CÁO)(?: NÀY)? THUỘC DANH MỤC BÍ MẬT NHÀ NƯỚC,? ĐỘ ${degree}(?![^\\s,.;)])`,
)
/** In brackets, in any letters: "(mật)", "[Tối mật]", "(Tài liệu mật, nộp lại sau cuộc họp)". */
const bracketed = new RegExp(
  `[[(] ?(?:(?:DẤU )?${degree} ?[\\])]|(?:TÀI LIỆU|VĂN BẢN) ${degree}[,;\\])])`,
)

/** Words after which a line that is only "MẬT", or only the law's name, goes on from the line before. */
const goesOn =
  /(?:BẢO|BÍ|CƠ|ĐỘ|DẤU|TÚI|ĐƯỜNG|LẤY|TRĂNG|ONG|BẢO VỆ|LỘ|LỌT|DANH MỤC|VỀ|THUỘC|CHỨA|,)$/

/** The first mark found, or null. */
export function secrecyMark(given: Markable): SecrecyMark | null {
  if (nameMarked(given.fileName)) return { rule: 'name', where: 'fileName' }
  const titles = given.titles.filter((one) => one !== undefined)
  return (
    marked(titles, 'title') ??
    marked(given.margins, 'margin') ??
    marked(given.text.split('\n'), 'text')
  )
}

type LineOf = Exclude<SecrecyMark['where'], 'fileName' | 'bytes'>

function marked(lines: readonly string[], where: LineOf): SecrecyMark | null {
  let before = ''
  let seen = 0
  for (const line of lines) {
    if (line.trim() === '') continue
    const head = where !== 'text' || seen++ < headLines
    for (const piece of head || mayHold.test(line) ? piecesOf(line) : []) {
      for (const form of formsOf(piece)) {
        const rule = ruleOf(form, { before, head, where })
        if (rule) return { rule, where }
      }
    }
    before = line
  }
  return null
}

/** "mật" in any way of writing, or the words of an envelope: most lines have neither. */
const mayHold =
  /[mМｍ][^\p{L}\n]{0,4}[aậâаａëä][^\p{L}\n]{0,4}(?:[äậâ][^\p{L}\n]{0,4})?[tТｔ]|BÓC BÌ/iu

/** Longest stretch that is looked at as one, in characters: the time it takes grows with its square. */
const longestPiece = 400

/** A long line in its sentences, each cut to size; signs that go on and on are shortened. */
function piecesOf(line: string): string[] {
  const short = line.replace(/([-–—=_*#.|\s])\1{4,}/g, '$1$1$1$1')
  if (short.length <= longestPiece) return [short]
  return short.split(/(?<=[.;:])\s/).map((one) => one.slice(0, longestPiece))
}

/** Letters that only Vietnamese in Unicode has. */
const unicode = /[\u1ea0-\u1ef9ăđơưĂĐƠƯ]/

/** A line as it stands, and as it reads where its letters are of an encoding before Unicode. */
function formsOf(line: string): string[] {
  if (!/[^\p{ASCII}]/u.test(line) || unicode.test(line) || line.length > 200) return [line]
  return [line, decodeLegacy(line, 'tcvn3', true).text, decodeLegacy(line, 'vni').text]
}

interface Place {
  /** The line before. */
  before: string
  /** Whether a letterhead may stand here. */
  head: boolean
  where: LineOf
}

function ruleOf(line: string, place: Place): SecrecyMark['rule'] | null {
  const whole = plainLine(line)
  // A line that names several degrees explains them, or counts the papers of each.
  if (degreesIn(whole) > 1) return null
  if (envelope.test(whole)) return 'envelope'
  if (sign.test(whole)) return 'degree'
  if (itself.test(whole) || listed.test(whole)) return 'itself'
  if (whole.length > longestStamp) return null
  if (place.head && line.split(cellEnd).some((cell) => numberMark.test(plainLine(cell)))) {
    return 'number'
  }
  if (bracketed.test(straightened(line).toUpperCase())) return 'stamp'
  return isStamp(line, whole, place) ? 'stamp' : null
}

const degreesIn = (whole: string): number =>
  new Set(
    whole
      .replace(/(?:ĐỘ|DO|BÍ|BẢO|CƠ) (?:MẬT|MAT)/g, '')
      .match(/(?:TUYỆT |TỐI )?MẬT(?! (?:ĐỘ|ONG|MÃ|KHẨU|THIẾT))/g),
  ).size

const cellEnd = /\s*\|\s*|\t+|\s{3,}/
const stretchEnd = /\s*\|\s*|\t+|\s{3,}|\s+[-–—/]\s+|\s*[–—:;()[\]]\s*/

function isStamp(line: string, whole: string, { before, head, where }: Place): boolean {
  const goes = where === 'text' && goesOn.test(plainLine(before.slice(-longestPiece)))
  const written = straightened(line)
  if (secret.test(whole)) return !goes && (head || written === written.toUpperCase())
  if (head && besideHead.test(whole) && /(?:^|\s)(?:MẬT|MAT)(?:\s|$)/.test(written)) return true
  if (stretch.test(whole))
    return !goes && (firm(line, written) || (head && !/^MẬT$/.test(whole)) || where === 'margin')
  const parts = line.split(stretchEnd).map((part) => part.trim())
  // A row with a number beside the degree counts papers.
  if (parts.some((part) => /^\d[\d.,]*$/.test(part)) && /[|:\t]/.test(line)) return false
  return parts.some(
    (part) =>
      stretch.test(plainLine(part)) && (firm(part, straightened(part)) || where === 'margin'),
  )
}

/** In capitals, or in a frame of signs. */
const firm = (line: string, written: string): boolean =>
  written === written.toUpperCase() || /^\s*[["“*#_<]/.test(line)

/** Nouns that make "… mật" in a name a degree; the end, or a number, has to follow. */
const namedPaper = new RegExp(
  `(?:^| )(?:${paper.slice(3, -1)}|VB|CV|BC|KH|TL) (?:MẬT|MAT)(?= ?$| SỐ| SO| \\d)`,
)

/** What follows "MAT" in a name where it is "mặt", "mất", "mắt" or no degree. */
const otherMat = /^(?:DUONG|BANG|TRAN|HANG|ONG|DO|NUOC|DAT|MUA|KHAU|CAU|TIEN|TROI|MA|THIET)\b/

/** File names: "Tuyệt mật", "[MẬT] …", "…_MAT.docx", "Công văn mật số 5", "112-BC-TU (M)". */
function nameMarked(fileName: string): boolean {
  const bare = straightened(fileName).replace(/\.\w{1,5}$/, '')
  const words = bare
    .toUpperCase()
    .replace(/[_\-.\s()[\]]+/g, ' ')
    .trim()
  if (/DANH MỤC BÍ MẬT|DANH MUC BI MAT/.test(words)) return false
  if (/(?:^| )(?:TUYỆT ?MẬT|TỐI ?MẬT|TUYET ?MAT|TOI ?MAT)(?= |$)/.test(words)) return true
  if (namedPaper.test(words) || /\((?:M|TM)\)/.test(bare)) return true
  const parts = bare.split(/\s*[_\-.()[\]]\s*/)
  return parts.some((part, index) => {
    const next = (parts[index + 1] ?? '').toUpperCase()
    return /^mật$/i.test(part) ? true : part === 'MAT' && !otherMat.test(next)
  })
}
