// The whole HTTP surface: headers, session, routes, screens. One line a register.
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { sql } from 'kysely'
import { Problem } from '../problem.ts'
import { findingRoutesOn } from '../reading/routes.ts'
import { recordRoutesOn } from '../record/routes.ts'
import { accessRoutesOn } from '../registers/access/routes.ts'
import { accessLogRoutesOn, noteAccesses } from '../registers/accesslog/routes.ts'
import { agendaRoutesOn } from '../registers/agenda/routes.ts'
import { assignmentRoutesOn } from '../registers/assignments/routes.ts'
import { calendarRoutesOn } from '../registers/calendar/routes.ts'
import { chainRoutesOn } from '../registers/chain/routes.ts'
import { conferenceRoutesOn } from '../registers/conferences/routes.ts'
import { documentRoutesOn } from '../registers/documents/routes.ts'
import { dossierRoutesOn } from '../registers/dossiers/routes.ts'
import { indicatorRoutesOn } from '../registers/indicators/routes.ts'
import { inspectionRoutesOn } from '../registers/inspections/routes.ts'
import { instrumentRoutesOn } from '../registers/instruments/routes.ts'
import { invitationRoutesOn } from '../registers/invitations/routes.ts'
import { lexiconRoutesOn } from '../registers/lexicon/routes.ts'
import { mailRoutesOn } from '../registers/mail/routes.ts'
import { noteRoutesOn } from '../registers/notes/routes.ts'
import { noticeRoutesOn } from '../registers/notices/routes.ts'
import { organisationRoutesOn } from '../registers/organisations/routes.ts'
import { overviewRoutesOn } from '../registers/overview/routes.ts'
import { accountRoutesOn } from '../registers/people/routes.ts'
import { personalRoutesOn } from '../registers/personal/routes.ts'
import { personRoutesOn } from '../registers/persons/routes.ts'
import { programmeRoutesOn } from '../registers/programme/routes.ts'
import { projectRoutesOn, workRoutesOn } from '../registers/projects/routes.ts'
import { reportingRoutesOn } from '../registers/reporting/routes.ts'
import { roundRoutesOn } from '../registers/rounds/routes.ts'
import { shortcomingRoutesOn } from '../registers/shortcomings/routes.ts'
import { openChannel } from '../registers/sitting/channel-store.ts'
import { sittingRoutesOn } from '../registers/sitting/routes.ts'
import { tabletRoutesOn } from '../registers/tablet/routes.ts'
import { transferRoutesOn } from '../registers/transfer/routes.ts'
import { uploadRoutesOn } from '../registers/uploads/routes.ts'
import { wallRoutesOn } from '../registers/wall/routes.ts'
import { searchRoutesOn } from '../search/routes.ts'
import { serveScreens } from './assets.ts'
import type { Env, Parts } from './context.ts'
import { logRefusal } from './denials.ts'
import { languageOf } from './language.ts'
import { asProblem, problemAnswer } from './problem.ts'
import { limitBody, securityHeaders } from './security.ts'
import { readSession } from './session.ts'
import { factorRoutesOn } from './session-factor.ts'
import { sessionRoutesOn } from './session-routes.ts'
import { ssoRoutesOn } from './session-sso.ts'
import { squeezeAnswers } from './squeeze.ts'

/** The application; it listens nowhere yet, so tests can ask it with `app.request(…)`. */
export function createServer(parts: Parts): OpenAPIHono<Env> {
  const app = new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (result.success) return
      const issues = result.error.issues.map(({ path, message }) => ({ path, message }))
      const where = issues
        .map((issue) => issue.path.join('.'))
        .filter(Boolean)
        .join(', ')
      throw new Problem('invalidInput', { where, issues })
    },
  })
  const refuse = (error: unknown, c: Context<Env>): Response => {
    const problem = asProblem(error, parts.log)
    logRefusal(c, problem.code, parts.settings, parts.log)
    return problemAnswer(c, problem, languageOf(c))
  }
  app.onError(refuse)
  app.use(securityHeaders(parts.settings.secure))
  app.get('/api/health', async (c) => {
    await sql`select 1`.execute(parts.database.db)
    return c.json({ ok: true })
  })
  app.use('/api/*', squeezeAnswers())
  app.use('/api/*', limitBody())
  app.use('/api/*', readSession(parts))
  app.use('/api/*', noteAccesses(parts))

  sessionRoutesOn(app, parts)
  factorRoutesOn(app, parts)
  ssoRoutesOn(app, parts)
  accountRoutesOn(app, parts)
  organisationRoutesOn(app, parts)
  personRoutesOn(app, parts)
  transferRoutesOn(app, parts)
  documentRoutesOn(app, parts)
  uploadRoutesOn(app, parts)
  findingRoutesOn(app, parts)
  indicatorRoutesOn(app, parts)
  reportingRoutesOn(app, parts)
  projectRoutesOn(app, parts)
  overviewRoutesOn(app, parts)
  workRoutesOn(app, parts)
  shortcomingRoutesOn(app, parts)
  assignmentRoutesOn(app, parts)
  conferenceRoutesOn(app, parts)
  chainRoutesOn(app, parts)
  agendaRoutesOn(app, parts)
  dossierRoutesOn(app, parts)
  invitationRoutesOn(app, parts)
  calendarRoutesOn(app, parts)
  mailRoutesOn(app, parts)
  noticeRoutesOn(app, parts)
  noteRoutesOn(app, parts)
  tabletRoutesOn(app, parts)
  programmeRoutesOn(app, parts)
  roundRoutesOn(app, parts)
  instrumentRoutesOn(app, parts)
  inspectionRoutesOn(app, parts)
  lexiconRoutesOn(app, parts)
  searchRoutesOn(app, parts)
  recordRoutesOn(app, parts)
  accessLogRoutesOn(app, parts)
  accessRoutesOn(app, parts)
  personalRoutesOn(app, parts)
  const channel = openChannel(parts.database, (error) =>
    parts.log.warn({ err: error }, 'the live channel'),
  )
  sittingRoutesOn(app, parts, channel)
  wallRoutesOn(app, parts, channel)

  // The routes are what they are: described at the first question, once.
  let description: string | null = null
  app.get('/api/openapi.json', (c) => {
    description ??= JSON.stringify(
      app.getOpenAPI31Document({
        openapi: '3.1.0',
        info: { title: 'Giao Ban', version: '0.1.0', license: { name: 'EUPL-1.2' } },
      }),
    )
    return c.body(description, 200, { 'content-type': 'application/json' })
  })
  if (parts.settings.webFolder) {
    const screens = serveScreens(parts.settings.webFolder)
    app.use('*', (c, next) => (c.req.path.startsWith('/api/') ? next() : screens(c, next)))
  }
  app.notFound((c) => refuse(new Problem('notFound'), c))
  return app
}
