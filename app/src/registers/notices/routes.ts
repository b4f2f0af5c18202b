// Documents of a conference over HTTP: the Word file, the signed paper, the comparison.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { authorise, mayAnywhere } from '../../http/access.ts'
import { change, create, type Env, mustHaveKey, type Parts } from '../../http/context.ts'
import { download, fileNameOf } from '../../http/download.ts'
import { isPdf } from '../../office/detect.ts'
import { writeDocx } from '../../office/write-docx.ts'
import { Problem } from '../../problem.ts'
import { importDocument, readWithoutKeeping } from '../../reading/import.ts'
import { sha256Of } from '../documents/store.ts'
import { uploadedFile } from '../documents/upload.ts'
import { assessmentOf, writeAssessment } from './assessment-store.ts'
import { compareLines, linesOfText } from './compare.ts'
import { type NoticeView, noticeRoutes } from './contract.ts'
import { changeNotice, makeNotice, remakeNotice, withdrawNotice } from './draft-store.ts'
import { attachSigned, getSigned, issueNotice } from './issue-store.ts'
import { changeLayout, listLayouts } from './layout-store.ts'
import { linesOf, sheetOf } from './paper.ts'
import { getNotice, listNotices, mustRun, signedInto } from './store.ts'
import { offersNow, takeWords } from './take-store.ts'

/** `signedNotPdf` for what is no PDF by its content, whatever it is called: a signed paper is a scan or digitally signed. */
function mustBePdf(bytes: Uint8Array, fileName: string): void {
  if (!isPdf(bytes)) throw new Problem('signedNotPdf', { fileName })
}

const sheet = (notice: NoticeView) => sheetOf(notice.content, notice.layout, notice.issue)

export function noticeRoutesOn(app: OpenAPIHono<Env>, parts: Parts): void {
  const { db } = parts.database

  app.openapi(noticeRoutes.list, async (c) => {
    const { id } = c.req.valid('param')
    const actor = c.get('actor')
    const notices = await listNotices(db, actor, id)
    return c.json({ notices, assessment: await assessmentOf(db, actor, id) }, 200)
  })

  app.openapi(noticeRoutes.assess, async (c) => {
    const { id } = c.req.valid('param')
    const { body } = c.req.valid('json')
    const assessment = await change(c, parts, (tx, actor, version) =>
      writeAssessment(tx, actor, id, version, body),
    )
    return c.json({ assessment }, 200)
  })

  app.openapi(noticeRoutes.make, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const { body, status } = await create(c, parts, given, async (tx, actor) => ({
      status: 201,
      body: { notice: await makeNotice(tx, actor, id, given) },
    }))
    return c.json(body, status)
  })

  app.openapi(noticeRoutes.get, async (c) =>
    c.json({ notice: await getNotice(db, c.get('actor'), c.req.valid('param').id) }, 200),
  )

  app.openapi(noticeRoutes.change, async (c) => {
    const { id } = c.req.valid('param')
    const { content } = c.req.valid('json')
    const notice = await change(c, parts, (tx, actor, version) =>
      changeNotice(tx, actor, id, version, content),
    )
    return c.json({ notice }, 200)
  })

  app.openapi(noticeRoutes.remake, async (c) => {
    const { id } = c.req.valid('param')
    const notice = await change(c, parts, (tx, actor, version) =>
      remakeNotice(tx, actor, id, version),
    )
    return c.json({ notice }, 200)
  })

  app.openapi(noticeRoutes.withdraw, async (c) => {
    const { id } = c.req.valid('param')
    await change(c, parts, (tx, actor, version) => withdrawNotice(tx, actor, id, version))
    return c.json({ withdrawn: true as const }, 200)
  })

  app.openapi(noticeRoutes.issue, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const notice = await change(c, parts, (tx, actor, version) =>
      issueNotice(tx, actor, id, version, given),
    )
    return c.json({ notice }, 200)
  })

  app.openapi(noticeRoutes.docx, async (c) => {
    const notice = await getNotice(db, c.get('actor'), c.req.valid('param').id)
    const bytes = await writeDocx(sheet(notice))
    return download(
      c as unknown as Context<Env>,
      bytes,
      fileNameOf(wordsOf(notice), 'docx'),
    ) as never
  })

  app.openapi(noticeRoutes.sign, async (c) => {
    const actor = c.get('actor')
    const { id } = c.req.valid('param')
    if (!mayAnywhere(actor, 'notice.issue')) authorise(actor, 'notice.issue', actor.provinceId)
    const home = await signedInto(db, actor, id)
    mustHaveKey(c)
    const { bytes, fileName } = await uploadedFile(() => c.req.formData())
    const notice = await getNotice(db, actor, id)
    // Whether it has one already is asked behind the key: a request that is sent again gets its first answer.
    if (notice.cited === null) throw new Problem('noticeNotIssued')
    mustBePdf(bytes, fileName)
    const ready = await importDocument(parts.database, actor, {
      ...{ bytes, fileName, date: notice.issuedOn, ...home },
      title: [notice.content.title, notice.cited, notice.content.subject].join(' '),
      textOfScan: linesOf(sheet(notice)).join('\n'),
    })
    const sha256 = sha256Of(bytes)
    const { body, status } = await create(c, parts, { id, sha256 }, async (tx) => {
      const added = await ready(tx)
      const signed = { documentId: added.id, sha256 }
      return { status: 201, body: { notice: await attachSigned(tx, actor, id, signed) } }
    })
    return c.json(body, status)
  })

  app.openapi(noticeRoutes.signed, async (c) => {
    const { bytes, fileName } = await getSigned(db, c.get('actor'), c.req.valid('param').id)
    return download(c as unknown as Context<Env>, bytes, fileName) as never
  })

  app.openapi(noticeRoutes.compare, async (c) => {
    const actor = c.get('actor')
    const { id } = c.req.valid('param')
    const { open } = await mustRun(db, actor, id)
    const { bytes, fileName } = await uploadedFile(() => c.req.formData())
    const text = await readWithoutKeeping(parts.database, actor, { bytes, fileName })
    const notice = await getNotice(db, actor, id)
    const record = linesOfText(linesOf(sheet(notice)).join('\n'))
    const compared = compareLines(record, linesOfText(text), notice.content.blocks)
    const offers = open ? await offersNow(db, actor, compared.offers) : []
    return c.json({ ...compared, offers, version: notice.version }, 200)
  })

  app.openapi(noticeRoutes.take, async (c) => {
    const { id } = c.req.valid('param')
    const given = c.req.valid('json')
    const notice = await change(c, parts, (tx, actor, version) =>
      takeWords(tx, actor, id, version, given),
    )
    return c.json({ notice }, 200)
  })

  app.openapi(noticeRoutes.layouts, async (c) =>
    c.json({ layouts: await listLayouts(db, c.get('actor')) }, 200),
  )

  app.openapi(noticeRoutes.changeLayout, async (c) => {
    const given = c.req.valid('json')
    const layouts = await change(c, parts, (tx, actor, version) =>
      changeLayout(tx, actor, version, given),
    )
    return c.json({ layouts }, 200)
  })
}

/** `120-TB-TU.docx`; of a draft what it is and its first words. */
const wordsOf = ({ cited, content }: NoticeView): string =>
  cited ?? `${content.title} ${content.subject}`
