// Figures of all units for a period, together, and on the map of then or of now.
import { createRoute, z } from '@hono/zod-openapi'
import { answers, idParameter, isoDate, named, uuid } from '../../http/parts.ts'
import { missingReasons, stages } from './figure.ts'
import { question } from './figure-contract.ts'

export const maps = ['then', 'now'] as const
export type MapOf = (typeof maps)[number]

const row = z.object({
  organisation: named,
  value: z.number().nullable(),
  missingReason: z.enum(missingReasons).nullable(),
  stage: z.enum(stages).nullable(),
  /** As reported, out of totals or months, by the formula; null on the map of now. */
  worked: z.enum(['reported', 'cumulative', 'months', 'formula']).nullable(),
  /** On the map of now: its own, of whole bodies, estimated by shares, or why there is none. */
  how: z.enum(['own', 'exact', 'estimated', 'notAdded', 'shareUnknown', 'weightMissing']),
  /** What it is made of, where that is not itself alone. */
  from: z.array(named),
  parts: z.number(),
  of: z.number(),
  /** The body above it that is in the list: it counts in that one. */
  inside: named.nullable(),
})
export type UnitRow = z.infer<typeof row>

const unitFigures = z.object({
  /** Periods of which units have figures, the newest first. */
  periods: z.array(z.object({ from: z.string(), to: z.string() })),
  period: z.object({ from: z.string(), to: z.string() }).nullable(),
  map: z.enum(maps),
  /** The day of the map. */
  day: z.string().nullable(),
  rows: z.array(row),
  /** Those that the figure is expected of and that have none; why, where they say so. */
  missing: z.array(
    z.object({ organisation: named, missingReason: z.enum(missingReasons).nullable() }),
  ),
  /** All together, of how many there are. */
  whole: z.object({ value: z.number().nullable(), parts: z.number(), of: z.number() }),
  across: z.enum(['sum', 'weightedMean', 'none', 'max', 'min']),
  formula: z.string().nullable(),
  /** How its definition has figures written; null where nobody has said so. */
  written: z.object({ entryFactor: z.number(), decimals: z.number() }).nullable(),
  weight: z.object({ id: uuid, nameVi: z.string(), nameEn: z.string() }).nullable(),
  /** What is reported of the province as a whole for the same period. */
  province: z.object({ value: z.number(), stage: z.enum(stages).nullable() }).nullable(),
  /** V4: where both differ. */
  question: question.nullable(),
  /** What there was, what the map shows, what has no place on it. */
  control: z.object({ before: z.number(), after: z.number(), unplaced: z.number() }).nullable(),
})
export type UnitFigures = z.infer<typeof unitFigures>

export const unitFigureRoutes = {
  units: createRoute({
    method: 'get',
    path: '/api/indicators/{id}/units',
    summary: 'Figures of all units for a period, together, and on the map of then or of now',
    request: {
      params: idParameter,
      query: z.object({
        /** Both days of the period; the newest that units have figures of where left out. */
        from: isoDate.optional(),
        to: isoDate.optional(),
        map: z.enum(maps).optional(),
        /** What stood at this moment (ISO 8601 with zone); now where left out. */
        at: z.iso.datetime({ offset: true }).optional(),
      }),
    },
    responses: answers(unitFigures, 'Figures by unit, their whole, who is missing'),
  }),
}
