// Rules of a document: its name, its title.

/** The name to show for an uploaded file: without folders and control characters, at most 200 letters. */
export function safeFileName(given: string): string {
  const name = given.normalize('NFC').split(/[\\/]/).pop() ?? ''
  const clean = [...name].filter((letter) => letter >= ' ' && letter !== '\u007f').join('')
  const short = clean.replace(/^\.+/, '').trim().slice(-200)
  return short || 'van-ban'
}

/** A title: the one given, else the document's own, else its first line, else the file's name. */
export function titleOf(
  given: string | undefined,
  own: string | undefined,
  text: string,
  fileName: string,
): string {
  const line = text.split('\n', 30).find(isTitle)
  const title = [given, own, line, fileName].find((one) => one?.trim()) ?? fileName
  const flat = title.trim().replace(/\s+/g, ' ')
  return flat.length <= 200 ? flat : `${flat.slice(0, 199).replace(/\s+\S*$/, '')}…`
}

const dateLine =
  /^\s*(thứ (hai|ba|tư|năm|sáu|bảy)|chủ nhật|ngày \d|cập nhật).{0,40}$|^[\d\s/:.,|-]+$|^.{0,30}, ngày\s+\d.{0,30}$/iu

/** A line of some length that is not just a day. */
const isTitle = (line: string): boolean => line.trim().length > 3 && !dateLine.test(line)
