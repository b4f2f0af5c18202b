// The inspection and supervision programme (chương trình kiểm tra, giám sát): subjects by quarter, what was found
// and what came of it.
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
  uuid,
} from '../../http/parts.ts'
import { assignment } from '../assignments/contract.ts'
import { instrumentLevels } from '../instruments/kinds.ts'
import { inspectionForms, inspectionStates } from './inspection.ts'

const year = z.number().int().min(1945).max(2200)
const quarter = z.number().int().min(1).max(4).nullable()
/** Told together, and each reads what was found about itself. */
const subjectIds = z.array(uuid).min(1).max(100)

export const inspectionFinding = z
  .object({
    id: uuid,
    body: z.string(),
    /** Of several inspected bodies the one that it is about; null: all of them. */
    about: named.nullable(),
    /** The document that says so, as far as the reader may see it; the sentence where it was given. */
    document: z
      .object({
        id: uuid,
        title: z.string(),
        start: z.number().nullable(),
        end: z.number().nullable(),
        quote: z.string().nullable(),
      })
      .nullable(),
    /** The task that came of it, with where that stands today. */
    task: assignment.nullable(),
    /** A task came of it, which may be closed to the reader. */
    followed: z.boolean(),
    version: z.number(),
  })
  .openapi('InspectionFinding')

export type InspectionFindingView = z.infer<typeof inspectionFinding>

export const inspection = z
  .object({
    id: uuid,
    /** The body whose programme it is. */
    organisation: named,
    year,
    quarter,
    form: z.enum(inspectionForms),
    /** The inspected bodies; `now`: where one is over, the body that took over from it. */
    subjects: z.array(named.extend({ now: named.nullable() })),
    content: z.string(),
    inspecting: named,
    level: z.enum(instrumentLevels),
    note: z.string().nullable(),
    toldOn: z.string().nullable(),
    startedOn: z.string().nullable(),
    endedOn: z.string().nullable(),
    teamLead: z.string().nullable(),
    conclusion: z.object({ id: uuid, title: z.string() }).nullable(),
    droppedReason: z.string().nullable(),
    state: z.enum(inspectionStates),
    /** Of what was found; null for the inspected body until it is over. */
    found: z.number().nullable(),
    mayManage: z.boolean(),
    version: z.number(),
  })
  .openapi('Inspection')

export type InspectionLine = z.infer<typeof inspection>

export const inspectionDetail = inspection
  .extend({
    /** None for the inspected body until it is over. */
    findings: z.array(inspectionFinding),
    /** May make a task of a finding: the office that gives tasks. */
    mayAssign: z.boolean(),
  })
  .openapi('InspectionDetail')

export type InspectionView = z.infer<typeof inspectionDetail>

const facts = {
  quarter: quarter.optional(),
  inspectingId: uuid.nullable().optional(),
  level: z.enum(instrumentLevels).optional(),
  note: line(1000).nullable().optional(),
}

export const newInspection = z.object({
  ...facts,
  organisationId: uuid,
  year,
  form: z.enum(inspectionForms),
  subjectIds,
  content: line(1000),
})
export type NewInspection = z.infer<typeof newInspection>

export const inspectionChange = z.object({
  ...facts,
  year: year.optional(),
  form: z.enum(inspectionForms).optional(),
  subjectIds: subjectIds.optional(),
  content: line(1000).optional(),
  toldOn: isoDate.nullable().optional(),
  startedOn: isoDate.nullable().optional(),
  endedOn: isoDate.nullable().optional(),
  teamLead: line(200).nullable().optional(),
  conclusionId: uuid.nullable().optional(),
})
export type InspectionChange = z.infer<typeof inspectionChange>

export const newInspectionFinding = z.object({
  body: line(2000),
  aboutId: uuid.nullable().optional(),
  documentId: uuid.nullable().optional(),
  /** The sentence as the document writes it. */
  quote: line(2000).optional(),
})
export type NewInspectionFinding = z.infer<typeof newInspectionFinding>

export const inspectionFindingChange = z.object({
  body: line(2000).optional(),
  aboutId: uuid.nullable().optional(),
  documentId: uuid.nullable().optional(),
  quote: line(2000).optional(),
  /** A task that stands in the register already; null: none. */
  assignmentId: uuid.nullable().optional(),
  withdrawn: z.literal(true).optional(),
})
export type InspectionFindingChange = z.infer<typeof inspectionFindingChange>

export const newFollowUp = z.object({
  action: line(1000),
  leadText: line(300).nullable().optional(),
  deadline: isoDate.nullable().optional(),
})

const one = z.object({ inspection: inspectionDetail })

export const inspectionRoutes = {
  list: createRoute({
    method: 'get',
    path: '/api/inspections',
    summary: 'The inspection and supervision programme of a year, by quarter',
    request: { query: z.object({ year: z.coerce.number().int().min(1945).max(2200) }) },
    responses: answers(
      z.object({ inspections: z.array(inspection), mayManage: z.boolean() }),
      'Subjects of the programme',
    ),
  }),
  get: createRoute({
    method: 'get',
    path: '/api/inspections/{id}',
    summary: 'A subject of the programme with its findings and their follow-up',
    request: { params: idParameter },
    responses: answers(one, 'The subject'),
  }),
  add: createRoute({
    method: 'post',
    path: '/api/inspections',
    summary: 'Add a subject to the programme of a body',
    request: { headers: idempotencyKey, body: body(newInspection) },
    responses: creates(one, 'The subject'),
  }),
  change: createRoute({
    method: 'patch',
    path: '/api/inspections/{id}',
    summary: 'Change a subject: plan, telling the body, carrying out, conclusion',
    request: { params: idParameter, headers: ifMatch, body: body(inspectionChange) },
    responses: answers(one, 'The subject'),
  }),
  drop: createRoute({
    method: 'post',
    path: '/api/inspections/{id}/drop',
    summary: 'Drop a subject with the reason; it stays in sight',
    request: {
      params: idParameter,
      headers: ifMatch,
      body: body(z.object({ reason: line(1000) })),
    },
    responses: answers(one, 'The subject'),
  }),
  find: createRoute({
    method: 'post',
    path: '/api/inspections/{id}/findings',
    summary: 'Enter what was found, with the sentence of the document that says so',
    request: { params: idParameter, headers: idempotencyKey, body: body(newInspectionFinding) },
    responses: creates(one, 'The subject'),
  }),
  changeFinding: createRoute({
    method: 'patch',
    path: '/api/inspection-findings/{id}',
    summary: 'Correct a finding, link the task that follows it up, or take it back',
    request: { params: idParameter, headers: ifMatch, body: body(inspectionFindingChange) },
    responses: answers(one, 'The subject'),
  }),
  assign: createRoute({
    method: 'post',
    path: '/api/inspection-findings/{id}/assignment',
    summary: 'Make a task of a finding, from the sentence of its document',
    request: { params: idParameter, headers: idempotencyKey, body: body(newFollowUp) },
    responses: creates(one, 'The subject'),
  }),
}
