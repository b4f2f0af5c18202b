// Targets of indicators: what is to be reached, by whose decision, and how the figures stand to it.
import { createRoute, z } from '@hono/zod-openapi'
import {
  answers,
  body,
  creates,
  idempotencyKey,
  idParameter,
  ifMatch,
  isoDate,
  line,
  named,
  source,
  uuid,
} from '../../http/parts.ts'
import { stages } from './figure.ts'
import { authorities, likelihoods, paths, targetKinds, targetStates } from './target.ts'

const step = z.object({
  by: isoDate,
  value: z.number(),
  /** As written. */
  text: z.string(),
})

export const targetVersion = z.object({
  number: z.number(),
  /** Both ends of a band; one for a point; null for words alone. */
  low: z.number().nullable(),
  high: z.number().nullable(),
  words: z.string().nullable(),
  figureText: z.string().nullable(),
  path: z.array(step),
  /** Taken back: from its day on nothing is aimed at. */
  withdrawn: z.boolean(),
  legalReference: z.string(),
  decidedOn: z.string(),
  note: z.string().nullable(),
  recordedBy: z.string(),
  recordedAt: z.string(),
  /** The sentence that says so, where it was drawn from a document that the reader may see. */
  source: source.nullable(),
})

export const judgement = z.object({
  likelihood: z.enum(likelihoods),
  body: z.string(),
  by: z.string(),
  at: z.string(),
})

/** How the newest figure stands to a target; derived, with all that it was derived from. */
export const targetStanding = z.object({
  state: z.enum(targetStates),
  /** What the state goes by: the part of what is expected that is reached (turned round where less is better). */
  share: z.number().nullable(),
  /** The figure it is told of, and the last day it covers; null where there is none. */
  actual: z.number().nullable(),
  asOf: z.string().nullable(),
  /** A report that was accepted, or a document with its sentence (`said`, where the asker may read it). */
  by: z.enum(['reported', 'document']).nullable(),
  modality: z.string().nullable(),
  stage: z.enum(stages).nullable(),
  /** How a report tells it: itself, or worked out of its totals or months. */
  worked: z.enum(['reported', 'cumulative', 'months']).nullable(),
  said: source.nullable(),
  /** Part of the whole target. */
  ofTarget: z.number().nullable(),
  expected: z
    .object({
      low: z.number(),
      high: z.number(),
      by: z.enum(paths),
      /** Of how many former years the share was taken, for `seasonal`. */
      years: z.number(),
    })
    .nullable(),
  forecast: z
    .object({ value: z.number(), least: z.number(), most: z.number(), years: z.number() })
    .nullable(),
  /** The figure of the same days a year earlier. */
  samePeriod: z.number().nullable(),
  /** The series broke since: nothing before is compared with. */
  broken: z.object({ onDay: z.string(), reason: z.string() }).nullable(),
})

export type TargetStanding = z.infer<typeof targetStanding>

export const target = z
  .object({
    id: uuid,
    indicatorId: uuid,
    /** Null: the province as a whole. */
    organisation: named.nullable(),
    from: z.string(),
    to: z.string(),
    kind: z.enum(targetKinds),
    authority: z.enum(authorities).nullable(),
    /** The version that counts on the day asked for; null before the first and once taken back. */
    now: targetVersion.nullable(),
    /** All, oldest first. */
    versions: z.array(targetVersion),
    standing: targetStanding,
    /** What the bodies were given of it, together; for the province's own target in figures that add up. */
    split: z.object({ bodies: z.number(), sum: z.number(), difference: z.number() }).nullable(),
    judgement: judgement.nullable(),
    version: z.number(),
  })
  .openapi('Target')

export type TargetView = z.infer<typeof target>

const asked = {
  /** As written, unit included: "6.000 tỷ đồng", "8,3-8,5 %". */
  figure: line(200).optional(),
  /** A target without a figure: "đạt chuẩn nông thôn mới". */
  words: line(1000).optional(),
  path: z
    .array(z.object({ by: isoDate, figure: line(200) }))
    .max(36)
    .optional(),
  legalReference: line(500),
  decidedOn: isoDate,
  note: line(1000).optional(),
  /** The figure of a document that says so: its sentence becomes the source. */
  observationId: uuid.optional(),
}

export const newTarget = z
  .object({
    organisationId: uuid.nullable(),
    from: isoDate,
    to: isoDate,
    kind: z.enum(targetKinds),
    authority: z.enum(authorities).nullable(),
    ...asked,
  })
  .refine(({ figure, words }) => (figure === undefined) !== (words === undefined), {
    path: ['figure'],
  })
  .refine(({ from, to }) => from <= to, { path: ['to'] })
export type NewTarget = z.infer<typeof newTarget>

export const newTargetVersion = z
  .object({ ...asked, withdrawn: z.boolean().optional() })
  .refine(
    ({ figure, words, withdrawn }) =>
      [figure !== undefined, words !== undefined, withdrawn === true].filter(Boolean).length === 1,
    { path: ['figure'] },
  )
export type NewTargetVersion = z.infer<typeof newTargetVersion>

export const newJudgement = z.object({ likelihood: z.enum(likelihoods), body: line(2000) })
export type NewJudgement = z.infer<typeof newJudgement>

const one = z.object({ target })

export const targetRoutes = {
  list: createRoute({
    method: 'get',
    path: '/api/indicators/{id}/targets',
    summary: 'Targets of an indicator with all versions and how the figures stand to them',
    request: {
      params: idParameter,
      query: z.object({
        /** The day whose versions count, with the figures that stood at its end; now where left out. */
        on: isoDate.optional(),
      }),
    },
    responses: answers(
      z.object({ targets: z.array(target), mayEdit: z.boolean() }),
      'Targets, the newest period first; whether the asker may set them',
    ),
  }),
  add: createRoute({
    method: 'post',
    path: '/api/indicators/{id}/targets',
    summary: 'Set a target for the province or a body, for a period',
    request: { params: idParameter, headers: idempotencyKey, body: body(newTarget) },
    responses: creates(one, 'The target'),
  }),
  revise: createRoute({
    method: 'post',
    path: '/api/targets/{id}/versions',
    summary: 'What was decided anew, or taken back; what was there stays',
    request: { params: idParameter, headers: ifMatch, body: body(newTargetVersion) },
    responses: answers(one, 'The target'),
  }),
  judge: createRoute({
    method: 'post',
    path: '/api/targets/{id}/judgements',
    summary: 'Say how likely it is, beside what the figures say',
    request: { params: idParameter, headers: ifMatch, body: body(newJudgement) },
    responses: answers(one, 'The target'),
  }),
}
