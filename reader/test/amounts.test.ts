// Numbers, units, ranges and bounds: a row is a text with the amount in brackets, and what it means.
import { describe, expect, it } from 'vitest'
import { read } from '../src/index.ts'
import { expectSpans, findingsOf } from './spans.ts'

type Row = [marked: string, value: number, unit: string, more?: object]

const inWords: Row[] = [
  ['khoảng [một trăm linh năm hộ]', 105, 'household', { bound: 'about' }],
  ['[một trăm lẻ năm hộ]', 105, 'household'],
  ['[một trăm linh tư hộ]', 104, 'household'],
  ['[một nghìn lẻ một hộ]', 1001, 'household'],
  ['[hai mươi mốt xã]', 21, 'commune'],
  ['[mười một xã]', 11, 'commune'],
  ['[ba mươi tư xã]', 34, 'commune'],
  ['[năm mươi bốn xã]', 54, 'commune'],
  ['[mười lăm xã]', 15, 'commune'],
  ['[bốn mươi lăm xã]', 45, 'commune'],
  ['[hai mươi nhăm xã]', 25, 'commune'],
  ['[bảy mươi bẩy hộ]', 77, 'household'],
  ['[bẩy mươi bảy hộ]', 77, 'household'],
  ['[ba chục hộ]', 30, 'household'],
  ['[ba ngàn hộ]', 3000, 'household'],
  ['[ba nghìn hộ]', 3000, 'household'],
  ['[mười lăm nghìn ba trăm hộ]', 15_300, 'household'],
  ['[hai trăm linh năm nghìn hộ]', 205_000, 'household'],
  ['[hai mươi bốn nghìn hộ]', 24_000, 'household'],
  ['[một triệu hai trăm nghìn đồng]', 1_200_000, 'VND'],
  ['[một tỷ rưỡi đồng]', 1.5e9, 'VND'],
  ['[hai trăm rưỡi đồng]', 250, 'VND'],
  ['[năm triệu đồng]', 5e6, 'VND'],
  ['[mười hai phẩy năm phần trăm]', 12.5, '%'],
  ['[hai mươi lăm phần trăm]', 25, '%'],
  ['[tám tỉ chín trăm triệu đồng]', 8.9e9, 'VND'],
  ['[hai mươi nghìn ba trăm tỷ đồng]', 20_300e9, 'VND'],
  ['[hai mươi chấm hai phần trăm]', 20.2, '%'],
  ['[một nghìn linh năm phẩy không hai mét]', 1005.02, 'm'],
  ['[hai trăm ha]', 200, 'ha'],
  ['[năm mươi sáu phẩy ba ki lô mét vuông]', 56.3, 'km2'],
]

/** What speech leaves out, read only where it is asked for. */
const asSpoken: [said: string, value: number][] = [
  ['hai mốt', 21],
  ['bốn ba', 43],
  ['năm lăm', 55],
  ['một trăm hai', 120],
  ['một trăm linh hai', 102],
  ['năm trăm tư', 540],
  ['một ngàn mốt', 1100],
  ['một nghìn hai sáu', 1026],
  ['một trăm bốn bảy nghìn bốn trăm năm mốt', 147_451],
  ['một triệu hai', 1_200_000],
  ['bốn trăm sáu triệu', 460_000_000],
  ['mười triệu tư', 10_400_000],
  ['chín chín tỷ chín', 99.9e9],
  ['hai triệu mười', 2_000_010],
  ['năm trăm chín ba triệu không trăm bảy mươi hai nghìn', 593_072_000],
]

describe('numbers as they are spoken', () => {
  const amount = (text: string, spoken: boolean) =>
    read(`Toàn tỉnh có ${text} hộ.`, { spoken }).findings.find(
      (finding) => finding.kind === 'quantity',
    )

  it.each(asSpoken)('%s', (said, value) => {
    expect(amount(said, true)).toMatchObject({ value, quote: `${said} hộ` })
  })

  it('are not read unless asked for', () => {
    expect(amount('hai mốt', false)).toBeUndefined()
  })
})

const inDigits: Row[] = [
  ['[10 €]', 10, 'EUR'],
  ['[2,50€]', 2.5, 'EUR'],
  ['[€3 triệu]', 3e6, 'EUR'],
  ['[1.234.567₫]', 1_234_567, 'VND'],
  ['[10£]', 10, 'item', { unitText: '£' }],
  ['[15 tỷ won]', 15e9, 'item', { unitText: 'won' }],
  ['[20 triệu bảng Anh]', 20e6, 'item', { unitText: 'bảng Anh' }],
  ['[100 m²]', 100, 'm2'],
  ['[5km²]', 5, 'km2'],
  ['[12 m³]', 12, 'item', { unitText: 'm³' }],
  ['mưa [100 mm]', 100, 'item', { unitText: 'mm' }],
  ['nóng [38°C]', 38, 'item', { unitText: '°C' }],
  ['[$5 triệu]', 5e6, 'USD'],
  ['[hai phần ba số hộ]', 2, 'household', { of: 3 }],
  // A space that got lost on the way.
  ['sản lượng tăng[1,36%]', 1.36, '%'],
  ['tạm đạt[5.200 tỷ đồng]', 5.2e12, 'VND'],
  ['[390 nghìn tỷ đồng]', 390e12, 'VND'],
  ['[1 triệu tỷ đồng]', 1e15, 'VND'],
  ['[1.250 tỷ đồng]', 1250e9, 'VND'],
  ['[1,5 tỉ đồng]', 1.5e9, 'VND'],
  ['[31.25 tỷ đồng]', 31.25e9, 'VND'],
  ['[1.234.567 đồng]', 1_234_567, 'VND'],
  ['hơn [2.000 tỷ]', 2e12, 'VND', { bound: 'over' }],
  ['[200 tỷ VNĐ]', 200e9, 'VND'],
  ['[200 tỷ VND]', 200e9, 'VND'],
  ['[25 triệu USD]', 25e6, 'USD'],
  ['[25 triệu\nUSD]', 25e6, 'USD'],
  ['[5 triệu đô la Mỹ]', 5e6, 'USD'],
  ['[25.000 EUR]', 25_000, 'EUR'],
  ['[52 triệu đồng/người/năm]', 52e6, 'VND/person/year'],
  ['[58,7 tạ/ha]', 58.7, 'quintal/ha'],
  ['[2,4 điểm phần trăm]', 2.4, 'point'],
  ['[1,5 điểm %]', 1.5, 'point'],
  ['thấp hơn cùng kỳ [1,2 điểm phần trăm]', 1.2, 'point'],
  ['dân số [74.216 người]', 74_216, 'person'],
  ['loại [600 g]', 600, 'g'],
  ['gấp [2,5 lần]', 2.5, 'times'],
  ['[12 %]', 12, '%'],
  ['[6.5%]', 6.5, '%'],
  ['[1.200 m2]', 1200, 'm2'],
  ['[12,5 km]', 12.5, 'km'],
  ['[50 kWh]', 50, 'kWh'],
  // Not in the list of units: the code is `item`, never that of a unit a thousand times as large.
  ['[250 kW]', 250, 'item', { unitText: 'kW' }],
  ['[12,5 MWh]', 12.5, 'item', { unitText: 'MWh' }],
  ['[1,5 triệu nhân dân tệ]', 1.5e6, 'item', { unitText: 'nhân dân tệ' }],
  ['[36 phòng học]', 36, 'item', { unitText: 'phòng học' }],
  ['[1,234.5 tấn]', 1234.5, 'tonne'],
  ['[3,2 triệu lượt khách]', 3.2e6, 'visit'],
  ['[12.345 người]', 12_345, 'person'],
  ['[12,345 người]', 12_345, 'person'],
  ['[15 đồng chí]', 15, 'person'],
  ['[05 nội dung]', 5, 'item'],
  ['[110/128 xã]', 110, 'commune', { of: 128 }],
]

const composed: Row[] = [
  ['từ [6,5 đến 7%]', 6.5, '%', { max: 7 }],
  ['[6,5-7%]', 6.5, '%', { max: 7 }],
  ['[7,5 – 8%/năm]', 7.5, '%/year', { max: 8 }],
  ['[500-700 triệu đồng]', 500e6, 'VND', { max: 700e6 }],
  ['[1.000 – 1.200 hộ]', 1000, 'household', { max: 1200 }],
  ['từ [800 triệu đồng đến 1,2 tỷ đồng]', 800e6, 'VND', { max: 1.2e9 }],
  ['từ [800 triệu đến 1,2 tỷ đồng]', 800e6, 'VND', { max: 1.2e9 }],
  ['[4 triệu 500 nghìn đồng]', 4.5e6, 'VND'],
  ['[2 tỷ 350 triệu đồng]', 2.35e9, 'VND'],
]

const bounds: Row[] = [
  ['gần [40 tỷ đồng]', 40e9, 'VND', { bound: 'almost' }],
  ['ngót [40 tỷ đồng]', 40e9, 'VND', { bound: 'almost' }],
  ['xấp xỉ [40 tỷ đồng]', 40e9, 'VND', { bound: 'almost' }],
  ['trên [1.000 ha]', 1000, 'ha', { bound: 'over' }],
  ['dưới [5%]', 5, '%', { bound: 'under' }],
  ['ít nhất [3 xã]', 3, 'commune', { bound: 'atLeast' }],
  ['tối thiểu [3 xã]', 3, 'commune', { bound: 'atLeast' }],
  ['không dưới [20%]', 20, '%', { bound: 'atLeast' }],
  ['từ [60%] trở lên', 60, '%', { bound: 'atLeast' }],
  ['tối đa [30%]', 30, '%', { bound: 'atMost' }],
  ['không quá [30%]', 30, '%', { bound: 'atMost' }],
]

for (const [name, rows] of Object.entries({ inWords, inDigits, composed, bounds }))
  describe(name, () => {
    it.each(rows)('%s', (marked, value, unit, more = {}) => {
      const [amount] = expectSpans('quantity', `Toàn tỉnh có ${marked}.`)
      expect(amount).toMatchObject({ value, unit, ...more })
    })
  })

describe('what looks like an amount and is none', () => {
  it.each([
    'một số địa phương',
    'một trong những nhiệm vụ',
    'tỷ lệ che phủ rừng',
    'tỷ trọng công nghiệp',
    'hàng trăm hộ',
    'vài nghìn người',
    'phòng, chống dịch COVID-19',
    'quy hoạch phân khu tỷ lệ 1/500',
    'quốc lộ 1A và đường tỉnh 242',
    'đường ĐT.741 nối Đồng Xuân với Bù Nho',
    'kỳ họp thứ 4',
    'lần thứ 12, khóa XX',
    'Kết luận số 61-KL/TW',
    'năm 2022',
    'ngày 13/7/2021',
    'qua đó nâng cao chất lượng',
    'triệu tập kỳ họp',
    'tối đa hóa nguồn lực',
    'vào lúc 16 giờ, thường trực 24/24 giờ',
    'kết quả: 47\nGiải bảy',
    'Bí thư Chi bộ khu phố 3 đề nghị',
    'suy dinh dưỡng ở trẻ em dưới 5 tuổi',
    'Tổ công tác 27 rà soát các dự án',
  ])('%s', (text) => {
    expect(findingsOf('quantity', `Hội nghị nêu rõ ${text}.`)).toEqual([])
  })
})
