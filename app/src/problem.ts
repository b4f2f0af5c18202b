// The one error the application throws on purpose: a code, its HTTP status and details. People's
// words for it come from problem-texts.ts.

/** Status of each code. */
export const problemStatus = {
  invalidInput: 400,
  csrf: 403,
  idempotencyKeyMissing: 400,
  idempotencyKeyReused: 422,
  signInNeeded: 401,
  signInFailed: 401,
  passwordWrong: 422,
  passwordWeak: 422,
  codeOver: 410,
  factorWrong: 422,
  ssoOff: 409,
  ssoAway: 503,
  ssoFailed: 401,
  ssoUnknown: 403,
  factorUnreadable: 409,
  nothingPending: 409,
  notForOneself: 409,
  reasonMissing: 422,
  provinceAmbiguous: 409,
  tooManyAttempts: 429,
  forbidden: 403,
  notFound: 404,
  versionMissing: 428,
  versionOld: 412,
  setUpDone: 409,
  setUpToken: 403,
  nameTaken: 409,
  lastAdministrator: 409,
  notDelegable: 409,
  personnelNotPublic: 409,
  bodyNotThere: 409,
  bodyChangedLater: 409,
  provinceNameAhead: 409,
  bodyHasParts: 409,
  bodyBelowItself: 409,
  termOverlaps: 409,
  alreadyDecided: 409,
  notDecided: 409,
  entryInUse: 409,
  conferenceOver: 409,
  paperSame: 409,
  paperLevel: 409,
  noPapers: 409,
  itemNotOn: 409,
  alreadySubmitted: 409,
  conferenceBegun: 409,
  conferenceNotRunning: 409,
  conferenceUntimed: 422,
  alreadyInvited: 409,
  itemContested: 409,
  conferenceStage: 409,
  conferenceNotReady: 409,
  votesTooMany: 422,
  linkOver: 410,
  conferenceNotClosed: 409,
  noticeIssued: 409,
  noticeNotIssued: 409,
  alreadySigned: 409,
  signedNotPdf: 422,
  termMissing: 409,
  numberTaken: 409,
  numberRepeats: 409,
  numberGap: 409,
  symbolNew: 409,
  dateOutOfOrder: 409,
  dateBeforeConference: 409,
  noticeOutdated: 409,
  itemOff: 409,
  itemMovedOn: 409,
  matterPlaced: 409,
  reviewStays: 409,
  taskTwice: 409,
  substituteElsewhere: 409,
  matterNotGiven: 403,
  agendaNotReady: 409,
  agendaSame: 409,
  entrySettled: 409,
  roundClosed: 409,
  assignmentStage: 409,
  deadlinePassed: 409,
  notForDoer: 409,
  answerFrozen: 409,
  opinionReasonMissing: 422,
  indicatorMissing: 422,
  targetTaken: 409,
  figureUnread: 422,
  figureUnit: 422,
  pathOutside: 422,
  documentDestroyed: 410,
  alreadyQuarantined: 409,
  notQuarantined: 409,
  fileMissing: 400,
  declarationMissing: 400,
  stateSecret: 409,
  fileTooLarge: 413,
  fileRefused: 422,
  uploadOffset: 409,
  uploadIncomplete: 409,
  uploadBroken: 422,
  uploadsTooMany: 409,
  spanOutside: 422,
  recordAltered: 409,
  busy: 503,
  internal: 500,
} as const satisfies Record<string, number>

export type ProblemCode = keyof typeof problemStatus

/** Throw it anywhere below HTTP; `details` are shown to the client, so never put content of others in. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly details: Record<string, unknown>

  constructor(code: ProblemCode, details: Record<string, unknown> = {}) {
    super(code)
    this.name = 'Problem'
    this.code = code
    this.details = details
  }

  get status(): (typeof problemStatus)[ProblemCode] {
    return problemStatus[this.code]
  }
}
