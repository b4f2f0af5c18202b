// A lexicon of one's own: what it adds to a reading, and what its check says line by line.
import { expect, it } from 'vitest'
import { checkLexicon, extendLexicon, read } from '../src/index.ts'

const own = [
  '# Tỉnh Sơn Hà',
  'indicator\tson_ha_mac_ca;Diện tích mắc ca;Macadamia area;ha;up;P\tdiện tích mắc ca | mắc ca trồng tập trung',
  'indicator\tgrdp_growth\tnhịp tăng của nền kinh tế tỉnh nhà',
  'actor\t\tTổ công tác 27',
  'project\t\tĐường tránh Nà Lốc',
  'topic\tsite_clearance\tkiểm đếm đất rừng',
  'negative\t\tì à ì ạch',
  'unit\titem\tlồng bè',
  'neutral\t\tbản Ba Nghìn',
  'place\tcommune\tNà Lốc',
].join('\n')

const found = (text: string, kind: string, lexicon = extendLexicon(own)) =>
  read(text, { lexicon }).findings.filter((finding) => finding.kind === kind)

const report =
  'Hội nghị Ban Chấp hành Đảng bộ tỉnh lần thứ 12 đánh giá kết quả 9 tháng năm 2024. UBND tỉnh báo cáo. '

it('adds indicators, new and under another name', () => {
  const text = `${report}Mắc ca trồng tập trung đạt 1.250 ha. Nhịp tăng của nền kinh tế tỉnh nhà đạt 7,2%.`
  expect(
    found(text, 'statement').map((one) => one.kind === 'statement' && one.indicator.code),
  ).toEqual(['son_ha_mac_ca', 'grdp_growth'])
  expect(
    read(text)
      .findings.filter((one) => one.kind === 'statement')
      .map((one) => one.kind === 'statement' && one.indicator.code),
  ).not.toContain('son_ha_mac_ca')
})

it('adds bodies, projects, topics, predicates, counted nouns', () => {
  const text = `${report}Yêu cầu Tổ công tác 27 hoàn thành kiểm đếm đất rừng tại Đường tránh Nà Lốc trước ngày 30/9/2024. Tuy nhiên, kiểm đếm đất rừng còn ì à ì ạch. Toàn xã có 45 lồng bè.`
  const [assignment] = found(text, 'assignment')
  expect(assignment?.kind === 'assignment' && assignment.lead?.text).toBe('Tổ công tác 27')
  expect(found(text, 'project').map(({ quote }) => quote)).toContain('Đường tránh Nà Lốc')
  const [shortcoming] = found(text, 'shortcoming')
  expect(shortcoming?.kind === 'shortcoming' && shortcoming.topic).toBe('site_clearance')
  expect(found(text, 'quantity').map(({ quote }) => quote)).toContain('45 lồng bè')
})

it('hides what it calls neutral, and leaves the built-in lexicon as it was', () => {
  const text = `${report}Bản Ba Nghìn đồng bào Dao sinh sống.`
  const plain = read(text)
  expect(found(text, 'quantity')).toEqual([])
  expect(read(text)).toEqual(plain)
})

it('finds nothing wrong with it', () => {
  expect(checkLexicon(own).problems).toEqual([])
  expect(checkLexicon(own).lines).toHaveLength(9)
})

const wrong: [string, number, string, string][] = [
  ['actor Tổ công tác', 1, 'error', 'columns'],
  ['actor\t\tTổ công tác\tthừa', 1, 'error', 'columns'],
  ['bodies\t\tTổ công tác', 1, 'error', 'unknownClass'],
  ['body\tboard\tTổ công tác', 2, 'error', 'badPayload'],
  ['actor\tsomething\tTổ công tác', 2, 'error', 'badPayload'],
  ['indicator\tno_such_code\ttên nào đó', 2, 'error', 'badPayload'],
  ['indicator\tA b;Tên;Name;ha;up;P\ttên nào đó', 2, 'error', 'badPayload'],
  ['indicator\tten_moi;Tên;Name;ha;better;P\ttên nào đó', 2, 'error', 'badPayload'],
  ['topic\troads\tđường sá', 2, 'error', 'badPayload'],
  ['actor\t\t | ', 3, 'error', 'noPhrase'],
  ['actor\t\tUBND t\ufffdnh', 3, 'error', 'broken'],
  ['actor\t\t27 tổ công tác', 3, 'error', 'noWord'],
  ['actor\t\tmột hai ba bốn năm sáu bảy tám chín mười trăm nghìn triệu', 3, 'error', 'tooLong'],
  ['topic\tsite_clearance\tA B\ntopic\tplanning\tA B', 3, 'error', 'conflict'],
  ['topic\tsite_clearance\tA B | a  b', 3, 'warning', 'twice'],
  ['topic\tsite_clearance\tgiải phóng mặt bằng', 3, 'warning', 'known'],
  ['topic\tplanning\tgiải phóng mặt bằng', 3, 'warning', 'changes'],
  ['negative\t\tlâu', 3, 'warning', 'oneSyllable'],
]

it.each(wrong)('%j', (text, column, level, code) => {
  const { problems } = checkLexicon(text)
  const line = text.split('\n').length
  expect(problems).toMatchObject([{ line, column, level, code }])
})

it('reads what a spreadsheet writes', () => {
  const { lines, problems } = checkLexicon('\ufeffactor\t\t"Tổ công tác ""27"""\t\t\r\n\r\n')
  expect(problems).toEqual([])
  expect(lines).toHaveLength(1)
})
