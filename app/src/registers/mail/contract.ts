// Notifications and the mails of a person's own; for the administrator what goes out of the province.
import { createRoute, z } from '@hono/zod-openapi'
import {
  answers,
  body,
  creates,
  idempotencyKey,
  idParameter,
  ifMatch,
  uuid,
} from '../../http/parts.ts'
import { isMailAddress } from './notification.ts'

const facts = z.record(z.string(), z.union([z.string(), z.number()]))

const notification = z
  .object({
    id: uuid,
    /** What happened: a kind of `notificationKinds`. */
    kind: z.string(),
    facts,
    /** The screen of the record, below this server. */
    path: z.string(),
    /** Null where the record is closed to the account, or gone. */
    title: z.string().nullable(),
    createdAt: z.string(),
    readAt: z.string().nullable(),
  })
  .openapi('Notification')

export type NotificationView = z.infer<typeof notification>

export const wishes = ['atOnce', 'digest', 'none'] as const

const mailWish = z.object({
  wish: z.enum(wishes),
  /** Where one's mails go; null: nobody has given an address. */
  address: z.string().nullable(),
  /** Whether this installation sends mails at all. */
  on: z.boolean(),
})

export type MailWishView = z.infer<typeof mailWish>

export const mailStates = ['waiting', 'sent', 'refused', 'doubtful', 'dropped'] as const

export type MailState = (typeof mailStates)[number]

const outgoing = z
  .object({
    id: uuid,
    kind: z.enum(['notification', 'digest', 'head']),
    /** What it tells of, where it is a notification's. */
    notification: z.string().nullable(),
    /** The account's name, or the address of somebody without one. */
    to: z.string(),
    state: z.enum(mailStates),
    createdAt: z.string(),
    /** When it was settled, or is tried next. */
    at: z.string(),
    attempts: z.number(),
    /** The mail server's words, or a code of ours (`reasons` in texts.ts). */
    reason: z.string().nullable(),
    version: z.number(),
  })
  .openapi('OutgoingMail')

export type OutgoingView = z.infer<typeof outgoing>

const overview = z.object({
  /** Null: no mail server is configured, and no mails are made. */
  server: z
    .object({
      server: z.string(),
      from: z.string(),
      trouble: z
        .object({ since: z.string(), next: z.string(), attempts: z.number(), reason: z.string() })
        .nullable(),
    })
    .nullable(),
  counts: z.record(z.enum(mailStates), z.number()),
  /** What needs somebody first (refused, doubtful), then what waits, then the newest; at most 200. */
  mails: z.array(outgoing),
  /** Who gets the signed heads of the record. */
  subscribers: z.array(z.string()),
})

export type MailOverview = z.infer<typeof overview>

const address = z.string().trim().max(254).refine(isMailAddress)
const subscribers = z.object({ subscribers: z.array(z.string()) })

export const mailRoutes = {
  list: createRoute({
    method: 'get',
    path: '/api/session/notifications',
    summary: 'One’s own notifications, newest first, 50 at a time',
    request: { query: z.object({ before: uuid.optional() }) },
    responses: answers(
      z.object({ notifications: z.array(notification), unread: z.number(), more: z.boolean() }),
      'Notifications',
    ),
  }),
  count: createRoute({
    method: 'get',
    path: '/api/session/notifications/unread',
    summary: 'How many of one’s own notifications are unread',
    responses: answers(z.object({ unread: z.number() }), 'The number'),
  }),
  read: createRoute({
    method: 'post',
    path: '/api/session/notifications/read',
    summary: 'Mark one’s own notifications as read: these, or all',
    request: {
      headers: idempotencyKey,
      body: body(z.object({ ids: z.array(uuid).max(200).optional() })),
    },
    responses: creates(z.object({ unread: z.number() }), 'How many are left'),
  }),
  wish: createRoute({
    method: 'get',
    path: '/api/session/mail-wish',
    summary: 'Which mails one wants, and where they go',
    responses: answers(mailWish, 'The wish'),
  }),
  setWish: createRoute({
    method: 'put',
    path: '/api/session/mail-wish',
    summary: 'Choose which mails one wants: at once, one a week, none',
    request: { body: body(z.object({ wish: z.enum(wishes) })) },
    responses: answers(mailWish, 'The wish'),
  }),
  overview: createRoute({
    method: 'get',
    path: '/api/mails',
    summary: 'Mails of the province: what was refused, is in doubt, waits or went out',
    responses: answers(overview, 'Mails and the mail server'),
  }),
  decide: createRoute({
    method: 'post',
    path: '/api/mails/{id}/decide',
    summary: 'Send a mail again that was refused or is in doubt, or let it be',
    request: {
      params: idParameter,
      headers: ifMatch,
      body: body(z.object({ decision: z.enum(['resend', 'drop']) })),
    },
    responses: answers(z.object({ mail: outgoing }), 'The mail as it stands'),
  }),
  subscribe: createRoute({
    method: 'post',
    path: '/api/mail-subscribers',
    summary: 'Add an address that gets the signed heads of the record',
    request: { headers: idempotencyKey, body: body(z.object({ address })) },
    responses: creates(subscribers, 'All addresses'),
  }),
  unsubscribe: createRoute({
    method: 'post',
    path: '/api/mail-subscribers/remove',
    summary: 'Take an address off',
    request: { headers: idempotencyKey, body: body(z.object({ address })) },
    responses: creates(subscribers, 'All addresses'),
  }),
}
