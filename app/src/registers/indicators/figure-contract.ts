// Reported figures of an indicator, what it is, and what stood at a moment.
import { createRoute, z } from '@hono/zod-openapi'
import {
  answers,
  body,
  creates,
  idempotencyKey,
  idParameter,
  isoDate,
  line,
  named,
  uuid,
} from '../../http/parts.ts'
import { checkCodes } from './checks.ts'
import { bodyAxes, priceBases, reportModes, timeAxes, valueKinds } from './definition.ts'
import { accumulations, figureKinds, missingReasons, stages } from './figure.ts'

export const reportedFigure = z
  .object({
    /** Null for one that was worked out: it has no versions. */
    figureId: uuid.nullable(),
    /** Null: the province as a whole. */
    organisation: named.nullable(),
    periodFrom: z.string(),
    periodTo: z.string(),
    accumulation: z.enum(accumulations),
    kind: z.enum(figureKinds),
    number: z.number(),
    value: z.number().nullable(),
    missingReason: z.enum(missingReasons).nullable(),
    stage: z.enum(stages),
    method: z.enum(['typed', 'pasted', 'file', 'document', 'derived']),
    cell: z.string().nullable(),
    reason: z.string().nullable(),
    recordedBy: z.string(),
    recordedAt: z.string(),
  })
  .openapi('ReportedFigure')
export type ReportedFigure = z.infer<typeof reportedFigure>

/** A point of the series that the newest reported figure of the province belongs to. */
export const reportedPoint = z.object({
  from: z.string(),
  to: z.string(),
  value: z.number(),
  stage: z.enum(stages),
})
export type ReportedPoint = z.infer<typeof reportedPoint>

/** The newest reported figure of the province that has a value, as lists show it. */
export const newestReported = z.object({
  periodFrom: z.string(),
  periodTo: z.string(),
  value: z.number(),
  stage: z.enum(stages),
})
export type NewestReported = z.infer<typeof newestReported>

const rules = {
  valueKind: z.enum(valueKinds),
  reportMode: z.enum(reportModes),
  acrossBodies: z.enum(bodyAxes),
  acrossTime: z.enum(timeAxes),
  weightIndicatorId: uuid.nullable(),
  formula: z.string().trim().min(1).max(500).nullable(),
  entryFactor: z.number().positive(),
  decimals: z.number().int().min(0).max(6),
  priceBasis: z.enum(priceBases),
  least: z.number().nullable(),
  most: z.number().nullable(),
}

export const definition = z
  .object({
    ...rules,
    number: z.number(),
    validFrom: z.string(),
    owner: named,
    content: z.string().nullable(),
    legalReference: z.string(),
    reason: z.string().nullable(),
    recordedBy: z.string(),
    recordedAt: z.string(),
  })
  .openapi('IndicatorDefinition')
export type DefinitionView = z.infer<typeof definition>

const seriesBreak = z.object({
  id: uuid,
  onDay: z.string(),
  comparable: z.boolean(),
  reason: z.string(),
  legalReference: z.string().nullable(),
})

export const newDefinition = z.object({
  ...rules,
  validFrom: isoDate,
  ownerId: uuid,
  content: line(4000).nullable(),
  legalReference: line(500),
  reason: line(1000).nullable(),
  /** The newest version that the writer saw, 0 for none. */
  seen: z.number().int().min(0),
  /** Figures from its day on are made in another way: they may not be compared with those before. */
  breaks: z.boolean(),
})
export type NewDefinition = z.infer<typeof newDefinition>

export const typedFigureBody = z.object({
  organisationId: uuid.nullable(),
  from: isoDate,
  to: isoDate,
  accumulation: z.enum(accumulations),
  kind: z.enum(figureKinds),
  /**
   * As written, unit included: "6.000 tỷ đồng"; left out where `missingReason` says why there is none, and, with
   * `seen`, where the figure that stands there is kept.
   */
  figure: line(200).optional(),
  missingReason: z.enum(missingReasons).optional(),
  stage: z.enum(stages),
  reason: line(1000).optional(),
  seen: z.number().int().min(0).optional(),
  /** What was asked about it (V1 to V9) was looked at, and it is meant. */
  sure: z.boolean().optional(),
})
export type TypedFigureBody = z.infer<typeof typedFigureBody>

export const question = z.object({
  code: z.enum(checkCodes),
  found: z.number().nullable(),
  against: z.number().nullable(),
  about: z.string().optional(),
})

const reference = z
  .object({
    id: uuid,
    /** Another province, or the country. */
    place: z.string(),
    from: z.string(),
    to: z.string(),
    value: z.number(),
    /** The province's own figure of the same days. */
    own: z.number().nullable(),
    source: z.string(),
    recordedBy: z.string(),
    recordedAt: z.string(),
  })
  .openapi('ReferenceFigure')
export type ReferenceView = z.infer<typeof reference>

const newReference = z.object({
  place: line(200),
  from: isoDate,
  to: isoDate,
  /** As written, unit included: "8,2%". */
  figure: line(200),
  source: line(500),
})
export type NewReference = z.infer<typeof newReference>

const snapshot = z.object({
  id: uuid,
  title: z.string(),
  takenAt: z.string(),
  takenBy: z.string(),
  conferenceId: uuid.nullable(),
})

const changed = z.object({ before: reportedFigure.nullable(), after: reportedFigure.nullable() })

export const figureRoutes = {
  list: createRoute({
    method: 'get',
    path: '/api/indicators/{id}/figures',
    summary: 'What units report of an indicator, as it stands or stood, and what the indicator is',
    request: {
      params: idParameter,
      query: z.object({
        /** What stood at this moment (ISO 8601 with zone); now where left out. */
        at: z.iso.datetime({ offset: true }).optional(),
        /** What a snapshot keeps, instead of a moment. */
        snapshot: uuid.optional(),
        /** Also what changed since this moment; then of all bodies, whatever `limit` says. */
        since: z.iso.datetime({ offset: true }).optional(),
        /** Of the province and of so many bodies that there are as many figures at least; of all where left out. */
        limit: z.coerce.number().int().min(1).max(100_000).optional(),
      }),
    },
    responses: answers(
      z.object({
        figures: z.array(
          reportedFigure.extend({
            /** Over the same period of last year, in percent, of rates in points. */
            growth: z.object({ amount: z.number(), unit: z.enum(['%', 'point']) }).nullable(),
            /** The series broke since: there is a figure of last year, and it is not compared with. */
            broken: z.boolean(),
            /** In percent of the plan of its body that it is a part of. */
            ofPlan: z.number().nullable(),
          }),
        ),
        /** Other bodies have figures too. */
        more: z.boolean(),
        changes: z.array(changed).nullable(),
        definitions: z.array(definition),
        /** The version of today, or what is assumed where there is none. */
        rules: z.object(rules),
        breaks: z.array(seriesBreak),
        /** What other provinces and the country have, as somebody entered it. */
        references: z.array(reference),
        /** Figures of it follow from the reports: nobody enters one. */
        counted: z.boolean(),
        snapshots: z.array(snapshot),
        mayEdit: z.boolean(),
      }),
      'Figures by body and period; versions of the definition, oldest first',
    ),
  }),
  add: createRoute({
    method: 'post',
    path: '/api/indicators/{id}/figures',
    summary: 'Record one figure as typed; what stood there is kept',
    request: { params: idParameter, headers: idempotencyKey, body: body(typedFigureBody) },
    responses: creates(z.object({ figure: reportedFigure }), 'The figure'),
  }),
  versions: createRoute({
    method: 'get',
    path: '/api/figures/{id}/versions',
    summary: 'All that ever stood at a place, oldest first',
    request: { params: idParameter },
    responses: answers(z.object({ versions: z.array(reportedFigure) }), 'The versions'),
  }),
  define: createRoute({
    method: 'post',
    path: '/api/indicators/{id}/definitions',
    summary: 'Say what an indicator is from a day on; former versions stay',
    request: { params: idParameter, headers: idempotencyKey, body: body(newDefinition) },
    responses: creates(z.object({ definition }), 'The definition'),
  }),
  withdrawBreak: createRoute({
    method: 'post',
    path: '/api/indicator-breaks/{id}/withdraw',
    summary: 'Take back that a series breaks; why is kept on record',
    request: {
      params: idParameter,
      headers: idempotencyKey,
      body: body(z.object({ reason: line(1000) })),
    },
    responses: creates(z.object({}), 'Taken back'),
  }),
  addReference: createRoute({
    method: 'post',
    path: '/api/indicators/{id}/references',
    summary: 'Enter what another province or the country has, with its source',
    request: { params: idParameter, headers: idempotencyKey, body: body(newReference) },
    responses: creates(z.object({}), 'Entered'),
  }),
  withdrawReference: createRoute({
    method: 'post',
    path: '/api/indicator-references/{id}/withdraw',
    summary: 'Take back what another province has; why is kept on record',
    request: {
      params: idParameter,
      headers: idempotencyKey,
      body: body(z.object({ reason: line(1000) })),
    },
    responses: creates(z.object({}), 'Taken back'),
  }),
  snapshots: createRoute({
    method: 'get',
    path: '/api/figure-snapshots',
    summary: 'What was kept, the newest first; of one conference where it is named',
    request: { query: z.object({ conference: uuid.optional() }) },
    responses: answers(z.object({ snapshots: z.array(snapshot) }), 'Snapshots'),
  }),
  open: createRoute({
    method: 'get',
    path: '/api/figure-snapshots/{id}',
    summary: 'A snapshot opened again: whether it is what was kept, and what is otherwise now',
    request: { params: idParameter },
    responses: answers(
      z.object({
        snapshot,
        /** What stood at its record gives the hash that was kept. */
        same: z.boolean(),
        /** How many figures it is over. */
        figures: z.number(),
        /** How many of the province as a whole are otherwise now. */
        changed: z.number(),
        rows: z.array(
          z.object({
            indicator: z.object({ id: uuid, nameVi: z.string(), nameEn: z.string() }),
            unit: z.string(),
            figure: reportedFigure,
            /** What stands in its place now; null where it was taken back. */
            now: reportedFigure.nullable(),
          }),
        ),
      }),
      'The newest figure of the province by indicator, as kept and as it is now',
    ),
  }),
  year: createRoute({
    method: 'get',
    path: '/api/figures/xlsx',
    summary: 'The figures of a year as .xlsx: one body’s, or all (for the office)',
    request: {
      query: z.object({
        year: z.coerce.number().int().min(1990).max(2200),
        /** All bodies and the province where left out. */
        body: uuid.optional(),
      }),
    },
    responses: answers(z.any(), 'The sheet'),
  }),
  keep: createRoute({
    method: 'post',
    path: '/api/figure-snapshots',
    summary: 'Keep all figures as they stand now, for a conference',
    request: {
      headers: idempotencyKey,
      body: body(z.object({ title: line(300), conferenceId: uuid.nullable() })),
    },
    responses: creates(z.object({ snapshot }), 'The snapshot'),
  }),
}
