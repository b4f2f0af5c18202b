// Bodies over HTTP.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Env } from '../../http/context.ts'
import { organisationRoutes } from './contract.ts'
import { provinceChoices } from './reference.ts'

export function organisationRoutesOn(app: OpenAPIHono<Env>): void {
  app.openapi(organisationRoutes.reference, (c) => c.json({ provinces: provinceChoices() }, 200))
}
