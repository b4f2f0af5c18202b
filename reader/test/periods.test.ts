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
  ['[từ đầu năm đến nay]', '2023-01-01', '2023-10-05', { cumulative: true }],
  ['[từ tháng 3 đến nay]', '2023-03-01', '2023-10-05', { grain: 'range' }],
  ['[từ đầu tháng 5 đến nay]', '2023-05-01', '2023-10-05'],
  ['[từ ngày 01/7/2023 đến nay]', '2023-07-01', '2023-10-05'],
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
  ['hoàn thành trong [quý I năm tới]', '2024-01-01', '2024-03-31'],
  ['tăng so với [tháng 12 năm trước]', '2022-12-01', '2022-12-31'],
  ['chiều nay ([12-7])', '2023-07-12', '2023-07-12'],
  ['Trong hai [ngày 10 và 11-7]', '2023-07-10', '2023-07-11'],
  ['gửi tài liệu chậm nhất [20/6]', '2024-06-20', '2024-06-20'],
  ['không muộn hơn [15/9]', '2023-09-15', '2023-09-15'],
  ['trước [ngày 30/6/2022]', '2022-06-30', '2022-06-30'],
  ['[ngày mồng 5 tháng 8 năm 2023]', '2023-08-05', '2023-08-05'],
  ['[ngày mùng 2 tháng 9]', '2023-09-02', '2023-09-02'],
  ['[từ ngày 01/01/2024 đến ngày 15/3/2024]', '2024-01-01', '2024-03-15', { grain: 'range' }],
  ['[từ 05 đến 10/8/2023]', '2023-08-05', '2023-08-10'],
  ['[tháng 7/2021]', '2021-07-01', '2021-07-31', { grain: 'month' }],
  ['[tháng 7 năm 2021]', '2021-07-01', '2021-07-31'],
  ['[tháng 7-2021]', '2021-07-01', '2021-07-31'],
  ['[tháng Bảy]', '2023-07-01', '2023-07-31'],
  ['[tháng Giêng năm 2022]', null, null],
  ['[tháng Chạp năm 2022]', null, null],
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

/** In words, with month and year as they are said, and short forms. */
const inWords: Row[] = [
  ['[ngày ba mươi tháng tư năm 2023]', '2023-04-30', '2023-04-30'],
  ['[ngày hai mươi tư tháng bảy năm hai nghìn không trăm hai mươi ba]', '2023-07-24', '2023-07-24'],
  ['[hai mươi tư tháng bảy]', '2023-07-24', '2023-07-24', { yearStated: false }],
  ['[ngày mùng năm tháng tám]', '2023-08-05', '2023-08-05'],
  ['[ngày mồng mười tháng chín]', '2023-09-10', '2023-09-10'],
  ['[ngày 12 tháng mười hai năm 2022]', '2022-12-12', '2022-12-12'],
  ['[tháng mười hai]', '2023-12-01', '2023-12-31'],
  ['[tháng mười một năm hai nghìn không trăm hai mốt]', '2021-11-01', '2021-11-30'],
  ['[tháng năm năm hai ngàn hai mươi hai]', '2022-05-01', '2022-05-31'],
  ['[tháng mười năm 2022]', '2022-10-01', '2022-10-31'],
  ['[tháng tư năm hai không mười tám]', '2018-04-01', '2018-04-30'],
  ['[năm một chín tám tư]', '1984-01-01', '1984-12-31'],
  ['[năm hai không linh chín]', '2009-01-01', '2009-12-31'],
  ['[năm 1789]', '1789-01-01', '1789-12-31'],
  ['[3/9/91]', '1991-09-03', '1991-09-03'],
  ['[3/3/17]', '2017-03-03', '2017-03-03'],
  ['[2024-03-15]', '2024-03-15', '2024-03-15'],
  ['[7 tháng 5 năm 1954]', '1954-05-07', '1954-05-07', { grain: 'day' }],
  ['[tháng 1 2024]', '2024-01-01', '2024-01-31'],
  ['[Q1/2024]', '2024-01-01', '2024-03-31', { grain: 'quarter' }],
  ['[năm học 2023-2024]', '2023-09-01', '2024-05-31', { grain: 'range' }],
  ['[ngày 1 tháng 4 – ngày 30 tháng 4 năm 2020]', '2020-04-01', '2020-04-30', { grain: 'range' }],
  ['[tháng 3 đến tháng 5 năm 2022]', '2022-03-01', '2022-05-31', { grain: 'range' }],
]

/** Told from the document's day, a Thursday. */
const relative: Row[] = [
  ['[hôm nay]', '2023-10-05', '2023-10-05', { grain: 'day', yearStated: false }],
  ['[hôm qua]', '2023-10-04', '2023-10-04'],
  ['[tuần này]', '2023-10-02', '2023-10-08'],
  ['[tuần trước]', '2023-09-25', '2023-10-01'],
  ['[tháng này]', '2023-10-01', '2023-10-31', { grain: 'month' }],
  ['[tháng trước]', '2023-09-01', '2023-09-30'],
  ['[ngày 4 tháng này]', '2023-10-04', '2023-10-04'],
  ['[quý này]', '2023-10-01', '2023-12-31', { grain: 'quarter' }],
  ['[quý trước]', '2023-07-01', '2023-09-30'],
  ['[quý sau]', '2024-01-01', '2024-03-31'],
  ['trước [30-11]', '2023-11-30', '2023-11-30', { grain: 'day' }],
  ['chậm nhất [20-12]', '2023-12-20', '2023-12-20'],
  ['trước [30-6 năm tới]', '2024-06-30', '2024-06-30'],
  ['[năm ngoái]', '2022-01-01', '2022-12-31', { grain: 'year' }],
  ['[năm tới]', '2024-01-01', '2024-12-31'],
  ['[3 tháng tới]', '2023-11-01', '2024-01-31', { grain: 'range' }],
  ['[2 năm qua]', '2021-01-01', '2022-12-31'],
]

describe('told from the day of the document', () => {
  it.each(relative)('%s', (marked, from, to, more = {}) => {
    const [period] = expectSpans('period', `Tỉnh báo cáo, ${marked}, kết quả tốt.`, today)
    expect(period).toMatchObject({ from, to, ...more })
  })

  it('guesses nothing where that day is not known', () => {
    expect(findingsOf('period', 'Tỉnh báo cáo, quý trước, kết quả tốt.')).toEqual([])
  })

  it('leaves what is compared with to the comparison', () => {
    expect(findingsOf('period', 'Thu tăng 5% so với tháng trước.', today)).toEqual([])
  })

  it('takes the year in which the day of the week fits', () => {
    const [period] = findingsOf('period', 'Lễ mở vào chủ nhật ngày 14 tháng 4.', today)
    expect(period?.from).toBe('2024-04-14')
  })
})

describe('periods', () => {
  it.each([...rows, ...inWords])('%s', (marked, from, to, more = {}) => {
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

it('gives a month that lies ahead the year in which it is told, whatever year is named beside it', () => {
  const text =
    'Ngày 7/9/2023, Chính phủ họp. Bộ Công Thương trình quy hoạch trong quý I/2024, trình cơ chế điện trong tháng 10.'
  const months = findingsOf('period', text).filter(({ grain }) => grain === 'month')
  expect(months.map(({ quote, from }) => [quote, from])).toEqual([['tháng 10', '2023-10-01']])
})
