// What a careful editor would stop at: a row is a passage of a report with every check in brackets, and
// what kind it is. A false alarm costs trust, so that half of the rows are right as they stand.
import { describe, expect, it } from 'vitest'
import { expectSpans, findingsOf } from './spans.ts'

const lead = 'Sáng 5/7/2023, UBND tỉnh họp phiên thường kỳ, Chủ tịch UBND tỉnh Lê Văn Minh chủ trì.'

const wrong: [marked: string, problem: string, suggestion?: string | null][] = [
  ['Thu ngân sách đạt [5.738,9%], tăng 12% so với cùng kỳ.', 'unitMismatch', '5.738,9 tỷ đồng'],
  ['Tỷ lệ thôn có điện lưới quốc gia đạt [102,4%].', 'impossibleShare'],
  ['Tỷ lệ hộ nghèo còn [132%].', 'impossibleShare'],
  ['Toàn tỉnh có [96 đơn vị] hành chính cấp xã, gồm 82 xã và 13 phường.', 'partsNotTotal', '95'],
  [
    'Hội nghị xem xét [15 nội dung], gồm: 9 nội dung trình Đại hội; 04 nội dung trình HĐND tỉnh; 03 nội dung khác.',
    'partsNotTotal',
    '16',
  ],
  ['Đến nay có [130/128 xã] đạt chuẩn.', 'countOverTotal'],
  ['Việc giải quyết đơn [còn còn] chậm.', 'doubledWord', 'còn'],
  ['Kết quả [của của] các sở.', 'doubledWord', 'của'],
  ['Hệ thống [đôi lúc đôi lúc] bị nghẽn.', 'doubledWord', 'đôi lúc'],
  ['Đời sống [hân dân] được nâng lên.', 'notASyllable', 'nhân dân'],
  ['Thu ngân sách đạt 5.200 tỷ đồng, bằng 104,3% dự toán, [vượt 5,3%].', 'excessVsShare', '4,30'],
  ['Sản xuất công nghiệp [tăng -5%].', 'signVsWord'],
  ['Lễ kỷ niệm [190 năm] thành lập tỉnh (1831-2022).', 'yearsVsSpan', '191'],
  ['Kỷ niệm vào [Thứ hai, 26/10/2021].', 'dateVsWeekday', 'thứ ba'],
]

const right = [
  'Thu ngân sách đạt 5.200 tỷ đồng, bằng 104,3% dự toán, vượt 4,3%.',
  'Thu ngân sách đạt 5.200 tỷ đồng, bằng 104,3% dự toán, tăng 12% so với cùng kỳ.',
  'Tỷ lệ giải ngân đạt 102,4% kế hoạch. Tỷ lệ tăng thu đạt 130%.',
  'Tỷ lệ thôn có điện lưới quốc gia đạt 100%.',
  'Toàn tỉnh có 95 đơn vị hành chính cấp xã, gồm 82 xã và 13 phường.',
  'Hội nghị xem xét 21 nội dung, trong đó: 14 nội dung trình HĐND; 5 nội dung khác.',
  'Công việc được làm từng bước từng bước, ngày ngày, đời đời.',
  'Lễ kỷ niệm 190 năm thành lập tỉnh (1831-2021).',
  'Sản xuất công nghiệp giảm 5 - 7%, dịch vụ tăng 3-4%.',
  'Họp vào Thứ hai, 25/10/2021.',
]

describe('what is wrong', () => {
  it.each(wrong)('%s: %s', (marked, problem, suggestion) => {
    const [found] = expectSpans('check', `${lead}\n\n${marked}`)
    expect(found?.problem).toBe(problem)
    if (suggestion !== undefined) expect(found?.suggestion).toBe(suggestion)
  })
})

describe('what is right', () => {
  it.each(right)('%s', (text) => {
    expect(findingsOf('check', `${lead}\n\n${text}`)).toEqual([])
  })
})
