// Markdown: the words without the marks, so that "đạt **8.250 tỷ đồng**" reads as it is meant.
import { type BlockKind, textBuilder } from './extracted.ts'

/** Text and blocks of a Markdown file; the first heading is its title. */
export function readMarkdown(given: string) {
  const builder = textBuilder()
  let paragraph: string[] = []
  let kind: BlockKind = 'paragraph'
  let title: string | undefined
  let fenced = false
  const flush = (): void => {
    builder.add(kind, withoutMarks(paragraph.join(' ')))
    paragraph = []
    kind = 'paragraph'
  }
  const whole = given.replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n/, '').replace(/<!--[\s\S]*?-->/g, '')
  for (const raw of whole.split(/\r?\n|\r/)) {
    const line = raw.replace(/^\s{0,3}(>\s?)+/, '').trimEnd()
    const heading = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*$/.exec(line)
    if (/^\s{0,3}(```|~~~)/.test(line)) {
      flush()
      fenced = !fenced
    } else if (fenced) builder.add('paragraph', line)
    else if (heading) {
      flush()
      const words = withoutMarks(heading[2] ?? '')
      builder.add(heading[1] === '#' && !title ? 'title' : 'heading', words)
      title ??= words
    } else if (line.trim() === '' || /^\s{0,3}([-*_]\s*){3,}$/.test(line)) flush()
    else if (/^\s{0,3}=+$/.test(line) && paragraph.length > 0) {
      kind = 'heading'
      title ??= withoutMarks(paragraph.join(' '))
      flush()
    } else if (/^\s*\|.*\|\s*$/.test(line)) {
      flush()
      if (!/^[\s|:-]+$/.test(line)) builder.add('tableRow', rowOf(line))
    } else if (/^\s*([-*+]|\d{1,9}[.)])\s+\S/.test(line)) {
      flush()
      kind = 'listItem'
      paragraph = [line.trim().replace(/^[*+]\s+/, '- ')]
    } else paragraph.push(line.trim())
    if (/( {2}|\\)$/.test(raw)) flush()
  }
  flush()
  return { ...builder.done(), ...(title ? { title } : {}) }
}

const rowOf = (line: string): string =>
  line
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => withoutMarks(cell.trim()))
    .join(' | ')

/** Emphasis, code, links and pictures to their words. Marks inside words and numbers stay. */
function withoutMarks(text: string): string {
  return text
    .replace(/!\[([^\]]{0,500})\]\([^)\s]{0,2000}[^)]{0,200}\)/g, '$1')
    .replace(/\[([^\]]{1,1000})\]\([^)\s]{0,2000}[^)]{0,200}\)/g, '$1')
    .replace(/<\/?[a-z][a-z0-9]{0,10}(\s[^>]{0,500})?\/?>/gi, '')
    .replace(/(\*\*|__)(?=\S)([^*_]{1,2000}?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*]{1,2000}?)(?<=\S)\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_])_(?=\S)([^_]{1,2000}?)(?<=\S)_(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/`([^`]{1,1000})`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!|>-])/g, '$1')
}
