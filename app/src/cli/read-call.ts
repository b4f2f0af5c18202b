// How `giaoban read` is called. The whole command line knows every command, its help and its mistakes; a
// plain call of this one is understood here, so that it waits for none of that.
import { util } from './builtin.ts'
import { languageOf } from './language.ts'
import type { CliTexts, Language } from './texts.ts'

export interface ReadSwitches {
  date?: string
  format?: string
  kinds?: string
  withText?: boolean
  trace?: boolean
  spoken?: boolean
  input?: string
  lexicon?: string
  threads?: string
  progress?: boolean
}

/** The switches as the help shows them, each with the name of what is said of it. */
export const readSwitches: readonly [flags: string, said: keyof CliTexts['option']][] = [
  ['--date <date>', 'date'],
  ['--format <format>', 'format'],
  ['--kinds <kinds>', 'kinds'],
  ['--with-text', 'withText'],
  ['--trace', 'trace'],
  ['--spoken', 'spoken'],
  ['--input <form>', 'input'],
  ['--lexicon <file>', 'lexicon'],
  ['--threads <number>', 'threads'],
  ['--progress', 'progress'],
]

export interface ReadCall {
  files: string[]
  switches: ReadSwitches
  language: Language
}

/** What a call asks for; null where it asks for help or is none that could be carried out. */
export function plainCall(args: readonly string[], env: NodeJS.ProcessEnv): ReadCall | null {
  const language = languageOf(args, env)
  if (language === null) return null
  const options: Record<string, { type: 'string' | 'boolean' }> = { lang: { type: 'string' } }
  for (const [flags] of readSwitches) {
    const [name = '', value] = flags.slice(2).split(' ')
    options[name] = { type: value === undefined ? 'boolean' : 'string' }
  }
  try {
    const { values, positionals } = util.parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
    })
    if (positionals.length === 0) return null
    const { lang: _, 'with-text': withText, ...switches } = values
    return {
      files: positionals,
      switches: { ...switches, ...(withText === undefined ? {} : { withText }) } as ReadSwitches,
      language,
    }
  } catch {
    // An unknown switch, or one without its value: the whole command line says what is wrong.
    return null
  }
}
