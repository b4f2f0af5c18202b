// The three layouts as data: every size, margin, word with its source. Changing a rule is changing a row.
import type { ElementName, Layout, Look, MeasureName, Regime, Style, WordName } from './layout.ts'

type Row<N extends string, T> = [
  name: N,
  ...value: T extends Look ? LookCells : [T],
  source: string,
]
type LookCells = [size: number, style: Style, upper: boolean]

const looks = (rows: Row<ElementName, Look>[]): Layout['elements'] =>
  Object.fromEntries(
    rows.map(([name, size, style, upper, source]) => [name, { size, style, upper, source }]),
  ) as Layout['elements']

const values = <N extends string, T extends number | string>(rows: [N, T, string][]) =>
  Object.fromEntries(rows.map(([name, value, source]) => [name, { value, source }])) as Record<
    N,
    { value: T; source: string }
  >

/** Nothing written was found: Giao Ban's own choice. */
const own = 'Giao Ban chọn'
const hd36 = 'HD 36-HD/VPTW (03/4/2018), Phụ lục 3'
const hd36Text = 'HD 36-HD/VPTW (03/4/2018)'
/** Rules of 2026 known only from templates and checkers that apply them. */
const seen05 = 'các mẫu áp dụng HD 05-HD/VPTW (27/5/2026); chưa kiểm chứng'
const kept05 = 'như HD 36-HD/VPTW; chưa kiểm chứng với HD 05-HD/VPTW'
const nd30 = 'NĐ 30/2020/NĐ-CP, Phụ lục I'
const nd30Types = 'NĐ 30/2020/NĐ-CP, Phụ lục III'

const partyLooks = (source: string, source05 = source): Row<ElementName, Look>[] => [
  ['topLine', 15, 'bold', true, source],
  ['motto', 14, 'bold', false, 'không dùng'],
  ['above', 14, 'upright', true, source],
  ['issuer', 14, 'bold', true, source],
  ['underIssuer', 14, 'upright', false, source],
  ['number', 14, 'upright', false, source],
  ['placeDate', 14, 'italic', false, source],
  ['draft', 13, 'italic', false, own],
  ['kind', 16, 'bold', true, source],
  ['subject', 15, 'bold', false, source],
  ['underSubject', 14, 'bold', false, source05],
  ['body', 14, 'upright', false, source],
  ['heading1', 14, 'bold', true, source],
  ['heading2', 14, 'bold', false, own],
  ['authority', 14, 'bold', true, source],
  ['post', 14, 'upright', true, source05],
  ['signer', 14, 'bold', false, source],
  ['recipientsLabel', 14, 'underlined', false, source],
  ['recipients', 12, 'upright', false, source],
  ['annexLabel', 14, 'bold', true, own],
  ['annexTitle', 14, 'bold', false, own],
  ['annexNote', 14, 'italic', false, own],
  ['tableHead', 12, 'bold', false, own],
  ['table', 12, 'upright', false, own],
  ['pageNumber', 14, 'upright', false, source],
]

const pageMeasures = (source: string): [MeasureName, number, string][] => [
  ['page.width', 210, source],
  ['page.height', 297, source],
  ['page.top', 20, source],
  ['page.bottom', 20, source],
  ['page.left', 30, source],
  ['page.right', 15, source],
  ['page.header', 10, own],
  ['sign.left', 77.6, own],
  ['sign.right', 87.4, own],
]

const partyMeasures = (source: string, lineSource: string): [MeasureName, number, string][] => [
  ...pageMeasures(source),
  ['head.left', 75, own],
  ['head.right', 90, own],
  ['sign.lines', 4, lineSource],
  ['firstLine', 10, source],
  ['paragraph.after', 6, own],
  ['line.exact', 18, lineSource],
  ['line.times', 1, 'không dùng'],
  ['rule.weight', 0.75, own],
  ['rule.topLine', 1, source],
  ['rule.issuer', 0, source],
  ['rule.subject', 0, source],
]

const partyWords = (source: string): [WordName, string, string][] => [
  ['font', 'Times New Roman', source],
  ['topLine', 'Đảng Cộng sản Việt Nam', source],
  ['motto', '', source],
  ['underIssuer', '*', source],
  ['number', 'Số {n}-{type}/{symbol}', source],
  ['headingMark', '-', source],
  ['lastEnd', '.', source],
  ['forBody', 'T/M', source],
  ['byOrder', 'T/L', source],
  ['annexPages', 'through', own],
  ['type.conclusion', 'TB', source],
  ['type.minutes', 'BB', source],
  ['type.excerpt', 'BB', own],
  ['type.opinions', 'BC', own],
]

const party36: Layout = {
  regime: 'party36',
  basis: 'Hướng dẫn 36-HD/VPTW, ngày 03/4/2018 của Văn phòng Trung ương Đảng',
  verified: true,
  elements: looks(partyLooks(hd36)),
  measures: values(partyMeasures(hd36Text, hd36Text)),
  words: values([
    ...partyWords(hd36Text),
    ['underSubject', '-----', hd36Text],
    ['ending', './.', own],
    ['itemEnd', ',', hd36],
    ['filing', 'Lưu Văn phòng {committee}', hd36],
  ]),
}

const party05: Layout = {
  regime: 'party05',
  basis: 'Hướng dẫn 05-HD/VPTW, ngày 27/5/2026 của Văn phòng Trung ương Đảng',
  verified: false,
  elements: looks(partyLooks(kept05, seen05)),
  measures: values(partyMeasures(kept05, seen05)),
  words: values([
    ...partyWords(kept05),
    ['underSubject', '-----', seen05],
    ['ending', '.', seen05],
    ['itemEnd', ';', seen05],
    ['filing', 'Lưu Văn phòng {committee}', seen05],
  ]),
}

const state30: Layout = {
  regime: 'state30',
  basis: 'Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ, Phụ lục I',
  verified: true,
  elements: looks([
    ['topLine', 12, 'bold', true, `${nd30}, ô 1: 12-13`],
    ['motto', 13, 'bold', false, `${nd30}, ô 1: 13-14`],
    ['above', 12, 'upright', true, `${nd30}, ô 2: 12-13`],
    ['issuer', 12, 'bold', true, `${nd30}, ô 2: 12-13`],
    ['underIssuer', 13, 'upright', false, 'không dùng'],
    ['number', 13, 'upright', false, `${nd30}, ô 3`],
    ['placeDate', 13, 'italic', false, `${nd30}, ô 4: 13-14`],
    ['draft', 13, 'italic', false, own],
    ['kind', 14, 'bold', true, `${nd30}, ô 5a: 13-14`],
    ['subject', 14, 'bold', false, `${nd30}, ô 5a: 13-14`],
    ['underSubject', 14, 'bold', false, 'không dùng'],
    ['body', 14, 'upright', false, `${nd30}, ô 6: 13-14`],
    ['heading1', 14, 'bold', true, `${nd30}, ô 6`],
    ['heading2', 14, 'bold', false, `${nd30}, ô 6`],
    ['authority', 14, 'bold', true, `${nd30}, ô 7a: 13-14`],
    ['post', 14, 'bold', true, `${nd30}, ô 7a: 13-14`],
    ['signer', 14, 'bold', false, `${nd30}, ô 7b: 13-14`],
    ['recipientsLabel', 12, 'boldItalic', false, `${nd30}, ô 9b`],
    ['recipients', 11, 'upright', false, `${nd30}, ô 9b`],
    ['annexLabel', 14, 'bold', false, `${nd30}, phụ lục`],
    ['annexTitle', 14, 'bold', true, `${nd30}, phụ lục: 13-14`],
    ['annexNote', 14, 'italic', false, `${nd30}, phụ lục: 13-14`],
    ['tableHead', 12, 'bold', false, own],
    ['table', 12, 'upright', false, own],
    ['pageNumber', 14, 'upright', false, `${nd30}: 13-14`],
  ]),
  measures: values([
    ...pageMeasures(`${nd30}: 20-25, 20-25, 30-35, 15-20`),
    ['head.left', 70, own],
    ['head.right', 95, own],
    ['sign.lines', 4, own],
    ['firstLine', 12.7, `${nd30}: 10 hoặc 12,7`],
    ['paragraph.after', 6, `${nd30}: tối thiểu 6`],
    ['line.exact', 0, 'không dùng'],
    ['line.times', 1.15, `${nd30}: từ đơn đến 1,5`],
    ['rule.weight', 0.75, own],
    ['rule.topLine', 1, `${nd30}: bằng độ dài dòng chữ`],
    ['rule.issuer', 0.4, `${nd30}: từ 1/3 đến 1/2`],
    ['rule.subject', 0.4, `${nd30}: từ 1/3 đến 1/2`],
  ]),
  words: values<WordName, string>([
    ['font', 'Times New Roman', nd30],
    ['topLine', 'Cộng hòa xã hội chủ nghĩa Việt Nam', nd30],
    ['motto', 'Độc lập - Tự do - Hạnh phúc', nd30],
    ['underIssuer', '', nd30],
    ['underSubject', '', nd30],
    ['number', 'Số: {n}/{type}-{symbol}', nd30],
    ['headingMark', '.', nd30],
    ['ending', './.', `${nd30}, Mẫu 1.4`],
    ['itemEnd', ';', nd30],
    ['lastEnd', '.', nd30],
    ['forBody', 'TM.', nd30],
    ['byOrder', 'TL.', nd30],
    ['filing', 'Lưu: VT, TH', nd30],
    ['annexPages', 'own', `${nd30}, phụ lục`],
    ['type.conclusion', 'TB', nd30Types],
    ['type.minutes', 'BB', nd30Types],
    ['type.excerpt', 'TrS', nd30Types],
    ['type.opinions', 'BC', nd30Types],
  ]),
}

/** As the program ships them. */
export const layouts: Record<Regime, Layout> = { party36, party05, state30 }

/** The first day of the Party's rules of 2026 (the day they bear; that they hold from it is inferred). */
export const party05From = '2026-05-27'
