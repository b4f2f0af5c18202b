// Statements: a row is a sentence of a report with every statement in brackets; then what they say.
import { describe, expect, it } from 'vitest'
import { findingsOf, mark } from './spans.ts'

const lead = 'UBND tỉnh họp phiên thường kỳ, đánh giá kết quả 6 tháng đầu năm 2024.'

/** Code, and every comparison as direction, amount and base. */
type Said = [code: string | null, ...comparisons: string[]]

const rows: [marked: string, ...said: Said[]][] = [
  [
    'Tổng diện tích gieo trồng [96.440 ha, bằng 99,6% so với cùng kỳ], trong đó: [cây lúa 58.100 ha, giảm 1,2%]; [cây ngô 12.350 ha].',
    [null, 'ratio 99.6 samePeriod'],
    [null, 'down 1.2 null'],
    [null],
  ],
  [
    'Thu ngân sách trong tháng được 1.022 tỷ đồng, lũy kế 4 tháng 4.310 tỷ đồng, đạt 34,5% dự toán.',
    ['state_budget_revenue'],
    ['state_budget_revenue', 'ratio 34.5 estimate'],
  ],
  ['Tỷ lệ hộ nghèo giảm 2,1 điểm phần trăm, còn 4,3%.', ['poverty_rate', 'down 2.1 null']],
  ['Toàn Đảng bộ thi hành kỷ luật [97 đảng viên].', ['disciplined']],
  [
    'GRDP tăng 2,04%, thấp hơn nhiều so với cùng kỳ.',
    ['grdp_growth', 'up 2.04 null', 'down null samePeriod'],
  ],
  [
    'Tốc độ tăng trưởng kinh tế đạt 7,15%, trong đó khu vực nông nghiệp tăng 3,9%, công nghiệp - xây dựng tăng 10,2%, dịch vụ tăng 6,4%.',
    ['grdp_growth'],
    ['grdp_growth_agriculture', 'up 3.9 null'],
    ['grdp_growth_industry_construction', 'up 10.2 null'],
    ['grdp_growth_services', 'up 6.4 null'],
  ],
  [
    'Khách du lịch đạt 1,42 triệu lượt, tăng 15% so với 6 tháng đầu năm 2023, doanh thu gần 1.100 tỷ đồng.',
    ['tourist_arrivals', 'up 15 samePeriod'],
    ['tourism_revenue'],
  ],
  [
    'Toàn tỉnh xảy ra 64 vụ tai nạn giao thông, làm chết 38 người, giảm 5 người so với cùng kỳ.',
    ['road_accidents'],
    [null, 'down 5 samePeriod'],
  ],
  ['Tai nạn giao thông: xảy ra 53 vụ.', ['road_accidents']],
  ['Tổng đàn trâu 92.310 con, giảm 2,4%.', [null, 'down 2.4 null']],
  ['Nợ xấu chiếm 1,14% tổng dư nợ.', ['bad_debt_ratio', 'ratio 1.14 null']],
  ['Toàn Đảng bộ kết nạp 571 đảng viên.', ['new_party_members']],
  ['Tổng sản phẩm trên địa bàn ước đạt 21.640 tỷ đồng.', ['grdp_size']],
  ['Đàn lợn phục hồi khi giá lợn hơi đạt 45.000 đồng/kg.', [null]],
  ['Chương trình nông thôn mới vượt tiến độ: [71/116 xã] đã về đích.', [null]],
  ['Ban Văn hóa - Xã hội lo ngại trước thực trạng [12 trường] quá tải.', [null]],
  ['Toàn huyện có [7 chỉ tiêu đạt] và [2 chỉ tiêu chưa đạt].', [null], [null]],
  ['Đã có [9 xã đạt từ 16 tiêu chí trở lên].', [null]],
  ['Hiện còn [21 dự án chậm tiến độ], riêng [4 dự án kéo dài].', [null], [null]],
  ['[Nuôi trồng 5.140 tấn]; [sản lượng khai thác 31.200 tấn].', [null], [null]],
  ['[Tỷ lệ hộ nghèo ở các huyện vùng cao còn khoảng 21 - 22%].', ['poverty_rate']],
  ['Phấn đấu đến cuối năm [tỷ lệ bao phủ đạt 93% trở lên].', [null]],
  [
    'HĐND tỉnh giao [tổng thu 8.120 tỷ đồng], [tổng chi 14.300 tỷ đồng].',
    ['state_budget_revenue'],
    ['local_expenditure'],
  ],
  ['Nghị quyết quy định [mức hỗ trợ tiền ăn từ 40 đến 90 nghìn đồng/tháng].', [null]],
  [
    'Nghị quyết đặt mục tiêu: [tăng trưởng trên 8%]; [thu ngân sách 2.700 tỷ đồng].',
    ['grdp_growth'],
    ['state_budget_revenue'],
  ],
  // What a share is of belongs to it to its last word.
  ['[Hộ cận nghèo chiếm 48,5% tổng số hộ nghèo].', ['near_poor_rate', 'ratio 48.5 null']],
  ['[Vốn bố trí là 2.145 tỷ đồng, bằng 71,8% kế hoạch cả giai đoạn].', [null, 'ratio 71.8 plan']],
  [
    '[Diện tích gieo trồng đạt 58.000 ha]. Trong đó: [lúa 40.000 ha]; [ngô 12.000 ha].',
    [null],
    [null],
    [null],
  ],
  [
    '[Xuất khẩu gạo đạt 386.000 tấn, tăng 4,1% về lượng và tăng 15,8%] về trị giá.',
    [null, 'up 4.1 null', 'up 15.8 null'],
  ],
  ['Xuất khẩu lần đầu vượt 1,2 tỷ USD.', ['exports']],
  [
    'Thu ngân sách đạt 1.200 tỷ đồng, bằng 78,2% dự toán huyện giao, tăng 8% so với thực hiện cùng kỳ.',
    ['state_budget_revenue', 'ratio 78.2 estimate', 'up 8 samePeriod'],
  ],
  ['[612/640 hồ sơ] được giải quyết, đạt tỷ lệ 95,6%.', [null, 'ratio 95.6 null']],
  [
    'Vụ phạm pháp hình sự xảy ra 127 vụ, giảm 14 vụ (9,9%) so với quý I/2023.',
    ['crimes', 'down 14 previousPeriod'],
  ],
  [
    'Năng suất lúa 49,7 tạ/ha, giảm 2,3 tạ/ha so với vụ Hè Thu năm 2023.',
    [null, 'down 2.3 samePeriod'],
  ],
  [
    'Tài khoản định danh được kích hoạt là 512.340 tài khoản, đạt 83% chỉ tiêu Bộ Công an giao.',
    [null, 'ratio 83 plan'],
  ],
  [
    'Chỉ số sản xuất công nghiệp tăng 5,2% so với tháng trước và 7,9% so với cùng kỳ.',
    ['industrial_production_index', 'up 5.2 previousPeriod', 'up 7.9 samePeriod'],
  ],
  ['Hồ sơ nộp trực tuyến chiếm 71,3%.', [null, 'ratio 71.3 null']],
  [
    'Chỉ số giá tiêu dùng tháng 6 tăng 0,52% so với tháng trước, bình quân 6 tháng tăng 3,14% so với cùng kỳ.',
    ['consumer_price_index', 'up 0.52 previousPeriod'],
    ['consumer_price_index', 'up 3.14 samePeriod'],
  ],
]

/** A sentence of a report with the spans of its statements in brackets. */
const spans: string[] = [
  'Có [684 doanh nghiệp giải thể], [vốn đăng ký 5.920 tỷ đồng, tăng 27%].',
  'Trung tâm tiếp nhận [3.418 hồ sơ], đã giải quyết [3.305 hồ sơ, đạt 96,7%].',
  'Toàn tỉnh có [41 xã, phường thuộc diện ưu tiên]; [118/163 thôn, tổ dân phố đã về đích].',
  'Giải ngân vốn đầu tư công còn chậm, mới [đạt 26,4% kế hoạch]; tỷ lệ hòa giải thành thấp, chỉ [61,4%].',
  '[Bình quân mỗi xã đạt 16,2 tiêu chí, tăng 1,5 tiêu chí so với đầu năm].',
  'Chi trả trợ cấp cho [1.046 đối tượng bảo trợ]; thu hút được [9 doanh nghiệp tham gia].',
  'Ngành y tế bãi bỏ [127 thủ tục hành chính]; ngược lại [6 đơn vị chưa rà soát].',
  '[Diện tích phải thu hồi 519,8 ha]; [biên chế giao 68 người].',
  '[Hồ sơ nộp trực tuyến 140.290 hồ sơ, đạt 37,8%].',
  'Bà con [xuống giống 198,4 ngàn ha]; [lúa hè thu thu hoạch được 1.940/2.065 ha].',
  '[Đàn trâu, bò hiện có 1.874 con]; [diện tích cây ăn trái 31.220 ha], trong đó [xoài 9.700 ha].',
  '[4.812/4.870 hộ có nhà bị sập được hỗ trợ]; qua kiểm tra phát hiện [37 cán bộ vắng mặt].',
  '[Tốc độ tăng tổng sản phẩm (GDP) ước đạt 9,26%]; [tỷ lệ hồ sơ trực tuyến mức độ 4 chỉ 23,1%].',
  '[Tỷ lệ huy động trẻ 6 tuổi ra lớp đạt 100%]; các lực lượng canh gác 100% diện tích rừng.',
  '[Vốn FDI cấp mới và tăng thêm đạt 6,88 tỷ USD, bằng 185,3% cùng kỳ]; [vốn thực hiện đạt 4,65 tỷ USD, tăng 10,7%].',
  '[Thu NSNN được 8.912 tỷ đồng, đạt 92,3% DT TW giao, 85,1% DT HĐND tỉnh giao].',
  '[Thu nội địa 23.015 tỷ đồng (+31,2%]); [thu xuất nhập khẩu 4.315 tỷ đồng (-2,4%]); có [125/142 xã đạt chuẩn NTM (88%]).',
  'Phấn đấu [tăng trưởng cả năm 9%], [thu ngân sách đạt và vượt 25.500 tỷ đồng].',
  '[Giải ngân đầu tư công đạt 85% kế hoạch], chưa đạt mục tiêu 95%.',
  'Toàn huyện có [59 trường] với [1.120 lớp], [33.450 học sinh]; cấp [12.345 thẻ BHYT].',
  'Kết nạp [312 đảng viên (đạt 19,5% chỉ tiêu]), chuyển chính thức [405 đồng chí]; [bàn giao mặt bằng 36,8/38,2 km, đạt 96,3%].',
  'Tỉnh đặt mục tiêu [tăng trưởng 7 - 7,5%]. Đại biểu kiến nghị bố trí mỗi tổ 5 triệu đồng.',
  'Cắt giảm, đơn giản hóa [87 thủ tục hành chính]; ban hành [9 văn bản quy phạm pháp luật], [14 nhiệm vụ chưa làm].',
  'Huyện có [5/12 xã đạt chuẩn]; [7/19 tổ dân phố được công nhận đạt chuẩn]; xây mới [530 căn nhà ở xã hội], [41 nhà cho hộ nghèo].',
  'Bệnh dại tái phát tại [23 xã, phường]; dông lốc xuất hiện tại 3 huyện; khởi công [8 công trình, dự án chào mừng đại hội].',
  'Toàn tỉnh có [70 đảng bộ trực thuộc]; kiểm tra [210 tổ chức đảng, đạt 102% chương trình đề ra] và [1.450 đảng viên].',
  'Các ngành luân chuyển, điều động [64 cán bộ]; khám sàng lọc cho [3.400 người]; nâng cấp, sửa chữa [38 công trình].',
  'Xóa [45/46 nhà tạm]; sửa [310 căn nhà tạm, nhà dột nát]; [29 người đi làm việc ở nước ngoài]; phát hiện [6 vụ khiếu nại, tố cáo].',
  'Đoàn đưa ra [58 kiến nghị]; [41/58 kiến nghị đã có trả lời]; giải ngân được [92 tỷ đồng vốn vay ưu đãi].',
  'Huyện mở [6 lớp], gồm [2 lớp thường kỳ] và [4 lớp chuyên sâu]; kiểm tra dấu hiệu vi phạm đối với [7 tổ chức đảng].',
  'Hiện [100% trạm y tế khám bảo hiểm]; [Sản lượng tôm 8.200 tấn].',
  '[Ngành nông, lâm, thủy sản 950 tỷ đồng]; [thương mại, dịch vụ 1.420 tỷ đồng, tăng 9,1%]; [sản lượng xăng dầu sản xuất và nhập khẩu đạt 410 nghìn tấn].',
  'Kết nạp [640 đảng viên], trong đó [nữ chiếm 41,7%]; [cung cấp nước, thu gom và xử lý rác thải tăng 9,4%]; [các mặt hàng chủ lực tăng 6%].',
  'Có [312 doanh nghiệp thành lập mới], [vốn đăng ký bình quân 6,8 tỷ đồng/doanh nghiệp].',
]

/** Bare counts: the counted noun with what tells which ones are meant; what is only mentioned measures nothing. */
const counts: string[] = [
  // A verb that no list has.
  'Tỉnh giao đất tái định cư cho [1.068 hộ]; đắp [376 đập tạm]; khảo sát [16 dự án]; lắp [19.870 bồn chứa nước].',
  'Các đoàn làm việc với [05 huyện]; dư luận được nắm qua [156 cộng tác viên dư luận]; đúng quy trình đối với [28 đồng chí].',
  // What is said of those counted tells which ones.
  'Có [28 dự án kéo dài trên 5 năm]; [06 nhiệm vụ quá hạn]; [19 nhiệm vụ đang triển khai trong hạn]; còn [04 chỉ tiêu không đạt].',
  'Có [13 chủ đầu tư giải ngân dưới 30%]; [15 xã đạt 19 tiêu chí]; [36 lao động đi làm việc ở các khu công nghiệp].',
  'Còn [12 dự án vướng mặt bằng]; [11 đơn vị chưa vượt mốc 20%]; [21/25 chỉ tiêu đạt và vượt kế hoạch].',
  // Where, when, with what, compared to what: outside.
  'Có [437 tổ công nghệ số] với [3.102 thành viên]; [56/56 xã hoàn thành đại hội] trước ngày 31/8/2024; mở [7 lớp] tại thành phố.',
  'Có [9 xã đạt chuẩn, tăng 2 xã so với đầu năm]; luân chuyển [05 đồng chí] giữa các huyện.',
  // The bound and the verb stand before the statement.
  'Huyện đón [khoảng 9,4 triệu lượt khách]; tai nạn làm chết [21 người], bị thương [30 người].',
  // Several kinds of one count.
  'Kiểm tra [14 cơ quan, đơn vị]; tập huấn cho [2.940 lượt cán bộ, công chức]; sau sắp xếp còn [54 xã, phường, đặc khu].',
  // Measured, with what it is of behind the unit.
  'Nông dân xuống giống sớm [410 nghìn ha lúa Đông Xuân]; chi trả [5,9 tỷ đồng tiền dịch vụ môi trường rừng].',
  // Where another count or its worth begins, the name ends.
  'Mở [34 lớp tập huấn] cho [2.300 học viên]; trao [1.200 suất học bổng], [tổng trị giá 2 tỷ đồng]; thu hút [4 nhà đầu tư].',
  'Kiểm tra [34 đơn vị], tổ chức [12 lớp]; [9 chỉ tiêu đạt], [4 chỉ tiêu vượt]; [1.086 điểm sụt lún] với [10 điểm trường].',
  'Trong tổng số [124 xã, phường] có [98 đơn vị hoàn thành]; phẫu thuật [1.230 ca]; thu [8,4 kg hêrôin].',
  // Of what happened the noun goes before.
  '[Số vụ phạm pháp hình sự giảm 12 vụ (4,5%]); [tỷ lệ lao động qua đào tạo 65%]; [Cây mắc ca 187 ha]; [nuôi trồng 30.200 tấn].',
  'Cấp [12.340/15.600 giấy chứng nhận, đạt 79,1%]; giới thiệu [3 đồng chí] vào quy hoạch; có [33 công trình hoàn thành đưa vào sử dụng].',
  'Bàn giao [12 công trình nước sạch] phục vụ [3.400 hộ]; tập huấn [12 lớp] cho [890 cán bộ, hội viên].',
  '[Đàn lợn 15.400 con], [gia cầm 210.000 con]; [bò 230 con]; tiêu hủy [120 con]; chuyển đổi [45 ha đất lúa] sang trồng ngô.',
  'Kết nạp [67 đảng viên], trong đó [nữ 30 đồng chí]; tổng hợp [56 kiến nghị], giải quyết [40 ý kiến].',
  'Tiêm [3,2 triệu liều vắc xin], trong đó [mũi 3 đạt 78%], [mũi 4 đạt 65%]; [hai dự án cao tốc] dài 160 km; [3 tuyến] còn vướng [45 hộ].',
  'Tiêm phòng đợt 2 được [7.800 liều vắc xin, đạt 91%].',
  // Who was there, who spoke, what was before a meeting, who was blamed: mentioned.
  'Hội nghị trực tuyến đến 63 tỉnh xem xét 4 nội dung, 31 báo cáo; lãnh đạo 20 sở, ngành và UBND 21 xã dự; có 9 ý kiến phát biểu.',
  'Ông phê bình 5 đơn vị chậm trễ; phường được thành lập từ 3 phường cũ; Sở phối hợp với 12 địa phương; ngành cam kết tuyển 180 bác sĩ.',
  'Đối với 5 chủ đầu tư giải ngân chậm, kiến nghị tỉnh cho làm thêm 3 khu tái định cư; ông nhấn mạnh 5 nhiệm vụ.',
  'Có 3 nội dung về nhân sự; mỗi xã chọn 1 mô hình; dự họp có đại diện cho 56 đảng bộ.',
]

/** Figures of an indicator that is not said again: their statements begin with it, so that these overlap. */
const repeated: [text: string, ...quotes: string[]][] = [
  [
    'Biên chế giảm từ 2.340 xuống còn 2.100 người.',
    'Biên chế giảm từ 2.340',
    'Biên chế giảm từ 2.340 xuống còn 2.100 người',
  ],
  [
    'Sản lượng cá ước 2.310 tấn, cộng dồn 24.900 tấn, tăng 3,5%.',
    'Sản lượng cá ước 2.310 tấn',
    'Sản lượng cá ước 2.310 tấn, cộng dồn 24.900 tấn, tăng 3,5%',
  ],
  [
    'Tổng mức bán lẻ tháng 5 ước 52,3 nghìn tỷ đồng; 5 tháng đạt 231 nghìn tỷ đồng.',
    'Tổng mức bán lẻ tháng 5 ước 52,3 nghìn tỷ đồng',
    'Tổng mức bán lẻ tháng 5 ước 52,3 nghìn tỷ đồng; 5 tháng đạt 231 nghìn tỷ đồng',
  ],
  [
    'Chỉ số sản xuất công nghiệp tăng 7,2% (cùng kỳ tăng 5,4%).',
    'Chỉ số sản xuất công nghiệp tăng 7,2%',
    'Chỉ số sản xuất công nghiệp tăng 7,2% (cùng kỳ tăng 5,4%',
  ],
  [
    'Tăng trưởng tín dụng đạt 8,4% (kế hoạch 9%).',
    'Tăng trưởng tín dụng đạt 8,4%',
    'Tăng trưởng tín dụng đạt 8,4% (kế hoạch 9%',
  ],
  [
    'Xuất khẩu sang Hoa Kỳ, Trung Quốc và EU lần lượt đạt 85,1; 36,4 và 32,8 tỷ USD.',
    'Xuất khẩu sang Hoa Kỳ, Trung Quốc và EU lần lượt đạt 85,1',
    'Trung Quốc và EU lần lượt đạt 85,1; 36,4',
    'EU lần lượt đạt 85,1; 36,4 và 32,8 tỷ USD',
  ],
]

describe('statements', () => {
  it.each(rows)('%s', (marked, ...said) => {
    const { text } = mark(marked)
    const found = findingsOf('statement', `${lead}\n\n${text}`, '2024-07-05')
    expect(
      found.map(({ indicator, comparisons }) => [
        indicator.code,
        ...comparisons.map((one) => `${one.direction} ${one.amount} ${one.versus}`),
      ]),
    ).toEqual(said)
  })

  it.each(repeated)('%s', (text, ...quotes) => {
    const found = findingsOf('statement', `${lead}\n\n${text}`, '2024-07-05')
    expect(found.map(({ quote }) => quote)).toEqual(quotes)
  })

  it.each([...spans, ...counts])('%s', (marked) => {
    const { text } = mark(marked)
    const quotes = [...marked.matchAll(/\[([^\]]*)\]/g)].map(([, quote]) => quote)
    const found = findingsOf('statement', `${lead}\n\n${text}`, '2024-07-05')
    expect(found.map(({ quote }) => quote)).toEqual(quotes)
  })

  it('takes what is to be done for no statement, unless a measure is to reach something', () => {
    const text = `${lead}\n\nChủ tịch UBND tỉnh yêu cầu Sở Y tế tiêm phòng trên 80% tổng đàn, mở 2 lớp tập huấn; Sở Tài chính phấn đấu tổng thu đạt 4.600 tỷ đồng.`
    expect(findingsOf('statement', text).map(({ indicator }) => indicator.quote)).toEqual([
      'tổng thu',
    ])
  })

  it('gives every noun of a list its figure, though it be one word', () => {
    const text = `${lead}\n\nVụ mùa, diện tích ngô, đậu và vừng lần lượt đạt 5.100 ha, 940 ha, 820 ha.`
    expect(
      findingsOf('statement', text).map(({ indicator, end }) => [
        indicator.quote,
        text.slice(0, end).match(/\S+ ha$/)?.[0],
      ]),
    ).toEqual([
      ['diện tích ngô', '5.100 ha'],
      ['đậu', '940 ha'],
      ['vừng', '820 ha'],
    ])
  })

  it('gives a sum over a longer period that period', () => {
    const text = `${lead}\n\nTháng 4, thu ngân sách được 1.022 tỷ đồng, lũy kế 4 tháng 4.310 tỷ đồng.`
    const [month, sum] = findingsOf('statement', text, '2024-07-05')
    expect(month?.period).toMatchObject({ from: '2024-04-01', to: '2024-04-30' })
    expect(sum?.period).toMatchObject({ from: '2024-01-01', to: '2024-04-30' })
  })

  it('takes nothing for a statement that only tells which ones are meant or what is to be done', () => {
    const text = `${lead}\n\nĐiều chuyển vốn của các dự án giải ngân dưới 30%. UBND tỉnh đồng ý chi 5 tỷ đồng.`
    expect(findingsOf('statement', text)).toEqual([])
  })

  it('gives no figure the period in brackets or of a day that is only told', () => {
    const text =
      'Hội nghị đánh giá kết quả 6 tháng đầu năm 2024.\n\nThu nhập bình quân 52 triệu đồng (năm 2020: 38 triệu đồng). Tuần này, tỉnh có mưa. Tỷ lệ hộ nghèo còn 3,2%.'
    const last = findingsOf('statement', text, '2024-07-05').at(-1)
    expect(last?.period).toMatchObject({ from: '2024-01-01', to: '2024-06-30' })
  })
})

const nineMonths = 'UBND tỉnh báo cáo kết quả tháng 9 và 9 tháng đầu năm 2023'

/** A report, its date, and the period of every statement in it. */
const periods: [text: string, date: string | undefined, ...periods: string[]][] = [
  // A resolution: what was reached, and below the next heading what is aimed at.
  [
    'NGHỊ QUYẾT\nVề kế hoạch phát triển kinh tế - xã hội năm 2025\n\nHĐND tỉnh Hải Vân, ngày 10 tháng 12 năm 2024\n\nĐiều 1. Thông qua Kế hoạch phát triển kinh tế - xã hội năm 2025.\n\n1. Đánh giá tình hình năm 2024\n\nGRDP tăng 6,12%.\n\n2. Các chỉ tiêu chủ yếu\n\n- Thu ngân sách 8.400 tỷ đồng.',
    '2024-12-10',
    '2024-01-01..2024-12-31',
    '2025-01-01..2025-12-31',
  ],
  // How long the session took is no period of a figure.
  [
    'Từ ngày 08 đến ngày 10/12/2014, HĐND tỉnh họp. Năm 2014, GRDP tăng 7,85%.\n\nKim ngạch xuất khẩu đạt 210 triệu USD.',
    undefined,
    '2014-01-01..2014-12-31',
    '2014-01-01..2014-12-31',
  ],
  [
    'Sáng 6/12, tỉnh họp. Báo cáo nêu: năm 2018, GRDP tăng 7,1%.\n\nNăm 2019, tỉnh đề ra 15 chỉ tiêu, trong đó GRDP tăng 7%.',
    undefined,
    '2018-01-01..2018-12-31',
    '2019-01-01..2019-12-31',
  ],
  [
    `${nineMonths}.\n\nNăm học 2023 - 2024, toàn tỉnh có 512 trường học. Tỷ lệ hộ nghèo còn 3,2%.`,
    undefined,
    '2023-09-01..2024-05-31',
    '2023-01-01..2023-09-30',
  ],
  [
    `${nineMonths}.\n\nGRDP quý III tăng 7,2% so với cùng kỳ, 9 tháng tăng 6,4%.`,
    undefined,
    '2023-07-01..2023-09-30',
    '2023-01-01..2023-09-30',
  ],
  [
    `${nineMonths}.\n\nChỉ số giá tiêu dùng tăng 0,3% so với tháng trước; thu ngân sách trong tháng đạt 510 tỷ đồng; xuất khẩu đạt 2,1 tỷ USD.`,
    undefined,
    '2023-09-01..2023-09-30',
    '2023-09-01..2023-09-30',
    '2023-01-01..2023-09-30',
  ],
  [
    `${nineMonths}.\n\nSản lượng lúa cả năm đạt 812.000 tấn; sản lượng tôm đạt 41.000 tấn.`,
    undefined,
    '2023-01-01..2023-12-31',
    '2023-01-01..2023-09-30',
  ],
  [
    'UBND tỉnh họp về giải ngân kế hoạch vốn năm 2022.\n\nHết ngày 10/8, vốn đầu tư công giải ngân được 1.612 tỷ đồng.\n\nCác huyện giải ngân đạt 44,2%.',
    '2022-08-12',
    '2022-01-01..2022-08-10',
    '2022-01-01..2022-08-10',
  ],
  [
    'UBND xã họp.\n\nThu ngân sách đạt 2,1 tỷ đồng.\n\nChủ tịch UBND xã giao Phòng Kinh tế hoàn thành hồ sơ trong quý IV/2025.',
    '2025-11-06',
    'none',
  ],
  [
    'Đại hội đại biểu Đảng bộ huyện.\n\nNhiệm kỳ 2010 - 2015, thu ngân sách tăng 15%/năm. Tỷ lệ hộ nghèo còn 4,2%.',
    undefined,
    '2010-01-01..2015-12-31',
    '2010-01-01..2015-12-31',
  ],
  [
    'Ngày 7/12/2017, HĐND tỉnh họp. Giám đốc Sở hứa làm xong trước 31/01/2018. Tỷ lệ giải ngân đạt 41%. Kỳ họp đưa việc này vào chương trình năm 2018.',
    undefined,
    '2017-01-01..2017-11-30',
  ],
  [
    'Năm 2017, xuất khẩu đạt 912 triệu USD, gấp 2,3 lần năm 2012; thu ngân sách đạt 4.100 tỷ đồng.',
    undefined,
    '2017-01-01..2017-12-31',
    '2017-01-01..2017-12-31',
  ],
  // The date of an instrument says nothing of the year; what was carried out is looked back on.
  [
    'Kết quả thực hiện nhiệm vụ 6 tháng đầu năm 2022 của tỉnh\n\nThực hiện Nghị quyết số 41/NQ-HĐND ngày 08/12/2021 của HĐND tỉnh, GRDP 6 tháng tăng 6,1%; xuất khẩu đạt 410 triệu USD. Phấn đấu GRDP cả năm tăng 7%; thu ngân sách đạt 9.000 tỷ đồng.',
    undefined,
    '2022-01-01..2022-06-30',
    '2022-01-01..2022-06-30',
    '2022-01-01..2022-12-31',
    '2022-01-01..2022-12-31',
  ],
  // A year that is going on is told of up to the month whose figures are there.
  [
    'UBND huyện họp về giảm nghèo năm 2021.\n\nTỷ lệ hộ nghèo còn 4,2%.',
    '2021-09-14',
    '2021-01-01..2021-08-31',
  ],
  [
    `${nineMonths}.\n\nƯớc cả năm, tỉnh đón 5 triệu lượt khách. Toàn tỉnh hiện có 612 cơ sở lưu trú. Đến 25-6, thu ngân sách đạt 5.100 tỷ đồng. Kết thúc tháng 7, thu nội địa đạt 4.300 tỷ đồng.`,
    undefined,
    '2023-01-01..2023-12-31',
    '2023-01-01..2023-09-30',
    '2023-01-01..2023-06-25',
    '2023-01-01..2023-07-31',
  ],
  // A month behind its noun is of that noun; "trong đó" and a semicolon do not carry it on.
  [
    `${nineMonths}.\n\nChỉ số sản xuất công nghiệp tháng 8 giảm 6,8%; vốn đầu tư công giải ngân đạt 38,9% kế hoạch.`,
    undefined,
    '2023-08-01..2023-08-31',
    '2023-01-01..2023-09-30',
  ],
  // From the first sum since January on a paragraph that opened with a month adds up.
  [
    'UBND thành phố họp phiên tháng 11/2020.\n\nTrong tháng 11, IIP tăng 5,2%. Xuất khẩu 11 tháng đạt 14,5 tỷ USD. Khách du lịch đạt 7,96 triệu lượt.',
    undefined,
    '2020-11-01..2020-11-30',
    '2020-01-01..2020-11-30',
    '2020-01-01..2020-11-30',
  ],
  // The figures of a quarter's meeting that names the months since January add up from January.
  [
    'Tỉnh ủy giao ban quý III/2019 với các huyện ủy.\n\n9 tháng đầu năm, sản lượng lúa cả năm ước 3,3 triệu tấn, giảm 45.000 tấn so năm 2018.\n\nPhạm pháp hình sự 412 vụ.',
    undefined,
    '2019-01-01..2019-12-31',
    '2019-01-01..2019-09-30',
  ],
  [
    'Phường giao ban quý III/2025 với các chi bộ.\n\nThu ngân sách 9 tháng 64,1 tỷ đồng.\n\nTỷ lệ hộ nghèo còn 0,5%.',
    undefined,
    '2025-01-01..2025-09-30',
    '2025-01-01..2025-09-30',
  ],
  // "Năm nay" is the year of the document's day, whichever year is named more often.
  [
    'HĐND tỉnh họp.\n\nSản lượng cát khai thác năm nay đạt 1,6 triệu m3.\n\nDự toán năm 2024, kế hoạch năm 2024 được thông qua.',
    '2023-12-07',
    '2023-01-01..2023-12-31',
  ],
  [
    'Kết quả giảm nghèo năm 2019, kế hoạch năm 2020\n\n1. Kết quả\n\nĐến 30/11 giải ngân vốn đầu tư công được 489 tỷ đồng.\n\nTỷ lệ hộ nghèo còn 33%.\n\n2. Kế hoạch năm 2020\n\na) Mục tiêu: tỷ lệ hộ nghèo giảm còn 30%.',
    undefined,
    '2019-01-01..2019-11-30',
    '2019-01-01..2019-12-31',
    '2020-01-01..2020-12-31',
  ],
]

describe('goals', () => {
  it.each([
    'Năm 2025, tỉnh đề ra 15 chỉ tiêu, trong đó GRDP tăng 7%; thu ngân sách đạt 6.150 tỷ đồng.',
    'Đại hội xác định mục tiêu đến năm 2030: GRDP tăng 7%; thu ngân sách đạt 6.150 tỷ đồng.',
  ])('%s', (text) => {
    const found = findingsOf('statement', `${lead}\n\n${text}`, '2024-12-05')
    expect(found.map(({ modality }) => modality)).toEqual(['target', 'target'])
  })
})

describe('the period of a statement', () => {
  it.each(periods)('%s', (text, date, ...said) => {
    const found = findingsOf('statement', text, date)
    expect(found.map(({ period }) => (period ? `${period.from}..${period.to}` : 'none'))).toEqual(
      said,
    )
  })
})

it('reads the figures below a heading of goals as planned, for the year of the heading', () => {
  const text = `Cần Thơ, ngày 10 tháng 12 năm 2024

NGHỊ QUYẾT
Về kế hoạch phát triển kinh tế - xã hội năm 2025

QUYẾT NGHỊ:

Điều 1. Hội đồng nhân dân tỉnh tán thành kết quả năm 2024. Thu ngân sách 5.480 tỷ đồng.

Điều 2. Mục tiêu, chỉ tiêu năm 2025
a) Tốc độ tăng trưởng GRDP đạt 8%;
b) Tổng vốn đầu tư toàn xã hội 25.000 tỷ đồng.
`
  const found = findingsOf('statement', text)
  expect(found.map(({ modality, period }) => [modality, period?.from])).toEqual([
    ['actual', '2024-01-01'],
    ['target', '2025-01-01'],
    ['target', '2025-01-01'],
  ])
})

it('aims at what lies ahead of the day of the document', () => {
  const text =
    'Ngày 10/12/2024, HĐND tỉnh thông qua nghị quyết. Năm 2025, thu ngân sách đạt 8.000 tỷ đồng.'
  const [figure] = findingsOf('statement', text)
  expect(figure?.modality).toBe('target')
  expect(figure?.period?.from).toBe('2025-01-01')
})

it('does not take the day of an instrument for that of the document', () => {
  const text =
    'Ngày 15/3/2021, Tỉnh ủy Na Hải ban hành Nghị quyết số 05. Năm 2023, thu ngân sách đạt 8.000 tỷ đồng.'
  expect(findingsOf('statement', text).map(({ modality }) => modality)).toEqual(['actual'])
})

it('takes a share of what stands behind it', () => {
  const found = findingsOf('statement', `${lead} Đến nay, 85% trạm y tế có bác sĩ.`)
  expect(found.map(({ quote }) => quote)).toEqual(['85% trạm y tế có bác sĩ'])
})

it('puts a figure in brackets into the earlier year that it is told of, a planned one among the targets', () => {
  const text = `${lead} Thu ngân sách đạt 5.200 tỷ đồng (cùng kỳ đạt 4.800 tỷ đồng), bằng 70% dự toán. Tăng trưởng GRDP đạt 7% (kế hoạch 8%).`
  expect(
    findingsOf('statement', text).map(({ indicator, modality, period, comparisons }) => [
      indicator.code,
      modality,
      `${period?.from}..${period?.to}`,
      comparisons.map(({ amount }) => amount),
    ]),
  ).toEqual([
    ['state_budget_revenue', 'actual', '2023-01-01..2023-06-30', []],
    ['state_budget_revenue', 'actual', '2024-01-01..2024-06-30', [70]],
    ['grdp_growth', 'actual', '2024-01-01..2024-06-30', []],
    ['grdp_growth', 'target', '2024-01-01..2024-12-31', []],
  ])
})
