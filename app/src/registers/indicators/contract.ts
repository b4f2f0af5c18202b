// Indicators, their figures, and the board.
import { createRoute, z } from '@hono/zod-openapi'
import {
  answers,
  body,
  creates,
  idempotencyKey,
  idParameter,
  ifMatch,
  periodValue,
  source,
  uuid,
} from '../../http/parts.ts'
import { explanation } from './explanation-contract.ts'
import { stages } from './figure.ts'
import { newestReported, question, reportedPoint } from './figure-contract.ts'
import { targetStanding, targetVersion } from './target-contract.ts'

export const indicator = z
  .object({
    id: uuid,
    code: z.string(),
    nameVi: z.string(),
    nameEn: z.string(),
    unit: z.string(),
    direction: z.enum(['up', 'down', 'band', 'none']),
    kind: z.enum(['C', 'P', 'R']),
    frequency: z.string(),
    priceBasis: z.string(),
    synonyms: z.array(z.string()),
    national: z.boolean(),
    version: z.number(),
  })
  .openapi('Indicator')

export type IndicatorView = z.infer<typeof indicator>

export const comparison = z.object({
  quote: z.string(),
  direction: z.enum(['up', 'down', 'ratio']),
  amount: z.number().nullable(),
  unit: z.string().nullable(),
  versus: z.string().nullable(),
  base: periodValue.nullable(),
})

export const observation = z
  .object({
    id: uuid,
    indicatorId: uuid,
    period: periodValue.nullable(),
    value: z.number().nullable(),
    valueMax: z.number().nullable(),
    of: z.number().nullable(),
    unit: z.string().nullable(),
    unitText: z.string().nullable(),
    /** The figure as written, for example "hơn 5.738 tỷ đồng". */
    quantityText: z.string().nullable(),
    bound: z.string().nullable(),
    modality: z.string(),
    place: z.string().nullable(),
    comparisons: z.array(comparison),
    conference: z.object({ id: uuid, title: z.string() }).nullable(),
    source,
    version: z.number(),
  })
  .openapi('Observation')

export type ObservationView = z.infer<typeof observation>

/** A figure of a document as a chart draws it. */
const drawn = observation.pick({ period: true, value: true, unit: true, modality: true })
export type DrawnFigure = z.infer<typeof drawn>

/** A reported figure as a chart draws it: the code of its period, its value, its stage where it is not official. */
const drawnReported = z.tuple([z.string(), z.number(), z.enum(stages).optional()])
export type DrawnReported = z.infer<typeof drawnReported>

/** What is drawn of a plan: how far it is, without its versions, its words and the sentence of the figure. */
const boardTarget = z.object({
  id: uuid,
  now: targetVersion.pick({ low: true, high: true }).nullable(),
  standing: targetStanding.omit({ said: true }),
})
export type BoardTarget = z.infer<typeof boardTarget>

export const boardRow = z.object({
  indicator,
  /** The newest figure by period, then by confirmation; null for an indicator without figures. */
  latest: observation.nullable(),
  /** All figures of the province as a whole, oldest first. */
  series: z.array(drawn),
  /** What units report: the newest of the province as a whole. */
  reported: newestReported.nullable(),
  /** The figures that are told as this one is, oldest first, its own last. */
  reportedSeries: z.array(drawnReported),
  sources: z.number(),
  /** The province's plan that the newest figure belongs to. */
  target: boardTarget.nullable(),
  /** The request for explanation of it that is late, else one that is awaited, else the newest. */
  explanation: explanation.nullable(),
  /** Who answers for it, where somebody has said so. */
  owner: z.string().nullable(),
})

export type BoardRow = z.infer<typeof boardRow>

const names = z.object({
  nameVi: z.string().trim().min(1).max(300),
  nameEn: z.string().trim().max(300).optional(),
  unit: z.string().max(50),
  direction: z.enum(['up', 'down', 'band', 'none']).optional(),
  kind: z.enum(['C', 'P', 'R']).optional(),
  synonyms: z.array(z.string().trim().min(1).max(300)).max(50).optional(),
})

export type NewIndicator = z.infer<typeof names>

const change = names.partial()

export type IndicatorChange = z.infer<typeof change>

export const indicatorRoutes = {
  list: createRoute({
    method: 'get',
    path: '/api/indicators',
    summary: 'The catalogue, searched without regard to case and diacritics',
    request: { query: z.object({ q: z.string().max(200).optional() }) },
    responses: answers(z.object({ indicators: z.array(indicator) }), 'Indicators'),
  }),
  board: createRoute({
    method: 'get',
    path: '/api/indicators/board',
    summary: 'One row an indicator: latest figure, comparators, series, sources',
    responses: answers(
      z.object({ rows: z.array(boardRow), mayAsk: z.boolean() }),
      'The board; whether the asker may ask units to explain',
    ),
  }),
  get: createRoute({
    method: 'get',
    path: '/api/indicators/{id}',
    summary: 'One indicator with every figure',
    request: { params: idParameter },
    responses: answers(
      z.object({
        indicator,
        observations: z.array(observation),
        /** What is reported of the province as a whole, as the newest is told, oldest first. */
        reportedSeries: z.array(reportedPoint),
        /** What there is to ask about figures of documents (V3, V5, V6, V7), by the figure. */
        asked: z.array(z.object({ observationId: uuid, questions: z.array(question) })),
      }),
      'The indicator',
    ),
  }),
  add: createRoute({
    method: 'post',
    path: '/api/indicators',
    summary: "Add an indicator of the province's own",
    request: { headers: idempotencyKey, body: body(names) },
    responses: creates(z.object({ indicator }), 'The indicator'),
  }),
  change: createRoute({
    method: 'patch',
    path: '/api/indicators/{id}',
    summary: 'Change names, unit, direction, synonyms',
    request: { params: idParameter, headers: ifMatch, body: body(change) },
    responses: answers(z.object({ indicator }), 'The indicator'),
  }),
}
