// Periods and dates: a row is a text with the period in brackets, its first and its last day.
import { describe, expect, it } from 'vitest'
import { expectSpans, findingsOf } from './spans.ts'

type Row = [marked: string, from: string | null, to: string | null, more?: object]

/** The document's own date, where a year is not said. */
const today = '2023-10-05'

const rows: Row[] = [
  ['[quý II/2022]', '2022-04-01', '2022-06-30', { grain: 'quarter', yearStated: true }],
  ['[quý II năm 2022]', '2022-04-01', '2022-06-30'],
  ['[quý 3/2024]', '2024-07-01', '2024-09-30'],
  ['[Quý IV-2023]', '2023-10-01', '2023-12-31'],
  ['[quý đầu năm 2024]', '2024-01-01', '2024-03-31', { grain: 'quarter' }],
  ['[5 năm 2021-2025]', '2021-01-01', '2025-12-31', { grain: 'term' }],
  ['trong [quý III]', '2023-07-01', '2023-09-30', { yearStated: false }],
  ['[9 tháng năm 2023]', '2023-01-01', '2023-09-30', { cumulative: true }],
  ['[9 tháng đầu năm 2023]', '2023-01-01', '2023-09-30'],
  ['[chín tháng năm 2023]', '2023-01-01', '2023-09-30'],
  ['[sáu tháng đầu năm 2023]', '2023-01-01', '2023-06-30', { grain: 'half' }],
  ['[2 tháng đầu năm]', '2023-01-01', '2023-02-28', { yearStated: false }],
  ['[11 tháng của năm 2023]', '2023-01-01', '2023-11-30'],
  ['[6 tháng/2022]', '2022-01-01', '2022-06-30'],
  ['[6 tháng cuối năm 2021]', '2021-07-01', '2021-12-31', { grain: 'half' }],
  ['[nửa đầu năm 2024]', '2024-01-01', '2024-06-30'],
  ['[cả năm 2022]', '2022-01-01', '2022-12-31', { grain: 'year' }],
  ['[từ đầu năm đến nay]', '2023-01-01', null, { cumulative: true }],
  ['[từ nay đến hết năm 2021]', null, '2021-12-31'],
  ['[nhiệm kỳ 2020-2025]', '2020-01-01', '2025-12-31', { grain: 'term' }],
  ['[nhiệm kỳ 2020 – 2025]', '2020-01-01', '2025-12-31'],
  ['[giai đoạn 2021-2025]', '2021-01-01', '2025-12-31'],
  ['[từ năm 2016 đến năm 2020]', '2016-01-01', '2020-12-31'],
  ['[từ 2016 đến 2020]', '2016-01-01', '2020-12-31'],
  ['[đến năm 2030]', null, '2030-12-31'],
  ['[ngày 13 tháng 7 năm 2021]', '2021-07-13', '2021-07-13', { grain: 'day' }],
  ['[13/7/2021]', '2021-07-13', '2021-07-13'],
  ['[13-7-2021]', '2021-07-13', '2021-07-13'],
  ['[13.7.2021]', '2021-07-13', '2021-07-13'],
  ['[ngày 13/7]', '2023-07-13', '2023-07-13', { yearStated: false }],
  ['sáng [13/7/2021]', '2021-07-13', '2021-07-13'],
  ['chiều [ngày 13/7/2021]', '2021-07-13', '2021-07-13'],
  ['trước [ngày 30/6/2022]', '2022-06-30', '2022-06-30'],
  ['[ngày mồng 5 tháng 8 năm 2023]', '2023-08-05', '2023-08-05'],
  ['[ngày mùng 2 tháng 9]', '2023-09-02', '2023-09-02'],
  ['[từ ngày 01/01/2024 đến ngày 15/3/2024]', '2024-01-01', '2024-03-15', { grain: 'range' }],
  ['[từ 05 đến 10/8/2023]', '2023-08-05', '2023-08-10'],
  ['[tháng 7/2021]', '2021-07-01', '2021-07-31', { grain: 'month' }],
  ['[tháng 7 năm 2021]', '2021-07-01', '2021-07-31'],
  ['[tháng 7-2021]', '2021-07-01', '2021-07-31'],
  ['[tháng Bảy]', '2023-07-01', '2023-07-31'],
  ['[tháng Giêng năm 2022]', '2022-01-01', '2022-01-31'],
  ['[tháng Chạp năm 2022]', '2022-12-01', '2022-12-31'],
  ['[từ tháng 1 đến tháng 6/2024]', '2024-01-01', '2024-06-30'],
  ['[lũy kế đến 10/4/2024]', '2024-01-01', '2024-04-10', { cumulative: true }],
  ['[tính đến 31/12/2023]', null, '2023-12-31'],
  ['[hết quý III/2023]', null, '2023-09-30'],
  ['[năm nay]', '2023-01-01', '2023-12-31', { yearStated: false }],
]

describe('lists', () => {
  it.each([
    ['quý I, II và III năm 2022', ['2022-01-01', '2022-04-01', '2022-07-01']],
    ['tháng 1, 2, 3 năm 2022', ['2022-01-01', '2022-02-01', '2022-03-01']],
    ['tháng 5, 20 hộ được hỗ trợ', ['2023-05-01']],
    ['quý I, 3 dự án chậm', ['2023-01-01']],
  ])('%s', (text, days) => {
    expect(findingsOf('period', `Kết quả ${text}.`, today).map(({ from }) => from)).toEqual(days)
  })
})

describe('periods', () => {
  it.each(rows)('%s', (marked, from, to, more = {}) => {
    const [period] = expectSpans('period', `Tỉnh báo cáo, ${marked}, kết quả tốt.`, today)
    expect(period).toMatchObject({ from, to, ...more })
  })

  it('shares the year of a later period with an earlier one', () => {
    const found = expectSpans('period', 'Báo cáo [quý II] và [6 tháng đầu năm 2022].')
    expect(found.map(({ from }) => from)).toEqual(['2022-04-01', '2022-01-01'])
  })

  const days: [text: string, day: string, given?: string][] = [
    ['Sáng 5/12, hội nghị xem xét báo cáo tổng kết năm 2023, nhiệm vụ năm 2024.', '2023-12-05'],
    ['Sáng 10/1, hội nghị tổng kết công tác năm 2023.', '2024-01-10'],
    ['Sáng 10/1, hội nghị nghe kết quả 9 tháng năm 2023.', '2023-01-10'],
    ['Ngày 5/12, hội nghị bàn nhiệm vụ năm 2024.', '2023-12-05', '2024-01-03'],
    ['Hoàn thành trước ngày 15/1, theo nghị quyết năm 2023.', '2024-01-15', '2023-12-20'],
    ['Trưa 12-12-2014, kỳ họp bế mạc. Dự toán năm 2015: giao trước ngày 31-12.', '2014-12-31'],
  ]
  it.each(days)('counts a day without a year: %s', (text, day, given) => {
    expect(findingsOf('period', text, given).map(({ from }) => from)).toContain(day)
  })

  it('reads a horizon beside its term', () => {
    expectSpans('period', 'Quy hoạch [thời kỳ 2021-2030], [tầm nhìn đến năm 2050].')
  })

  it.each(['ngày 31/02/2023', '29/2/2023', '32/01/2024', 'ngày 15/13/2024', 'tháng 13/2024'])(
    'finds no day or month that no calendar has: %s',
    (text) => {
      const found = findingsOf('period', `Họp ${text}, tại hội trường.`)
      for (const { from, to } of found)
        for (const iso of [from, to])
          if (iso) expect(new Date(`${iso}T00:00:00Z`).toISOString().slice(0, 10)).toBe(iso)
    },
  )

  it.each(['thông qua nghị quyết', 'năm chỉ tiêu', 'hằng năm', 'kỳ họp thứ 4'])(
    'is silent on %s',
    (text) => {
      expect(findingsOf('period', `Hội nghị nêu ${text}.`)).toEqual([])
    },
  )
})
