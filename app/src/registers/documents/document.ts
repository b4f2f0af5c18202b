// Rules of a document: its name, its title.

/** Control characters, invisible ones, and those that turn the direction of writing ("xcod.exe"). */
const invisible = /[\p{Cc}\p{Zl}\p{Zp}\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu

/** The name to show for an uploaded file: without folders and invisible characters, at most 200 letters. */
export function safeFileName(given: string): string {
  const name = given.toWellFormed().normalize('NFC').split(/[\\/]/).pop() ?? ''
  const clean = name.replace(invisible, '').replace(/^\.+/, '').trim()
  return [...clean].slice(-200).join('') || 'van-ban'
}

/** A title: the one given, else the document's own, else its first line, else the file's name. */
export function titleOf(
  given: string | undefined,
  own: string | undefined,
  text: string,
  fileName: string,
): string {
  const line = text.split('\n', 30).find(isTitle)
  const flat =
    [given, own, line, fileName]
      .map((one) => one?.slice(0, 2000).replace(invisible, ' ').replace(/\s+/g, ' ').trim())
      .find(Boolean) ?? fileName
  const short = flat.length <= 200 ? flat : `${flat.slice(0, 199).replace(/\s+\S*$/, '')}…`
  return short.toWellFormed()
}

const dateLine =
  /^\s*(thứ (hai|ba|tư|năm|sáu|bảy)|chủ nhật|ngày \d|cập nhật).{0,40}$|^[\d\s/:.,|-]+$|^.{0,30}, ngày\s+\d.{0,30}$/iu

/** A line of some length that is not just a day. */
const isTitle = (line: string): boolean => line.trim().length > 3 && !dateLine.test(line)
