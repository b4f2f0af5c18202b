// Requests for explanation: the office asks a unit about an indicator, the unit answers.
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

export const explanation = z
  .object({
    id: uuid,
    indicatorId: uuid,
    organisation: named,
    targetId: uuid.nullable(),
    question: z.string(),
    dueOn: z.string(),
    askedBy: z.string(),
    askedAt: z.string(),
    answer: z.string().nullable(),
    answeredBy: z.string().nullable(),
    answeredAt: z.string().nullable(),
    /** Derived: answered, still in time, or late. */
    state: z.enum(['answered', 'open', 'late']),
    mayAnswer: z.boolean(),
    version: z.number(),
  })
  .openapi('Explanation')
export type ExplanationView = z.infer<typeof explanation>

export const newExplanation = z.object({
  organisationId: uuid,
  targetId: uuid.nullable(),
  question: line(2000),
  dueOn: isoDate,
})
export type NewExplanation = z.infer<typeof newExplanation>

const one = z.object({ explanation })

export const explanationRoutes = {
  list: createRoute({
    method: 'get',
    path: '/api/indicators/{id}/explanations',
    summary: 'What units were asked to explain of an indicator, and what they answered',
    request: { params: idParameter },
    responses: answers(
      z.object({ explanations: z.array(explanation), mayAsk: z.boolean() }),
      'Requests, the newest first; whether the asker may add one',
    ),
  }),
  ask: createRoute({
    method: 'post',
    path: '/api/indicators/{id}/explanations',
    summary: 'Ask a unit to explain an indicator by a day; those who act for it are told',
    request: { params: idParameter, headers: idempotencyKey, body: body(newExplanation) },
    responses: creates(one, 'The request'),
  }),
  answer: createRoute({
    method: 'post',
    path: '/api/explanations/{id}/answer',
    summary: 'Explain what was asked about; whoever asked is told',
    request: {
      params: idParameter,
      headers: ifMatch,
      body: body(z.object({ answer: line(4000) })),
    },
    responses: answers(one, 'The request'),
  }),
}
