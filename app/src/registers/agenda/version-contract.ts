// Approved agendas: A, B, C of a conference, each as it was approved.
import { createRoute, z } from '@hono/zod-openapi'
import { levels } from '../../http/access.ts'
import {
  answers,
  body,
  creates,
  idempotencyKey,
  idParameter,
  named,
  uuid,
} from '../../http/parts.ts'
import { askedFor } from '../conferences/plan.ts'
import { run } from './contract.ts'

export const agendaLine = z.object({
  id: uuid,
  number: z.string().nullable(),
  groupTitle: z.string().nullable(),
  title: z.string(),
  minutes: z.number().nullable(),
  submitter: named.nullable(),
  asked: z.enum(askedFor),
  level: z.enum(levels),
  personnel: z.boolean(),
  /** Its number and time among all items of the version, also those closed to the reader. */
  runs: run.optional(),
})

export const agendaVersion = z
  .object({
    id: uuid,
    label: z.string(),
    note: z.string().nullable(),
    approvedBy: z.string(),
    approvedAt: z.string(),
    /** In order; items that are closed to the reader are left out. */
    items: z.array(agendaLine),
  })
  .openapi('AgendaVersion')

export type AgendaVersionView = z.infer<typeof agendaVersion>

export const approval = z.object({
  /** The items that the approver saw, in order: what came after is not approved unseen. */
  items: z.array(z.object({ id: uuid, version: z.number().int() })).max(500),
  note: z.string().trim().min(1).max(1000).nullable().optional(),
})
export type Approval = z.infer<typeof approval>

export const versionRoutes = {
  list: createRoute({
    method: 'get',
    path: '/api/conferences/{id}/agenda-versions',
    summary: 'The approved agendas, the oldest first',
    request: { params: idParameter },
    responses: answers(z.object({ versions: z.array(agendaVersion) }), 'Approved agendas'),
  }),
  approve: createRoute({
    method: 'post',
    path: '/api/conferences/{id}/agenda-versions',
    summary: 'Approve the agenda as it stands: it is frozen as the next version',
    request: { params: idParameter, headers: idempotencyKey, body: body(approval) },
    responses: creates(z.object({ version: agendaVersion }), 'The approved agenda'),
  }),
}
