// What the server's own description says may be sent: every writing route with the fields of its body. A
// route that is added is in these lists without anybody's doing.
import { bodyFor, someId } from './access-requests.ts'
import type { Things } from './things.ts'
import type { Client } from './world.ts'

// biome-ignore lint/suspicious/noExplicitAny: a schema, a body, of any shape
export type Json = any

export interface Field {
  /** Way from the body to it; `[]` for the members of a list. */
  path: readonly string[]
  /** A text that is free, or something of a form: an id, a day, a number, one of a few words. */
  free: boolean
  /** Most characters, where the contract says. */
  longest: number
}

export interface WritingRoute {
  route: string
  method: string
  path: string
  content: 'json' | 'form' | 'none'
  fields: Field[]
  /** Names that a body of the route may have at its top. */
  names: ReadonlySet<string>
  /** What guards it against being done twice, or over another's change. */
  guard: 'if-match' | 'idempotency-key' | null
  /** True where an object of the body takes names that the contract does not list. */
  open: boolean
}

export interface ReadingRoute {
  route: string
  path: string
  /** Names of its query. */
  query: string[]
}

/** All routes of the description that the server gives of itself. */
export async function describedRoutes(
  anyone: Client,
): Promise<{ writing: WritingRoute[]; reading: ReadingRoute[] }> {
  const api = (await anyone.ask('GET', '/api/openapi.json')).body
  const writing: WritingRoute[] = []
  const reading: ReadingRoute[] = []
  for (const [path, methods] of Object.entries<Json>(api.paths)) {
    for (const [verb, operation] of Object.entries<Json>(methods)) {
      const method = verb.toUpperCase()
      const route = `${method} ${path}`
      const query = (operation.parameters ?? []).filter((one: Json) => one.in === 'query')
      if (method === 'GET') reading.push({ route, path, query: query.map((one: Json) => one.name) })
      else {
        const names = (operation.parameters ?? []).map((one: Json) => one.name)
        const guard = (['if-match', 'idempotency-key'] as const).find((one) => names.includes(one))
        writing.push({ route, method, path, guard: guard ?? null, ...bodyOf(operation, api) })
      }
    }
  }
  return { writing, reading }
}

function bodyOf(
  operation: Json,
  api: Json,
): Pick<WritingRoute, 'content' | 'fields' | 'names' | 'open'> {
  const content = operation.requestBody?.content ?? {}
  const json = content['application/json']?.schema
  const form = content['multipart/form-data']?.schema
  const schema = json ?? form
  if (!schema) return { content: 'none', fields: [], names: new Set(), open: false }
  const found = new Map(fieldsIn(schema, api).map((field) => [field.path.join('.'), field]))
  return {
    content: json ? 'json' : 'form',
    fields: [...found.values()],
    names: new Set([...found.values()].map(({ path }) => path[0] ?? '')),
    open: JSON.stringify(schema).includes('"additionalProperties":{}'),
  }
}

function fieldsIn(schema: Json, api: Json, path: readonly string[] = []): Field[] {
  if (!schema) return []
  if (schema.$ref) return fieldsIn(api.components.schemas[schema.$ref.split('/').pop()], api, path)
  const inner = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])]
  const properties = Object.entries<Json>(schema.properties ?? {})
  const here = { path, longest: schema.maxLength ?? 10_000 }
  const types = [schema.type].flat()
  const leaf = properties.length === 0 && !schema.items && inner.length === 0
  const formed = schema.enum || schema.const !== undefined || schema.pattern || schema.format
  return [
    ...(leaf && path.length > 0 && types[0] !== 'null'
      ? [{ ...here, free: types.includes('string') && !formed }]
      : []),
    ...inner.flatMap((one: Json) => fieldsIn(one, api, path)),
    ...properties.flatMap(([name, one]) => fieldsIn(one, api, [...path, name])),
    ...(schema.items ? fieldsIn(schema.items, api, [...path, '[]']) : []),
  ]
}

/** A body with the value put in at the end of the way. */
export function withAt(base: Json, [first, ...rest]: readonly string[], value: unknown): Json {
  if (first === undefined) return value
  if (first === '[]') return [withAt(base?.[0], rest, value)]
  return { ...base, [first]: withAt(base?.[first], rest, value) }
}

/** Which thing the id of a path means. */
export function addressOf(path: string, things: Things): string {
  const word = path.split('/')[2] ?? ''
  const planned = word === 'conferences' && path !== '/api/conferences/{id}'
  return path.replace('{id}', things[planned ? 'planned' : word] ?? someId)
}

/** A body as `bodyFor` has it, with ids of things that are there. */
export function realBody(route: string, things: Things): { json?: Json; form?: FormData } {
  const { json, form } = bodyFor(route)
  return form ? { form } : { json: withThings(json, things) }
}

function withThings(value: Json, things: Things, name = ''): Json {
  if (Array.isArray(value)) return value.map((one) => withThings(one, things, name))
  if (typeof value === 'object' && value !== null) {
    // `{ kind: 'assignment', id }` says itself what it is.
    const named = (key: string) => (key === 'id' ? String(value.kind ?? key) : key)
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, withThings(one, things, named(key))]),
    )
  }
  if (value !== someId) return value
  const word = name.replace(/Id$/, '').toLowerCase()
  const kind = Object.keys(things).find((one) => one.replace(/s$/, '').startsWith(word.slice(0, 6)))
  return things[word === 'parent' ? 'organisations' : (kind ?? 'organisations')]
}

/** One writing request; where the version is old, once more with the present one. */
export async function write(
  client: Client,
  { method, path }: WritingRoute,
  things: Things,
  body: { json?: Json; form?: FormData },
): Promise<{ status: number; body: Json; headers: Headers }> {
  const at = addressOf(path, things)
  const answer = await client.ask(method, at, { ...body, version: 1 })
  const version = answer.body?.current?.version
  return answer.status === 412 && typeof version === 'number'
    ? client.ask(method, at, { ...body, version })
    : answer
}

/** Every text in a value, wherever it stands, names of members included. */
export function textsIn(value: Json): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries<Json>(value).flatMap(([name, one]) => [name, ...textsIn(one)])
}

/** Routes after which a thing is over stand last, so that the others find it. */
export const endingLast = (routes: readonly WritingRoute[]): WritingRoute[] => {
  const ends = /destroy|cancel|withdraw|\/end$|close|reset|DELETE|sessions?$|password$|setup/
  return routes.toSorted((a, b) => Number(ends.test(a.route)) - Number(ends.test(b.route)))
}
