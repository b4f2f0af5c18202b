// Conferences: one page each, gathered from what its reports say.
import { createRoute, z } from '@hono/zod-openapi'
import {
  answers,
  body,
  idParameter,
  ifMatch,
  isoDate,
  periodValue,
  source,
  uuid,
} from '../../http/parts.ts'
import { assignment } from '../assignments/contract.ts'
import { indicator, observation } from '../indicators/contract.ts'
import { citation } from '../instruments/contract.ts'
import { shortcoming } from '../shortcomings/contract.ts'
import { stages } from './plan.ts'

export const conference = z
  .object({
    id: uuid,
    title: z.string(),
    body: z.string().nullable(),
    type: z.string(),
    number: z.number().nullable(),
    term: z.string().nullable(),
    heldOn: z.string().nullable(),
    heldText: z.string().nullable(),
    place: z.string().nullable(),
    chair: z.array(z.object({ name: z.string(), titles: z.array(z.string()) })),
    concludedBy: z.string().nullable(),
    itemCount: z.number().nullable(),
    reviews: periodValue.nullable(),
    plans: periodValue.nullable(),
    /** Where it stands, for one that is held here; null for one that is only reported. */
    stage: z.enum(stages).nullable(),
    /** null for a conference that is not from a document. */
    source: source.nullable(),
    counts: z.object({
      assignments: z.number(),
      shortcomings: z.number(),
      observations: z.number(),
      decisions: z.number(),
    }),
    version: z.number(),
  })
  .openapi('Conference')

export type ConferenceView = z.infer<typeof conference>

export const agendaItem = z.object({
  id: uuid,
  title: z.string(),
  submitter: z.string().nullable(),
  body: z.string().nullable(),
  nextBody: z.string().nullable(),
  count: z.number().nullable(),
  source,
  version: z.number(),
})

export type AgendaItemView = z.infer<typeof agendaItem>

export const opinion = z.object({
  id: uuid,
  count: z.number().nullable(),
  about: z.string().nullable(),
  source,
  version: z.number(),
})

export type OpinionView = z.infer<typeof opinion>

export const decision = z.object({
  id: uuid,
  outcome: z.string(),
  items: z.array(z.string()),
  by: z.string().nullable(),
  source,
  version: z.number(),
})

export type DecisionView = z.infer<typeof decision>

export const conferencePage = z.object({
  conference,
  agendaItems: z.array(agendaItem),
  opinions: z.array(opinion),
  decisions: z.array(decision),
  assignments: z.array(assignment),
  shortcomings: z.array(shortcoming),
  figures: z.array(z.object({ indicator, observation })),
  citations: z.array(citation),
  documents: z.array(z.object({ id: uuid, title: z.string(), fileName: z.string() })),
})

export type ConferencePage = z.infer<typeof conferencePage>

export const conferenceChange = z.object({
  title: z.string().trim().min(1).max(500).optional(),
  heldOn: isoDate.nullable().optional(),
  place: z.string().trim().max(500).nullable().optional(),
  body: z.string().trim().max(500).nullable().optional(),
})

export type ConferenceChange = z.infer<typeof conferenceChange>

export const conferenceRoutes = {
  list: createRoute({
    method: 'get',
    path: '/api/conferences',
    summary: 'Conferences, newest first',
    responses: answers(z.object({ conferences: z.array(conference) }), 'Conferences'),
  }),
  get: createRoute({
    method: 'get',
    path: '/api/conferences/{id}',
    summary: 'One conference with everything its documents say',
    request: { params: idParameter },
    responses: answers(conferencePage, 'The conference'),
  }),
  change: createRoute({
    method: 'patch',
    path: '/api/conferences/{id}',
    summary: 'Correct title, date, place, body',
    request: { params: idParameter, headers: ifMatch, body: body(conferenceChange) },
    responses: answers(z.object({ conference }), 'The conference'),
  }),
}
