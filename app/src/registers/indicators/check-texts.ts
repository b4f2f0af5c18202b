// Words of the questions V1 to V10. Numbers come as written by the caller, unit included.
import type { CheckCode, Question } from './checks.ts'

type Words = Record<
  CheckCode,
  (found: string, against: string, about: string | undefined) => string
>

export const vi: Words = {
  V1: (found, against) =>
    `${found} khác hẳn các kỳ trước (thường khoảng ${against}). Kiểm tra lại con số.`,
  V2: (found, against) =>
    `Lũy kế ${found} thấp hơn lũy kế kỳ trước (${against}). Số lũy kế không giảm, trừ khi kỳ trước được điều chỉnh.`,
  V3: (found, against, about) =>
    about === 'unit'
      ? `${found}: đơn vị ghi trong văn bản khác đơn vị của chỉ tiêu. Kiểm tra % với số tuyệt đối.`
      : `${found} chênh cả nghìn lần so với kỳ trước (${against}). Kiểm tra đơn vị: nghìn, triệu, tỷ.`,
  V4: (found, against) => `Cộng các đơn vị được ${found}, toàn tỉnh ghi ${against}.`,
  V5: (found, against) => `${found} vượt giới hạn ${against} của chỉ tiêu.`,
  V6: (found, against) => `Tốc độ tăng ghi ${found}, tính từ hai số là ${against}.`,
  V7: (found, against) => `Tỷ lệ so với kế hoạch ghi ${found}, tính lại là ${against}.`,
  V8: () => 'Số đã sơ bộ hoặc chính thức nay lại ghi là ước tính. Xác nhận nếu đúng.',
  V9: (found) => `${found}: ba kỳ liền cùng một số. Kiểm tra xem số có được cập nhật không.`,
  V10: () => 'Số liệu kỳ này đã chốt cho hội nghị. Ghi lý do.',
}

export const en: Words = {
  V1: (found, against) =>
    `${found} is far from what it was so far (about ${against}). Check the number.`,
  V2: (found, against) =>
    `The total of ${found} is below that of the period before (${against}). A total does not fall unless that one was revised.`,
  V3: (found, against, about) =>
    about === 'unit'
      ? `${found}: the unit in the text is not the indicator's. Check percentages against amounts.`
      : `${found} is a thousand times off the period before (${against}). Check thousands, millions, billions.`,
  V4: (found, against) => `The bodies add up to ${found}, the province says ${against}.`,
  V5: (found, against) => `${found} is outside the indicator's limit of ${against}.`,
  V6: (found, against) => `Growth is given as ${found}; from the two values it is ${against}.`,
  V7: (found, against) => `The share of the plan is given as ${found}; it is ${against}.`,
  V8: () =>
    'It was preliminary or official and becomes an estimate again. Confirm if that is meant.',
  V9: (found) => `${found}: the same for three periods. Check whether it was brought up to date.`,
  V10: () => 'The figures of this period were kept for a conference. Say why.',
}

/** A question in words; `write` writes a number of it with its unit, `percent` one of growth or of a share. */
export function askedIn(
  words: Words,
  { code, found, against, about }: Question,
  write: (value: number) => string,
  percent: (value: number) => string = write,
): string {
  const part = code === 'V6' || code === 'V7'
  const text = (value: number | null) =>
    value === null ? '' : part ? percent(value) : write(value)
  return words[code](text(found), text(against), about)
}
