// People: a row is a text with every person in brackets.
import { describe, it } from 'vitest'
import { expectSpans } from './spans.ts'

const rows = [
  'T/L BAN THƯỜNG VỤ\nCHÁNH VĂN PHÒNG\n[Phan Văn Nghĩa]',
  'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n[Vi Văn Thanh]\n',
]

const body = 'UBND tỉnh thông báo kết luận của Chủ tịch UBND tỉnh. Sở Tài chính báo cáo.'

describe('people who signed', () => {
  it.each(rows)('%s', (marked) => {
    expectSpans('person', `${body}\n\n${marked}`)
  })
})
