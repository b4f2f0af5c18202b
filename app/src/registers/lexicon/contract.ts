// The province's own words for the reader: indicators, bodies, projects, topics.
import { createRoute, z } from '@hono/zod-openapi'
import {
  answers,
  body,
  creates,
  idempotencyKey,
  idParameter,
  ifMatch,
  problemResponse,
  uuid,
} from '../../http/parts.ts'

/** A code of the second column with its names; empty names where the code is all there is. */
export const payloadChoice = z.object({ code: z.string(), vi: z.string(), en: z.string() })

export type PayloadChoice = z.infer<typeof payloadChoice>

export const lexiconEntry = z
  .object({
    id: uuid,
    class: z.string(),
    payload: z.string(),
    meaning: payloadChoice,
    phrases: z.array(z.string()),
    origin: z.enum(['person', 'correction', 'file']),
    addedBy: z.string(),
    addedAt: z.string(),
    version: z.number(),
  })
  .openapi('LexiconEntry')

export type LexiconEntry = z.infer<typeof lexiconEntry>

/** What confirmed corrections say that the lexicon does not; `times`: how often people said so. */
export const suggestion = z
  .object({
    class: z.string(),
    payload: z.string(),
    meaning: payloadChoice,
    phrase: z.string(),
    times: z.number(),
    /** Where it was corrected first. */
    documentId: uuid,
    start: z.number(),
    end: z.number(),
  })
  .openapi('LexiconSuggestion')

export type LexiconSuggestion = z.infer<typeof suggestion>

/** A fault in a line, as the reader's `checkLexicon` names it. */
export const lexiconProblem = z
  .object({
    line: z.number(),
    column: z.number(),
    level: z.enum(['error', 'warning']),
    code: z.string(),
    given: z.string(),
    allowed: z.array(z.string()),
  })
  .openapi('LexiconProblem')

export type LexiconProblem = z.infer<typeof lexiconProblem>

export const newLexiconEntry = z.object({
  class: z.string().trim().min(1).max(40),
  payload: z.string().trim().max(500),
  phrases: z.array(z.string().trim().min(1).max(300)).min(1).max(200),
  /** Offered by a correction: taken, or declined so that it is not offered again. */
  fromCorrection: z.boolean().optional(),
  declined: z.boolean().optional(),
})

export type NewLexiconEntry = z.infer<typeof newLexiconEntry>

export const lexiconFile = z.object({
  text: z.string().min(1).max(2_000_000),
  /** Only look: nothing is written. */
  check: z.boolean().optional(),
})

const taken = z.object({
  entries: z.array(lexiconEntry),
  problems: z.array(lexiconProblem),
})

export const lexiconRoutes = {
  list: createRoute({
    method: 'get',
    path: '/api/lexicon',
    summary: 'Words of the province, and what corrections offer',
    responses: answers(
      z.object({
        entries: z.array(lexiconEntry),
        suggestions: z.array(suggestion),
        /** The classes, each with what its second column may hold; none where it stays empty. */
        classes: z.array(z.object({ name: z.string(), payloads: z.array(payloadChoice) })),
        /** Lines that come from the province’s indicators and their other names. */
        fromIndicators: z.number(),
        /** Lines that come from the names of the province’s bodies. */
        fromBodies: z.number(),
      }),
      'Entries by class',
    ),
  }),
  add: createRoute({
    method: 'post',
    path: '/api/lexicon',
    summary: 'Add words of one class, or decline an offer',
    request: { headers: idempotencyKey, body: body(newLexiconEntry) },
    responses: creates(taken, 'The entry, and warnings about it'),
  }),
  addFile: createRoute({
    method: 'post',
    path: '/api/lexicon/file',
    summary: 'Add a file of three columns: all of it, or nothing and what is wrong with each line',
    request: { headers: idempotencyKey, body: body(lexiconFile) },
    responses: answers(taken, 'What was added; nothing where a problem is an error'),
  }),
  file: createRoute({
    method: 'get',
    path: '/api/lexicon/file',
    summary: 'The whole lexicon of the province as a file of three columns',
    responses: {
      200: {
        description: 'Tab-separated, UTF-8',
        content: { 'text/tab-separated-values': { schema: z.string() } },
      },
      default: problemResponse,
    },
  }),
  withdraw: createRoute({
    method: 'post',
    path: '/api/lexicon/{id}/withdraw',
    summary: 'Take an entry out of use',
    request: { params: idParameter, headers: idempotencyKey.extend(ifMatch.shape) },
    responses: answers(z.object({ entry: lexiconEntry }), 'The entry'),
  }),
}
