// Instruments (văn bản): the register, where documents cite them, who must implement them and how far each is.
import { createRoute, z } from '@hono/zod-openapi'
import {
  answers,
  body,
  creates,
  fileAnswer,
  idempotencyKey,
  idParameter,
  ifMatch,
  isoDate,
  line,
  named,
  source,
  uuid,
} from '../../http/parts.ts'
import { assignment } from '../assignments/contract.ts'
import { boardRow } from '../indicators/contract.ts'
import { shortcoming } from '../shortcomings/contract.ts'
import { dutyStates } from './duty.ts'
import { instrumentKinds, instrumentLevels, sides } from './kinds.ts'

/** An instrument as others name it. */
const instrumentName = z.object({
  id: uuid,
  kind: z.enum(instrumentKinds),
  symbol: z.string().nullable(),
  title: z.string(),
})

export const citation = z
  .object({
    id: uuid,
    type: z.string(),
    number: z.string().nullable(),
    symbol: z.string().nullable(),
    issuer: z.string().nullable(),
    issuedOn: z.string().nullable(),
    about: z.string().nullable(),
    /** The instrument of the register that it names; null until that is known. */
    instrument: instrumentName.nullable(),
    /** The citation whose title it stands in, where that is confirmed. */
    within: z.object({ id: uuid, quote: z.string() }).nullable(),
    source,
    version: z.number(),
  })
  .openapi('Citation')

export type CitationView = z.infer<typeof citation>

const coverage = z.object({
  all: z.number(),
  studied: z.number(),
  planned: z.number(),
  done: z.number(),
  confirmed: z.number(),
  late: z.number(),
})

const facts = {
  ...instrumentName.shape,
  side: z.enum(sides),
  issuer: z.string().nullable(),
  issuerId: uuid.nullable(),
  issuedOn: z.string().nullable(),
  term: z.string().nullable(),
  level: z.enum(instrumentLevels),
  note: z.string().nullable(),
  version: z.number(),
}

export const instrumentLine = z
  .object({
    ...facts,
    /** How often documents that the reader may see cite it. */
    cited: z.number(),
    coverage,
  })
  .openapi('InstrumentLine')

export type InstrumentLine = z.infer<typeof instrumentLine>

export const duty = z
  .object({
    id: uuid,
    body: named,
    /** Where the body is over: the one that took over from it. */
    bodyNow: named.nullable(),
    studyBy: z.string().nullable(),
    implementBy: z.string().nullable(),
    note: z.string().nullable(),
    studiedOn: z.string().nullable(),
    planSymbol: z.string().nullable(),
    progress: z.string().nullable(),
    doneOn: z.string().nullable(),
    onBehalf: z.string().nullable(),
    reportedBy: z.string().nullable(),
    reportedAt: z.string().nullable(),
    confirmedBy: z.string().nullable(),
    confirmedAt: z.string().nullable(),
    /** Why its last report was sent back; null once it reported anew. */
    sentBack: z.string().nullable(),
    state: z.enum(dutyStates),
    can: z.object({
      manage: z.boolean(),
      report: z.boolean(),
      confirm: z.boolean(),
      /** Reports as the body itself; others say who told them. */
      asDoer: z.boolean(),
    }),
    version: z.number(),
  })
  .openapi('InstrumentDuty')

export type DutyView = z.infer<typeof duty>

export const instrumentDetail = z
  .object({
    ...facts,
    document: z.object({ id: uuid, title: z.string() }).nullable(),
    /** Each to its sentence. */
    citations: z.array(citation),
    /** What its own file cites. */
    cites: z.array(citation),
    duties: z.array(duty),
    coverage,
    tasks: z.array(
      z.object({
        task: assignment,
        /** Linked by a person, or known from the task: its sentence cites it, its column names it. */
        by: z.enum(['linked', 'sentence', 'upstream']),
      }),
    ),
    /** With their newest figures; the series stand on the page of each. */
    indicators: z.array(boardRow.pick({ indicator: true, latest: true })),
    shortcomings: z.array(shortcoming),
    mayManage: z.boolean(),
  })
  .openapi('Instrument')

export type InstrumentView = z.infer<typeof instrumentDetail>

const given = {
  symbol: line(60).nullable().optional(),
  issuer: line(300).nullable().optional(),
  issuerId: uuid.nullable().optional(),
  issuedOn: isoDate.nullable().optional(),
  term: line(20).nullable().optional(),
  documentId: uuid.nullable().optional(),
  level: z.enum(instrumentLevels).optional(),
  note: line(1000).nullable().optional(),
}

export const newInstrument = z.object({
  ...given,
  side: z.enum(sides),
  kind: z.enum(instrumentKinds),
  title: line(500),
  /** The citations that name it. */
  citationIds: z.array(uuid).max(200).default([]),
  /** Instruments that it could be, of which a person says that it is another. */
  otherThan: z.array(uuid).max(50).default([]),
})
export type NewInstrument = z.infer<typeof newInstrument>

export const instrumentChange = z.object({
  ...given,
  side: z.enum(sides).optional(),
  kind: z.enum(instrumentKinds).optional(),
  title: line(500).optional(),
  otherThan: z.array(uuid).max(50).default([]),
})
export type InstrumentChange = z.infer<typeof instrumentChange>

export const newDuties = z.object({
  organisationIds: z.array(uuid).min(1).max(300),
  studyBy: isoDate.nullable().optional(),
  implementBy: isoDate.nullable().optional(),
  note: line(1000).nullable().optional(),
})
export type NewDuties = z.infer<typeof newDuties>

export const dutyChange = z.object({
  studyBy: isoDate.nullable().optional(),
  implementBy: isoDate.nullable().optional(),
  note: line(1000).nullable().optional(),
  /** The body need not: entered by mistake. Its report stays on record. */
  withdrawn: z.literal(true).optional(),
})
export type DutyChange = z.infer<typeof dutyChange>

/** What the body says of itself; what is left out stays. */
export const dutyReport = z.object({
  studiedOn: isoDate.nullable().optional(),
  planSymbol: line(60).nullable().optional(),
  progress: line(5000).nullable().optional(),
  doneOn: isoDate.nullable().optional(),
  /** Who told the office, where it writes it down. */
  onBehalf: line(300).optional(),
})
export type DutyReport = z.infer<typeof dutyReport>

export const dutyVerdict = z.object({
  outcome: z.enum(['confirmed', 'sentBack']),
  reason: line(1000).optional(),
})
export type DutyVerdict = z.infer<typeof dutyVerdict>

export const links = z.object({
  assignmentIds: z.array(uuid).max(500),
  indicatorIds: z.array(uuid).max(200),
  shortcomingIds: z.array(uuid).max(500),
})
export type LinksGiven = z.infer<typeof links>

export const reviewKinds = ['interim', 'final'] as const

const reviewQuery = z.object({
  /** Sơ kết, tổng kết. */
  kind: z.enum(reviewKinds),
  from: isoDate,
  to: isoDate,
  /** The body under whose name it stands. */
  body: uuid,
})
export type ReviewQuery = z.infer<typeof reviewQuery>

const one = z.object({ instrument: instrumentDetail })

export const instrumentRoutes = {
  list: createRoute({
    method: 'get',
    path: '/api/citations',
    summary: 'Every citation, by symbol',
    responses: answers(z.object({ citations: z.array(citation) }), 'Citations'),
  }),
  cite: createRoute({
    method: 'patch',
    path: '/api/citations/{id}',
    summary: 'Say which instrument a citation names, or that it is not known',
    request: {
      params: idParameter,
      headers: ifMatch,
      body: body(z.object({ instrumentId: uuid.nullable() })),
    },
    responses: answers(z.object({ citation }), 'The citation'),
  }),
  instruments: createRoute({
    method: 'get',
    path: '/api/instruments',
    summary: 'Instruments: the newest first; a number is found however it is typed',
    request: {
      query: z.object({
        q: z.string().max(200).optional(),
        side: z.enum(sides).optional(),
        kind: z.enum(instrumentKinds).optional(),
        year: z.coerce.number().int().min(1945).max(2200).optional(),
        /** A body that must implement it. */
        body: uuid.optional(),
      }),
    },
    responses: answers(
      z.object({ instruments: z.array(instrumentLine), mayManage: z.boolean() }),
      'Instruments',
    ),
  }),
  get: createRoute({
    method: 'get',
    path: '/api/instruments/{id}',
    summary: 'An instrument: where it is cited, who must implement it, its tasks and figures',
    request: { params: idParameter },
    responses: answers(one, 'The instrument'),
  }),
  add: createRoute({
    method: 'post',
    path: '/api/instruments',
    summary: 'Register an instrument; asks where it may be there already',
    request: { headers: idempotencyKey, body: body(newInstrument) },
    responses: creates(one, 'The instrument'),
  }),
  change: createRoute({
    method: 'patch',
    path: '/api/instruments/{id}',
    summary: 'Correct an instrument',
    request: { params: idParameter, headers: ifMatch, body: body(instrumentChange) },
    responses: answers(one, 'The instrument'),
  }),
  withdraw: createRoute({
    method: 'post',
    path: '/api/instruments/{id}/withdraw',
    summary: 'Take an instrument out: entered by mistake, or the same as another, which takes over',
    request: {
      params: idParameter,
      headers: ifMatch,
      body: body(z.object({ reason: line(1000), into: uuid.nullable().optional() })),
    },
    responses: answers(z.object({ into: uuid.nullable() }), 'The one that took over'),
  }),
  links: createRoute({
    method: 'put',
    path: '/api/instruments/{id}/links',
    summary: 'Which tasks, indicators and shortcomings belong to an instrument',
    request: { params: idParameter, headers: ifMatch, body: body(links) },
    responses: answers(one, 'The instrument'),
  }),
  review: createRoute({
    method: 'get',
    path: '/api/instruments/{id}/review',
    summary: 'A draft of the interim or final review as a Word file; what is missing is said',
    request: { params: idParameter, query: reviewQuery },
    responses: fileAnswer,
  }),
  addDuties: createRoute({
    method: 'post',
    path: '/api/instruments/{id}/duties',
    summary: 'Bodies that must study and implement an instrument',
    request: { params: idParameter, headers: idempotencyKey, body: body(newDuties) },
    responses: creates(one, 'The instrument'),
  }),
  changeDuty: createRoute({
    method: 'patch',
    path: '/api/instrument-duties/{id}',
    summary: 'Change what a body must by when',
    request: { params: idParameter, headers: ifMatch, body: body(dutyChange) },
    responses: answers(one, 'The instrument'),
  }),
  report: createRoute({
    method: 'post',
    path: '/api/instrument-duties/{id}/report',
    summary: 'What the body reports: studied, its own plan, how far, done',
    request: { params: idParameter, headers: ifMatch, body: body(dutyReport) },
    responses: answers(one, 'The instrument'),
  }),
  verdict: createRoute({
    method: 'post',
    path: '/api/instrument-duties/{id}/verdict',
    summary: 'Confirm that a body implemented it, or send its report back',
    request: { params: idParameter, headers: ifMatch, body: body(dutyVerdict) },
    responses: answers(one, 'The instrument'),
  }),
}
