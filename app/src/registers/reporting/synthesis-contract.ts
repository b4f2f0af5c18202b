// The office's report of a period: routes as data.
import { createRoute, z } from '@hono/zod-openapi'
import { answers, fileAnswer, isoDate, uuid } from '../../http/parts.ts'
import { layout, notice, noticeContent, textTable } from '../notices/contract.ts'

const query = z.object({
  regime: uuid,
  /** The last day of the period. */
  to: isoDate,
  /** The body that reports. */
  issuer: uuid,
})

export type SynthesisQuery = z.infer<typeof query>

const table = textTable.extend({ links: z.array(z.array(z.string().nullable())).optional() })

const [words, placed] = noticeContent.shape.blocks.element.options

const block = z.union([
  words.extend({
    /** Stretches of the text, and the paths of this server that they lead to. */
    links: z.array(z.object({ from: z.number(), to: z.number(), path: z.string() })).optional(),
  }),
  placed.extend({ table }),
])

export const linkedContent = noticeContent
  .extend({
    blocks: z.array(block),
    annexes: z.array(noticeContent.shape.annexes.element.extend({ table })),
  })
  .openapi('LinkedContent')

export const synthesisRoutes = {
  get: createRoute({
    method: 'get',
    path: '/api/report-synthesis',
    summary:
      'The draft report of a regime’s period from its accepted figures, with where each number was taken from',
    request: { query },
    responses: answers(
      z.object({ content: linkedContent, layout, issue: notice.shape.issue }),
      'The draft',
    ),
  }),
  docx: createRoute({
    method: 'get',
    path: '/api/report-synthesis/docx',
    summary: 'The same as a Word file, each number a link',
    request: { query },
    responses: fileAnswer,
  }),
}
