// Pieces every contract uses: bodies, headers, the problem shape.
import { z } from '@hono/zod-openapi'

/** A date `YYYY-MM-DD` that exists. */
export const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((value) => {
    const date = new Date(`${value}T00:00:00Z`)
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
  })

export const uuid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)

export const idParameter = z.object({ id: uuid })

/** A record of another register: its id, and what it is called. */
export const named = z.object({ id: uuid, name: z.string() })

/** A text that says something, of so many characters at most; blanks around it do not count. */
export const line = (longest: number) => z.string().trim().min(1).max(longest)

/** RFC 9457. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    detail: z.string(),
    code: z.string(),
  })
  .catchall(z.unknown())
  .openapi('Problem')

export type ProblemBody = z.infer<typeof problem>

export const problemResponse = {
  description: 'What is wrong and what to do (RFC 9457)',
  content: { 'application/problem+json': { schema: problem } },
}

/** A JSON answer, and the shape of everything that goes wrong. */
export function answers<T extends z.ZodType>(schema: T, description: string) {
  return {
    200: { description, content: { 'application/json': { schema } } },
    default: problemResponse,
  }
}

/** As `answers`, for what is created; 200 where the same thing was there already. */
export function creates<T extends z.ZodType>(schema: T, description: string) {
  return {
    201: { description, content: { 'application/json': { schema } } },
    200: { description, content: { 'application/json': { schema } } },
    default: problemResponse,
  }
}

export function body<T extends z.ZodType>(schema: T) {
  return { required: true, content: { 'application/json': { schema } } }
}

/** The answers of a route that gives a file. */
export const fileAnswer = {
  200: {
    description: 'The file',
    content: { 'application/octet-stream': { schema: z.string() } },
  },
  default: problemResponse,
}

/** On changes of an existing thing: the version the client saw, quoted as an entity tag. */
export const ifMatch = z.object({
  'if-match': z.string().optional().openapi({ example: '"3"' }),
})

/** On every creation: a value of the client's own, new for each operation. */
export const idempotencyKey = z.object({
  'idempotency-key': z.string().max(200).optional(),
})

/** Where an entry comes from: one click away from its sentence. */
export const source = z.object({
  documentId: uuid,
  documentTitle: z.string(),
  textVersion: z.number(),
  start: z.number(),
  end: z.number(),
  quote: z.string(),
  findingId: uuid,
  confirmedBy: z.string(),
  confirmedAt: z.string(),
})

export type Source = z.infer<typeof source>

export const periodValue = z.object({
  label: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
})

/** A conference as others name it; `date` is its day, else its document's, else null. */
export const conferenceLink = z.object({
  id: uuid,
  title: z.string(),
  date: z.string().nullable(),
})
