// Invitations, answers, roll call and positions over HTTP.
import type { OpenAPIHono } from '@hono/zod-openapi'
import { change, create, type Env, type Parts } from '../../http/context.ts'
import { answerInvitation, callRoll, getLetter, ownConferences } from './answer-store.ts'
import { invitationRoutes } from './contract.ts'
import { positionRoutes } from './position-contract.ts'
import { givePosition, positionBoard, takeTogether } from './position-store.ts'
import {
  addInvitation,
  changeInvitation,
  inviteMembers,
  sendInvitations,
  withdrawInvitation,
} from './store.ts'
import { listInvitations } from './view-store.ts'

export function invitationRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  const { db } = parts.database

  app.openapi(invitationRoutes.list, async (c) =>
    c.json(await listInvitations(db, c.get('actor'), c.req.valid('param').id), 200),
  )

  app.openapi(invitationRoutes.add, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => ({
      status: 201,
      body: { invitation: await addInvitation(tx, actor, id, given) },
    }))
    return c.json(body, status)
  })

  app.openapi(invitationRoutes.addMembers, async (c) => {
    const { id } = c.req.valid('param')
    const { body, status } = await create(c, parts, {}, async (tx, actor) => ({
      status: 201,
      body: await inviteMembers(tx, actor, id),
    }))
    return c.json(body, status)
  })

  app.openapi(invitationRoutes.send, async (c) => {
    const { id } = c.req.valid('param')
    const { body, status } = await create(c, parts, {}, async (tx, actor) => ({
      status: 201,
      body: await sendInvitations(tx, actor, id),
    }))
    return c.json(body, status)
  })

  app.openapi(invitationRoutes.get, async (c) =>
    c.json(await getLetter(db, c.get('actor'), c.req.valid('param').id), 200),
  )

  app.openapi(invitationRoutes.change, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const invitation = await change(c, parts, (tx, actor, version) =>
      changeInvitation(tx, actor, id, version, given),
    )
    return c.json({ invitation }, 200)
  })

  app.openapi(invitationRoutes.withdraw, async (c) => {
    const { id } = c.req.valid('param')
    const { reason } = c.req.valid('json')
    const invitation = await change(c, parts, (tx, actor, version) =>
      withdrawInvitation(tx, actor, id, version, reason),
    )
    return c.json({ invitation }, 200)
  })

  app.openapi(invitationRoutes.answer, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const invitation = await change(c, parts, (tx, actor, version) =>
      answerInvitation(tx, actor, id, version, given),
    )
    return c.json({ invitation }, 200)
  })

  app.openapi(invitationRoutes.rollCall, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => ({
      status: 200,
      body: await callRoll(tx, actor, id, given),
    }))
    return c.json(body, status)
  })

  app.openapi(invitationRoutes.own, async (c) =>
    c.json({ conferences: await ownConferences(db, c.get('actor')) }, 200),
  )

  app.openapi(positionRoutes.board, async (c) =>
    c.json(await positionBoard(db, c.get('actor'), c.req.valid('param').id), 200),
  )

  app.openapi(positionRoutes.give, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const position = await change(c, parts, (tx, actor, version) =>
      givePosition(tx, actor, id, version, given),
    )
    return c.json({ position }, 200)
  })

  app.openapi(positionRoutes.together, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => ({
      status: 201,
      body: await takeTogether(tx, actor, id, given.itemIds),
    }))
    return c.json(body, status)
  })
}
