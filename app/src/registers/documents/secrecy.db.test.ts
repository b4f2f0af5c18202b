// State secrets at every door: without the declaration nothing comes in, with a mark nothing is kept.
import { Document, Footer, Header, Packer, Paragraph, TextRun } from 'docx'
import { unzipSync, zipSync } from 'fflate'
import { PDFDocument, StandardFonts } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, fileForm, world } from '../../../test/world.ts'

let here: Awaited<ReturnType<typeof world>>
let office: Client
const canary = 'kim-tước-quý'
const sentence = `Thu ngân sách ${canary} đạt 8.250 tỷ đồng, tăng 9,3% so với cùng kỳ năm trước.`

beforeAll(async () => {
  here = await world()
  office = await here.client('office')
})

afterAll(() => here.close())

/** Every row of every table, as one text. */
async function everything(): Promise<string> {
  const { rows: tables } = await here.database.pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE'`,
  )
  let all = ''
  for (const { name } of tables) {
    const { rows } = await here.database.pool.query(`select t::text as row from "${name}" t`)
    all += rows.map((one) => one.row).join('\n')
  }
  return all
}

const send = (form: FormData) => office.ask('POST', '/api/documents', { form })

async function mustBeRefused(bytes: Uint8Array | string, name: string, title?: string) {
  const form = fileForm(bytes, name)
  if (title) form.append('title', title)
  const { status, body } = await send(form)
  expect([status, body.code], JSON.stringify(body)).toEqual([409, 'stateSecret'])
  expect(JSON.stringify(body)).not.toContain(canary)
  const all = await everything()
  expect(all).not.toContain(canary)
  expect(all).not.toContain(name)
  expect(all).not.toContain(Buffer.from(bytes).toString('hex').slice(0, 80))
  return body
}

describe('the declaration', () => {
  test.each([
    ['none', null],
    ['another word', 'true'],
  ])('%s: refused with what to do, nothing kept', async (_, value) => {
    const form = fileForm(sentence, `${canary}.txt`)
    form.delete('declaration')
    if (value) form.append('declaration', value)
    const { status, body } = await send(form)
    expect([status, body.code]).toEqual([400, 'declarationMissing'])
    expect(body.detail).toContain('noStateSecrets')
    expect(await everything()).not.toContain(canary)
  })

  test('is on record with who and when, again for bytes that are here already', async () => {
    const first = await send(fileForm('Chi ngân sách đạt 12 tỷ đồng.', 'a.txt'))
    const again = await send(fileForm('Chi ngân sách đạt 12 tỷ đồng.', 'a.txt'))
    expect([first.status, again.status, again.body.already]).toEqual([201, 200, true])
    const { id } = first.body.document
    const { changes } = (
      await office.ask('GET', `/api/record?subjectKind=document&subjectId=${id}`)
    ).body
    const declared = changes.filter((one: { reason: string }) =>
      one.reason?.includes('không chứa bí mật nhà nước'),
    )
    expect(declared.map((one: { action: string }) => one.action).sort()).toEqual([
      'document.add',
      'document.declare',
    ])
    for (const one of declared) {
      expect(one.actorName).toBe('office Tỉnh Đông Hà')
      expect(new Date(one.at).getFullYear()).toBeGreaterThan(2024)
    }
  })
})

describe('a mark of secrecy', () => {
  test('in a text: nothing of it is kept, the refusal is on record without a word of it', async () => {
    await mustBeRefused(`UBND TỈNH\nTỐI MẬT\n${sentence}`, `${canary}.txt`)
    const { changes } = (await office.ask('GET', '/api/record')).body
    expect(changes[0]).toMatchObject({
      action: 'document.refuse',
      subjectKind: 'upload',
      actorName: 'office Tỉnh Đông Hà',
      reason: 'stamp, text',
    })
    const administrator = await here.client('administrator')
    expect((await administrator.ask('GET', '/api/record/verify')).body.intact).toBe(true)
  })

  test('in the name and the title', async () => {
    const named = await mustBeRefused(sentence, `${canary} (Mật).txt`)
    expect(named).toMatchObject({ rule: 'name', where: 'fileName' })
    const titled = await mustBeRefused(sentence, `${canary}.txt`, 'Phương án A2 - TUYỆT MẬT')
    expect(titled).toMatchObject({ where: 'title' })
  })

  const paragraph = (text: string) => new Paragraph({ children: [new TextRun(text)] })
  const word = (section: object) =>
    Packer.toBuffer(new Document({ sections: [{ children: [paragraph(sentence)], ...section }] }))

  test.each<[string, () => Promise<Uint8Array>]>([
    [
      'a header',
      () => word({ headers: { default: new Header({ children: [paragraph('MẬT')] }) } }),
    ],
    [
      'a footer',
      () => word({ footers: { default: new Footer({ children: [paragraph('TUYỆT MẬT')] }) } }),
    ],
    [
      'a watermark',
      async () =>
        withHeader(
          await word({ headers: { default: new Header({ children: [paragraph('x')] }) } }),
          '<w:r><w:pict><v:shape><v:textpath string="TỐI MẬT"/></v:shape></w:pict></w:r>',
        ),
    ],
    [
      'a text box of a header',
      async () =>
        withHeader(
          await word({ headers: { default: new Header({ children: [paragraph('x')] }) } }),
          '<w:r><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>M Ậ T</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></w:r>',
        ),
    ],
    [
      'hidden words',
      () =>
        word({
          children: [
            new Paragraph({ children: [new TextRun({ text: 'TỐI MẬT', vanish: true })] }),
            paragraph(sentence),
          ],
        }),
    ],
  ])('in %s of a Word file', async (_, make) => {
    await mustBeRefused(new Uint8Array(await make()), `${canary}.docx`)
  })

  test('at the edge of a page of a PDF', async () => {
    const pdf = await PDFDocument.create()
    const font = await pdf.embedFont(StandardFonts.Helvetica)
    for (let page = 0; page < 4; page++) {
      const sheet = pdf.addPage([400, 600])
      sheet.drawText('TUYET MAT', { x: 180, y: 580, size: 12, font })
      for (let line = 0; line < 12; line++) {
        const words = `Thu ngan sach cua xa so ${page * 12 + line} dat 12 ty dong trong ky nay`
        sheet.drawText(words, { x: 30, y: 540 - line * 16, size: 11, font })
      }
    }
    await mustBeRefused(await pdf.save(), `${canary}.pdf`)
  })

  test('in a box of a page that is not of the article', async () => {
    const html = `<!doctype html><html><body><div class="banner">TỐI MẬT</div>
      <article><h1>Báo cáo</h1>${`<p>${sentence}</p>`.repeat(8)}</article></body></html>`
    await mustBeRefused(html, `${canary}.html`)
  })
})

/** Puts XML into the paragraph of the first header. */
function withHeader(bytes: Uint8Array, xml: string): Uint8Array {
  const parts = unzipSync(new Uint8Array(bytes))
  const name = Object.keys(parts).find((one) => /^word\/header\d*\.xml$/.test(one)) ?? ''
  const header = new TextDecoder().decode(parts[name])
  parts[name] = new TextEncoder().encode(header.replace('</w:p>', `${xml}</w:p>`))
  return zipSync(parts)
}
