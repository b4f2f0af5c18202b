// People, the posts they hold in bodies for a time, and the terms of committees and councils.
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
import { termKinds } from './person.ts'

export const term = z
  .object({
    id: uuid,
    organisation: named,
    kind: z.enum(termKinds),
    /** As it is written: "XX", "I", "15". Party committees and councils number separately. */
    number: z.string().nullable(),
    /** "2025-2030". */
    label: z.string(),
    from: z.string(),
    to: z.string().nullable(),
    version: z.number(),
  })
  .openapi('Term')

export type TermView = z.infer<typeof term>

export const post = z
  .object({
    id: uuid,
    organisation: named,
    title: z.string(),
    /** Lower stands higher in lists of a body. */
    rank: z.number(),
    term: z.object({ id: uuid, label: z.string() }).nullable(),
    from: z.string().nullable(),
    /** Its last day. */
    to: z.string().nullable(),
    version: z.number(),
  })
  .openapi('Post')

export type Post = z.infer<typeof post>

export const person = z
  .object({
    id: uuid,
    name: z.string(),
    /** How to reach them; null as well for who does not manage people. */
    phone: z.string().nullable(),
    email: z.string().nullable(),
    note: z.string().nullable(),
    posts: z.array(post),
    version: z.number(),
  })
  .openapi('Person')

export type PersonView = z.infer<typeof person>

const facts = {
  phone: line(40).nullable().optional(),
  email: line(254).nullable().optional(),
  note: line(1000).nullable().optional(),
}

export const newPost = z.object({
  organisationId: uuid,
  title: line(200),
  rank: z.number().int().min(1).max(999).optional(),
  termId: uuid.nullable().optional(),
  from: isoDate.nullable(),
  to: isoDate.nullable().optional(),
})

export type NewPost = z.infer<typeof newPost>

export const newPerson = z.object({ name: line(200), ...facts, post: newPost.optional() })
export type NewPerson = z.infer<typeof newPerson>

export const personChange = z.object({ name: line(200).optional(), ...facts })
export type PersonChange = z.infer<typeof personChange>

export const newTerm = z.object({
  organisationId: uuid,
  kind: z.enum(termKinds),
  number: line(12).nullable().optional(),
  label: line(100),
  from: isoDate,
  to: isoDate.nullable().optional(),
})
export type NewTerm = z.infer<typeof newTerm>

export const termChange = newTerm.omit({ organisationId: true, kind: true }).partial()
export type TermChange = z.infer<typeof termChange>

const one = z.object({ person })
const oneTerm = z.object({ term })
const changing = { params: idParameter, headers: ifMatch }

export const personRoutes = {
  list: createRoute({
    method: 'get',
    path: '/api/persons',
    summary: 'People by given name, with the posts they hold on a day',
    request: { query: z.object({ on: isoDate.optional(), organisation: uuid.optional() }) },
    responses: answers(z.object({ on: z.string(), persons: z.array(person) }), 'People'),
  }),
  get: createRoute({
    method: 'get',
    path: '/api/persons/{id}',
    summary: 'One person with all posts, the newest first',
    request: { params: idParameter },
    responses: answers(one, 'The person'),
  }),
  add: createRoute({
    method: 'post',
    path: '/api/persons',
    summary: 'Add a person, with a post where one is named',
    request: { headers: idempotencyKey, body: body(newPerson) },
    responses: creates(one, 'The person'),
  }),
  change: createRoute({
    method: 'patch',
    path: '/api/persons/{id}',
    summary: 'Change name, ways to reach, note',
    request: { ...changing, body: body(personChange) },
    responses: answers(one, 'The person'),
  }),
  addPost: createRoute({
    method: 'post',
    path: '/api/persons/{id}/posts',
    summary: 'Give a post in a body for a time',
    request: { params: idParameter, headers: idempotencyKey, body: body(newPost) },
    responses: creates(one, 'The person with the post'),
  }),
  endPost: createRoute({
    method: 'post',
    path: '/api/posts/{id}/end',
    summary: 'End a post with a last day; rights that hang on it end too',
    request: { ...changing, body: body(z.object({ on: isoDate, reason: line(500).optional() })) },
    responses: answers(one, 'The person with the post'),
  }),
  terms: createRoute({
    method: 'get',
    path: '/api/terms',
    summary: 'Terms of committees and councils, the newest first',
    responses: answers(z.object({ terms: z.array(term) }), 'Terms'),
  }),
  addTerm: createRoute({
    method: 'post',
    path: '/api/terms',
    summary: 'Add a term; those of one kind in one body do not overlap',
    request: { headers: idempotencyKey, body: body(newTerm) },
    responses: creates(oneTerm, 'The term'),
  }),
  changeTerm: createRoute({
    method: 'patch',
    path: '/api/terms/{id}',
    summary: 'Change number, label, days of a term',
    request: { ...changing, body: body(termChange) },
    responses: answers(oneTerm, 'The term'),
  }),
}
