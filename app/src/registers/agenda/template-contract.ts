// Templates: what a kind of conference usually has on its agenda.
import { createRoute, z } from '@hono/zod-openapi'
import { levels } from '../../http/access.ts'
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
import { askedFor } from '../conferences/plan.ts'

export const templateItem = z.object({
  number: z.string().nullable(),
  groupTitle: z.string().nullable(),
  title: z.string(),
  minutes: z.number().nullable(),
  submitterId: uuid.nullable(),
  asked: z.enum(askedFor),
  level: z.enum(levels),
  personnel: z.boolean(),
})

export type TemplateItem = z.infer<typeof templateItem>

export const conferenceTemplate = z
  .object({
    id: uuid,
    name: z.string(),
    organisation: named.nullable(),
    type: z.string(),
    place: z.string().nullable(),
    /** From beginning to end, as planned for the conference that it was made from. */
    minutes: z.number().nullable(),
    items: z.array(templateItem),
    version: z.number(),
  })
  .openapi('ConferenceTemplate')

export type TemplateView = z.infer<typeof conferenceTemplate>

const one = z.object({ template: conferenceTemplate })

export const templateRoutes = {
  list: createRoute({
    method: 'get',
    path: '/api/conference-templates',
    summary: 'Templates of those bodies whose conferences the asker may plan',
    responses: answers(z.object({ templates: z.array(conferenceTemplate) }), 'Templates'),
  }),
  save: createRoute({
    method: 'post',
    path: '/api/conferences/{id}/template',
    summary: 'Keep kind, body, place and agenda of a conference as a template',
    request: {
      params: idParameter,
      headers: idempotencyKey,
      body: body(z.object({ name: z.string().trim().min(1).max(200) })),
    },
    responses: creates(one, 'The template'),
  }),
  withdraw: createRoute({
    method: 'post',
    path: '/api/conference-templates/{id}/withdraw',
    summary: 'Offer a template no longer',
    request: { params: idParameter, headers: ifMatch, body: body(z.object({})) },
    responses: answers(one, 'The template'),
  }),
}
