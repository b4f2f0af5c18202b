// E10: words that would begin a header, a part or another receiver of their own, in what a mail is made of.
import { expect, test } from 'vitest'
import { written } from './smtp.ts'

const breaks = [
  '\r\n',
  '\n',
  '\r',
  '\r\n ',
  '\n\n',
  '\u2028',
  '\u0085',
  '\u000b',
  '%0d%0a',
  '=0D=0A',
]
const follow = ['Bcc: other@elsewhere.example', 'Subject: khác', '.\r\nMAIL FROM:<x@y.example>']

const plain = {
  messageId: '<a@giaoban.example>',
  to: { name: 'Nguyễn An', address: 'an@tinh.example' },
  subject: 'Mời dự hội nghị',
  text: 'Kính mời.',
  language: 'vi' as const,
  attachment: null,
}
const from = { name: 'Giao Ban', address: 'giaoban@tinh.example' }
const at = new Date('2026-11-20T02:03:04Z')

/** Names of the headers, of a mail made of this; its folded lines belong to the header above. */
async function headersOf(mail: Partial<typeof plain>, sender = from): Promise<string[]> {
  const bytes = (await written(sender, { ...plain, ...mail }, at)).toString('latin1')
  const head = bytes.slice(0, bytes.indexOf('\r\n\r\n'))
  expect(head.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  return head
    .split('\r\n')
    .filter((line) => !/^[ \t]/.test(line))
    .map((line) => line.slice(0, line.indexOf(':')))
}

test.each(breaks.flatMap((one) => follow.map((next) => `Hội nghị${one}${next}`)))(
  'a title or a name makes no header of its own: %j',
  async (words) => {
    const usual = await headersOf({})
    expect(await headersOf({ subject: words })).toEqual(usual)
    expect(await headersOf({ to: { ...plain.to, name: words } })).toEqual(usual)
    expect(await headersOf({}, { ...from, name: words })).toEqual(usual)
  },
)
