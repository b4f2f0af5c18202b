// The application's refusals in words, for the commands that work on its data.
import type { Problem } from '../problem.ts'
import { problemWords } from '../problem-texts.ts'
import type { Language } from './texts.ts'

/** A problem in words. */
export function reasonOf(error: Problem, language: Language): string {
  const { title, detail } = problemWords(error.code, language, error.details)
  return `${title}. ${detail}`
}
