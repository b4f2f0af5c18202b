// Turns whatever was thrown into RFC 9457 in the user's language. Nothing internal gets out.
import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Logger } from 'pino'
import { Problem, type ProblemCode } from '../problem.ts'
import { problemWords } from '../problem-texts.ts'

/** Constraints of the migrations and what breaking them means to a person. */
const constraintProblems: Record<string, ProblemCode> = {
  account_address_unique: 'nameTaken',
  account_sso_name_unique: 'nameTaken',
  account_sso_subject_unique: 'nameTaken',
  chain_link_once: 'versionOld',
  indicator_code_unique: 'nameTaken',
  project_code_once: 'projectCodeTaken',
  province_slug_key: 'nameTaken',
  target_once: 'targetTaken',
  instrument_day_unique: 'instrumentExists',
  instrument_term_unique: 'instrumentExists',
}

/** SQLSTATEs, and errors of the machine, that a second try may cure. */
const passing = new Set([
  ...['40001', '40P01', '55P03', '57014', '53300', '57P01', '57P02', '57P03', '08006'],
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'EAGAIN', 'ENOMEM', 'EMFILE', 'ENFILE'],
])

/** The driver's words, which have no code, for a connection that went or did not come. */
const connectionGone = /^(Connection terminated|timeout exceeded when trying to connect|Client has)/

/** True while the database is away, for example while it is started again. */
function isAway(error: unknown): boolean {
  const { code, syscall, message } = error as NodeJS.ErrnoException
  // Its socket is a file, missing until it listens.
  return (code === 'ENOENT' && syscall === 'connect') || connectionGone.test(message ?? '')
}

/** Values that the database cannot hold (NUL, half a character, a number or day out of range). */
const unstorable = /^(22...|23514|23502)$/

/** The problem behind an error; `internal` with a reference for everything unexpected. */
export function asProblem(error: unknown, log: Logger): Problem {
  if (error instanceof Problem) return error
  if (error instanceof HTTPException) {
    if (error.status < 500) return new Problem('invalidInput')
  }
  const { code, constraint } = error as { code?: unknown; constraint?: unknown }
  if (typeof code === 'string') {
    const named = typeof constraint === 'string' ? constraintProblems[constraint] : undefined
    if (code === '23505' && named) return new Problem(named)
    // An id in a body that names nothing of this province: absent and another's look the same.
    if (code === '23503') {
      log.warn({ err: error }, 'a reference that leads nowhere')
      return new Problem('notFound')
    }
    if (unstorable.test(code)) {
      log.warn({ err: error }, 'a value that the database refused')
      return new Problem('invalidInput')
    }
    if (passing.has(code)) {
      log.warn({ err: error }, 'the database asked to try again')
      return new Problem('busy')
    }
  }
  if (isAway(error)) {
    log.warn({ err: error }, 'the database is away')
    return new Problem('busy')
  }
  const reference = randomUUID().slice(0, 8)
  log.error({ err: error, reference }, 'unexpected error')
  return new Problem('internal', { reference })
}

/** The answer for a problem. */
export function problemAnswer(c: Context, problem: Problem, locale: 'vi' | 'en'): Response {
  const words = problemWords(problem.code, locale, problem.details)
  const body = {
    ...problem.details,
    type: `/problems/${problem.code}`,
    title: words.title,
    status: problem.status,
    detail: words.detail,
    code: problem.code,
  }
  if (problem.code === 'tooManyAttempts') c.header('Retry-After', String(problem.details.seconds))
  if (problem.code === 'busy') c.header('Retry-After', '3')
  c.header('Content-Type', 'application/problem+json; charset=utf-8')
  c.header('Content-Language', locale)
  return c.body(JSON.stringify(body), problem.status)
}
