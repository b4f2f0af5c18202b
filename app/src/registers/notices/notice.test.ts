// How documents are worded, numbered and laid out; what differs in an edited one.
import { describe, expect, test } from 'vitest'
import { partyConference, stateConference } from '../../../test/notice-example.ts'
import type { SheetBlock, SheetParagraph } from '../../office/sheet.ts'
import {
  bareName,
  planFor,
  referenceProvinces,
  referenceUnits,
} from '../organisations/reference.ts'
import { compareLines, linesOfText } from './compare.ts'
import { conclusionOf } from './conclusion.ts'
import { elementNames, measureNames, type Regime, regimes, withOwn, wordNames } from './layout.ts'
import { layouts } from './layouts.ts'
import { widthOf } from './measure.ts'
import { excerptOf, minutesOf } from './minutes.ts'
import { dateWords, letterheadOf, numberLine, regimeOf } from './numbering.ts'
import { linesOf, sheetOf } from './paper.ts'
import { decisionBlocks } from './wording.ts'

const issued = (regime: Regime, number: number | null = 7) => ({
  ...{ number, type: 'TB', symbol: regime === 'state30' ? 'UBND' : 'TU' },
  ...{ date: number === null ? null : '2026-02-05', year: '2026' },
})

const drawn = (regime: Regime, number: number | null = 7) => {
  const facts = regime === 'state30' ? stateConference : partyConference
  const content = conclusionOf(facts, layouts[regime], null)
  return { content, sheet: sheetOf(content, layouts[regime], issued(regime, number)) }
}

const paragraphsOf = (blocks: readonly SheetBlock[]): SheetParagraph[] =>
  blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat(2) : [block]))

test('the rules follow from the issuing body and the date', () => {
  expect(regimeOf('partyBody', '2026-05-26')).toBe('party36')
  expect(regimeOf('partyCommittee', '2026-05-27')).toBe('party05')
  expect(regimeOf('peoplesCommittee', '2026-05-27')).toBe('state30')
  expect(regimeOf('department', '2020-03-05')).toBe('state30')
})

test('numbers below 10 and days below 10 and months 1 and 2 have a zero before them', () => {
  const line = (regime: Regime, number: number | null) =>
    numberLine(layouts[regime], issued(regime, number))
  expect(line('party36', 120)).toBe('Số 120-TB/TU')
  expect(line('party05', 5)).toBe('Số 05-TB/TU')
  expect(line('state30', 7)).toBe('Số: 07/TB-UBND')
  expect(line('state30', null)).toBe('Số:       /TB-UBND')
  expect(dateWords('2026-01-05', '2026')).toBe('ngày 05 tháng 01 năm 2026')
  expect(dateWords('2026-03-10', '2026')).toBe('ngày 10 tháng 3 năm 2026')
  expect(dateWords('2026-12-31', '2026')).toBe('ngày 31 tháng 12 năm 2026')
  expect(dateWords(null, '2026')).toBe('ngày      tháng      năm 2026')
})

test('letterhead and symbol follow from the body', () => {
  const of = (
    name: string,
    kind: 'partyBody' | 'partyCommittee' | 'peoplesCommittee' | 'department',
    parent: string | null = null,
    code: string | null = null,
  ) => letterheadOf({ kind, name, code, parent })
  expect(of('Ban Thường vụ Tỉnh ủy Sơn Hà', 'partyBody', 'Tỉnh ủy Sơn Hà')).toMatchObject({
    ...{ above: null, issuer: 'Tỉnh ủy Sơn Hà', symbol: 'TU', signsFor: 'Ban Thường vụ' },
  })
  expect(of('Văn phòng Tỉnh ủy Sơn Hà', 'partyBody', 'Tỉnh ủy Sơn Hà', 'VPTU')).toMatchObject({
    ...{ above: 'Tỉnh ủy Sơn Hà', issuer: 'Văn phòng', symbol: 'VPTU' },
  })
  expect(of('Đảng ủy phường Sơn Tây', 'partyCommittee', 'Tỉnh ủy Sơn Hà')).toMatchObject({
    ...{ above: 'Đảng bộ tỉnh Sơn Hà', issuer: 'Đảng ủy phường Sơn Tây', symbol: 'ĐU' },
  })
  expect(of('Ủy ban nhân dân tỉnh Sơn Hà', 'peoplesCommittee')).toMatchObject({
    ...{ issuer: 'Ủy ban nhân dân\ntỉnh Sơn Hà', symbol: 'UBND' },
  })
  expect(of('Sở Nội vụ', 'department', 'Ủy ban nhân dân tỉnh Sơn Hà', 'SNV').symbol).toBe('SNV')
})

test('in all 34 provinces a commune stands under the Party organisation of its own province', () => {
  const kinds = { partyCommittee: 0, partyBody: 0 }
  for (const { code, name } of referenceProvinces()) {
    const place = bareName(name)
    const city = name.startsWith('Thành phố')
    const over = city ? `Đảng bộ thành phố ${place}` : `Đảng bộ tỉnh ${place}`
    const province = `${city ? 'Thành ủy' : 'Tỉnh ủy'}`
    const { bodies } = planFor({ code, name, formedFrom: [] }, referenceUnits(code).slice(0, 40))
    for (const body of bodies.filter((one) => one.key.endsWith('.party'))) {
      const official = body.names[0]?.name ?? ''
      const committee = { kind: 'partyCommittee', name: official, code: null, place } as const
      expect(letterheadOf({ ...committee, parent: province })).toMatchObject({
        ...{ above: over, issuer: official, symbol: 'ĐU' },
      })
      const inner = { ...committee, kind: 'partyBody', name: `Ban Thường vụ ${official}` } as const
      expect(letterheadOf({ ...inner, parent: official, above: province })).toMatchObject({
        ...{ above: over, issuer: official, symbol: 'ĐU', signsFor: 'Ban Thường vụ' },
      })
      kinds.partyCommittee++
    }
    const standing = { kind: 'partyBody', name: `Ban Thường vụ ${province}`, code: null } as const
    expect(letterheadOf({ ...standing, parent: province, place })).toMatchObject({
      ...{ above: null, issuer: `${province} ${place}`, symbol: 'TU' },
    })
    kinds.partyBody++
  }
  expect(kinds.partyBody).toBe(34)
  expect(kinds.partyCommittee).toBeGreaterThan(1000)
})

test('a conference of several bodies is named by all of them, and concludes as the conference', () => {
  const facts = { ...partyConference, others: ['Ban cán sự A', 'Đảng ủy B'] }
  const { subject, blocks, recipients, issuer } = conclusionOf(facts, layouts.party36, null)
  const all = 'Ban Thường vụ Tỉnh ủy, Ban cán sự A và Đảng ủy B'
  expect(subject).toContain(`Kết luận của ${all} tại Hội nghị`)
  const words = blocks.map((block) => (block.kind === 'table' ? '' : block.text))
  expect(words[0]).toContain(`${all} tổ chức`)
  expect(words[1]).toContain('Hội nghị kết luận như sau')
  expect(recipients).toEqual(expect.arrayContaining(facts.others))
  // The body that leads issues: its letterhead, its series.
  expect(issuer).toBe('Tỉnh ủy Sơn Hà')
  const setting = minutesOf(facts, layouts.party36).blocks
  expect(JSON.stringify(setting)).toContain(`Cơ quan tổ chức: ${all}.`)
})

test('a decision that does not begin with what was done has it said before', () => {
  const lines = (body: string) => {
    const [first] = stateConference.items
    if (!first) throw new Error('the example has no item')
    const item = { ...first, decision: { outcome: 'adopted' as const, conditions: null, body } }
    return decisionBlocks(stateConference, item).map((block) => 'text' in block && block.text)
  }
  const said = `${stateConference.body.name} thông qua.`
  for (const own of ['Thông qua Đề án.', 'Hội nghị thông qua Đề án.']) {
    expect(lines(own)).toEqual([own])
  }
  for (const other of ['Đề án chưa thông qua ở bước trước, nay đủ điều kiện.', 'Chưa thông qua.']) {
    expect(lines(other)).toEqual([said, other])
  }
})

describe.each(regimes)('%s', (regime) => {
  test('every value of the layout is there and names its source', () => {
    const { elements, measures, words } = layouts[regime]
    for (const name of elementNames) expect(elements[name].source, name).toBeTruthy()
    for (const name of measureNames) expect(measures[name].source, name).toBeTruthy()
    for (const name of wordNames) expect(words[name].source, name).toBeTruthy()
    expect(layouts[regime].verified).toBe(regime !== 'party05')
  })

  test('every decision, task and submitter of the record stands in the text, once each', () => {
    const lines = linesOf(drawn(regime).sheet)
    for (const item of partyConference.items) {
      for (const line of item.decision?.body.split('\n') ?? []) {
        expect(lines.filter((one) => one === line)).toHaveLength(1)
      }
      for (const { action, lead } of item.tasks) {
        expect(lines.filter((one) => one === action)).toHaveLength(1)
        expect(lines).toContain(lead)
      }
    }
    const ends = { party36: './.', party05: '.', state30: './.' }[regime]
    expect(lines).toContain(
      regime === 'state30'
        ? `Văn phòng Ủy ban nhân dân tỉnh Sơn Hà thông báo để các cơ quan, đơn vị, địa phương biết, tổ chức thực hiện${ends}`
        : `Thừa lệnh Ban Thường vụ, Văn phòng Tỉnh ủy thông báo để các cơ quan, đơn vị, địa phương biết, tổ chức thực hiện${ends}`,
    )
  })

  test('nothing is wider than the page, and the head has its rule as long as its text', () => {
    const { sheet } = drawn(regime)
    const width = sheet.page.width - sheet.page.left - sheet.page.right
    const tables = sheet.sections.flatMap(({ blocks }) =>
      blocks.filter((block) => block.kind === 'table'),
    )
    for (const { widths } of tables) {
      expect(widths.reduce((sum, one) => sum + one, 0)).toBeCloseTo(width, 5)
    }
    const [head] = tables
    const right = paragraphsOf([{ ...head, rows: [[head?.rows[0]?.[1] ?? []]] } as SheetBlock])
    const rule = right.find((one) => one.rule !== null)
    const text = right.filter((one) => one.runs.length > 0).at(-1)?.runs[0]
    const long = widthOf(text?.text ?? '', text?.size ?? 0, true)
    const cell = head?.widths[1] ?? 0
    expect(cell - (rule?.left ?? 0) - (rule?.right ?? 0)).toBeCloseTo(long, 1)
    expect(long).toBeLessThan(cell)
  })
})

test('what the chair says of the whole comes first, and moves the other parts on', () => {
  for (const regime of regimes) {
    const facts = regime === 'state30' ? stateConference : partyConference
    const assessment = 'Kinh tế tiếp tục tăng trưởng.\nMột số dự án còn chậm.'
    const content = conclusionOf({ ...facts, assessment }, layouts[regime], null)
    const mark = layouts[regime].words.headingMark.value
    const lines = linesOf(sheetOf(content, layouts[regime], issued(regime)))
    const at = lines.indexOf(`I${mark} ĐÁNH GIÁ CHUNG`)
    expect(lines.slice(at, at + 4)).toEqual([
      `I${mark} ĐÁNH GIÁ CHUNG`,
      ...assessment.split('\n'),
      `II${mark} KẾT LUẬN TỪNG NỘI DUNG`,
    ])
  }
})

test('a draft says that it is one and has no number', () => {
  const lines = linesOf(drawn('party05', null).sheet)
  expect(lines).toContain('(Dự thảo)')
  expect(lines).toContain('Số       -TB/TU')
  expect(linesOf(drawn('party05').sheet)).not.toContain('(Dự thảo)')
})

test('the signature never stands alone on its page', () => {
  const [section] = drawn('party36').sheet.sections
  const sign = section?.blocks.at(-1)
  const before = section?.blocks.slice(-3, -1) ?? []
  expect(sign?.kind).toBe('table')
  expect(before.every((block) => block.kind === 'paragraph' && block.keepNext)).toBe(true)
})

test('minutes have attendance, opinions, votes and two signatures; an extract has one item and no speaker', () => {
  const layout = layouts.party36
  const minutes = minutesOf(partyConference, layout)
  const text = linesOf(sheetOf(minutes, layout, issued('party36'))).join('\n')
  expect(text).toContain('Có mặt 2/3 thành viên: Nguyễn Văn An (Bí thư Tỉnh ủy); Trần Thị Bình')
  expect(text).toContain('Vắng mặt 1 thành viên: Lê Hoàng Cường (có lý do: đi công tác).')
  expect(text).toContain('Đồng chí Trần Thị Bình, Trưởng Ban Tổ chức Tỉnh ủy (mục 3.2): Đề nghị')
  expect(text).toContain('tán thành 13/15 (86,7%), không tán thành 0/15 (0%)')
  expect(minutes.signatures.map(({ post }) => post)).toEqual([
    'Người ghi biên bản',
    'Chủ trì Hội nghị',
  ])
  const [item] = partyConference.items
  if (!item) throw new Error('the example has no item')
  const extract = linesOf(
    sheetOf(excerptOf(partyConference, layout, item), layout, issued('party36')),
  )
  expect(extract.join('\n')).not.toContain('Trần Thị Bình')
  expect(extract.join('\n')).not.toContain('giải ngân')
  expect(extract).toContain('- Sở Công Thương,')
})

test('a province’s own values stand instead of the shipped ones, marked as its own', () => {
  const own = withOwn(layouts.party05, {
    elements: { body: { size: 13, style: 'upright', upper: false } },
    measures: { 'line.exact': 19 },
    words: { ending: './.' },
  })
  expect(own.elements.body).toEqual({
    size: 13,
    style: 'upright',
    upper: false,
    source: 'tỉnh tự đặt',
  })
  const { sheet } = { sheet: sheetOf(drawn('party05').content, own, issued('party05')) }
  const body = paragraphsOf(sheet.sections[0]?.blocks ?? []).find((one) => one.exact === 19)
  expect(body?.runs[0]?.size).toBe(13)
  expect(linesOf(sheet).some((line) => line.endsWith('./.'))).toBe(true)
})

describe('an edited file', () => {
  const { content, sheet } = drawn('party36')
  const record = linesOfText(linesOf(sheet).join('\n'))
  const compared = (edit: (lines: string[]) => string[]) =>
    compareLines(record, edit([...record]), content.blocks)
  const first = partyConference.items[0]

  test('that was not edited differs in nothing', () => {
    expect(compared((lines) => lines)).toEqual({ differences: [], same: record.length, offers: [] })
  })

  test('with other dashes, quotation marks and spaces says the same', () => {
    const lines = record.map((line) => line.replaceAll('-', '–').replaceAll(' ', '  '))
    expect(compareLines(record, lines, content.blocks).differences).toEqual([])
  })

  test('with new words in a decision offers the whole decision in them', () => {
    const { differences, offers } = compared((lines) =>
      lines.map((line) => line.replace('cảng cạn phía nam', 'cảng cạn phía đông')),
    )
    expect(differences).toHaveLength(1)
    expect(differences[0]).toMatchObject({ kind: 'changed', item: first?.id })
    expect(differences[0]?.words.filter((one) => one.change !== 'same')).toEqual([
      { text: 'nam', change: 'removed' },
      { text: 'đông', change: 'added' },
    ])
    expect(offers).toEqual([
      {
        item: first?.id,
        body: first?.decision?.body.replace('cảng cạn phía nam', 'cảng cạn phía đông'),
      },
    ])
  })

  test('with a paragraph more or less offers that too; outside of decisions nothing is offered', () => {
    const second = first?.decision?.body.split('\n')[1] ?? ''
    const less = compared((lines) => lines.filter((line) => line !== second))
    expect(less.offers[0]?.body).toBe(first?.decision?.body.split('\n')[0])
    const more = compared((lines) =>
      lines.flatMap((line) => (line === second ? [line, 'Báo cáo hằng quý.'] : [line])),
    )
    expect(more.offers[0]?.body).toBe(`${first?.decision?.body}\nBáo cáo hằng quý.`)
    const outside = compared((lines) =>
      lines.map((line) => line.replace('Chánh Văn phòng'.toUpperCase(), 'PHÓ CHÁNH VĂN PHÒNG')),
    )
    expect(outside.differences).toHaveLength(1)
    expect(outside.offers).toEqual([])
  })
})
