// Dossiers: the papers of a matter in their versions, their submission to a conference, their release.
import { createRoute, z } from '@hono/zod-openapi'
import { levels } from '../../http/access.ts'
import {
  answers,
  body,
  creates,
  idempotencyKey,
  idParameter,
  ifMatch,
  line,
  named,
  uuid,
} from '../../http/parts.ts'
import { declaration } from '../documents/contract.ts'
import { dossierStates, paperKinds } from './dossier.ts'

export const paperVersion = z.object({
  /** Lần: 1, 2, …; those that are closed to the reader are left out. */
  number: z.number(),
  documentId: uuid,
  fileName: z.string(),
  format: z.string(),
  /** Of the file as it came, in bytes. */
  byteSize: z.number(),
  sha256: z.string(),
  level: z.enum(levels),
  /** `destroyed`: its content is gone for good. */
  status: z.enum(['read', 'destroyed']),
  note: z.string().nullable(),
  addedBy: z.string(),
  addedAt: z.string(),
})

export const paper = z
  .object({
    id: uuid,
    matterId: uuid,
    kind: z.enum(paperKinds),
    title: z.string(),
    position: z.number(),
    withdrawn: z.boolean(),
    /** Whether its newest version is given out. */
    released: z.boolean(),
    /** Oldest first, at least one. */
    versions: z.array(paperVersion),
    may: z.object({ change: z.boolean() }),
    version: z.number(),
  })
  .openapi('DossierPaper')

export type PaperView = z.infer<typeof paper>

export const submission = z
  .object({
    id: uuid,
    submittedAt: z.string(),
    submittedBy: z.string(),
    note: z.string().nullable(),
    /** After the deadline as it stands now. */
    late: z.boolean(),
    outcome: z.enum(['taken', 'sentBack']).nullable(),
    reason: z.string().nullable(),
    decidedAt: z.string().nullable(),
    decidedBy: z.string().nullable(),
    version: z.number(),
  })
  .openapi('DossierSubmission')

export type SubmissionView = z.infer<typeof submission>

export const dossier = z
  .object({
    conference: z.object({
      id: uuid,
      title: z.string(),
      startsAt: z.string().nullable(),
      dossiersDue: z.string().nullable(),
    }),
    item: z.object({
      id: uuid,
      matterId: uuid,
      position: z.number(),
      number: z.string().nullable(),
      title: z.string(),
      submitter: named.nullable(),
      level: z.enum(levels),
      status: z.enum(['on', 'postponed', 'withdrawn']),
      version: z.number(),
    }),
    /** Only what the reader may read. */
    papers: z.array(paper),
    counts: z.object({ papers: z.number(), released: z.number() }),
    releasedAt: z.string().nullable(),
    /** Issued extracts of the minutes about the item. */
    excerpts: z.array(
      z.object({ id: uuid, cited: z.string(), issuedOn: z.string(), signed: z.boolean() }),
    ),
    /** What only the submitter and the office are told; null for others. */
    inside: z
      .object({
        state: z.enum(dossierStates),
        late: z.boolean(),
        /** Newest first. */
        submissions: z.array(submission),
        completeness: z.array(
          z.object({ kind: z.enum(paperKinds), needed: z.boolean(), count: z.number() }),
        ),
      })
      .nullable(),
    may: z.object({ prepare: z.boolean(), decide: z.boolean() }),
  })
  .openapi('Dossier')

export type DossierView = z.infer<typeof dossier>

export const releasedPaper = z
  .object({
    paperId: uuid,
    /** Lần: the newest one that is given out. */
    version: z.number(),
    documentId: uuid,
    kind: z.enum(paperKinds),
    title: z.string(),
    itemId: uuid,
    itemNumber: z.string().nullable(),
    itemPosition: z.number(),
    itemTitle: z.string(),
    fileName: z.string(),
    format: z.string(),
    byteSize: z.number(),
    sha256: z.string(),
    textVersion: z.number(),
    /** Of its text in UTF-8. */
    textBytes: z.number(),
  })
  .openapi('ReleasedPaper')

export type ReleasedPaper = z.infer<typeof releasedPaper>

export const paperChange = z.object({
  kind: z.enum(paperKinds).optional(),
  title: line(500).optional(),
  /** Its place among the papers, from 1. */
  position: z.number().int().min(1).max(1000).optional(),
})
export type PaperChange = z.infer<typeof paperChange>

/** What goes with the file of a new paper. */
export const paperForm = z.object({
  kind: z.enum(paperKinds),
  note: line(1000).optional(),
})

/** What goes with the file of a paper's next version. */
export const versionForm = z.object({ note: line(1000).optional() })

export const submissionDecision = z
  .object({ outcome: z.enum(['taken', 'sentBack']), reason: line(2000).optional() })
  .refine(({ outcome, reason }) => outcome === 'taken' || reason !== undefined, {
    path: ['reason'],
  })
export type SubmissionDecision = z.infer<typeof submissionDecision>

const onePaper = z.object({ paper })
const oneDossier = z.object({ dossier })
const dossiers = answers(z.object({ dossiers: z.array(dossier) }), 'Dossiers')

const upload = (fields: z.ZodRawShape) => ({
  required: true,
  content: {
    'multipart/form-data': {
      schema: z.object({
        file: z.any().optional().openapi({ type: 'string', format: 'binary' }),
        declaration: z
          .string()
          .optional()
          .openapi({ enum: [declaration] }),
        title: z.string().optional(),
        note: z.string().optional(),
        ...fields,
      }),
    },
  },
})

export const dossierRoutes = {
  own: createRoute({
    method: 'get',
    path: '/api/dossiers',
    summary: 'What the asker’s own bodies have to submit to conferences that are not over',
    responses: dossiers,
  }),
  ofConference: createRoute({
    method: 'get',
    path: '/api/conferences/{id}/dossiers',
    summary: 'The dossiers of a conference, by item, with the papers that the asker may read',
    request: { params: idParameter },
    responses: dossiers,
  }),
  released: createRoute({
    method: 'get',
    path: '/api/conferences/{id}/papers',
    summary: 'The papers given out for a conference that the asker may read, in agenda order',
    request: { params: idParameter },
    responses: answers(
      z.object({
        papers: z.array(releasedPaper),
        total: z.object({ papers: z.number(), bytes: z.number(), textBytes: z.number() }),
      }),
      'Papers with their sizes and hashes',
    ),
  }),
  get: createRoute({
    method: 'get',
    path: '/api/session-items/{id}/dossier',
    summary: 'The dossier of one item',
    request: { params: idParameter },
    responses: answers(oneDossier, 'The dossier'),
  }),
  add: createRoute({
    method: 'post',
    path: '/api/session-items/{id}/papers',
    summary: 'Add a paper to the dossier of an item (multipart: file, declaration, kind)',
    request: {
      params: idParameter,
      headers: idempotencyKey,
      body: upload({ kind: z.enum(paperKinds) }),
    },
    responses: creates(onePaper, 'The paper with its first version'),
  }),
  release: createRoute({
    method: 'post',
    path: '/api/session-items/{id}/papers/release',
    summary: 'Give the papers of an item out at the item’s level; If-Match: the item’s version',
    request: { params: idParameter, headers: ifMatch, body: body(z.object({})) },
    responses: answers(oneDossier, 'The dossier'),
  }),
  submit: createRoute({
    method: 'post',
    path: '/api/session-items/{id}/submissions',
    summary: 'Submit the dossier of an item to its conference',
    request: {
      params: idParameter,
      headers: idempotencyKey,
      body: body(z.object({ note: line(2000).optional() })),
    },
    responses: creates(oneDossier, 'The dossier'),
  }),
  decide: createRoute({
    method: 'post',
    path: '/api/submissions/{id}/decide',
    summary: 'Take a submission, or send it back with the reason',
    request: { params: idParameter, headers: ifMatch, body: body(submissionDecision) },
    responses: answers(oneDossier, 'The dossier'),
  }),
  paper: createRoute({
    method: 'get',
    path: '/api/papers/{id}',
    summary: 'One paper with the versions that the asker may read, and the conferences it goes to',
    request: { params: idParameter },
    responses: answers(onePaper.extend({ conferences: z.array(named) }), 'The paper'),
  }),
  addVersion: createRoute({
    method: 'post',
    path: '/api/papers/{id}/versions',
    summary: 'Add the next version of a paper (multipart: file, declaration)',
    request: { params: idParameter, headers: idempotencyKey, body: upload({}) },
    responses: creates(onePaper, 'The paper'),
  }),
  change: createRoute({
    method: 'patch',
    path: '/api/papers/{id}',
    summary: 'Change kind, title or place of a paper',
    request: { params: idParameter, headers: ifMatch, body: body(paperChange) },
    responses: answers(onePaper, 'The paper'),
  }),
  withdraw: createRoute({
    method: 'post',
    path: '/api/papers/{id}/withdraw',
    summary: 'Take a paper out of its dossier: who is no insider loses it at once',
    request: {
      params: idParameter,
      headers: ifMatch,
      body: body(z.object({ reason: line(1000) })),
    },
    responses: answers(onePaper, 'The paper'),
  }),
}
