// What happens at projects: progress, land by section, milestones, obstacles and what ordered that they are removed.
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
import { offers } from './sentences.ts'
import { obstacleKinds, obstacleLevels, workStates } from './work.ts'

const note = line(2000).nullable().optional()
const reason = line(1000).nullable().optional()
const seen = z.number().int().min(0)
const recorded = { by: z.string(), at: z.string(), reason: z.string().nullable() }

export const projectProgress = z
  .object({
    on: z.string(),
    /** Null: dropped. */
    percent: z.number().nullable(),
    note: z.string().nullable(),
    /** The newest first. */
    versions: z.array(
      z.object({
        number: z.number(),
        percent: z.number().nullable(),
        note: z.string().nullable(),
        ...recorded,
      }),
    ),
  })
  .openapi('ProjectProgress')
export type ProjectProgressView = z.infer<typeof projectProgress>

const land = {
  on: isoDate,
  /** Hectares that are needed, and handed over. */
  needHa: z.number().min(0).max(1_000_000),
  handedHa: z.number().min(0).max(1_000_000),
  /** Households concerned, paid, gone from the land. */
  households: z.number().int().min(0).max(1_000_000),
  paid: z.number().int().min(0).max(1_000_000),
  moved: z.number().int().min(0).max(1_000_000),
}

const clearance = z.object({
  ...land,
  number: z.number(),
  obstacle: z.string().nullable(),
  ...recorded,
})

export const projectSection = z
  .object({
    id: uuid,
    name: z.string(),
    dueOn: z.string().nullable(),
    /** Null where it never was another day. */
    firstDueOn: z.string().nullable(),
    /** What was told last, of the newest day. */
    standing: clearance.nullable(),
    /** The newest first. */
    versions: z.array(clearance),
    version: z.number(),
  })
  .openapi('ProjectSection')
export type ProjectSectionView = z.infer<typeof projectSection>

export const projectMilestone = z
  .object({
    id: uuid,
    name: z.string(),
    dueOn: z.string(),
    firstDueOn: z.string().nullable(),
    doneOn: z.string().nullable(),
    note: z.string().nullable(),
    state: z.enum(workStates),
    version: z.number(),
  })
  .openapi('ProjectMilestone')
export type ProjectMilestoneView = z.infer<typeof projectMilestone>

export const projectObstacle = z
  .object({
    id: uuid,
    kind: z.enum(obstacleKinds),
    body: z.string(),
    since: z.string(),
    owner: named.nullable(),
    dueOn: z.string().nullable(),
    firstDueOn: z.string().nullable(),
    level: z.enum(obstacleLevels),
    /** What ordered that it is removed, as far as the reader may know of it. */
    task: assignment.nullable(),
    document: z.object({ id: uuid, title: z.string() }).nullable(),
    /** Something ordered it, which may be closed to the reader. */
    ordered: z.boolean(),
    /** What the task said that ordered it and was taken back since. */
    takenBack: z.string().nullable(),
    resolvedOn: z.string().nullable(),
    resolution: z.string().nullable(),
    state: z.enum(workStates),
    version: z.number(),
  })
  .openapi('ProjectObstacle')
export type ProjectObstacleView = z.infer<typeof projectObstacle>

export const projectWork = z
  .object({
    /** The newest day first. */
    progress: z.array(projectProgress),
    sections: z.array(projectSection),
    milestones: z.array(projectMilestone),
    obstacles: z.array(projectObstacle),
  })
  .openapi('ProjectWork')
export type ProjectWorkView = z.infer<typeof projectWork>

/** What a document says of the project, and what of it could be entered. */
export const projectSentence = z
  .object({
    document: z.object({ id: uuid, title: z.string() }),
    date: z.string().nullable(),
    start: z.number(),
    end: z.number(),
    quote: z.string(),
    /** Whether everybody who sees the project may read the document: its words may stand in a note. */
    open: z.boolean(),
    /** A person looks at it, says of which day it is, and saves. */
    offers: z.array(z.object({ offer: z.enum(offers), value: z.number().nullable() })),
  })
  .openapi('ProjectSentence')
export type ProjectSentence = z.infer<typeof projectSentence>

export const newProgress = z.object({
  on: isoDate,
  percent: z.number().min(0).max(100).nullable(),
  note,
  reason,
  seen,
})
export type NewProgress = z.infer<typeof newProgress>

export const newSection = z.object({ name: line(300), dueOn: isoDate.nullable().optional() })
export type NewSection = z.infer<typeof newSection>

export const sectionChange = newSection.partial().extend({
  withdrawn: z.literal(true).optional(),
  reason,
})
export type SectionChange = z.infer<typeof sectionChange>

export const newClearance = z.object({ ...land, obstacle: note, reason, seen })
export type NewClearance = z.infer<typeof newClearance>

export const newMilestone = z.object({ name: line(300), dueOn: isoDate, note })
export type NewMilestone = z.infer<typeof newMilestone>

export const milestoneChange = newMilestone.partial().extend({
  doneOn: isoDate.nullable().optional(),
  withdrawn: z.literal(true).optional(),
  reason,
})
export type MilestoneChange = z.infer<typeof milestoneChange>

export const newObstacle = z.object({
  kind: z.enum(obstacleKinds),
  body: line(2000),
  since: isoDate,
  ownerId: uuid.nullable().optional(),
  dueOn: isoDate.nullable().optional(),
  level: z.enum(obstacleLevels),
  /** One of both, or none. */
  assignmentId: uuid.nullable().optional(),
  documentId: uuid.nullable().optional(),
})
export type NewObstacle = z.infer<typeof newObstacle>

export const obstacleChange = newObstacle.partial().extend({
  /** Null: it is there again. */
  resolved: z
    .object({ on: isoDate, how: line(2000) })
    .nullable()
    .optional(),
  withdrawn: z.literal(true).optional(),
  reason,
})
export type ObstacleChange = z.infer<typeof obstacleChange>

const answer = answers(z.object({ work: projectWork }), 'What happens at the project')
const made = creates(z.object({ work: projectWork }), 'What happens at the project')
const adding = { params: idParameter, headers: idempotencyKey }
const changing = { params: idParameter, headers: ifMatch }

export const workRoutes = {
  progress: createRoute({
    method: 'post',
    path: '/api/projects/{id}/progress',
    summary: 'Say how much of the work is done on a day, or drop what was said',
    request: { ...adding, body: body(newProgress) },
    responses: made,
  }),
  addSection: createRoute({
    method: 'post',
    path: '/api/projects/{id}/sections',
    summary: 'Add a section of land that has to be handed over',
    request: { ...adding, body: body(newSection) },
    responses: made,
  }),
  changeSection: createRoute({
    method: 'patch',
    path: '/api/project-sections/{id}',
    summary: 'Change a section, or take it back; another day needs its reason',
    request: { ...changing, body: body(sectionChange) },
    responses: answer,
  }),
  clear: createRoute({
    method: 'post',
    path: '/api/project-sections/{id}/clearances',
    summary: 'Say how far a section is: hectares, households, paid, what stands in the way',
    request: { ...adding, body: body(newClearance) },
    responses: made,
  }),
  addMilestone: createRoute({
    method: 'post',
    path: '/api/projects/{id}/milestones',
    summary: 'Add a milestone',
    request: { ...adding, body: body(newMilestone) },
    responses: made,
  }),
  changeMilestone: createRoute({
    method: 'patch',
    path: '/api/project-milestones/{id}',
    summary:
      'Change a milestone, say that it is done, or take it back; another day needs its reason',
    request: { ...changing, body: body(milestoneChange) },
    responses: answer,
  }),
  addObstacle: createRoute({
    method: 'post',
    path: '/api/projects/{id}/obstacles',
    summary: 'Add an obstacle: who removes it by when, and what ordered that',
    request: { ...adding, body: body(newObstacle) },
    responses: made,
  }),
  changeObstacle: createRoute({
    method: 'patch',
    path: '/api/project-obstacles/{id}',
    summary: 'Change an obstacle, say how it was removed, or take it back',
    request: { ...changing, body: body(obstacleChange) },
    responses: answer,
  }),
}
