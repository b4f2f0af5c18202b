// Who may call what, written by hand and reviewed by hand; the policy is not asked here. Every route
// of the server has one row; the test fails on a route without one.
//
// `who`:   everybody   also without signing in
//          signedIn    every account, also one without any right
//          a list      these roles; everybody else who is signed in gets 403
// `where`: anywhere    the role in any body of the province is enough
//          province    the role in the province itself; the same role in one body gets 403
//          record      what counts is whose record it is: `documentRights` below

import type { Role } from '../src/http/access.ts'

export type Who = 'everybody' | 'signedIn' | readonly Role[]
export type Where = 'anywhere' | 'province' | 'record'

export interface MatrixRow {
  route: string
  who: Who
  where: Where
}

export const everyRole: readonly Role[] = [
  'administrator',
  'office',
  'officeHead',
  'leader',
  'departmentOfficer',
  'departmentHead',
  'communeOfficer',
  'communeHead',
  'inspector',
  'publisher',
  'reader',
]

const office: readonly Role[] = ['office', 'officeHead']
const papers: readonly Role[] = [
  ...office,
  'departmentOfficer',
  'departmentHead',
  'communeOfficer',
  'communeHead',
]
/** Who runs a sitting, or presides over it. */
const sitting: readonly Role[] = [...office, 'leader']
/** Who answers for the office, or presides: only they close a conference, and open it again. */
const closing: readonly Role[] = ['officeHead', 'leader']
/** Who keeps the programme of inspections. */
const inspecting: readonly Role[] = [...office, 'inspector']
/** Who reads reports in figures; who sends one. */
const reporting: readonly Role[] = [...papers, 'leader', 'inspector']
const sending: readonly Role[] = [...office, 'departmentHead', 'communeHead']
const administrator: readonly Role[] = ['administrator']
/** Who keeps bodies and people up to date. */
const managers: readonly Role[] = ['administrator', ...office]
const record: readonly Role[] = ['administrator', 'inspector', 'leader', ...office]

const row = (route: string, who: Who, where: Where = 'anywhere'): MatrixRow => ({
  route,
  who,
  where,
})

export const matrix: MatrixRow[] = [
  row('GET /api/health', 'everybody'),
  row('GET /api/openapi.json', 'everybody'),
  row('GET /api/session', 'everybody'),
  row('POST /api/session', 'everybody'),
  row('DELETE /api/session', 'everybody'),
  row('PATCH /api/session', 'signedIn'),
  row('PUT /api/session/password', 'signedIn'),
  // Only in the middle of a sign-in; everybody else has nothing to choose.
  row('POST /api/session/choose-password', 'everybody'),
  row('POST /api/session-codes', administrator, 'province'),
  row('POST /api/session/sso/begin', 'everybody'),
  row('POST /api/session/sso/finish', 'everybody'),
  row('GET /api/session/factor', 'signedIn'),
  row('POST /api/session/factor/begin', 'signedIn'),
  row('POST /api/session/factor/confirm', 'signedIn'),
  row('POST /api/session/factor', 'everybody'),
  row('POST /api/accounts/{id}/factor/reset', administrator, 'province'),
  row('GET /api/session/grants', 'signedIn'),
  row('GET /api/sessions', 'signedIn'),
  row('DELETE /api/sessions', 'signedIn'),
  // One's own; anybody else's is not found.
  row('DELETE /api/sessions/{id}', 'signedIn'),
  row('POST /api/setup', 'everybody'),
  // Public facts: the set-up asks before anybody has an account.
  row('GET /api/reference/provinces', 'everybody'),
  row('GET /api/organisations', everyRole),
  row('GET /api/organisations/{id}', everyRole),
  // Below one's own body as well; a body that is not there is nobody's.
  row('POST /api/organisations', managers, 'province'),
  row('POST /api/organisations/changes', managers, 'province'),
  row('PATCH /api/organisations/{id}', managers, 'province'),
  row('POST /api/organisations/{id}/rename', managers, 'province'),
  row('POST /api/organisations/{id}/move', managers, 'province'),
  row('POST /api/organisations/{id}/end', managers, 'province'),
  row('GET /api/persons', everyRole),
  row('GET /api/persons/{id}', everyRole),
  row('POST /api/persons', managers, 'province'),
  row('PATCH /api/persons/{id}', managers, 'province'),
  row('POST /api/persons/{id}/posts', managers, 'province'),
  row('POST /api/posts/{id}/end', managers, 'province'),
  row('GET /api/terms', everyRole),
  row('POST /api/terms', managers, 'province'),
  row('PATCH /api/terms/{id}', managers, 'province'),
  row('GET /api/files/bodies', managers, 'province'),
  row('POST /api/files/bodies', managers, 'province'),
  row('GET /api/files/people', managers, 'province'),
  row('POST /api/files/people', managers, 'province'),
  row('GET /api/files/accounts', administrator, 'province'),
  row('POST /api/files/accounts', administrator, 'province'),
  row('GET /api/accounts', administrator, 'province'),
  row('POST /api/accounts', administrator, 'province'),
  row('PATCH /api/accounts/{id}', administrator, 'province'),
  row('POST /api/accounts/{id}/grants', administrator, 'province'),
  row('GET /api/grants/bodies', administrator, 'province'),
  // Whose grant it is decides; a grant that is not there, or not one's own, is not found.
  row('POST /api/grants/{id}/end', 'signedIn'),
  row('POST /api/grants/{id}/delegate', 'signedIn'),
  row('GET /api/documents', everyRole),
  row('POST /api/documents', papers),
  row('GET /api/uploads', papers),
  row('POST /api/uploads', papers),
  row('GET /api/uploads/{id}', papers),
  row('PATCH /api/uploads/{id}', papers),
  row('POST /api/uploads/{id}/finish', papers),
  row('DELETE /api/uploads/{id}', papers),
  row('GET /api/documents/{id}', everyRole, 'record'),
  row('GET /api/documents/{id}/text', everyRole, 'record'),
  row('GET /api/documents/{id}/original', everyRole, 'record'),
  row('PATCH /api/documents/{id}', papers, 'record'),
  row('POST /api/documents/{id}/read', papers, 'record'),
  row('POST /api/documents/{id}/destroy', administrator, 'record'),
  row('GET /api/documents/{id}/findings', everyRole, 'record'),
  row('GET /api/documents/{id}/reasons', everyRole, 'record'),
  row('POST /api/documents/{id}/findings', office, 'province'),
  row('POST /api/documents/{id}/confirm-certain', office, 'province'),
  row('POST /api/findings/{id}/confirm', office, 'province'),
  row('POST /api/findings/{id}/reject', office, 'province'),
  row('POST /api/findings/{id}/undo', office, 'province'),
  row('GET /api/overview', everyRole),
  row('GET /api/overview/units', everyRole),
  row('GET /api/indicators/{id}/overview', everyRole),
  row('GET /api/organisations/{id}/overview', everyRole),
  row('GET /api/indicators', everyRole),
  row('GET /api/indicators/board', everyRole),
  row('GET /api/indicators/{id}', everyRole),
  row('POST /api/indicators', office, 'province'),
  row('PATCH /api/indicators/{id}', office, 'province'),
  row('GET /api/indicators/{id}/targets', everyRole),
  row('GET /api/indicators/{id}/figures', everyRole),
  row('GET /api/indicators/{id}/units', everyRole),
  row('POST /api/indicators/{id}/figures', office, 'province'),
  row('GET /api/figures/xlsx', office, 'province'),
  row('GET /api/figures/{id}/versions', everyRole),
  row('POST /api/indicators/{id}/definitions', office, 'province'),
  row('POST /api/figure-snapshots', office, 'province'),
  row('GET /api/indicators/{id}/explanations', everyRole),
  row('POST /api/indicators/{id}/explanations', office, 'province'),
  row('POST /api/explanations/{id}/answer', papers, 'province'),
  row('GET /api/figure-snapshots', everyRole),
  row('GET /api/figure-snapshots/{id}', everyRole),
  row('POST /api/indicator-breaks/{id}/withdraw', office, 'province'),
  row('POST /api/indicators/{id}/references', office, 'province'),
  row('POST /api/indicator-references/{id}/withdraw', office, 'province'),
  row('POST /api/indicators/{id}/targets', office, 'province'),
  row('POST /api/targets/{id}/versions', office, 'province'),
  row('POST /api/targets/{id}/judgements', office, 'province'),
  row('GET /api/report-regimes', reporting),
  row('GET /api/report-people', office, 'province'),
  row('POST /api/report-regimes', office, 'province'),
  row('PATCH /api/report-regimes/{id}', office, 'province'),
  row('POST /api/report-regimes/{id}/versions', office, 'province'),
  row('GET /api/report-slots', reporting),
  row('GET /api/report-slots/{id}', reporting),
  row('GET /api/report-grid', office, 'province'),
  row('GET /api/report-synthesis', office, 'province'),
  row('GET /api/report-synthesis/docx', office, 'province'),
  // Whose report it is decides; one that is not there is the province's.
  row('PUT /api/report-slots/{id}/values', papers, 'province'),
  row('POST /api/report-slots/{id}/submit', sending, 'province'),
  row('POST /api/report-slots/{id}/return', office, 'province'),
  row('POST /api/report-slots/{id}/accept', office, 'province'),
  row('POST /api/report-slots/{id}/lock', office, 'province'),
  row('POST /api/report-slots/{id}/exception', office, 'province'),
  row('POST /api/report-slots/{id}/responsible', sending, 'province'),
  row('GET /api/report-slots/{id}/xlsx', reporting),
  row('POST /api/report-slots/{id}/xlsx', papers, 'province'),
  row('GET /api/projects', everyRole),
  row('GET /api/projects/{id}', everyRole),
  // Whose project it is decides; one that is not there is the province's.
  row('POST /api/projects', office, 'province'),
  row('PATCH /api/projects/{id}', office, 'province'),
  row('POST /api/projects/{id}/plans', office, 'province'),
  row('PUT /api/projects/{id}/tasks', office, 'province'),
  row('POST /api/projects/{id}/months', papers, 'province'),
  row('POST /api/projects/{id}/progress', papers, 'province'),
  row('POST /api/projects/{id}/sections', papers, 'province'),
  row('PATCH /api/project-sections/{id}', papers, 'province'),
  row('POST /api/project-sections/{id}/clearances', papers, 'province'),
  row('POST /api/projects/{id}/milestones', papers, 'province'),
  row('PATCH /api/project-milestones/{id}', papers, 'province'),
  row('POST /api/projects/{id}/obstacles', papers, 'province'),
  row('PATCH /api/project-obstacles/{id}', papers, 'province'),
  // The province's office: a file speaks of all projects.
  row('GET /api/files/disbursements', office, 'province'),
  row('POST /api/files/disbursements', office, 'province'),
  row('GET /api/shortcomings', everyRole),
  row('GET /api/assignments', everyRole),
  row('GET /api/assignments/{id}', everyRole),
  row('GET /api/assignment-counts', everyRole),
  row('GET /api/assignment-register', everyRole),
  row('GET /api/assignment-register/xlsx', everyRole),
  // In the name of the body that reports.
  row('GET /api/assignment-report/docx', office, 'province'),
  // Of the body that gave the task, or of the one that leads it; what is not there is the province's.
  row('PATCH /api/assignments/{id}', office, 'province'),
  row('POST /api/assignments/{id}/progress', papers, 'province'),
  row('POST /api/assignments/{id}/verdict', sitting, 'province'),
  row('POST /api/assignments/{id}/hold', office, 'province'),
  row('POST /api/assignments/{id}/extensions', papers, 'province'),
  row('POST /api/extensions/{id}/decide', sitting, 'province'),
  row('GET /api/deadline-events', everyRole),
  row('POST /api/deadline-events', office, 'province'),
  row('PATCH /api/deadline-events/{id}', office, 'province'),
  row('GET /api/assignment-setting', everyRole),
  row('PUT /api/assignment-setting', office, 'province'),
  row('GET /api/conferences', everyRole),
  row('GET /api/conferences/{id}', everyRole),
  row('PATCH /api/conferences/{id}', office, 'province'),
  // Of the conference's body or one above it; what is not there is the province's.
  row('POST /api/conferences', office, 'province'),
  row('GET /api/conferences/{id}/plan', everyRole),
  row('PATCH /api/conferences/{id}/plan', office, 'province'),
  row('GET /api/chain', everyRole),
  row('PUT /api/chain-links', office, 'province'),
  row('GET /api/conferences/{id}/review', everyRole),
  row('POST /api/conferences/{id}/review', office, 'province'),
  row('POST /api/conferences/{id}/cancel', office, 'province'),
  row('GET /api/conferences/{id}/items', everyRole),
  row('POST /api/conferences/{id}/items', office, 'province'),
  row('PATCH /api/session-items/{id}', office, 'province'),
  row('GET /api/dossiers', everyRole),
  row('GET /api/conferences/{id}/dossiers', everyRole),
  row('GET /api/conferences/{id}/papers', everyRole),
  row('GET /api/session-items/{id}/dossier', everyRole),
  // In the submitter's body, or in the body that holds the conference.
  row('POST /api/session-items/{id}/papers', papers),
  row('POST /api/session-items/{id}/submissions', papers),
  row('POST /api/session-items/{id}/papers/release', office, 'province'),
  row('POST /api/submissions/{id}/decide', office),
  row('GET /api/papers/{id}', everyRole),
  row('POST /api/papers/{id}/versions', papers),
  row('PATCH /api/papers/{id}', papers),
  row('POST /api/papers/{id}/withdraw', papers),
  // Of what the asker may see: all, the names, or the own invitation alone.
  row('GET /api/conferences/{id}/invitations', everyRole),
  row('GET /api/conferences/{id}/positions', everyRole),
  row('GET /api/conferences/{id}/calendar', everyRole),
  row('GET /api/invitations/{id}', everyRole),
  row('POST /api/conferences/{id}/invitations', office, 'province'),
  row('POST /api/conferences/{id}/invitations/members', office, 'province'),
  row('POST /api/conferences/{id}/invitations/send', office, 'province'),
  row('POST /api/conferences/{id}/roll-call', office, 'province'),
  row('POST /api/conferences/{id}/take-together', office, 'province'),
  row('PATCH /api/invitations/{id}', office, 'province'),
  row('POST /api/invitations/{id}/withdraw', office, 'province'),
  // The own invitation, or that of a body one works for; anybody else's is not found.
  row('POST /api/invitations/{id}/answer', 'signedIn'),
  row('PUT /api/session-items/{id}/position', 'signedIn'),
  row('GET /api/my-conferences', 'signedIn'),
  row('GET /api/session/calendar', 'signedIn'),
  row('POST /api/session/calendar', 'signedIn'),
  row('DELETE /api/session/calendar', 'signedIn'),
  // Calendars cannot sign in: the secret in the address says whose it is.
  row('GET /api/calendar/{province}/{file}', 'everybody'),
  // One's own; anybody else's is not found, or left alone.
  row('GET /api/session/notifications', 'signedIn'),
  row('GET /api/session/notifications/unread', 'signedIn'),
  row('POST /api/session/notifications/read', 'signedIn'),
  row('GET /api/session/mail-wish', 'signedIn'),
  row('PUT /api/session/mail-wish', 'signedIn'),
  row('GET /api/mails', administrator, 'province'),
  row('POST /api/mails/{id}/decide', administrator, 'province'),
  row('POST /api/mail-subscribers', administrator, 'province'),
  row('POST /api/mail-subscribers/remove', administrator, 'province'),
  row('GET /api/conferences/{id}/sitting', everyRole),
  row('GET /api/conferences/{id}/live', everyRole),
  row('POST /api/conferences/{id}/open', sitting, 'province'),
  row('POST /api/conferences/{id}/current', sitting, 'province'),
  row('POST /api/conferences/{id}/close', closing, 'province'),
  row('POST /api/conferences/{id}/reopen', closing, 'province'),
  row('PUT /api/session-items/{id}/decision', sitting, 'province'),
  row('POST /api/session-items/{id}/opinions', sitting, 'province'),
  row('PATCH /api/item-opinions/{id}', sitting, 'province'),
  row('POST /api/session-items/{id}/votes', sitting, 'province'),
  row('POST /api/item-votes/{id}/withdraw', sitting, 'province'),
  row('POST /api/conferences/{id}/walls', sitting, 'province'),
  row('POST /api/walls/{id}/end', sitting, 'province'),
  // A screen of the meeting room is nobody: its link, then its cookie, is all that counts.
  row('POST /api/wall', 'everybody'),
  row('GET /api/wall', 'everybody'),
  row('GET /api/wall/live', 'everybody'),
  row('GET /api/conferences/{id}/notices', everyRole),
  row('POST /api/conferences/{id}/notices', office, 'province'),
  row('GET /api/notices/{id}', everyRole),
  row('GET /api/notices/{id}/docx', everyRole),
  row('GET /api/notices/{id}/signed', everyRole),
  row('PUT /api/conferences/{id}/assessment', sitting, 'province'),
  row('PATCH /api/notices/{id}', office, 'province'),
  row('POST /api/notices/{id}/remake', office, 'province'),
  row('POST /api/notices/{id}/withdraw', office, 'province'),
  row('POST /api/notices/{id}/compare', office, 'province'),
  row('POST /api/notices/{id}/take', office, 'province'),
  // A number and the signed paper: who answers for the office.
  row('POST /api/notices/{id}/issue', ['officeHead'], 'province'),
  row('POST /api/notices/{id}/signed', ['officeHead'], 'province'),
  row('GET /api/notice-layouts', everyRole),
  row('PATCH /api/notice-layouts', ['officeHead'], 'province'),
  row('GET /api/session/tablet', 'signedIn'),
  row('GET /api/conferences/{id}/print', everyRole),
  // One's own; anybody else's is not found.
  row('GET /api/paper-notes', 'signedIn'),
  row('PUT /api/paper-notes/{id}', 'signedIn'),
  row('DELETE /api/paper-notes/{id}', 'signedIn'),
  row('POST /api/session-items/{id}/move', office, 'province'),
  row('POST /api/session-items/{id}/check', office, 'province'),
  row('POST /api/session-items/{id}/take-off', office, 'province'),
  row('POST /api/session-items/{id}/put-back', office, 'province'),
  row('PUT /api/session-items/{id}/route', office, 'province'),
  row('POST /api/session-items/{id}/carry', office, 'province'),
  row('GET /api/conferences/{id}/matters', everyRole),
  row('GET /api/conference-templates', everyRole),
  row('POST /api/conferences/{id}/template', office, 'province'),
  row('POST /api/conference-templates/{id}/withdraw', office, 'province'),
  row('GET /api/programme', everyRole),
  row('POST /api/programme', office, 'province'),
  row('PATCH /api/programme/{id}', office, 'province'),
  row('POST /api/programme/{id}/drop', office, 'province'),
  row('POST /api/programme/{id}/carry', office, 'province'),
  row('POST /api/conferences/{id}/programme', office, 'province'),
  row('GET /api/files/programme', office, 'province'),
  row('POST /api/files/programme', office, 'province'),
  row('GET /api/files/inspections', inspecting),
  row('POST /api/files/inspections', inspecting, 'province'),
  row('GET /api/conferences/{id}/agenda-versions', everyRole),
  // An agenda is approved by who answers for the office, or presides.
  row('POST /api/conferences/{id}/agenda-versions', ['officeHead', 'leader'], 'province'),
  row('GET /api/conferences/{id}/opinions', everyRole),
  row('GET /api/rounds', everyRole),
  row('GET /api/rounds/{id}', everyRole),
  // Of the body that asks; what is not there is the province's.
  row('POST /api/rounds', office, 'province'),
  row('PATCH /api/rounds/{id}', office, 'province'),
  row('POST /api/rounds/{id}/close', office, 'province'),
  // Whoever is asked; for others it is not there.
  row('PUT /api/round-addressees/{id}', 'signedIn'),
  // Of rounds that one plans: an empty list for others.
  row('GET /api/round-reminders', everyRole),
  row('POST /api/round-reminders', everyRole),
  row('GET /api/matters/{id}/opinions', everyRole),
  row('GET /api/matters/{id}/opinions/docx', everyRole),
  // Whoever submitted the matter, or runs conferences of the body that heard it.
  row('PUT /api/item-opinions/{id}/answer', everyRole),
  row('GET /api/citations', everyRole),
  row('PATCH /api/citations/{id}', office, 'province'),
  row('GET /api/instruments', everyRole),
  row('GET /api/instruments/{id}', everyRole),
  row('POST /api/instruments', office, 'province'),
  row('PATCH /api/instruments/{id}', office, 'province'),
  row('POST /api/instruments/{id}/withdraw', office, 'province'),
  row('PUT /api/instruments/{id}/links', office, 'province'),
  row('GET /api/instruments/{id}/review', office, 'province'),
  row('POST /api/instruments/{id}/duties', office, 'province'),
  row('PATCH /api/instrument-duties/{id}', office, 'province'),
  // In the body that must implement it; what is not there is the province's.
  row('POST /api/instrument-duties/{id}/report', papers, 'province'),
  row('POST /api/instrument-duties/{id}/verdict', sitting, 'province'),
  row('GET /api/inspections', everyRole),
  row('GET /api/inspections/{id}', everyRole),
  // In the body whose programme it is; what is not there is the province's.
  row('POST /api/inspections', inspecting, 'province'),
  row('PATCH /api/inspections/{id}', inspecting, 'province'),
  row('POST /api/inspections/{id}/drop', inspecting, 'province'),
  row('POST /api/inspections/{id}/findings', inspecting, 'province'),
  row('PATCH /api/inspection-findings/{id}', inspecting, 'province'),
  // The office gives tasks.
  row('POST /api/inspection-findings/{id}/assignment', office, 'province'),
  row('GET /api/lexicon', everyRole),
  row('POST /api/lexicon', office, 'province'),
  row('GET /api/lexicon/file', everyRole),
  row('POST /api/lexicon/file', office, 'province'),
  row('POST /api/lexicon/{id}/withdraw', office, 'province'),
  row('GET /api/search', everyRole),
  // Oneself for everybody; who else is told follows from where the rights were granted.
  row('GET /api/access', everyRole),
  row('GET /api/session/personal-data', 'signedIn'),
  row('GET /api/accounts/{id}/personal-data', administrator, 'province'),
  row('GET /api/access-log', ['administrator', 'inspector'], 'province'),
  row('GET /api/history', [...papers, 'leader', 'inspector']),
  row('GET /api/record', record, 'province'),
  row('GET /api/record/heads', 'everybody'),
  row('GET /api/record/export', ['inspector'], 'province'),
  row('GET /api/record/verify', ['administrator', 'inspector'], 'province'),
]

export const levels = ['office', 'participants', 'organisation', 'internal', 'public'] as const

/**
 * Where a document stands towards the body that somebody's right was granted in. `merged`: in a body that is
 * over and went into it as a whole; `closed`: in one that ended below it; `parted`: in one that is over, of which only
 * a part went into it.
 */
export const positions = [
  'own',
  'below',
  'above',
  'beside',
  'office',
  'merged',
  'closed',
  'parted',
] as const

type Position = (typeof positions)[number]
type Level = (typeof levels)[number]

/** The levels of papers of bodies that are over: those by which who inherits and who does not are told apart. */
export const levelsAt: Partial<Record<Position, readonly Level[]>> = {
  merged: ['office', 'organisation'],
  closed: ['office'],
  parted: ['office'],
}

/** Who works inside and reads the papers of the own office; the others only what is let out of it. */
export const inside: ReadonlySet<Role> = new Set<Role>([
  'office',
  'officeHead',
  'leader',
  'inspector',
  'departmentOfficer',
  'departmentHead',
  'communeOfficer',
  'communeHead',
])

const every: readonly Level[] = levels
const tree: readonly Level[] = ['organisation', 'internal', 'public']
const wide: readonly Level[] = ['internal', 'public']

/** Levels that are read, by position, for a right granted in one body. */
export const readInBody: Record<'inside' | 'outside', Record<Position, readonly Level[]>> = {
  inside: {
    ...{ own: every, below: every, above: tree, beside: wide, office: tree },
    ...{ merged: every, closed: every, parted: wide },
  },
  outside: {
    ...{ own: tree, below: tree, above: tree, beside: wide, office: tree },
    ...{ merged: tree, closed: tree, parted: wide },
  },
}

/** Levels that are read for a right granted in the province itself: of all bodies alike. */
export const readInProvince: Record<'inside' | 'outside', readonly Level[]> = {
  inside: every,
  outside: tree,
}

/** Positions in which a right granted in a body lets one change what one may change. */
export const changesAt: readonly Position[] = ['own', 'below']
