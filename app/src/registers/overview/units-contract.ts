// Figures of units beside each other: by indicators, by periods, and all of one unit.
import { createRoute, z } from '@hono/zod-openapi'
import { answers, idParameter, isoDate, named, uuid } from '../../http/parts.ts'
import { taskCount } from '../assignments/contract.ts'
import { bodyAxes } from '../indicators/definition.ts'
import { missingReasons } from '../indicators/figure.ts'
import { unitStates } from './units.ts'

export const unitCell = z.object({
  value: z.number().nullable(),
  state: z.enum(unitStates),
  share: z.number().nullable(),
  ofTarget: z.number().nullable(),
  expected: z
    .object({ low: z.number(), high: z.number(), years: z.number(), by: z.string() })
    .nullable(),
  target: z.object({ low: z.number(), high: z.number() }).nullable(),
  missing: z.enum(missingReasons).nullable(),
})

export const column = z.object({
  id: uuid,
  nameVi: z.string(),
  nameEn: z.string(),
  unit: z.string(),
  kind: z.enum(['C', 'P', 'R']),
  direction: z.enum(['up', 'down', 'band', 'none']),
  /** How figures of units go together; what does not has no whole. */
  across: z.enum([...bodyAxes, 'formula']),
})
export type Column = z.infer<typeof column>

/** All units together, of how many there are; a unit below another of the list counts in that one. */
const whole = z.object({ value: z.number().nullable(), parts: z.number(), of: z.number() })

const unit = z.object({ body: named, cells: z.array(unitCell) })

export const unitMapAnswer = z
  .object({
    /** The last day of the period; null where no unit has a figure. */
    to: z.string().nullable(),
    /** Days of its year on which figures end. */
    ends: z.array(z.string()),
    /** Each with the last day of its newest period until then. */
    indicators: z.array(column.extend({ to: z.string() })),
    /** By name; a cell an indicator. */
    units: z.array(unit),
    wholes: z.array(whole),
    /** What is reported of the province as a whole. */
    province: z.array(z.number().nullable()),
    offset: z.number(),
    /** Of how many indicators these are some. */
    count: z.number(),
    /** May take the year's figures of all units along. */
    mayExport: z.boolean(),
  })
  .openapi('UnitMap')
export type UnitMap = z.infer<typeof unitMapAnswer>

export const indicatorUnitsAnswer = z
  .object({
    year: z.number(),
    /** Of the year and the one before it. */
    ends: z.array(z.string()),
    indicator: column,
    /** By name; a cell an end. */
    units: z.array(unit),
    wholes: z.array(whole),
    province: z.array(z.number().nullable()),
  })
  .openapi('IndicatorUnits')
export type IndicatorUnits = z.infer<typeof indicatorUnitsAnswer>

const rates = z.object({
  owed: z.number(),
  sent: z.number(),
  onTime: z.number(),
  missing: z.number(),
})

export const unitRowsAnswer = z.object({
  to: z.string().nullable(),
  ends: z.array(z.string()),
  /** Each with the last day of its newest period. */
  rows: z.array(z.object({ indicator: column, to: z.string(), cell: unitCell })),
})
export type UnitRows = z.infer<typeof unitRowsAnswer>

export const unitCardAnswer = unitRowsAnswer
  .extend({
    body: named,
    year: z.number(),
    /** Of reports of periods that end in the year; null for whoever does not read them. */
    reports: rates.nullable(),
    /** The official count of the tasks that it leads. */
    tasks: taskCount,
    /** Its share on time; null below five tasks that count. */
    share: z.number().nullable(),
  })
  .openapi('UnitCard')
export type UnitCard = z.infer<typeof unitCardAnswer>

export const unitRoutes = {
  map: createRoute({
    method: 'get',
    path: '/api/overview/units',
    summary: 'Units by indicators at the end of a period, each held against its own plan',
    request: {
      query: z.object({
        /** The newest period until this day; until today where left out. */
        to: isoDate.optional(),
        /** Indicators to leave out before the first. */
        offset: z.coerce.number().int().min(0).max(10_000).optional(),
      }),
    },
    responses: answers(unitMapAnswer, 'Units and indicators'),
  }),
  indicator: createRoute({
    method: 'get',
    path: '/api/indicators/{id}/overview',
    summary: 'One indicator: its units by periods of a year and the year before',
    request: {
      params: idParameter,
      query: z.object({ year: z.coerce.number().int().min(1990).max(2200).optional() }),
    },
    responses: answers(indicatorUnitsAnswer, 'Units and periods'),
  }),
  unit: createRoute({
    method: 'get',
    path: '/api/organisations/{id}/overview',
    summary: 'One unit: its indicators, its reports on time, its tasks by the official count',
    request: { params: idParameter, query: z.object({ to: isoDate.optional() }) },
    responses: answers(unitCardAnswer, 'The unit'),
  }),
}
