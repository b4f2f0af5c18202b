// Which answers go into the access log: every route that reads has its line here, or its reason why not.
// A test fails on a route without one.
import type { AccessAction } from '../../database/tables-access.ts'

export type Logged =
  | { action: AccessAction; kind: string; query?: readonly string[] }
  | { not: string }

const log = (action: AccessAction, kind: string, ...query: string[]): Logged => ({
  action,
  kind,
  query,
})
const not = (why: string): Logged => ({ not: why })

const own = 'one’s own data, shown to oneself'
const list = 'a list of names, titles and single sentences, each led back to its document'
const plain = 'no document and nobody’s personal data'

/** Reading routes, as the contracts write them. */
export const loggedRoutes: Readonly<Record<string, Logged>> = {
  '/api/health': not(plain),
  '/api/openapi.json': not(plain),
  '/api/session': not(own),
  '/api/session/grants': not(own),
  '/api/session/factor': not(own),
  '/api/session/personal-data': log('export', 'ownData'),
  '/api/sessions': not(own),
  '/api/reference/provinces': not(plain),
  '/api/organisations': not(plain),
  '/api/organisations/{id}': log('read', 'organisation'),
  '/api/files/accounts': log('export', 'account'),
  '/api/files/people': log('export', 'person'),
  '/api/files/bodies': not(plain),
  '/api/files/programme': not(list),
  '/api/persons': log('list', 'person'),
  '/api/persons/{id}': log('read', 'person'),
  '/api/terms': not(plain),
  '/api/accounts': log('list', 'account'),
  '/api/accounts/{id}/personal-data': log('export', 'account'),
  '/api/grants/bodies': not(plain),
  '/api/documents': not(list),
  '/api/documents/{id}': log('open', 'document'),
  '/api/documents/{id}/text': log('read', 'document'),
  '/api/documents/{id}/original': log('download', 'document'),
  '/api/documents/{id}/findings': log('read', 'document'),
  '/api/documents/{id}/reasons': log('read', 'document'),
  '/api/indicators': not(plain),
  '/api/indicators/board': not(list),
  '/api/indicators/{id}': not(list),
  '/api/shortcomings': not(list),
  '/api/assignments': not(list),
  '/api/assignments/{id}': log('read', 'assignment'),
  '/api/conferences': not(list),
  '/api/conferences/{id}': log('read', 'conference'),
  '/api/conferences/{id}/plan': not(list),
  '/api/conferences/{id}/items': not(list),
  '/api/conferences/{id}/dossiers': not(list),
  '/api/conferences/{id}/papers': not(list),
  '/api/session-items/{id}/dossier': not(list),
  '/api/papers/{id}': not(list),
  '/api/dossiers': not(list),
  '/api/conferences/{id}/invitations': not(list),
  '/api/conferences/{id}/positions': not(list),
  '/api/conferences/{id}/calendar': not(list),
  '/api/invitations/{id}': not(list),
  '/api/my-conferences': not(own),
  '/api/session/calendar': not(own),
  '/api/calendar/{province}/{file}': not(own),
  '/api/conferences/{id}/sitting': not('noted by its route, once in ten minutes for each account'),
  '/api/conferences/{id}/live': not(plain),
  '/api/wall': not('a screen of the meeting room, which is nobody'),
  '/api/wall/live': not('a screen of the meeting room, which is nobody'),
  '/api/conferences/{id}/notices': not(list),
  '/api/notices/{id}': log('read', 'notice'),
  '/api/notices/{id}/docx': log('download', 'notice'),
  '/api/notices/{id}/signed': log('download', 'notice'),
  '/api/notice-layouts': not(plain),
  '/api/paper-notes': not(own),
  '/api/session/tablet': not(own),
  '/api/conferences/{id}/print': log('export', 'conference'),
  '/api/conferences/{id}/agenda-versions': not(list),
  '/api/conferences/{id}/matters': not(list),
  '/api/conference-templates': not(list),
  '/api/programme': not(list),
  '/api/citations': not(list),
  '/api/lexicon': not(plain),
  '/api/lexicon/file': not(plain),
  '/api/search': not(list),
  '/api/history': log('read', 'history', 'kind', 'id'),
  '/api/record': log('list', 'record', 'subjectKind', 'subjectId'),
  '/api/record/heads': not(plain),
  '/api/record/export': log('export', 'record'),
  '/api/record/verify': not(plain),
  '/api/access': log('list', 'grant', 'kind', 'id'),
  '/api/access-log': log('list', 'accessLog', 'who', 'kind', 'subject', 'action', 'from', 'to'),
}
