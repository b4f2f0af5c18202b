// The description of the HTTP surface: valid, and the whole of it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { world } from '../../test/world.ts'

// biome-ignore lint/suspicious/noExplicitAny: a JSON document of any shape
type Json = any

let here: Awaited<ReturnType<typeof world>>
let document: Json

beforeAll(async () => {
  here = await world()
  document = (await here.anonymous.ask('GET', '/api/openapi.json')).body
})

afterAll(() => here.close())

interface Operation {
  name: string
  path: string
  method: string
  operation: Json
}

const operations = (): Operation[] =>
  Object.entries(document.paths as Json).flatMap(([path, methods]) =>
    Object.entries(methods as Json).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      path,
      method,
      operation,
    })),
  )

test('every route of the router is described, and nothing else', () => {
  const routes = here.app.routes
    .filter((route) => route.method !== 'ALL' && route.path.startsWith('/api/'))
    .map((route) => `${route.method} ${route.path.replace(/:(\w+)/g, '{$1}')}`)
  const plain = ['GET /api/health', 'GET /api/openapi.json']
  const described = operations().map(({ name }) => name)
  expect([...described, ...plain].sort()).toEqual([...new Set(routes)].sort())
})

test('the head is that of OpenAPI 3.1', () => {
  expect(document).toMatchObject({
    openapi: '3.1.0',
    info: { title: 'Giao Ban', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) },
  })
})

test('every operation has a summary, its parameters and its answers, problems among them', () => {
  for (const { name, path, operation } of operations()) {
    expect(operation.summary, name).toMatch(/^\S.{3,}/)
    const declared = (operation.parameters ?? []).filter((one: Json) => one.in === 'path')
    expect(
      declared.map((one: Json) => one.name),
      name,
    ).toEqual([...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))
    for (const one of declared) expect(one.required, name).toBe(true)
    const answers = Object.entries(operation.responses as Record<string, Json>)
    expect(
      answers.map(([status]) => status),
      name,
    ).toContain('default')
    expect(
      answers.some(([status]) => /^20[01]$/.test(status)),
      name,
    ).toBe(true)
    for (const [status, answer] of answers) {
      expect(status, name).toMatch(/^(\d{3}|default)$/)
      expect(answer.description, name).toBeTruthy()
    }
    const problem = operation.responses.default.content['application/problem+json']
    expect(problem.schema, name).toEqual({ $ref: '#/components/schemas/Problem' })
  }
})

test('every write names its idempotency key or its version', () => {
  // Comparing reads a file and keeps nothing; a part of a file says from which byte it goes on.
  const exempt = /^\w+ \/api\/(session|setup|wall$|notices\/\{id\}\/compare$|uploads\/\{id\}$)/
  for (const { name, method, operation } of operations()) {
    if (method === 'get' || exempt.test(name)) continue
    const headers = operation.parameters.filter((one: Json) => one.in === 'header')
    const names = headers.map((one: Json) => one.name)
    expect(
      names.some((one: string) => /^(idempotency-key|if-match)$/.test(one)),
      name,
    ).toBe(true)
  }
})

test('every reference leads somewhere, every schema is one', () => {
  const types = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null']
  let references = 0
  const walk = (value: Json, at: string): void => {
    if (value === null || typeof value !== 'object') return
    if (typeof value.$ref === 'string') {
      references++
      const found = value.$ref
        .replace('#/', '')
        .split('/')
        .reduce((inside: Json, key: string) => inside?.[key], document)
      expect(found, `${at}: ${value.$ref}`).toBeTruthy()
    }
    if (at.endsWith('schema') && typeof value.type === 'string') {
      expect(types, at).toContain(value.type)
    }
    for (const [key, inner] of Object.entries(value)) walk(inner, `${at}/${key}`)
  }
  walk(document, '')
  expect(references).toBeGreaterThan(20)
})
