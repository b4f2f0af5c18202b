// Findings of a document and what a person decides about them.
import { createRoute, z } from '@hono/zod-openapi'
import {
  answers,
  body,
  creates,
  idempotencyKey,
  idParameter,
  ifMatch,
  uuid,
} from '../http/parts.ts'

/** Changes by a person, merged over the reader's payload; the quote stays as written. */
export const edits = z
  .object({
    /** statement */
    indicatorCode: z.string().max(100).optional(),
    newIndicator: z
      .object({ name: z.string().trim().min(1).max(300), unit: z.string().max(50) })
      .optional(),
    value: z.number().nullable().optional(),
    unit: z.string().max(50).nullable().optional(),
    periodFrom: z.string().nullable().optional(),
    periodTo: z.string().nullable().optional(),
    periodLabel: z.string().max(200).nullable().optional(),
    modality: z.enum(['actual', 'estimate', 'target', 'forecast']).optional(),
    place: z.string().max(200).nullable().optional(),
    /** assignment */
    action: z.string().trim().min(1).max(5000).optional(),
    leadText: z.string().max(500).nullable().optional(),
    deadlineIso: z.string().nullable().optional(),
    /** shortcoming */
    topic: z.string().max(100).optional(),
    subject: z.string().max(2000).optional(),
    /** decision */
    outcome: z.string().max(50).optional(),
    decidedBy: z.string().max(500).nullable().optional(),
    /** meeting */
    title: z.string().max(500).optional(),
    heldOn: z.string().nullable().optional(),
    body: z.string().max(500).nullable().optional(),
    meetingPlace: z.string().max(500).nullable().optional(),
    /** citation */
    symbol: z.string().max(100).nullable().optional(),
    issuer: z.string().max(500).nullable().optional(),
    /** opinion, agendaItem */
    count: z.number().int().nullable().optional(),
  })
  .strict()

export type Edits = z.infer<typeof edits>

export const finding = z
  .object({
    id: uuid,
    kind: z.string(),
    start: z.number(),
    end: z.number(),
    quote: z.string(),
    certainty: z.enum(['certain', 'likely', 'possible']),
    rule: z.string(),
    state: z.enum(['proposed', 'confirmed', 'rejected']),
    madeBy: z.enum(['reader', 'person']),
    decidedBy: z.string().nullable(),
    decidedAt: z.string().nullable(),
    /** The reader's finding, as its contract says. */
    payload: z.record(z.string(), z.unknown()),
    edited: edits.nullable(),
    entry: z.object({ kind: z.string(), id: uuid }).nullable(),
    version: z.number(),
  })
  .openapi('Finding')

/** Why the reader found something, in its own words and in people's. */
export const reason = z
  .object({
    /** What its rule says. */
    rule: z.object({ vi: z.string(), en: z.string() }).nullable(),
    /** The words that fired, with their class in the lexicon. */
    anchors: z.array(z.object({ quote: z.string(), class: z.string() })),
    steps: z.array(z.string()),
    /** Fields taken over from elsewhere: how far away, and the words there. */
    inherited: z.array(z.object({ field: z.string(), quote: z.string(), rule: z.string() })),
    refused: z.array(z.object({ reading: z.string(), why: z.string() })),
  })
  .openapi('Reason')

export type ReasonView = z.infer<typeof reason>

export type FindingView = z.infer<typeof finding>

/** Kinds that become register entries; the others are context. */
export const entryKinds = [
  'meeting',
  'agendaItem',
  'opinion',
  'decision',
  'assignment',
  'shortcoming',
  'statement',
  'citation',
] as const

export type EntryKind = (typeof entryKinds)[number]

const decided = z.object({ finding })
const conditional = idempotencyKey.extend(ifMatch.shape)

export const findingRoutes = {
  list: createRoute({
    method: 'get',
    path: '/api/documents/{id}/findings',
    summary: 'Findings in reading order, and what the document as a whole says',
    request: { params: idParameter },
    responses: answers(
      z.object({ findings: z.array(finding), context: z.record(z.string(), z.unknown()) }),
      'Findings',
    ),
  }),
  reasons: createRoute({
    method: 'get',
    path: '/api/documents/{id}/reasons',
    summary: 'Why each finding was made: the text read again with a trace, nothing stored',
    request: { params: idParameter },
    responses: answers(
      z.object({ reader: z.string(), reasons: z.record(z.string(), reason) }),
      'By finding; one that the present reader no longer makes is missing',
    ),
  }),
  add: createRoute({
    method: 'post',
    path: '/api/documents/{id}/findings',
    summary: 'Add a finding by hand: a kind and a stretch of the text',
    request: {
      params: idParameter,
      headers: idempotencyKey,
      body: body(
        z.object({
          kind: z.enum(entryKinds),
          start: z.number().int().nonnegative(),
          end: z.number().int().positive(),
          edits: edits.optional(),
        }),
      ),
    },
    responses: creates(decided, 'The finding, proposed'),
  }),
  confirm: createRoute({
    method: 'post',
    path: '/api/findings/{id}/confirm',
    summary: 'Confirm: the register entry and its audit record in one transaction',
    request: {
      params: idParameter,
      headers: conditional,
      body: body(z.object({ edits: edits.optional() })),
    },
    responses: answers(decided, 'The finding, confirmed'),
  }),
  reject: createRoute({
    method: 'post',
    path: '/api/findings/{id}/reject',
    summary: 'Reject',
    request: {
      params: idParameter,
      headers: conditional,
      body: body(z.object({ reason: z.string().max(1000).optional() })),
    },
    responses: answers(decided, 'The finding, rejected'),
  }),
  undo: createRoute({
    method: 'post',
    path: '/api/findings/{id}/undo',
    summary: 'Take the decision back; both records stay',
    request: { params: idParameter, headers: conditional },
    responses: answers(decided, 'The finding, proposed again'),
  }),
  confirmCertain: createRoute({
    method: 'post',
    path: '/api/documents/{id}/confirm-certain',
    summary: 'Confirm many findings in one transaction',
    request: {
      params: idParameter,
      headers: idempotencyKey,
      body: body(
        z.object({
          findings: z
            .array(z.object({ id: uuid, version: z.number().int() }))
            .min(1)
            .max(2000),
        }),
      ),
    },
    responses: answers(
      z.object({
        confirmed: z.array(finding),
        skipped: z.array(z.object({ id: uuid, code: z.string() })),
      }),
      'What was confirmed, and what was left with its reason',
    ),
  }),
}
