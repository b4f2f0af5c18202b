// Opinions of conferences and rounds with their answers: tiếp thu, giải trình.
import { createRoute, z } from '@hono/zod-openapi'
import { answers, body, fileAnswer, idParameter, ifMatch, named, uuid } from '../../http/parts.ts'
import { opinionAnswers, stances } from './round.ts'

export const opinion = z
  .object({
    id: uuid,
    matterId: uuid,
    /** Where it was given. */
    given: z.object({
      kind: z.enum(['conference', 'round']),
      id: uuid,
      title: z.string(),
      /** The item of the conference; null in a round. */
      itemId: uuid.nullable(),
    }),
    paper: z.object({ id: uuid, title: z.string() }).nullable(),
    clause: z.string().nullable(),
    speaker: z.string(),
    speakerTitle: z.string().nullable(),
    stance: z.enum(stances),
    body: z.string(),
    givenAt: z.string(),
    answer: z.enum(opinionAnswers).nullable(),
    answerReason: z.string().nullable(),
    answeredBy: z.string().nullable(),
    answeredAt: z.string().nullable(),
    mayAnswer: z.boolean(),
    version: z.number(),
  })
  .openapi('AnsweredOpinion')
export type OpinionView = z.infer<typeof opinion>

const counts = z.object({
  all: z.number(),
  unanswered: z.number(),
  accepted: z.number(),
  partly: z.number(),
  notAccepted: z.number(),
})

export const matterOpinions = z
  .object({
    matter: z.object({ id: uuid, title: z.string(), submitter: named.nullable() }),
    opinions: z.array(opinion),
    counts,
    /** Drafts that opinions name. */
    papers: z.array(z.object({ id: uuid, title: z.string() })),
    /** Papers of its dossier that a round can ask about: those that the asker reads. */
    drafts: z.array(z.object({ id: uuid, title: z.string(), documentId: uuid })),
  })
  .openapi('MatterOpinions')
export type MatterOpinions = z.infer<typeof matterOpinions>

export const opinionAnswer = z.object({
  /** null takes the answer back. */
  answer: z.enum(opinionAnswers).nullable(),
  /** Needed unless it is accepted as it was said. */
  reason: z.string().trim().max(5000).nullable().optional(),
})
export type OpinionAnswerGiven = z.infer<typeof opinionAnswer>

export const opinionRoutes = {
  matter: createRoute({
    method: 'get',
    path: '/api/matters/{id}/opinions',
    summary: 'All opinions on a matter, given at conferences and in rounds, with their answers',
    request: { params: idParameter },
    responses: answers(matterOpinions, 'Opinions'),
  }),
  docx: createRoute({
    method: 'get',
    path: '/api/matters/{id}/opinions/docx',
    summary: 'The table of the opinions on a matter with their answers, as a Word file',
    request: {
      params: idParameter,
      query: z.object({
        paper: uuid.optional().openapi({ description: 'Only opinions on this draft' }),
        conference: uuid.optional().openapi({ description: 'Only those given at this conference' }),
      }),
    },
    responses: fileAnswer,
  }),
  conference: createRoute({
    method: 'get',
    path: '/api/conferences/{id}/opinions',
    summary: 'The matters of a conference’s items with the opinions that were given there',
    request: { params: idParameter },
    responses: answers(z.object({ matters: z.array(matterOpinions) }), 'In the agenda’s order'),
  }),
  answer: createRoute({
    method: 'put',
    path: '/api/item-opinions/{id}/answer',
    summary: 'Answer an opinion: accepted, partly, not; with the reason',
    request: { params: idParameter, headers: ifMatch, body: body(opinionAnswer) },
    responses: answers(z.object({ opinion }), 'The opinion'),
  }),
}
