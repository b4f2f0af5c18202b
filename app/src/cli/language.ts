// In which language the command line speaks.
import type { Language } from './texts.ts'

/** `--lang`, else GIAOBAN_LANG, else English where the locale is; Vietnamese first. Null: no language. */
export function languageOf(args: readonly string[], env: NodeJS.ProcessEnv): Language | null {
  const at = args.indexOf('--lang')
  const given =
    at >= 0 ? args[at + 1] : args.find((one) => one.startsWith('--lang='))?.slice('--lang='.length)
  if (given !== undefined || at >= 0) return given === 'vi' || given === 'en' ? given : null
  const wanted = env.GIAOBAN_LANG || env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return /^en/i.test(wanted) ? 'en' : 'vi'
}
