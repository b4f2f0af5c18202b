// The chain: shortcoming, item, dossier, opinions, decision, task, result, indicator, from any of them.
import { createRoute, z } from '@hono/zod-openapi'
import { answers, body, conferenceLink, ifMatch, source, uuid } from '../../http/parts.ts'
import { decisionSource } from '../assignments/contract.ts'
import { recurrence } from './review-contract.ts'

/** Where one may begin; `decision` is one that a report tells of, an item has its own. */
export const chainStart = z.enum([
  'shortcoming',
  'item',
  'matter',
  'opinion',
  'decision',
  'assignment',
  'indicator',
])
export type ChainStart = z.infer<typeof chainStart>

/** The links of the chain in their order. */
export const chainStages = [
  'shortcoming',
  'item',
  'dossier',
  'opinion',
  'decision',
  'assignment',
  'result',
  'indicator',
] as const
export type ChainStage = (typeof chainStages)[number]

/** What people may say of: whether two of these belong together. */
export const linkable = z.enum(['shortcoming', 'assignment', 'matter', 'indicator'])
export type Linkable = z.infer<typeof linkable>

const end = z.object({ kind: linkable, id: uuid })
export type LinkEnd = z.infer<typeof end>

export const chainNode = z.object({
  /** Unique in an answer. */
  key: z.string(),
  stage: z.enum(chainStages),
  id: uuid,
  /** Its words: a sentence, a title, a task. */
  title: z.string(),
  /** The day it was raised, held, said, given, reported; null where it is not known. */
  date: z.string().nullable(),
  /** Where it stands, a code of its own kind; null where it has none. */
  state: z.string().nullable(),
  /** Who, or how much. */
  note: z.string().nullable(),
  conference: conferenceLink.nullable(),
  /** The sentence of a document. */
  source: source.nullable(),
  /** The sentence of a decision. */
  place: decisionSource.shape.place,
  /** The item it belongs to, a paper, a document: what its address is made of. */
  itemId: uuid.nullable(),
  paperId: uuid.nullable(),
  documentId: uuid.nullable(),
  matterId: uuid.nullable(),
  /** The task that a result is of. */
  taskId: uuid.nullable(),
  /** A result that says where the task stood when a later conference looked back. */
  looked: z.boolean(),
  /** `entry`: where one began; `proposed`: its words fit, nobody said that it belongs here. */
  how: z.enum(['entry', 'linked', 'confirmed', 'proposed', 'refused']),
  /**
   * What somebody may say of it, and the version of what was said; null where it follows from the entries. On one that
   * is `linked`: it was refused and belongs here by other means.
   */
  link: z.object({ from: end, to: end, version: z.number() }).nullable(),
})
export type ChainNode = z.infer<typeof chainNode>

export const chain = z
  .object({
    /** By stage, each the oldest first. */
    nodes: z.array(chainNode),
    recurrences: z.array(recurrence),
    /** Whether the reader may say what belongs together. */
    mayLink: z.boolean(),
    /** There is more than one answer holds. */
    more: z.boolean(),
  })
  .openapi('Chain')
export type ChainView = z.infer<typeof chain>

export const linkGiven = z.object({
  from: end,
  to: end,
  verdict: z.enum(['confirmed', 'refused']),
})
export type LinkGiven = z.infer<typeof linkGiven>

export const chainRoutes = {
  get: createRoute({
    method: 'get',
    path: '/api/chain',
    summary: 'What an entry belongs together with, from shortcoming to indicator, both ways',
    request: { query: z.object({ kind: chainStart, id: uuid }) },
    responses: answers(z.object({ chain }), 'The chain'),
  }),
  link: createRoute({
    method: 'put',
    path: '/api/chain-links',
    summary: 'Say whether two entries belong together (If-Match "0" for the first time)',
    request: { headers: ifMatch, body: body(linkGiven) },
    responses: answers(z.object({ version: z.number() }), 'What was said'),
  }),
}
