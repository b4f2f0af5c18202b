// One form for what is written in many ways: look-alike and invisible letters, letters set apart,
// frames of signs. For comparing a line with a mark; offsets do not survive it.

const lookAlike: Record<string, string> = {
  ...{ А: 'A', В: 'B', Е: 'E', М: 'M', О: 'O', Т: 'T', У: 'Y' },
  ...{ а: 'a', е: 'e', о: 'o', у: 'y' },
}

const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g

/** NFKC, no invisible letters, Latin letters for Cyrillic ones, letters set apart put together. */
export function straightened(line: string): string {
  const flat = line
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(/[АВЕМОТУаеоу]/g, (letter) => lookAlike[letter] ?? letter)
    .trim()
  const apart = /^[^\p{L}]*\p{L}(?:[ ._-]+\p{L})+[^\p{L}]*$/u.test(flat)
  return apart ? together(flat) : flat.replace(/\s+/g, ' ')
}

/** "T U Y Ệ T   M Ậ T" → "TUYỆT MẬT": a wider gap divides words; where all are alike, the degree does. */
function together(line: string): string {
  const words = line
    .split(/ {2,}/)
    .map((word) => word.replace(/[ ._-]/g, ''))
    .join(' ')
  return words.replace(/^(TUYỆT|TỐI|TUYET|TOI)(MẬT|MAT)$/iu, '$1 $2')
}

/** Dấu chỉ độ khẩn: stands beside other marks and says nothing here. */
const urgency =
  /(?:^|[ \-–/])(?:HỎA TỐC|HOẢ TỐC|THƯỢNG KHẨN|KHẨN|HẸN GIỜ|HOA TOC|THUONG KHAN|KHAN)(?=$|[ \-–/])/g

/** In capitals, without frames, urgency, the number of a page, a day, and signs at the ends. */
export const plainLine = (line: string): string =>
  straightened(line)
    .toUpperCase()
    .replace(urgency, ' ')
    .replace(/[*#_"“”'‘’«»[\]{}~=<>+]+/g, ' ')
    .replace(/^\s*\(([^()]*)\)\s*$/, '$1')
    .replace(/^[\s\-–—•|/.:;,]+|[\s\-–—•|/.:;,]+$/g, '')
    .replace(/ \d{1,2}[/.]\d{1,2}[/.]\d{4}$/, '')
    .replace(/ (?:[-–—|/] )?(?:TRANG|PAGE) ?\d{1,4}$|^\d{1,4} (?=\D+$)| \d{1,4}$/g, '')
    .replace(/\s+/g, ' ')
