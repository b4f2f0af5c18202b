// Positions that members take on items before a conference opens, and what that leaves to discuss.
import { createRoute, z } from '@hono/zod-openapi'
import {
  answers,
  body,
  creates,
  idempotencyKey,
  idParameter,
  ifMatch,
  uuid,
} from '../../http/parts.ts'
import { askedFor, outcomes } from '../conferences/plan.ts'
import { capacities, stands } from './invitation.ts'

export const positionGiven = z.object({
  stand: z.enum(stands),
  body: z.string().trim().min(1).max(5000).optional(),
  /** Whose position, for somebody with several invitations. */
  invitationId: uuid.optional(),
})
export type PositionGiven = z.infer<typeof positionGiven>

const position = z.object({
  invitationId: uuid,
  stand: z.enum(stands),
  body: z.string().nullable(),
  givenAt: z.string(),
  version: z.number(),
})

export const positionBoard = z
  .object({
    /** Whether all members are shown, or only the reader's own. */
    whole: z.boolean(),
    /** Whether positions can still be given: until the conference opens. */
    open: z.boolean(),
    members: z.array(
      z.object({
        id: uuid,
        name: z.string(),
        title: z.string().nullable(),
        capacity: z.enum(capacities),
        own: z.boolean(),
        /** Items on which nothing was said yet. */
        missing: z.number(),
      }),
    ),
    items: z.array(
      z.object({
        id: uuid,
        number: z.string().nullable(),
        title: z.string(),
        asked: z.enum(askedFor),
        positions: z.array(position),
        uncontested: z.boolean(),
        outcome: z.enum(outcomes).nullable(),
      }),
    ),
  })
  .openapi('PositionBoard')

export type PositionBoardView = z.infer<typeof positionBoard>
export type PositionView = z.infer<typeof position>

export const takenTogether = z.object({ itemIds: z.array(uuid).min(1).max(200) })

export const positionRoutes = {
  board: createRoute({
    method: 'get',
    path: '/api/conferences/{id}/positions',
    summary: 'Items and members: who said what, who has not; only the own for a member',
    request: { params: idParameter },
    responses: answers(positionBoard, 'The board'),
  }),
  give: createRoute({
    method: 'put',
    path: '/api/session-items/{id}/position',
    summary: 'No objection, an opinion, an objection; If-Match "0" for the first time',
    request: { params: idParameter, headers: ifMatch, body: body(positionGiven) },
    responses: answers(z.object({ position }), 'The position'),
  }),
  together: createRoute({
    method: 'post',
    path: '/api/conferences/{id}/take-together',
    summary: 'Decide in one act the items on which every member said “no objection”',
    request: { params: idParameter, headers: idempotencyKey, body: body(takenTogether) },
    responses: creates(z.object({ decided: z.number() }), 'How many were decided'),
  }),
}
