// The client of our own HTTP API. Types come from the contracts (types only, so no validator
// reaches the browser); every error becomes an `ApiProblem` with words a person can read.
import type { z } from 'zod'
import type { sessionRoutes } from '../http/session-contract.ts'
import { forgetEarly, takeEarly } from './early-answers.ts'
import { currentLanguage } from './language.tsx'
import { en, vi } from './texts.ts'

/** Whatever `createRoute` returns, seen from the client. */
interface Route {
  method: string
  path: string
  responses: Record<number, unknown>
}

type JsonOf<R> = R extends { content: infer C }
  ? C[keyof C & ('application/json' | 'application/feed+json')] extends { schema: infer S }
    ? S extends z.ZodType
      ? z.output<S>
      : never
    : never
  : never

/** What a route answers when all is well. */
export type Answer<R extends Route> = JsonOf<R['responses'][200]>

type Values = Record<string, string | number | boolean | null | undefined>

export interface RequestOptions {
  /** Values for `{id}` in the path. */
  params?: Record<string, string>
  query?: Values
  body?: unknown
  /** Sent instead of a body: files. */
  form?: FormData
  /** Version of the thing being changed: goes out as If-Match. */
  version?: number
  /** Stands for one operation that is tried again later, also after a reload of the page. */
  key?: string
  signal?: AbortSignal
}

/** RFC 9457, in the user's language. `body.current` is the present state where a version was old. */
export class ApiProblem extends Error {
  readonly code: string
  readonly status: number
  readonly title: string
  readonly detail: string
  readonly body: Record<string, unknown>
  /** Where it was written to by a version, with its parameters; empty of everything else. */
  readonly address: string

  constructor(status: number, body: Record<string, unknown>, address = '') {
    const texts = currentLanguage() === 'en' ? en : vi
    const title = typeof body.title === 'string' ? body.title : texts.unexpectedTitle
    super(title)
    this.name = 'ApiProblem'
    this.status = status
    this.address = address
    this.code = typeof body.code === 'string' ? body.code : 'unexpected'
    this.title = title
    this.detail = typeof body.detail === 'string' ? body.detail : texts.unexpectedDetail
    this.body = body
  }
}

/** What stands now, where an error says that the version was old and shows it; else null. */
export function currentOf<T>(error: unknown): T | null {
  if (!(error instanceof ApiProblem) || error.code !== 'versionOld') return null
  return (error.body.current as T | undefined) ?? null
}

/** The error, where it says that somebody else was first. */
export const overtakenBy = (error: unknown): ApiProblem | null =>
  error instanceof ApiProblem && error.code === 'versionOld' ? error : null

/** Versions that somebody saw and chose to write over, by address. */
const chosen = new Map<string, number>()

/**
 * The version that a refusal showed of what was written to; null where it showed what this is a part of, or nothing
 * that has one: that cannot be written over.
 */
export function versionShown(problem: ApiProblem): number | null {
  const current = currentOf<{ id?: unknown; version?: unknown }>(problem)
  const its = typeof current?.id !== 'string' || problem.address.includes(current.id)
  return problem.address && its && typeof current?.version === 'number' ? current.version : null
}

/**
 * After `overtakenBy`: the next write to the same address is made on the version that the refusal showed, and on no
 * other, whatever the screen has learnt meanwhile: one overwrites what one has seen.
 */
export function writeOver(problem: ApiProblem): void {
  const version = versionShown(problem)
  if (version !== null) chosen.set(problem.address, version)
}

/** Any thrown value as title and detail. */
export function problemText(error: unknown): { title: string; detail: string } {
  if (error instanceof ApiProblem) return { title: error.title, detail: error.detail }
  const texts = currentLanguage() === 'en' ? en : vi
  return { title: texts.unexpectedTitle, detail: texts.unexpectedDetail }
}

/**
 * Whether the thing of an address does not exist: the server knows none, or what stands in the
 * address is no identifier at all.
 */
export function isMissing(error: unknown): boolean {
  return error instanceof ApiProblem && [400, 404, 422].includes(error.status)
}

/** The problem for a request that got no answer. */
export function offline(): ApiProblem {
  const texts = currentLanguage() === 'en' ? en : vi
  return new ApiProblem(0, {
    code: 'offline',
    title: texts.offlineTitle,
    detail: texts.offlineDetail,
  })
}

let csrfToken: string | null = null
let onSignedOut: () => void = () => {}

/** Called with each session the server tells us of. */
export function rememberToken(token: string | null): void {
  csrfToken = token
}

/** What to do when the server says that the session is over. */
export function whenSignedOut(action: () => void): void {
  onSignedOut = action
}

/** Headers every write carries. `key` stays the same for a repeated attempt at one operation. */
export function writeHeaders(key: string = newKey()): Record<string, string> {
  return {
    'X-Language': currentLanguage(),
    'X-CSRF-Token': csrfToken ?? '',
    'Idempotency-Key': key,
  }
}

/** Also over plain http in the office network, where `crypto.randomUUID` does not exist. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * One call: `request<typeof documentRoutes.get>('get', '/api/documents/{id}', { params: { id } })`.
 * Method and path are checked against the contract, the answer has its type. A write that says the same as one
 * that has no answer yet is that one: a button pressed twice does one thing.
 */
export function request<R extends Route>(
  method: R['method'],
  path: R['path'],
  options: RequestOptions = {},
): Promise<Answer<R>> {
  if (method === 'get' || options.key || options.form) return asked<R>(method, path, options)
  const said = JSON.stringify([method, address(path, options), options.version, options.body])
  const before = going.get(said)
  if (before) return before as Promise<Answer<R>>
  const answer = asked<R>(method, path, options).finally(() => going.delete(said))
  going.set(said, answer)
  return answer
}

/** Writes that have no answer yet, by all that they say. */
const going = new Map<string, Promise<unknown>>()

async function asked<R extends Route>(
  method: R['method'],
  path: R['path'],
  options: RequestOptions,
): Promise<Answer<R>> {
  const key = options.key ?? newKey()
  const at = address(path, options)
  const seen = method === 'get' ? undefined : chosen.get(at)
  if (seen !== undefined && options.version !== undefined) {
    chosen.delete(at)
    options = { ...options, version: seen }
  }
  const response = await send(method, path, options, key)
  if (response.ok) return (await response.json()) as Answer<R>
  const problem = await readProblem(response, options.version === undefined ? '' : at)
  if (problem.code === 'csrf') {
    // Signed in again in another tab: take the new token and repeat this one operation once.
    await request<typeof sessionRoutes.get>('get', '/api/session').then((session) =>
      rememberToken(session.csrfToken),
    )
    const again = await send(method, path, options, key)
    if (again.ok) return (await again.json()) as Answer<R>
    throw await readProblem(again)
  }
  if (problem.code === 'signInNeeded') onSignedOut()
  throw problem
}

/** An answer that is asked for again only if it changed. */
export interface IfChanged<T> {
  tag: string
  body: T
}

/** Reads a route whose answers carry an entity tag; `former` itself where nothing changed since. */
export async function requestIfChanged<R extends Route>(
  path: R['path'],
  options: RequestOptions,
  former: IfChanged<Answer<R>> | null,
): Promise<IfChanged<Answer<R>>> {
  const headers: Record<string, string> = former ? { 'If-None-Match': former.tag } : {}
  const response = await send('get', path, options, '', headers)
  if (response.status === 304 && former) return former
  if (response.ok) {
    const tag = response.headers.get('etag') ?? ''
    return { tag, body: (await response.json()) as Answer<R> }
  }
  const problem = await readProblem(response)
  if (problem.code === 'signInNeeded') onSignedOut()
  throw problem
}

async function send(
  method: string,
  path: string,
  options: RequestOptions,
  key: string,
  more: Record<string, string> = {},
): Promise<Response> {
  const headers: Record<string, string> = {
    ...(method === 'get' ? { 'X-Language': currentLanguage() } : writeHeaders(key)),
    ...more,
  }
  if (options.body !== undefined) headers['Content-Type'] = 'application/json'
  if (options.version !== undefined) headers['If-Match'] = `"${options.version}"`
  const at = address(path, options)
  try {
    if (method !== 'get') forgetEarly()
    const begun = method === 'get' && !('If-None-Match' in headers) ? takeEarly(at) : null
    if (begun) return await begun
    return await fetch(at, {
      method: method.toUpperCase(),
      headers,
      body: options.form ?? (options.body === undefined ? null : JSON.stringify(options.body)),
      signal: options.signal ?? null,
      credentials: 'same-origin',
    })
  } catch (error) {
    if (options.signal?.aborted) throw error
    throw offline()
  } finally {
    if (method !== 'get') forgetEarly()
  }
}

/** The path with its parameters and query filled in; empty values are left out. */
export function address(path: string, { params, query }: RequestOptions = {}): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(params?.[name] ?? ''),
  )
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return text ? `${filled}?${text}` : filled
}

async function readProblem(response: Response, at = ''): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => ({}))
  return new ApiProblem(
    response.status,
    body && typeof body === 'object' ? (body as Record<string, unknown>) : {},
    at,
  )
}

/** No answer at all, or one of something between us that has no server behind it: what is shown may stay. */
export const isAway = (error: unknown): boolean =>
  error instanceof ApiProblem && [0, 502, 503, 504].includes(error.status)
