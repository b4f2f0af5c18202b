// Documents: reports as they came in, their text and their original bytes.
import { createRoute, z } from '@hono/zod-openapi'
import { levels } from '../../http/access.ts'
import {
  answers,
  body,
  creates,
  fileAnswer,
  idempotencyKey,
  idParameter,
  ifMatch,
  isoDate,
  uuid,
} from '../../http/parts.ts'

/** What a person says of every file they bring in; on record with who and when. */
export const declaration = 'noStateSecrets'

/** Who may read it, from the narrowest to the widest (`http/access.ts`). */
export const level = z.enum(levels)

export const documentSummary = z
  .object({
    id: uuid,
    title: z.string(),
    fileName: z.string(),
    format: z.string(),
    byteSize: z.number(),
    sha256: z.string(),
    date: z.string().nullable(),
    status: z.enum(['read', 'destroyed']),
    addedAt: z.string(),
    addedBy: z.string(),
    conference: z.object({ id: uuid, title: z.string() }).nullable(),
    level,
    /** The body it belongs to; null: the province's office. */
    organisation: z.object({ id: uuid, name: z.string() }).nullable(),
    /** About personnel: never published. */
    personnel: z.boolean(),
    participants: z.object({
      organisations: z.array(z.object({ id: uuid, name: z.string() })),
      accounts: z.array(z.object({ id: uuid, name: z.string() })),
    }),
    /** What the asking account may do with it. */
    may: z.object({
      edit: z.boolean(),
      publish: z.boolean(),
      destroy: z.boolean(),
    }),
    readerVersion: z.string().nullable(),
    /** Findings by state; `certain`: how many of the proposed ones the reader is certain of. */
    counts: z.object({
      proposed: z.number(),
      confirmed: z.number(),
      rejected: z.number(),
      certain: z.number(),
    }),
    version: z.number(),
  })
  .openapi('Document')

export type DocumentSummary = z.infer<typeof documentSummary>

export const documentText = z
  .object({
    text: z.string(),
    textVersion: z.number(),
    blocks: z.array(z.object({ kind: z.string(), start: z.number(), end: z.number() })),
    warnings: z.array(
      z.object({ code: z.string(), details: z.record(z.string(), z.unknown()).optional() }),
    ),
  })
  .openapi('DocumentText')

export type DocumentText = z.infer<typeof documentText>

export const documentChange = z.object({
  title: z.string().trim().min(1).max(500).optional(),
  date: isoDate.nullable().optional(),
  conferenceId: uuid.nullable().optional(),
  level: level.optional(),
  organisationId: uuid.nullable().optional(),
  personnel: z.boolean().optional(),
  participants: z
    .object({ organisations: z.array(uuid).max(500), accounts: z.array(uuid).max(500) })
    .optional(),
})

export type DocumentChange = z.infer<typeof documentChange>

const one = z.object({ document: documentSummary })
const added = z.object({ document: documentSummary, already: z.boolean() })

export type AddedDocument = z.infer<typeof added>

export const documentRoutes = {
  list: createRoute({
    method: 'get',
    path: '/api/documents',
    summary: 'Documents, newest first',
    request: { query: z.object({ q: z.string().max(200).optional() }) },
    responses: answers(z.object({ documents: z.array(documentSummary) }), 'Documents'),
  }),
  add: createRoute({
    method: 'post',
    path: '/api/documents',
    summary:
      'Add one file (multipart: file, declaration, and optionally title and date); the same bytes are recognised',
    request: {
      headers: idempotencyKey,
      body: {
        required: true,
        content: {
          'multipart/form-data': {
            schema: z.object({
              file: z.any().optional().openapi({ type: 'string', format: 'binary' }),
              declaration: z
                .string()
                .optional()
                .openapi({
                  enum: [declaration],
                  description:
                    'Required: the person declares that the file holds no state secrets (không chứa bí mật nhà nước)',
                }),
              title: z.string().optional(),
              date: z.string().optional(),
              level: level.optional(),
              organisationId: z.string().optional(),
            }),
          },
        },
      },
    },
    responses: creates(added, 'The document; `already` where these bytes were here'),
  }),
  get: createRoute({
    method: 'get',
    path: '/api/documents/{id}',
    summary: 'One document',
    request: { params: idParameter },
    responses: answers(one, 'The document'),
  }),
  text: createRoute({
    method: 'get',
    path: '/api/documents/{id}/text',
    summary: 'Its text; offsets of findings count UTF-16 code units of it',
    request: { params: idParameter },
    responses: answers(documentText, 'The text'),
  }),
  original: createRoute({
    method: 'get',
    path: '/api/documents/{id}/original',
    summary: 'The bytes as they came, as an attachment',
    request: { params: idParameter },
    responses: fileAnswer,
  }),
  change: createRoute({
    method: 'patch',
    path: '/api/documents/{id}',
    summary: 'Change title, date or conference',
    request: { params: idParameter, headers: ifMatch, body: body(documentChange) },
    responses: answers(one, 'The document'),
  }),
  readAgain: createRoute({
    method: 'post',
    path: '/api/documents/{id}/read',
    summary: 'Read it with the present reader: only new proposals are added',
    request: { params: idParameter, headers: idempotencyKey },
    responses: answers(z.object({ added: z.number() }), 'How many proposals are new'),
  }),
  destroy: createRoute({
    method: 'post',
    path: '/api/documents/{id}/destroy',
    summary: 'Destroy its content on record; the record still verifies',
    request: {
      params: idParameter,
      headers: idempotencyKey.extend(ifMatch.shape),
      body: body(z.object({ reason: z.string().trim().min(1).max(1000) })),
    },
    responses: answers(one, 'What is left of it'),
  }),
}
