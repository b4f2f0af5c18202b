// Own notes on papers of a conference: private to the account.
import { createRoute, z } from '@hono/zod-openapi'
import { answers, body, idParameter, ifMatch, uuid } from '../../http/parts.ts'
import { noteMarks } from './note.ts'

const longestQuote = 4_000
const longestBody = 20_000

const place = {
  paperId: uuid,
  /** The version of the paper that it was written on. */
  documentId: uuid,
  /** UTF-16 offsets in that document's text, half open. */
  start: z.number().int().min(0),
  end: z.number().int().min(0),
  /** The words there: by them the note is found again in a later version. */
  quote: z.string().max(longestQuote),
}

export const paperNote = z
  .object({
    id: uuid,
    ...place,
    body: z.string(),
    mark: z.enum(noteMarks),
    /** When it was written on the device; instant, ISO UTC. */
    at: z.string(),
    version: z.number(),
  })
  .openapi('PaperNote')

export type PaperNote = z.infer<typeof paperNote>

export const noteContent = z
  .object({
    ...place,
    body: z.string().max(longestBody),
    mark: z.enum(noteMarks),
    at: z.iso.datetime({ offset: true }),
  })
  .refine(({ start, end }) => end >= start, { path: ['end'] })

export type NoteContent = z.infer<typeof noteContent>

export const savedNote = z.object({
  note: paperNote,
  /** The text that was written elsewhere meanwhile: a note of its own at the same place, or null. */
  beside: paperNote.nullable(),
})

export type SavedNote = z.infer<typeof savedNote>

export const noteRoutes = {
  list: createRoute({
    method: 'get',
    path: '/api/paper-notes',
    summary: 'One’s own notes on the papers that one may read; nobody else is ever shown them',
    responses: answers(z.object({ notes: z.array(paperNote) }), 'Notes'),
  }),
  put: createRoute({
    method: 'put',
    path: '/api/paper-notes/{id}',
    summary:
      'Write a note. If-Match: the version that the edit was made on, "0" for a new one. An edit on an old version is kept too, never refused',
    request: { params: idParameter, headers: ifMatch, body: body(noteContent) },
    responses: answers(savedNote, 'The note as it stands'),
  }),
  remove: createRoute({
    method: 'delete',
    path: '/api/paper-notes/{id}',
    summary: 'Delete a note; it stays where it was changed after the version of If-Match',
    request: { params: idParameter, headers: ifMatch },
    responses: answers(z.object({ note: paperNote.nullable() }), 'Null, or what was written since'),
  }),
}
