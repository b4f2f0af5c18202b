// Projects (dự án đầu tư công, quy hoạch): what they are, capital plans in versions, disbursement by month, what is late.
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
import { authorities } from '../indicators/target.ts'
import { lateRules, projectStates } from './late.ts'
import { monthKinds, planSources, projectCategories, projectKinds } from './project.ts'
import { projectSentence, projectWork } from './work-contract.ts'

const year = z.number().int().min(1990).max(2200)
/** In đồng. */
const money = z.number().int().min(0).max(9_000_000_000_000_000)

export const lateReason = z
  .object({
    rule: z.enum(lateRules),
    on: z.string(),
    what: z.string().nullable(),
    reached: z.number().nullable(),
    expected: z.number().nullable(),
  })
  .openapi('LateReason')

export const projectLine = z
  .object({
    id: uuid,
    kind: z.enum(projectKinds),
    name: z.string(),
    code: z.string().nullable(),
    category: z.enum(projectCategories).nullable(),
    /** The body that has it done, and the one that took over from it where it is over. */
    owner: named.extend({ now: named.nullable() }),
    place: z.string().nullable(),
    startsOn: z.string().nullable(),
    endsOn: z.string().nullable(),
    total: z.number().nullable(),
    closedOn: z.string().nullable(),
    /** Of the year asked for, by who gave it: one disbursement, several denominators. */
    planned: z.object({
      primeMinister: z.number().nullable(),
      council: z.number().nullable(),
      committee: z.number().nullable(),
    }),
    /** Since that year began, until the end of the month `until`. */
    disbursed: z.number().nullable(),
    committed: z.number().nullable(),
    until: z.string().nullable(),
    /** In percent of the work, by the newest day that says so. */
    physical: z.object({ percent: z.number(), on: z.string() }).nullable(),
    state: z.enum(projectStates),
    late: z.array(lateReason),
  })
  .openapi('Project')

export type ProjectLine = z.infer<typeof projectLine>

const recorded = { by: z.string(), at: z.string(), reason: z.string().nullable() }

export const projectPlan = z
  .object({
    fromYear: z.number(),
    toYear: z.number(),
    source: z.enum(planSources),
    authority: z.enum(authorities),
    /** What it is today; null: taken back. */
    standing: z.number().nullable(),
    /** The newest first. */
    versions: z.array(
      z.object({
        number: z.number(),
        amount: z.number().nullable(),
        legalReference: z.string(),
        decidedOn: z.string(),
        ...recorded,
      }),
    ),
  })
  .openapi('ProjectPlan')

export type ProjectPlanView = z.infer<typeof projectPlan>

export const projectMonth = z
  .object({
    kind: z.enum(monthKinds),
    year: z.number(),
    until: z.string(),
    source: z.enum([...planSources, 'all']),
    amount: z.number().nullable(),
    /** The newest first. */
    versions: z.array(
      z.object({
        number: z.number(),
        amount: z.number().nullable(),
        /** The file of the treasury, and the cell in it. */
        file: z.string().nullable(),
        cell: z.string().nullable(),
        ...recorded,
      }),
    ),
  })
  .openapi('ProjectMonth')

export type ProjectMonthView = z.infer<typeof projectMonth>

export const projectDetail = projectLine
  .extend({
    year: z.number(),
    spentBefore: z.number().nullable(),
    note: z.string().nullable(),
    closedReason: z.string().nullable(),
    /** Disbursed in all years together. */
    spent: z.number().nullable(),
    /** All that happens there: progress, land, milestones, obstacles. */
    work: projectWork,
    /** Sentences that name it, in documents that the reader may read. */
    sentences: z.array(projectSentence),
    /** As far as the reader may know of them. */
    tasks: z.array(assignment),
    plans: z.array(projectPlan),
    months: z.array(projectMonth),
    /** May change what the project is, and its plans. */
    mayManage: z.boolean(),
    /** May enter what came of it. */
    mayEnter: z.boolean(),
    /** May look at what was changed. */
    mayReadHistory: z.boolean(),
    version: z.number(),
  })
  .openapi('ProjectDetail')

export type ProjectView = z.infer<typeof projectDetail>

const facts = {
  code: line(50).nullable().optional(),
  category: z.enum(projectCategories).nullable().optional(),
  place: line(500).nullable().optional(),
  startsOn: isoDate.nullable().optional(),
  endsOn: isoDate.nullable().optional(),
  total: money.nullable().optional(),
  spentBefore: money.nullable().optional(),
  note: line(2000).nullable().optional(),
}

export const newProject = z.object({
  ...facts,
  kind: z.enum(projectKinds),
  name: line(500),
  ownerId: uuid,
})
export type NewProject = z.infer<typeof newProject>

export const projectChange = z.object({
  ...facts,
  name: line(500).optional(),
  ownerId: uuid.optional(),
  /** Both or none; null: it goes on. */
  closed: z
    .object({ on: isoDate, reason: line(1000) })
    .nullable()
    .optional(),
})
export type ProjectChange = z.infer<typeof projectChange>

export const newProjectPlan = z.object({
  fromYear: year,
  toYear: year,
  source: z.enum(planSources),
  authority: z.enum(authorities),
  /** Null: it is taken back. */
  amount: money.nullable(),
  legalReference: line(500),
  decidedOn: isoDate,
  /** Needed from the second version on. */
  reason: line(1000).nullable().optional(),
  /** The number of the version that the writer saw there; 0 for none. */
  seen: z.number().int().min(0),
})
export type NewProjectPlan = z.infer<typeof newProjectPlan>

export const newProjectMonth = z.object({
  kind: z.enum(monthKinds),
  year,
  until: isoDate,
  /** Left out for a commitment. */
  source: z.enum(planSources).optional(),
  /** Since the year began; null: it was entered by mistake. */
  amount: money.nullable(),
  reason: line(1000).nullable().optional(),
  seen: z.number().int().min(0),
})
export type NewProjectMonth = z.infer<typeof newProjectMonth>

const one = z.object({ project: projectDetail })
/** The year of public investment; left out, the one in hand today. */
const ofYear = z.object({ year: z.coerce.number().int().min(1990).max(2200).optional() })

export const projectRoutes = {
  list: createRoute({
    method: 'get',
    path: '/api/projects',
    summary: 'All projects with what was given and disbursed in a year, and what is late',
    request: { query: ofYear },
    responses: answers(
      z.object({
        projects: z.array(projectLine),
        year: z.number(),
        /** May add projects, of some body; may take the treasury's file, which speaks of all. */
        mayManage: z.boolean(),
        mayImport: z.boolean(),
      }),
      'The projects',
    ),
  }),
  get: createRoute({
    method: 'get',
    path: '/api/projects/{id}',
    summary: 'A project with its plans and months, every version',
    request: { params: idParameter, query: ofYear },
    responses: answers(one, 'The project'),
  }),
  add: createRoute({
    method: 'post',
    path: '/api/projects',
    summary: 'Add a project',
    request: { headers: idempotencyKey, body: body(newProject) },
    responses: creates(one, 'The project'),
  }),
  change: createRoute({
    method: 'patch',
    path: '/api/projects/{id}',
    summary: 'Change what a project is, close it with the reason, or open it again',
    request: { params: idParameter, headers: ifMatch, body: body(projectChange) },
    responses: answers(one, 'The project'),
  }),
  tasks: createRoute({
    method: 'put',
    path: '/api/projects/{id}/tasks',
    summary: 'Set which tasks belong to a project; those that are closed to the writer stay',
    request: {
      params: idParameter,
      headers: ifMatch,
      body: body(z.object({ assignmentIds: z.array(uuid).max(500) })),
    },
    responses: answers(one, 'The project'),
  }),
  plan: createRoute({
    method: 'post',
    path: '/api/projects/{id}/plans',
    summary: 'Give a capital plan of a year or of several, change it, or take it back',
    request: { params: idParameter, headers: idempotencyKey, body: body(newProjectPlan) },
    responses: creates(one, 'The project'),
  }),
  month: createRoute({
    method: 'post',
    path: '/api/projects/{id}/months',
    summary:
      'Enter what was disbursed, or is committed, since the year began to the end of a month',
    request: { params: idParameter, headers: idempotencyKey, body: body(newProjectMonth) },
    responses: creates(one, 'The project'),
  }),
}
