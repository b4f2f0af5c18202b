// Documents of a conference: the conclusion notice, the minutes, extracts of them. Made from the record,
// edited, issued with a number, frozen; then the signed paper is attached.
import { createRoute, z } from '@hono/zod-openapi'
import {
  answers,
  body,
  creates,
  fileAnswer,
  idempotencyKey,
  idParameter,
  ifMatch,
  isoDate,
  uuid,
} from '../../http/parts.ts'
import { blockKinds, noticeKinds } from './content.ts'
import { elementNames, measureNames, regimes, styles, wordNames } from './layout.ts'
import { issueQuestions } from './numbering.ts'

const text = (longest: number) => z.string().max(longest)

export const textTable = z.object({
  columns: z
    .array(z.object({ title: text(300), share: z.number().min(1).max(100) }))
    .min(1)
    .max(12),
  rows: z.array(z.array(text(5000)).max(12)).max(1000),
})

const block = z.union([
  z.object({
    kind: z.enum(blockKinds),
    text: text(20_000),
    item: uuid.optional(),
    decision: z.boolean().optional(),
  }),
  z.object({ kind: z.literal('table'), table: textTable }),
])

export const noticeContent = z
  .object({
    above: text(300),
    issuer: text(300),
    place: text(100),
    title: text(200),
    subject: text(1000),
    blocks: z.array(block).max(2000),
    signatures: z
      .array(z.object({ authority: text(200), post: text(200), name: text(200) }))
      .max(2),
    recipients: z.array(text(300)).max(100),
    filing: text(200),
    annexes: z
      .array(z.object({ label: text(100), title: text(500), note: text(500), table: textTable }))
      .max(10),
    items: z.array(uuid).max(500),
  })
  .openapi('NoticeContent')

const sourced = { source: z.string() }

export const layout = z
  .object({
    regime: z.enum(regimes),
    basis: z.string(),
    verified: z.boolean(),
    elements: z.record(
      z.enum(elementNames),
      z.object({ size: z.number(), style: z.enum(styles), upper: z.boolean(), ...sourced }),
    ),
    measures: z.record(z.enum(measureNames), z.object({ value: z.number(), ...sourced })),
    words: z.record(z.enum(wordNames), z.object({ value: z.string(), ...sourced })),
  })
  .openapi('NoticeLayout')

const own = {
  elements: z
    .partialRecord(
      z.enum(elementNames),
      z.object({
        size: z.number().min(6).max(40),
        style: z.enum(styles),
        upper: z.boolean(),
      }),
    )
    .optional(),
  measures: z.partialRecord(z.enum(measureNames), z.number().min(0).max(500)).optional(),
  words: z.partialRecord(z.enum(wordNames), text(100)).optional(),
}

const listed = {
  id: uuid,
  conferenceId: uuid,
  kind: z.enum(noticeKinds),
  item: z.object({ id: uuid, title: z.string() }).nullable(),
  regime: z.enum(regimes),
  /** As it is cited, `120-TB/TU`; null in a draft. */
  cited: z.string().nullable(),
  issuedOn: z.string().nullable(),
  signed: z
    .object({
      documentId: uuid,
      fileName: z.string(),
      sha256: z.string(),
      at: z.string(),
    })
    .nullable(),
  /** The notice that this one corrects, and those that correct it. */
  corrects: z.object({ id: uuid, cited: z.string() }).nullable(),
  correctedBy: z.array(z.object({ id: uuid, cited: z.string().nullable() })),
  /**
   * `differs`: the record says something else now than when it was written; a draft is remade before it is
   * issued. `reopened`: it is issued, and its conference is open again.
   */
  standing: z.enum(['current', 'differs', 'reopened']),
  madeAt: z.string(),
  version: z.number(),
}

export const noticeLine = z.object(listed).openapi('NoticeLine')
export type NoticeLine = z.infer<typeof noticeLine>

export const notice = z
  .object({
    ...listed,
    content: noticeContent,
    layout,
    issue: z.object({
      number: z.number().nullable(),
      type: z.string(),
      symbol: z.string(),
      date: z.string().nullable(),
      year: z.string(),
    }),
    /** The next of its series as things stand; null where no series can be told yet. */
    nextNumber: z.number().nullable(),
    /** Symbols that papers of this kind of the body bear, and the numbers that no paper here has; for a draft. */
    series: z.array(
      z.object({ symbol: z.string(), year: z.number().nullable(), missing: z.string() }),
    ),
    /** The last day of its conference; it is issued on that day or later. */
    notBefore: z.string().nullable(),
    /** The conference is closed, so that it can be issued. */
    closed: z.boolean(),
    may: z.object({ edit: z.boolean(), issue: z.boolean() }),
  })
  .openapi('Notice')
export type NoticeView = z.infer<typeof notice>

export const newNotice = z.object({
  kind: z.enum(['conclusion', 'minutes', 'excerpt']),
  /** For an extract: the item it is about. */
  itemId: uuid.optional(),
  /** An issued notice of the same conference that this one corrects. */
  corrects: uuid.optional(),
  /** Items about personnel are left out of a conclusion unless they are asked for. */
  personnel: z.boolean().optional(),
})
export type NewNotice = z.infer<typeof newNotice>

export const issuing = z.object({
  symbol: z.string().trim().min(1).max(30),
  issuedOn: isoDate,
  /** Given by the records office; the next of the series where it is left out. */
  number: z.number().int().min(1).max(99_999).optional(),
  /** What was asked about and is meant. */
  meant: z.array(z.enum(issueQuestions)).optional(),
})
export type Issuing = z.infer<typeof issuing>

const wordPart = z.object({ text: z.string(), change: z.enum(['same', 'added', 'removed']) })

export const comparison = z
  .object({
    same: z.number(),
    differences: z.array(
      z.object({
        kind: z.enum(['changed', 'added', 'removed']),
        record: z.string(),
        file: z.string(),
        words: z.array(wordPart),
        item: uuid.nullable(),
      }),
    ),
    /** Decisions in the file's words; none once the conference is closed or the paper issued. */
    offers: z.array(
      z.object({
        item: uuid,
        title: z.string(),
        body: z.string(),
        /** The version of the decision that they would change. */
        version: z.number(),
      }),
    ),
    /** The version of the paper that the file was compared with. */
    version: z.number(),
  })
  .openapi('NoticeComparison')
export type ComparisonView = z.infer<typeof comparison>

export const assessment = z
  .object({
    body: z.string(),
    writtenBy: z.string().nullable(),
    writtenAt: z.string().nullable(),
    /** 0 where nothing was written yet. */
    version: z.number(),
    /** A conclusion of the conference is issued: it does not change any more. */
    frozen: z.boolean(),
  })
  .openapi('ConferenceAssessment')
export type AssessmentView = z.infer<typeof assessment>

export const takenWords = z.object({
  item: uuid,
  decisionVersion: z.number().int().min(0),
  body: z.string().trim().min(1).max(50_000),
  reason: z.string().trim().min(1).max(1000),
})
export type TakenWords = z.infer<typeof takenWords>

export const layoutSetting = z
  .object({
    layout,
    /** As shipped, to go back to. */
    shipped: layout,
    version: z.number(),
    mayChange: z.boolean(),
  })
  .openapi('LayoutSetting')
export type LayoutSetting = z.infer<typeof layoutSetting>

export const layoutChange = z.object({ regime: z.enum(regimes), ...own })
export type LayoutChange = z.infer<typeof layoutChange>

const one = z.object({ notice })
const upload = z.object({
  file: z.any().optional().openapi({ type: 'string', format: 'binary' }),
  declaration: z
    .string()
    .optional()
    .openapi({ description: 'Required: `noStateSecrets`, said by a person about this file' }),
})
const fileBody = { required: true, content: { 'multipart/form-data': { schema: upload } } } as const

export const noticeRoutes = {
  list: createRoute({
    method: 'get',
    path: '/api/conferences/{id}/notices',
    summary: 'The documents of a conference; drafts only for who works on them',
    request: { params: idParameter },
    responses: answers(
      z.object({
        notices: z.array(noticeLine),
        /** The general part of the conclusion, for who runs or presides. */
        assessment: assessment.nullable(),
      }),
      'Documents',
    ),
  }),
  assess: createRoute({
    method: 'put',
    path: '/api/conferences/{id}/assessment',
    summary: 'Write the general part of the conclusion (If-Match "0" for the first time)',
    request: {
      params: idParameter,
      headers: ifMatch,
      body: body(z.object({ body: text(20_000) })),
    },
    responses: answers(z.object({ assessment }), 'The assessment'),
  }),
  make: createRoute({
    method: 'post',
    path: '/api/conferences/{id}/notices',
    summary: 'Draft a document from the record of the conference',
    request: { params: idParameter, headers: idempotencyKey, body: body(newNotice) },
    responses: creates(one, 'The draft'),
  }),
  get: createRoute({
    method: 'get',
    path: '/api/notices/{id}',
    summary: 'One document with its layout',
    request: { params: idParameter },
    responses: answers(one, 'The document'),
  }),
  change: createRoute({
    method: 'patch',
    path: '/api/notices/{id}',
    summary: 'Edit a draft',
    request: {
      params: idParameter,
      headers: ifMatch,
      body: body(z.object({ content: noticeContent })),
    },
    responses: answers(one, 'The draft'),
  }),
  remake: createRoute({
    method: 'post',
    path: '/api/notices/{id}/remake',
    summary: 'Write a draft anew from the record; what was edited is lost',
    request: { params: idParameter, headers: ifMatch, body: body(z.object({})) },
    responses: answers(one, 'The draft'),
  }),
  withdraw: createRoute({
    method: 'post',
    path: '/api/notices/{id}/withdraw',
    summary: 'Discard a draft',
    request: { params: idParameter, headers: ifMatch, body: body(z.object({})) },
    responses: answers(z.object({ withdrawn: z.literal(true) }), 'It is gone'),
  }),
  issue: createRoute({
    method: 'post',
    path: '/api/notices/{id}/issue',
    summary: 'Issue: give it a number and a date, and freeze it',
    request: { params: idParameter, headers: ifMatch, body: body(issuing) },
    responses: answers(one, 'The document'),
  }),
  docx: createRoute({
    method: 'get',
    path: '/api/notices/{id}/docx',
    summary: 'The document as a Word file',
    request: { params: idParameter },
    responses: fileAnswer,
  }),
  sign: createRoute({
    method: 'post',
    path: '/api/notices/{id}/signed',
    summary: 'Attach the signed paper, which is the official text from then on',
    request: { params: idParameter, headers: idempotencyKey, body: fileBody },
    responses: creates(one, 'The document'),
  }),
  signed: createRoute({
    method: 'get',
    path: '/api/notices/{id}/signed',
    summary: 'The signed paper as it came',
    request: { params: idParameter },
    responses: fileAnswer,
  }),
  compare: createRoute({
    method: 'post',
    path: '/api/notices/{id}/compare',
    summary: 'Compare a file with the document, paragraph by paragraph; the file is not kept',
    request: { params: idParameter, body: fileBody },
    responses: answers(comparison, 'What differs'),
  }),
  take: createRoute({
    method: 'post',
    path: '/api/notices/{id}/take',
    summary: 'Put a decision in the words of an edited file, and the draft with it',
    request: { params: idParameter, headers: ifMatch, body: body(takenWords) },
    responses: answers(one, 'The draft'),
  }),
  layouts: createRoute({
    method: 'get',
    path: '/api/notice-layouts',
    summary: 'The layouts that documents follow, every value with its source',
    responses: answers(z.object({ layouts: z.array(layoutSetting) }), 'Layouts'),
  }),
  changeLayout: createRoute({
    method: 'patch',
    path: '/api/notice-layouts',
    summary: 'Set the province’s own values of a layout; what is left out is as shipped',
    request: { headers: ifMatch, body: body(layoutChange) },
    responses: answers(z.object({ layouts: z.array(layoutSetting) }), 'Layouts'),
  }),
}
