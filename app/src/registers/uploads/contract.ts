// Files that come in parts, so that a cut line costs one part: begin, add, ask how far it is, finish.
import { createRoute, z } from '@hono/zod-openapi'
import { answers, body, creates, idempotencyKey, idParameter, uuid } from '../../http/parts.ts'
import { declaration, documentSummary, level } from '../documents/contract.ts'
import { largestUpload } from './upload.ts'

const upload = z
  .object({
    id: uuid,
    fileName: z.string(),
    /** Of the whole, and how many are here from the first on; bytes. */
    size: z.number(),
    received: z.number(),
    sha256: z.string().nullable(),
    /** When it is thrown away unless finished. */
    expiresAt: z.string(),
  })
  .openapi('Upload')

export type UploadView = z.infer<typeof upload>

export const newUpload = z.object({
  fileName: z.string().trim().min(1).max(300),
  size: z.number().int().min(1).max(largestUpload),
  /** Of the whole, in hexadecimal: recognises the file after a reload, and is compared at the end. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** The person declares that the file holds no state secrets; nothing is taken without. */
  declaration: z
    .string()
    .optional()
    .openapi({ enum: [declaration] }),
})

export type NewUpload = z.infer<typeof newUpload>

const one = z.object({ upload })

export const uploadRoutes = {
  list: createRoute({
    method: 'get',
    path: '/api/uploads',
    summary: 'One’s own files that are not finished',
    responses: answers(z.object({ uploads: z.array(upload) }), 'Unfinished files'),
  }),
  begin: createRoute({
    method: 'post',
    path: '/api/uploads',
    summary:
      'Begin a file that comes in parts; one that was begun with the same hash goes on (200)',
    request: { headers: idempotencyKey, body: body(newUpload) },
    responses: creates(one, 'The file, with how much of it is here'),
  }),
  get: createRoute({
    method: 'get',
    path: '/api/uploads/{id}',
    summary: 'How much of one’s own file is here',
    request: { params: idParameter },
    responses: answers(one, 'The file'),
  }),
  add: createRoute({
    method: 'patch',
    path: '/api/uploads/{id}',
    summary:
      'Add a part (at most 512 KB) at Upload-Offset; 409 uploadOffset with `received` where the server stands elsewhere',
    request: {
      params: idParameter,
      headers: z.object({ 'upload-offset': z.string().optional().openapi({ example: '262144' }) }),
      body: {
        required: true,
        content: {
          'application/offset+octet-stream': {
            schema: z.any().openapi({ type: 'string', format: 'binary' }),
          },
        },
      },
    },
    responses: answers(one, 'The file, with how much of it is here'),
  }),
  finish: createRoute({
    method: 'post',
    path: '/api/uploads/{id}/finish',
    summary:
      'Bring the whole in as a document, past the checks of every document; a scan is kept as a picture',
    request: {
      params: idParameter,
      headers: idempotencyKey,
      body: body(
        z.object({
          title: z.string().trim().min(1).max(500).optional(),
          level: level.optional(),
          organisationId: uuid.optional(),
        }),
      ),
    },
    responses: creates(
      z.object({ document: documentSummary, already: z.boolean() }),
      'The document; `already` where these bytes were here',
    ),
  }),
  giveUp: createRoute({
    method: 'delete',
    path: '/api/uploads/{id}',
    summary: 'Throw one’s own unfinished file away',
    request: { params: idParameter },
    responses: answers(z.object({ uploads: z.array(upload) }), 'Those that are left'),
  }),
}
