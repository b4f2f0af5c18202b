// A matter through the bodies it must pass: its route, and where it stands.
import { createRoute, z } from '@hono/zod-openapi'
import {
  answers,
  body,
  creates,
  idempotencyKey,
  idParameter,
  ifMatch,
  named,
  uuid,
} from '../../http/parts.ts'
import { askedFor, outcomes } from '../conferences/plan.ts'
import { sessionItem } from './contract.ts'
import { stepStates } from './standing.ts'

export const matterPlace = z.object({
  itemId: uuid,
  conferenceId: uuid,
  title: z.string(),
  startsAt: z.string().nullable(),
  status: z.enum(['on', 'postponed', 'withdrawn']),
  /** Null until the conference is closed. */
  outcome: z.enum(outcomes).nullable(),
})

export const matter = z
  .object({
    id: uuid,
    title: z.string(),
    submitter: named.nullable(),
    steps: z.array(
      z.object({
        /** Its number on the route, from 1. */
        step: z.number(),
        organisation: named,
        asked: z.enum(askedFor),
        state: z.enum(stepStates),
        place: matterPlace.nullable(),
      }),
    ),
    /** The index of the step to be taken now. */
    now: z.number().nullable(),
    /** Every conference that had or has it, the oldest first; those closed to the reader are left out. */
    places: z.array(matterPlace),
    version: z.number(),
  })
  .openapi('Matter')

export type MatterView = z.infer<typeof matter>

export const matterRoute = z.object({
  steps: z.array(z.object({ organisationId: uuid, asked: z.enum(askedFor) })).max(12),
})
export type MatterRoute = z.infer<typeof matterRoute>

const one = z.object({ matter })

export const matterRoutes = {
  list: createRoute({
    method: 'get',
    path: '/api/conferences/{id}/matters',
    summary: 'The matters of the items of a conference, each with its route and where it stands',
    request: { params: idParameter },
    responses: answers(z.object({ matters: z.array(matter) }), 'Matters'),
  }),
  route: createRoute({
    method: 'put',
    path: '/api/session-items/{id}/route',
    summary:
      'Say which bodies the matter of an item must pass; If-Match is the version of the matter',
    request: { params: idParameter, headers: ifMatch, body: body(matterRoute) },
    responses: answers(one, 'The matter'),
  }),
  carry: createRoute({
    method: 'post',
    path: '/api/session-items/{id}/carry',
    summary: 'Put the matter of an item on the agenda of another conference, of the next body',
    request: {
      params: idParameter,
      headers: idempotencyKey,
      body: body(z.object({ conferenceId: uuid })),
    },
    responses: creates(z.object({ item: sessionItem }), 'The new item'),
  }),
}
