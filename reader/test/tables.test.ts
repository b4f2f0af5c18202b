// Flattened tables: unit from the column, the row or the caption; a percentage column compares.
import { expect, it } from 'vitest'
import { findingsOf } from './spans.ts'

const title = 'Báo cáo 6 tháng đầu năm 2024 của UBND tỉnh\n'

it('reads cells behind tabs with the unit of the row', () => {
  const text = `${title}Chỉ tiêu\tĐơn vị\tKế hoạch năm 2024\tThực hiện\tSo với kế hoạch (%)
Thu ngân sách nhà nước\tTỷ đồng\t5.000\t2.600\t52,0
Số xã đạt chuẩn\tXã\t40\t36\t90,0
`
  expect(findingsOf('quantity', text).map(({ value, unit }) => [value, unit])).toEqual([
    [5e12, 'VND'],
    [2.6e12, 'VND'],
    [52, '%'],
    [40, 'commune'],
    [36, 'commune'],
    [90, '%'],
  ])
  const [plan, done] = findingsOf('statement', text)
  expect(plan).toMatchObject({
    modality: 'target',
    period: { from: '2024-01-01', to: '2024-12-31' },
  })
  expect(done?.comparisons).toMatchObject([{ amount: 52, versus: 'plan', direction: 'ratio' }])
  expect(done?.period).toMatchObject({ from: '2024-01-01', to: '2024-06-30' })
})

it('takes the period of the title, not of a month told of in the paragraph above', () => {
  const text = `${title}
Diện tích lúa đông xuân đạt 28.100 ha; năng suất bình quân giảm vì đợt mưa lớn hồi đầu tháng 4 làm nhiều diện tích lúa đang trổ bông bị đổ ngã.
Tài chính (tỷ đồng)
Nội dung      Dự toán      Thực hiện      % so dự toán
Tổng thu ngân sách      5.900      3.720      63,1
`
  expect(findingsOf('statement', text).at(-1)?.period).toMatchObject({
    from: '2024-01-01',
    to: '2024-06-30',
  })
})

it('reads one cell a line with the unit of the caption', () => {
  const text = `${title}Thu, chi ngân sách (đơn vị tính: triệu đồng)
Chỉ tiêu
Dự toán
Thực hiện
Đạt (%)
Tổng thu ngân sách
40.000
11.200
28,0
Tổng chi ngân sách
50.000
20.000
40,0
`
  expect(findingsOf('quantity', text).map(({ value, unit }) => [value, unit])).toEqual([
    [40e9, 'VND'],
    [11.2e9, 'VND'],
    [28, '%'],
    [50e9, 'VND'],
    [20e9, 'VND'],
    [40, '%'],
  ])
  expect(findingsOf('statement', text)[1]?.comparisons[0]).toMatchObject({ versus: 'estimate' })
})

it('reads rows with a numbering and a unit cell, over empty lines', () => {
  const text = `${title}STT\n\nChỉ tiêu\n\nĐơn vị tính\n\nKế hoạch\n\nThực hiện\n\nTỷ lệ (%)\n
1\n\nThu ngân sách\n\nTỷ đồng\n\n5.000\n\n2.600\n\n52,0\n
2\n\nTỷ lệ hộ nghèo\n\n%\n\n4,5\n\n5,1\n\n-\n`
  expect(findingsOf('quantity', text).map(({ value, unit }) => [value, unit])).toEqual([
    [5e12, 'VND'],
    [2.6e12, 'VND'],
    [52, '%'],
    [4.5, '%'],
    [5.1, '%'],
  ])
  expect(findingsOf('statement', text).map(({ indicator }) => indicator.code)).toEqual([
    'state_budget_revenue',
    'state_budget_revenue',
    'poverty_rate',
    'poverty_rate',
  ])
})

it('reads rows that are numbered with letters and figures in turn', () => {
  const rows = [
    ['I', 'Tổng thu ngân sách', '9.000', '4.500', '50,0'],
    ['1', 'Thu nội địa', '8.000', '4.400', '55,0'],
    ['II', 'Tổng chi ngân sách', '7.000', '2.800', '40,0'],
  ]
  const header = ['Đơn vị tính: tỷ đồng', 'STT', 'Nội dung', 'Dự toán', 'Thực hiện', 'Đạt (%)']
  const text = `${title}${[...header, ...rows.flat()].join('\n')}\n`
  expect(
    findingsOf('statement', text).map(({ indicator, comparisons }) => [
      indicator.quote,
      comparisons.map(({ amount }) => amount),
    ]),
  ).toEqual([
    ['Tổng thu ngân sách', []],
    ['Tổng thu ngân sách', [50]],
    ['Thu nội địa', []],
    ['Thu nội địa', [55]],
    ['Tổng chi ngân sách', []],
    ['Tổng chi ngân sách', [40]],
  ])
})

it('leaves figures alone that have no unit anywhere', () => {
  expect(findingsOf('quantity', 'Đội\tTrận\tĐiểm\nHà Nội\t12\t30\nNam Định\t12\t28\n')).toEqual([])
})

it('reads columns aligned by spaces, with the unit of a row beside its label', () => {
  const text = `${title}Chỉ tiêu          Tháng 6     6 tháng      So cùng kỳ (%)
Bán lẻ hàng hóa (tỷ đồng)   2.846   12.904   113,7
Du lịch lữ hành (tỷ đồng)   64,5   812,3   128,4
`
  const [month, months] = findingsOf('statement', text)
  expect(month).toMatchObject({ indicator: { quote: 'Bán lẻ hàng hóa' }, comparisons: [] })
  expect(months?.comparisons).toMatchObject([{ amount: 113.7, versus: 'samePeriod' }])
  expect(findingsOf('quantity', text).map(({ value }) => value)).toEqual([
    2846e9, 12904e9, 113.7, 64.5e9, 812.3e9, 128.4,
  ])
})

it('reads one cell a line where a plan is left out in the first rows, under a caption', () => {
  const text = `${title}Bảng tổng hợp một số chỉ tiêu
TT
Chỉ tiêu
Đơn vị
Kế hoạch năm 2024
6 tháng
1
Tổng số hồ sơ
Hồ sơ
-
684.215
2
Tỷ lệ hồ sơ trực tuyến
%
90,0
87,9
`
  expect(findingsOf('statement', text).map(({ quote }) => quote.split('\n').at(-1))).toEqual([
    '684.215',
    '90,0',
    '87,9',
  ])
})
