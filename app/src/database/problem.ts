// What stops a start: said in both languages, because nobody has chosen one yet.

/** Shown as it is in the terminal; the exit code is 1. */
export class StartProblem extends Error {
  readonly vietnamese: string
  readonly english: string

  constructor(vietnamese: string, english: string, cause?: unknown) {
    super(english, { cause })
    this.name = 'StartProblem'
    this.vietnamese = vietnamese
    this.english = english
  }
}
