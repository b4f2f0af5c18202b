// Rules of mail that goes out: how long to wait, when to give up, what a mail is known by.

const minute = 60_000

/** Longest time between two attempts, in milliseconds. */
const longest = 60 * minute

/** Milliseconds until the next attempt after so many that failed (1, 2, …): one minute, then twice as long. */
export const distance = (attempts: number): number =>
  Math.min(minute * 2 ** Math.max(0, Math.min(attempts, 30) - 1), longest)

/** A mail that its receiver's server puts off ("4xx") is tried for five days (RFC 5321, 4.5.4.1). */
const patience = 5 * 24 * 60 * minute

/** Whether a mail made at this instant, put off again now, is given up. */
export const isGivenUp = (createdAt: string, now: Date): boolean =>
  now.getTime() - Date.parse(createdAt) > patience

/** How an attempt to hand a mail over ended. */
export type Fate =
  | { kind: 'sent' }
  /** The receiver will not have it: trying again says the same. */
  | { kind: 'refused'; reason: string }
  /** The receiver asks to come back. */
  | { kind: 'later'; reason: string }
  /** The server was not there, or not ours: it says nothing of this mail. */
  | { kind: 'trouble'; reason: string }
  /** The text went out and no answer came back: it may have been accepted. */
  | { kind: 'doubtful'; reason: string }

/** What an SMTP client says of a failed attempt. */
export interface SmtpFailure {
  message: string
  /** The client's own word: `ECONNECTION`, `EENVELOPE`, … */
  code?: string | undefined
  /** The reply's number, where the server gave one. */
  responseCode?: number | undefined
  /** The reply. */
  response?: string | undefined
  /** The command that failed: `CONN`, `MAIL FROM`, `RCPT TO`, `DATA`, … */
  command?: string | undefined
}

/**
 * What a failed attempt means. `begun`: the server had said to go on after DATA, so the text was on its way:
 * without a reply after that nobody knows, and it is not sent again. A reply settles it either way. Before
 * that only what was said of the recipient or the text is the mail's; the rest is the server's.
 */
export function fateOf(failure: SmtpFailure, begun: boolean): Fate {
  const reason = reasonOf(failure)
  const { responseCode: reply, command } = failure
  if (begun && reply === undefined) return { kind: 'doubtful', reason }
  const ofTheMail = begun || command === 'RCPT TO' || command === 'DATA'
  if (!ofTheMail) {
    return failure.code === 'EENVELOPE' && command === 'API'
      ? { kind: 'refused', reason }
      : { kind: 'trouble', reason }
  }
  if (reply !== undefined && reply >= 500) return { kind: 'refused', reason }
  // 421: the server closes for everybody.
  if (reply === undefined || (reply === 421 && !begun)) return { kind: 'trouble', reason }
  return { kind: 'later', reason }
}

/** The server's words, else the client's; on one line, short enough for a list. */
function reasonOf({ message, response }: SmtpFailure): string {
  return (response ?? message).replace(/\s+/g, ' ').trim().slice(0, 500)
}

/** Known by the same id however often it is sent: a reader's program, or a person, sees that it is one. */
export const messageId = (provinceId: number, mailId: string, from: string): string =>
  `<${mailId}.${provinceId}@${from.slice(from.lastIndexOf('@') + 1)}>`
