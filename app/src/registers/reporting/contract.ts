// Reporting: regimes with their versions, the slots of units, what is sent, given back and accepted.
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
  named,
  uuid,
  line as words,
} from '../../http/parts.ts'
import { stages } from '../indicators/figure.ts'
import {
  frequencies,
  measures,
  methods,
  missingReasons,
  slotStates,
  stepKinds,
  timings,
} from './regime.ts'

const power = z.union([z.literal(0), z.literal(3), z.literal(6), z.literal(9)])

const line = z.object({
  indicatorId: uuid,
  code: z.string(),
  nameVi: z.string(),
  nameEn: z.string(),
  unit: z.string(),
  measure: z.enum(measures),
  /** Figures of this line are typed and shown in tens to this power of the unit. */
  power: z.number(),
})

const unit = z.object({ body: named, responsible: named })

export const regimeVersion = z.object({
  number: z.number(),
  /** It counts for periods that end on this day or later. */
  validFrom: z.string(),
  legalReference: z.string(),
  frequency: z.enum(frequencies),
  cutoffDay: z.number(),
  dueDays: z.number(),
  graceDays: z.number(),
  stage: z.enum(stages),
  lines: z.array(line),
  units: z.array(unit),
})

export const regime = z
  .object({
    id: uuid,
    name: z.string(),
    closedOn: z.string().nullable(),
    /** Oldest first. */
    versions: z.array(regimeVersion),
    version: z.number(),
  })
  .openapi('ReportRegime')

export type RegimeView = z.infer<typeof regime>
export type RegimeVersionView = z.infer<typeof regimeVersion>

const terms = z.object({
  validFrom: isoDate,
  legalReference: z.string().trim().min(1).max(500),
  frequency: z.enum(frequencies),
  cutoffDay: z.number().int().min(1).max(31),
  dueDays: z.number().int().min(0).max(60),
  graceDays: z.number().int().min(0).max(30),
  stage: z.enum(stages),
  lines: z
    .array(z.object({ indicatorId: uuid, measure: z.enum(measures), power }))
    .min(1)
    .max(200),
  /** Each with the account that answers for its reports: without one a unit is refused. */
  units: z
    .array(z.object({ organisationId: uuid, responsibleId: uuid.nullable() }))
    .min(1)
    .max(500),
})

export type RegimeTerms = z.infer<typeof terms>

const name = z.string().trim().min(1).max(300)
const newRegime = terms.extend({ name })
export type NewRegime = z.infer<typeof newRegime>

const regimeChange = z.object({ name: name.optional(), closedOn: isoDate.nullable().optional() })
export type RegimeChange = z.infer<typeof regimeChange>

const period = z.object({ from: z.string(), to: z.string() })

export const slotLine = z
  .object({
    id: uuid,
    regime: named,
    frequency: z.enum(frequencies),
    body: named,
    period,
    state: z.enum(slotStates),
    timing: z.enum(timings),
    /** Until when figures are collected, when they are to be sent, the last day that counts as on time. */
    cutoff: z.string(),
    due: z.string(),
    last: z.string(),
    sentOn: z.string().nullable(),
    /** `acts`: false where that account does not act for the body any more, so that another is to be named. */
    responsible: z.object({ ...named.shape, acts: z.boolean() }),
    version: z.number(),
  })
  .openapi('ReportSlotLine')

export type SlotLine = z.infer<typeof slotLine>

const aim = z.object({ low: z.number(), high: z.number() })

export const slotCell = z.object({
  ...line.shape,
  kind: z.enum(['C', 'P', 'R']),
  direction: z.enum(['up', 'down', 'band', 'none']),
  value: z.number().nullable(),
  missingReason: z.enum(missingReasons).nullable(),
  explanation: z.string().nullable(),
  /** Why the office gave this figure back. */
  returnedReason: z.string().nullable(),
  /** Accepted for the period before, and for the same period of last year; in the line's power, as all here. */
  last: z.number().nullable(),
  same: z.number().nullable(),
  /** What is usual by the figures before it, and the last two of them: they are asked about while one types. */
  usual: z.object({ middle: z.number(), distance: z.number() }).nullable(),
  latest: z.array(z.number()),
  /** What the definition of the indicator allows. */
  limits: z.object({ least: z.number().nullable(), most: z.number().nullable() }),
  /** What the body's plan expects by the end of the period. */
  expected: aim.nullable(),
  /** What documents say of it, each with its sentence; `confirmed` by a person, or only read. */
  statements: z.array(
    z.object({
      findingId: uuid,
      confirmed: z.boolean(),
      /** Neither a bound ("gần") nor a range: it may be taken. */
      exact: z.boolean(),
      value: z.number(),
      quote: z.string(),
      document: z.object({ id: uuid, title: z.string() }),
      start: z.number(),
      end: z.number(),
    }),
  ),
  /** The sentence that the figure was taken from. */
  findingId: uuid.nullable(),
})

export type SlotCell = z.infer<typeof slotCell>

export const slot = z
  .object({
    ...slotLine.shape,
    legalReference: z.string(),
    stage: z.enum(stages),
    window: period,
    exceptionReason: z.string().nullable(),
    /** The day that an exception set; null where it is due as its regime says. */
    otherDay: z.string().nullable(),
    ...{ returnReason: z.string().nullable(), onBehalf: z.string().nullable() },
    cells: z.array(slotCell),
    steps: z.array(
      z.object({
        kind: z.enum(stepKinds),
        reason: z.string().nullable(),
        by: z.string(),
        at: z.string(),
      }),
    ),
    can: z.object({
      enter: z.boolean(),
      submit: z.boolean(),
      /** Sends as the body itself; others say who told them. */
      asBody: z.boolean(),
      judge: z.boolean(),
      lock: z.boolean(),
      except: z.boolean(),
      handOver: z.boolean(),
    }),
    /** Who acts for the unit, to hand the report over to; for who may do that. */
    acting: z.array(named),
  })
  .openapi('ReportSlot')

export type SlotView = z.infer<typeof slot>

const givenValue = z.object({
  indicatorId: uuid,
  measure: z.enum(measures),
  value: z.number().nullable(),
  missingReason: z.enum(missingReasons).nullable().optional(),
  explanation: words(2000).nullable().optional(),
  method: z.enum(methods).default('typed'),
  /** The sentence that says so: one of the cell's statements, with its figure (`method` document). */
  findingId: uuid.nullable().optional(),
})

export type GivenValue = z.infer<typeof givenValue>

const valuesGiven = z.object({ values: z.array(givenValue).max(200) })
const sending = z.object({ onBehalf: words(200).nullable().optional() })
const returning = z.object({
  reason: words(1000),
  /** The figures that are given back; none: the whole report. */
  values: z
    .array(z.object({ indicatorId: uuid, measure: z.enum(measures), reason: words(1000) }))
    .max(200)
    .default([]),
})
export type Returning = z.infer<typeof returning>

const excepting = z.object({
  excused: z.boolean(),
  dueOn: isoDate.nullable(),
  /** Left out where the exception is taken back. */
  reason: words(1000).nullable(),
})
export type Excepting = z.infer<typeof excepting>

const handing = z.object({ responsibleId: uuid, later: z.boolean().default(true) })
export type Handing = z.infer<typeof handing>

const file = z.object({
  file: z.base64().max(950_000),
  check: z.boolean().default(false),
})

export const fileProblemCodes = [
  'noHeading',
  'otherReport',
  'unknownLine',
  'twice',
  'notANumber',
  'ambiguous',
  'unknownReason',
  'both',
  'tooLong',
  'notReturned',
] as const

export const fileTaken = z
  .object({
    slot,
    /** Figures that the file changes, and those that stand as they are there. */
    changed: z.number(),
    same: z.number(),
    problems: z.array(
      z.object({
        row: z.number(),
        column: z.string(),
        code: z.enum(fileProblemCodes),
        given: z.string(),
      }),
    ),
    done: z.boolean(),
  })
  .openapi('ReportFileTaken')

export type FileTaken = z.infer<typeof fileTaken>

const rates = z.object({
  owed: z.number(),
  sent: z.number(),
  onTime: z.number(),
  missing: z.number(),
})

const oneSlot = answers(z.object({ slot }), 'The slot')
const onSlot = { params: idParameter, headers: ifMatch }

export const reportingRoutes = {
  regimes: createRoute({
    method: 'get',
    path: '/api/report-regimes',
    summary: 'Reporting regimes with all their versions',
    responses: answers(z.object({ regimes: z.array(regime), mayManage: z.boolean() }), 'Regimes'),
  }),
  people: createRoute({
    method: 'get',
    path: '/api/report-people',
    summary: 'Accounts that act for bodies, to choose who answers for reports',
    responses: answers(
      z.object({ people: z.array(z.object({ organisationId: uuid, id: uuid, name: z.string() })) }),
      'Accounts by body',
    ),
  }),
  add: createRoute({
    method: 'post',
    path: '/api/report-regimes',
    summary: 'Add a regime; its slots of this year and the coming months are made at once',
    request: { headers: idempotencyKey, body: body(newRegime) },
    responses: creates(z.object({ regime }), 'The regime'),
  }),
  change: createRoute({
    method: 'patch',
    path: '/api/report-regimes/{id}',
    summary: 'Rename a regime, or end it: no period that ends later is asked for',
    request: { params: idParameter, headers: ifMatch, body: body(regimeChange) },
    responses: answers(z.object({ regime }), 'The regime'),
  }),
  revise: createRoute({
    method: 'post',
    path: '/api/report-regimes/{id}/versions',
    summary: 'What a regime asks from a day on',
    request: { params: idParameter, headers: ifMatch, body: body(terms) },
    responses: answers(z.object({ regime }), 'The regime'),
  }),
  slots: createRoute({
    method: 'get',
    path: '/api/report-slots',
    summary:
      'Reports of a year by unit and period, with who still owes theirs and how many came on time',
    request: {
      query: z.object({
        year: z.coerce.number().int().min(1990).max(2100),
        regime: uuid.optional(),
        body: uuid.optional(),
        /** Those that are to be filled in or sent by the reader's own bodies. */
        own: z.enum(['true']).optional(),
      }),
    },
    responses: answers(
      z.object({
        slots: z.array(slotLine),
        rates,
        /** The same by unit. */
        bodies: z.array(z.object({ body: named, rates })),
        mayManage: z.boolean(),
      }),
      'Slots',
    ),
  }),
  slot: createRoute({
    method: 'get',
    path: '/api/report-slots/{id}',
    summary: 'One report with every figure and what stands beside it',
    request: { params: idParameter },
    responses: oneSlot,
  }),
  grid: createRoute({
    method: 'get',
    path: '/api/report-grid',
    summary: 'All reports of a regime and period at once, for the office',
    request: { query: z.object({ regime: uuid, to: isoDate }) },
    responses: answers(z.object({ slots: z.array(slot) }), 'Slots by name of the unit'),
  }),
  enter: createRoute({
    method: 'put',
    path: '/api/report-slots/{id}/values',
    summary: 'Keep figures of a report as a draft; those that are left out stay as they are',
    request: { ...onSlot, body: body(valuesGiven) },
    responses: oneSlot,
  }),
  submit: createRoute({
    method: 'post',
    path: '/api/report-slots/{id}/submit',
    summary: 'Send a report: each figure is there or says why not, what stands out is explained',
    request: { ...onSlot, body: body(sending) },
    responses: oneSlot,
  }),
  giveBack: createRoute({
    method: 'post',
    path: '/api/report-slots/{id}/return',
    summary: 'Give back a report, or single figures of it, with the reason',
    request: { ...onSlot, body: body(returning) },
    responses: oneSlot,
  }),
  accept: createRoute({
    method: 'post',
    path: '/api/report-slots/{id}/accept',
    summary: 'Accept a report: its values become figures of the indicators',
    request: { ...onSlot, body: body(z.object({})) },
    responses: oneSlot,
  }),
  lock: createRoute({
    method: 'post',
    path: '/api/report-slots/{id}/lock',
    summary: 'Lock an accepted report: it is not given back any more',
    request: { ...onSlot, body: body(z.object({})) },
    responses: oneSlot,
  }),
  except: createRoute({
    method: 'post',
    path: '/api/report-slots/{id}/exception',
    summary: 'Excuse a unit for one period, or set another day, with the reason; or take that back',
    request: { ...onSlot, body: body(excepting) },
    responses: oneSlot,
  }),
  handOver: createRoute({
    method: 'post',
    path: '/api/report-slots/{id}/responsible',
    summary: 'Set who answers for a report, and for the later ones of the unit that are not sent',
    request: { ...onSlot, body: body(handing) },
    responses: oneSlot,
  }),
  fileOut: createRoute({
    method: 'get',
    path: '/api/report-slots/{id}/xlsx',
    summary: 'The report as an Excel file to fill in',
    request: { params: idParameter },
    responses: fileAnswer,
  }),
  fileIn: createRoute({
    method: 'post',
    path: '/api/report-slots/{id}/xlsx',
    summary:
      'Take the figures of a filled-in file: all of them, or none and what is wrong in which cell',
    request: { ...onSlot, body: body(file) },
    responses: answers(fileTaken, 'What came in, or what is wrong'),
  }),
}
