// `giaoban lexicon check`: what is wrong with a file of words of one's own, line by line.
import { readFile } from 'node:fs/promises'
import { checkLexicon } from '@giaoban/reader'
import { en as pageEn, vi as pageVi } from '../registers/lexicon/texts.ts'
import { print, say } from './output.ts'
import { CommandProblem, fileTrouble } from './problem.ts'
import { teachTexts } from './teach-texts.ts'
import { cliTexts, type Language } from './texts.ts'

/** Checks every file. Resolves to the exit code: 1 where one has a fault or cannot be read. */
export async function lexiconCheckCommand(
  files: readonly string[],
  language: Language,
): Promise<number> {
  const t = teachTexts[language]
  const page = { vi: pageVi, en: pageEn }[language]
  let failed = false
  for (const file of files) {
    const text = await lexiconFile(file, language)
    if ('message' in text) {
      failed = true
      say(`${file}: ${text.message}`)
      continue
    }
    const { lines, problems } = checkLexicon(text.content)
    for (const one of problems) {
      const level = one.level === 'error' ? page.error : page.warning
      await print(`${t.place(file, one.line, one.column)} ${level}: ${page.fault(one)}\n`)
    }
    const faults = problems.filter(({ level }) => level === 'error').length
    const words = lines.reduce((sum, line) => sum + line.phrases.length, 0)
    if (faults > 0) {
      failed = true
      await print(`${t.lexiconFaults(file, faults)}\n`)
    } else if (lines.length === 0) await print(`${t.lexiconEmpty(file)}\n`)
    else if (problems.length > 0)
      await print(`${t.lexiconNotes(file, lines.length, problems.length)}\n`)
    else await print(`${t.lexiconFine(file, lines.length, words)}\n`)
  }
  return failed ? 1 : 0
}

/** The text of a lexicon file without a fault; `CommandProblem` names what is wrong. */
export async function usableLexicon(file: string, language: Language): Promise<string> {
  const text = await lexiconFile(file, language)
  if ('message' in text) throw new CommandProblem(`${file}: ${text.message}`)
  const faults = checkLexicon(text.content).problems.filter(({ level }) => level === 'error')
  if (faults.length === 0) return text.content
  throw new CommandProblem(teachTexts[language].lexiconUnusable(file, faults.length))
}

/** The text of a lexicon file, or why there is none. */
export async function lexiconFile(
  file: string,
  language: Language,
): Promise<{ content: string } | { message: string }> {
  let bytes: Buffer
  try {
    bytes = await readFile(file)
  } catch (error) {
    return { message: fileTrouble(error, cliTexts[language]) }
  }
  try {
    // A spreadsheet saves "Unicode text" as UTF-16 with a byte order mark.
    const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8'
    return { content: new TextDecoder(encoding, { fatal: true }).decode(bytes) }
  } catch {
    // Any other encoding: the letters would be guessed.
    return { message: teachTexts[language].notUtf8 }
  }
}
