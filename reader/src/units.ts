// The unit behind a number, and which of two readings of the number the unit makes likely.
import {
  type Doc,
  find,
  has,
  hasSpace,
  isMark,
  isNumber,
  isWord,
  meaning,
  phraseEnd,
  textOf,
  words,
} from './doc.ts'
import type { ReadNumber } from './numbers.ts'
import { remembered } from './remembered.ts'
import { CAPITAL, LINE_END, PUNCTUATION, WORD } from './tokens.ts'

const yearContext = words('kỷ thành tuổi xây đổi truyền ngày thực chiến công')

const yearWord = words('năm')

export const totalWords = words('tổng')

const percentWords = words('phần')

export const and = words('và')

export interface Unit {
  code: string
  text: string
  to: number
  /** Ordinary noun that is not in the unit list. */
  guessed: boolean
}

const pointWord = words('điểm')

const degrees = words('c f')

const currencies = new Map(
  Object.entries({ $: 'USD', '€': 'EUR', '₫': 'VND', '£': 'item', '¥': 'item', '₩': 'item' }).map(
    ([sign, code]) => [sign.charCodeAt(0), code],
  ),
)

/** The currency of a sign; those outside the contract's list are `item` with their sign. */
export function currencyAt(doc: Doc, at: number): { code: string; text: string } | null {
  if (doc.tokens.kind[at] !== PUNCTUATION) return null
  const sign = doc.tokens.hash[at] ?? 0
  const code = sign === 0x24 || sign > 0xa2 ? currencies.get(sign) : undefined
  return code ? { code, text: String.fromCharCode(sign) } : null
}

/** The value under the reading that its unit makes likely; both readings of "1.234" are possible. */
export function settle(doc: Doc, number: ReadNumber, unit: Unit): number {
  if (number.doubt === null) return number.value
  const decimalUnit = unit.code === '%' || unit.code === 'point'
  if (number.doubt === 'dot3')
    return decimalUnit && number.other < 100 ? number.other : number.value
  // "1,234": people and things cannot be counted in thousandths; money with a multiplier can.
  const counted =
    number.scale === 1 &&
    !decimalUnit &&
    !/^(VND|USD|EUR|ha|km|km2|m2|m|tonne|kg|quintal)/.test(unit.code)
  return counted || (number.scale === 1 && usesEnglishStyle(doc)) ? number.other : number.value
}

const styles = new WeakMap<Doc, boolean>()

/** The document writes "1,234.5" and never "1.234,5"; looked at once. */
function usesEnglishStyle(doc: Doc): boolean {
  let english = styles.get(doc)
  if (english === undefined) {
    english = /\d,\d{3}\.\d/.test(doc.text) && !/\d\.\d{3},\d/.test(doc.text)
    styles.set(doc, english)
  }
  return english
}

const nounStops = words(
  'và của đến tới là trong tại ngày tháng năm từ với cho thì mà có đã sẽ được để nhưng hoặc theo về ở do bởi vào ra lên xuống khi nếu như này đó đây kia trên dưới trước sau giữa không chưa đang cũng đều vẫn tăng giảm đạt bằng so gồm còn hơn gần khoảng cùng các những nhất hai ba bốn sáu bảy tám chín mười giờ h phút giây sao rõ quý khóa khoá thứ số ước thuộc phục thực hiện mới vừa làm nhiều',
)

/** Times of day and working days say when, not how much. */
const isClock = remembered(/^(giờ|phút|ngày làm việc)$/i)

/** The unit behind a number. `number` tells whether a multiplier already makes it money. */
export function readUnit(doc: Doc, number: ReadNumber, at: number): Unit | null {
  const place = doc.tokens.kind[at] === LINE_END && doc.tokens.hash[at] === 1 ? at + 1 : at
  if (isMark(doc, place, '%') || isMark(doc, place, '‰')) {
    const code = isMark(doc, place, '%') ? '%' : 'perMille'
    return withPer(doc, {
      code,
      text: textOf(doc, place, place + 1),
      to: place + 1,
      guessed: false,
    })
  }
  // Neither a number nor the end of a line is a unit.
  const kind = doc.tokens.kind[place]
  if (kind !== WORD && kind !== PUNCTUATION && number.scale < 1e9) return null
  const sign = currencyAt(doc, place)
  if (sign) return { ...sign, to: place + 1, guessed: false }
  if (isMark(doc, place, '°') && isWord(doc, place + 1, degrees))
    return { code: 'item', text: textOf(doc, place, place + 2), to: place + 2, guessed: false }
  const point = meaning(doc, place, 'point')
  if (point !== undefined)
    return {
      code: 'point',
      text: textOf(doc, place, phraseEnd(doc, place)),
      to: phraseEnd(doc, place),
      guessed: false,
    }
  if (isWord(doc, place, pointWord) && isMark(doc, place + 1, '%'))
    return { code: 'point', text: 'điểm %', to: place + 2, guessed: false }
  const known = find(doc, place, 'unit')
  if (known) {
    const { payload: code, to } = known
    const text = textOf(doc, place, to)
    if (text === 'h' || (text === 'g' && !number.digits)) return null
    // A wrapped line goes on in lower case; a capital starts something new, but for "USD".
    const goesOn = ((doc.tokens.flags[place] ?? 0) & CAPITAL) === 0 || /^[A-Z]{3}$/.test(text)
    if (place !== at && !goesOn) return null
    if (isClock(text)) return null
    if (!number.digits && /^(m|km|đ|mm|cm|ml)$/.test(text)) return null
    return withPer(doc, { code, text, to, guessed: false })
  }
  if (isWord(doc, place, percentWords) && /^phần trăm$/i.test(textOf(doc, place, place + 2)))
    return { code: '%', text: textOf(doc, place, place + 2), to: place + 2, guessed: false }
  if (isWord(doc, place, totalWords))
    return {
      code: 'item',
      text: textOf(doc, place, Math.min(doc.tokens.count, place + 2)),
      to: place,
      guessed: true,
    }
  // A multiplier of a million or more without a unit is money in this genre ("đạt 9.500 tỷ").
  if (number.scale >= 1e9)
    return {
      code: 'VND',
      text: textOf(doc, number.to - 1, number.to),
      to: number.to,
      guessed: false,
    }
  if (isWord(doc, place, yearWord)) {
    // A span of years only as an anniversary or an age; else it is time, not a quantity.
    const aged =
      isWord(doc, place + 1, yearContext) ||
      (number.from > 0 && isWord(doc, number.from - 1, words('niệm')))
    return aged && !isNumber(doc, place + 1)
      ? { code: 'item', text: textOf(doc, place, place + 1), to: place + 1, guessed: false }
      : null
  }
  if (doc.tokens.kind[place] !== WORD || place !== at || !hasSpace(doc, place)) return null
  if (((doc.tokens.flags[place] ?? 0) & CAPITAL) !== 0 || isWord(doc, place, nounStops)) return null
  if (
    meaning(doc, place, 'neutral') !== undefined ||
    meaning(doc, place, 'level') !== undefined ||
    meaning(doc, place, 'order') !== undefined ||
    has(doc, place, 'task') ||
    !number.digits
  )
    return null
  const to = nounEnd(doc, place)
  return withPer(doc, { code: 'item', text: textOf(doc, place, to), to, guessed: true })
}

const firstParts = words(
  'công khán cá đoàn hội đội nghị thanh phụ thiếu cổ học hợp giấy chứng cơ tổ doanh thửa mô cuộc phương thiết kiến tàu cây quyển suất điểm đại dân nông nhân mặt thành vận lao trạm bộ danh cầu bến giáo cán đầu hạng sản thí chuyên chi khu máy phiên tuyến công vườn điển siêu điện tập nguồn tư lái cánh tiểu trung bác kỹ đối đường hồ kênh đập cống vùng làng rừng bãi ngôi tác ấn vị chức lãnh phó bí chủ hòa văn trình biện phong xưởng cửa nghĩa chiến lực lễ kho bưu tài nhà hàng quầy gian địa thương kinh bảo đoạn nút trục tờ bản phiếu bệnh tổng gia',
)

/** A counted noun that no list has: one word, or two where the first seldom stands alone. */
function nounEnd(doc: Doc, place: number): number {
  const to = phraseEnd(doc, place)
  const next = to
  const goesOn =
    to === place + 1 &&
    isWord(doc, place, firstParts) &&
    doc.tokens.kind[next] === WORD &&
    ((doc.tokens.flags[next] ?? 0) & CAPITAL) === 0 &&
    !isWord(doc, next, nounStops)
  return goesOn ? phraseEnd(doc, next) : to
}

/** "triệu đồng/người/năm", "tạ/ha", "%/năm". */
function withPer(doc: Doc, unit: Unit): Unit {
  let { code, to } = unit
  for (;;) {
    if (!isMark(doc, to, '/')) break
    const per = meaning(doc, to + 1, 'perUnit')
    if (per === undefined) {
      // "bác sĩ/vạn dân", "tiêu chí/xã": per something that no list has belongs to the unit as written.
      if (to === unit.to && isPerSomething(doc, to)) to = behindPer(doc, to + 1)
      break
    }
    code += `/${per}`
    to = phraseEnd(doc, to + 1)
  }
  if (to === unit.to) return unit
  return { ...unit, code, to, text: unit.text + textOf(doc, unit.to, to) }
}

/** A slash that touches small letters on both sides. */
function isPerSomething(doc: Doc, slash: number): boolean {
  const { kind, flags, start, end } = doc.tokens
  const touches = start[slash] === end[slash - 1] && start[slash + 1] === end[slash]
  return touches && kind[slash + 1] === WORD && ((flags[slash + 1] ?? 0) & CAPITAL) === 0
}

/** Token behind what it is per: "vạn dân" counts ten thousand of them. */
function behindPer(doc: Doc, at: number): number {
  const many = isWord(doc, at, words('vạn nghìn ngàn triệu')) && doc.tokens.kind[at + 1] === WORD
  return many ? phraseEnd(doc, at + 1) : phraseEnd(doc, at)
}

/** "12-NQ/TU", "5K", "4.0": letters that touch the number and are no unit. */
export function isGluedCode(doc: Doc, number: ReadNumber, unit: Unit): boolean {
  if (!number.digits) return false
  const next = number.to
  if (doc.tokens.start[next] !== doc.tokens.end[next - 1]) return false
  if (
    isMark(doc, next, '-') &&
    doc.tokens.kind[next + 1] === WORD &&
    doc.tokens.start[next + 1] === doc.tokens.end[next]
  )
    return true
  return unit.guessed && doc.tokens.kind[next] === WORD
}
