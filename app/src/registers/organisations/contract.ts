// Bodies of a province, as they stand on a day and as they change; the provinces a set-up can choose.
import { createRoute, z } from '@hono/zod-openapi'
import {
  answers,
  body,
  creates,
  idempotencyKey,
  idParameter,
  ifMatch,
  isoDate,
  named,
  uuid,
} from '../../http/parts.ts'
import { bases, changeKinds, organisationKinds, trees } from './organisation.ts'

export const referenceProvince = z
  .object({
    code: z.string(),
    name: z.string(),
    /** Names of the provinces before July 2025 that it was formed from. */
    formedFrom: z.array(z.string()),
    units: z.object({ commune: z.number(), ward: z.number(), specialZone: z.number() }),
  })
  .openapi('ReferenceProvince')

const tree = z.enum(trees)

export type NamedBody = z.infer<typeof named>

/** A body as a list of a day shows it. */
export const bodyLine = z
  .object({
    id: uuid,
    kind: z.enum(organisationKinds),
    code: z.string().nullable(),
    name: z.string(),
    /** Other names and abbreviations of that day. */
    also: z.array(z.string()),
    parents: z.array(z.object({ id: uuid, tree })),
    from: z.string().nullable(),
    /** Its last day. */
    to: z.string().nullable(),
    unverified: z.array(z.string()),
    version: z.number(),
  })
  .openapi('Body')

export type BodyLine = z.infer<typeof bodyLine>

export const bodyChange = z
  .object({
    id: uuid,
    kind: z.enum(changeKinds),
    /** The first day of what came after. */
    on: z.string(),
    legalReference: z.string().nullable(),
    note: z.string().nullable(),
    unverified: z.boolean(),
    lines: z.array(
      z.object({
        from: named,
        to: named,
        basis: z.enum(bases),
        /** The share of the former body that went there, above 0 to 1; null where nobody knows. */
        weight: z.number().nullable(),
        unverified: z.boolean(),
      }),
    ),
  })
  .openapi('BodyChange')

export type BodyChange = z.infer<typeof bodyChange>

export const bodyPage = z
  .object({
    body: bodyLine.extend({ legalReference: z.string().nullable(), note: z.string().nullable() }),
    names: z.array(
      z.object({
        id: uuid,
        name: z.string(),
        role: z.enum(['official', 'alias', 'abbreviation']),
        from: z.string().nullable(),
        to: z.string().nullable(),
      }),
    ),
    parents: z.array(
      named.extend({ tree, from: z.string().nullable(), to: z.string().nullable() }),
    ),
    /** What stands below it on the day asked for. */
    below: z.array(named.extend({ tree, kind: z.enum(organisationKinds) })),
    /** Newest first. */
    changes: z.array(bodyChange),
  })
  .openapi('BodyPage')

export type BodyPage = z.infer<typeof bodyPage>

const name = z.string().trim().min(1).max(300)
const legal = {
  legalReference: z.string().trim().min(1).max(300).nullable().optional(),
  note: z.string().trim().min(1).max(1000).nullable().optional(),
}

export const newBody = z.object({
  kind: z.enum(organisationKinds).exclude(['province']),
  name,
  also: z
    .array(z.object({ name, role: z.enum(['alias', 'abbreviation']) }))
    .max(20)
    .optional(),
  code: z.string().trim().min(1).max(20).nullable().optional(),
  /** Where it stands; directly below the province where none is named. */
  parents: z
    .array(z.object({ id: uuid, tree }))
    .max(10)
    .optional(),
  /** Its first day; null: since ever. */
  from: isoDate.nullable(),
  ...legal,
})

export type NewBody = z.infer<typeof newBody>

/** Corrections of what was always so; a change with a day is none of these. */
export const bodyCorrection = z.object({
  code: z.string().trim().min(1).max(20).nullable().optional(),
  /** The other names and abbreviations, all of them. */
  also: z
    .array(z.object({ name, role: z.enum(['alias', 'abbreviation']) }))
    .max(20)
    .optional(),
  /** Names of fields that are still unverified. */
  unverified: z.array(z.string().max(40)).max(20).optional(),
  ...legal,
})

export type BodyCorrection = z.infer<typeof bodyCorrection>

export const renaming = z.object({ name, from: isoDate, ...legal })
export type Renaming = z.infer<typeof renaming>

export const moving = z.object({ tree, parentId: uuid, from: isoDate, ...legal })
export type Moving = z.infer<typeof moving>

/** What becomes of the bodies below one that ends. */
const below = z.enum(['refuse', 'end', 'move'])

export const ending = z.object({
  /** Its last day. */
  on: isoDate,
  below: below.exclude(['move']).default('refuse'),
  ...legal,
})
export type Ending = z.infer<typeof ending>

export const reorganisation = z.object({
  kind: z.enum(['merge', 'split', 'takeOver']),
  /** The first day of what comes after. */
  on: isoDate,
  predecessors: z
    .array(z.object({ id: uuid, version: z.number().int(), ends: z.boolean() }))
    .min(1)
    .max(50),
  /** A body that is there already, or a new one. */
  successors: z
    .array(
      z.union([
        z.object({ id: uuid, version: z.number().int() }),
        z.object({ body: newBody.omit({ from: true, legalReference: true, note: true }) }),
      ]),
    )
    .min(1)
    .max(50),
  /**
   * Who went into whom, by position in the lists above. Left out: every predecessor into every
   * successor, whole where there is one.
   */
  lines: z
    .array(
      z.object({
        from: z.number().int().min(0),
        to: z.number().int().min(0),
        basis: z.enum(bases),
        weight: z.number().gt(0).max(1).nullable(),
      }),
    )
    .max(500)
    .optional(),
  below: below.default('refuse'),
  ...legal,
})
export type Reorganisation = z.infer<typeof reorganisation>

const onDay = z.object({ on: isoDate.optional() })
const page = answers(bodyPage, 'The body')
const changing = { params: idParameter, headers: ifMatch }

export const organisationRoutes = {
  reference: createRoute({
    method: 'get',
    path: '/api/reference/provinces',
    summary: 'The 34 provinces of today that a set-up can start from',
    responses: answers(z.object({ provinces: z.array(referenceProvince) }), 'Provinces by name'),
  }),
  list: createRoute({
    method: 'get',
    path: '/api/organisations',
    summary: 'The bodies of a day, and what changed since another',
    request: { query: onDay.extend({ since: isoDate.optional() }) },
    responses: answers(
      z.object({
        on: z.string(),
        bodies: z.array(bodyLine),
        /** With `since`: what came after that day, up to the day asked for. */
        difference: z
          .object({
            since: z.string(),
            began: z.array(named),
            ended: z.array(named),
            changes: z.array(bodyChange),
          })
          .nullable(),
      }),
      'Bodies, by kind and name',
    ),
  }),
  get: createRoute({
    method: 'get',
    path: '/api/organisations/{id}',
    summary: 'One body with its names, places, predecessors and successors',
    request: { params: idParameter, query: onDay },
    responses: page,
  }),
  add: createRoute({
    method: 'post',
    path: '/api/organisations',
    summary: 'Add a body',
    request: { headers: idempotencyKey, body: body(newBody) },
    responses: creates(bodyPage, 'The body'),
  }),
  correct: createRoute({
    method: 'patch',
    path: '/api/organisations/{id}',
    summary: 'Correct code, other names, notes; what changes from a day on is another request',
    request: { ...changing, body: body(bodyCorrection) },
    responses: page,
  }),
  rename: createRoute({
    method: 'post',
    path: '/api/organisations/{id}/rename',
    summary: 'Rename from a day on',
    request: { ...changing, body: body(renaming) },
    responses: page,
  }),
  move: createRoute({
    method: 'post',
    path: '/api/organisations/{id}/move',
    summary: 'Put below another body from a day on, in one tree',
    request: { ...changing, body: body(moving) },
    responses: page,
  }),
  end: createRoute({
    method: 'post',
    path: '/api/organisations/{id}/end',
    summary: 'End a body with a last day',
    request: { ...changing, body: body(ending) },
    responses: page,
  }),
  reorganise: createRoute({
    method: 'post',
    path: '/api/organisations/changes',
    summary: 'Merge, split or take over from a day on',
    request: { headers: idempotencyKey, body: body(reorganisation) },
    responses: creates(z.object({ change: bodyChange }), 'The change'),
  }),
}
