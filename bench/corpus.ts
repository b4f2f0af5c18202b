// The made corpus of the speed bench: four parts, put together from our own sentences with numbers drawn
// at random, always the same ones.

/** A generator with a fixed seed: the same corpus on every machine. */
export function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** One kind of document; `texts` are about four kilobytes each. */
export interface Part {
  name: string
  texts: string[]
}

const reports = [
  'Trong 6 tháng đầu năm {y}, tổng thu ngân sách nhà nước trên địa bàn ước đạt {n}.{m} tỷ đồng, bằng {p},{d}% dự toán, tăng {q},{d}% so với cùng kỳ.',
  'Quý {r}/{y}, chỉ số sản xuất công nghiệp (IIP) tăng {q},{d}%; tổng mức bán lẻ hàng hóa đạt {n}.{m} tỷ đồng.',
  'Toàn tỉnh có {q}/{p} xã đạt chuẩn nông thôn mới, tỷ lệ hộ nghèo giảm còn {d},{q}%.',
  'Bên cạnh những kết quả đạt được, tiến độ giải ngân vốn đầu tư công còn chậm; công tác quản lý đất đai ở một số địa phương chưa chặt chẽ.',
  'Đồng chí Chủ tịch UBND tỉnh yêu cầu các sở, ngành, địa phương tập trung rà soát, tháo gỡ khó khăn; giao Sở Tài chính chủ trì, phối hợp với Sở Xây dựng tham mưu, hoàn thành trước ngày {q}/{d}/{y}.',
  'Hội nghị đã thảo luận, cho ý kiến vào dự thảo báo cáo và thống nhất thông qua Nghị quyết số {q}-NQ/TU về chuyển đổi số.',
  'Lễ hội thu hút hơn {q}.{m} lượt khách, doanh thu du lịch đạt {p} tỷ đồng.',
  'Kim ngạch xuất khẩu {q} tháng năm {y} ước đạt {n},{d} triệu USD, tăng {q},{d}% so với cùng kỳ năm trước.',
]

const notices = [
  'Thực hiện Nghị định số {q}/{y}/NĐ-CP của Chính phủ, các cơ quan, đơn vị rà soát quy trình, gửi báo cáo về Văn phòng UBND tỉnh trước ngày {q} hằng tháng.',
  'Giao Sở Nông nghiệp và Môi trường hướng dẫn các địa phương chủ động phương án phòng, chống thiên tai, bảo đảm an toàn hồ đập trong mùa mưa.',
  'Văn phòng UBND tỉnh thông báo kết luận của đồng chí Chủ tịch UBND tỉnh để các cơ quan, đơn vị, địa phương biết, thực hiện.',
  'Cơ bản thống nhất với nội dung tham mưu; cơ quan soạn thảo tiếp thu ý kiến của các thành viên, hoàn thiện hồ sơ theo đúng trình tự, thủ tục.',
  'Về bố trí trụ sở làm việc sau sắp xếp: các đơn vị kiểm kê tài sản, không để lãng phí, thất thoát.',
  'Các cơ quan báo chí tăng cường tuyên truyền để người dân hiểu rõ chủ trương, tạo sự đồng thuận trong xã hội.',
]

const prose = [
  'Mưa lớn kéo dài từ đêm qua khiến nhiều tuyến đường liên thôn ngập sâu, người dân phải dùng thuyền để đi lại.',
  'Phiên chợ vùng cao mỗi tuần họp một lần, bán đủ thứ từ rau rừng, mật ong đến vải thổ cẩm.',
  'Bà cụ ngồi bên bếp lửa kể cho lũ trẻ nghe chuyện ngày xưa, giọng trầm ấm như tiếng suối chảy qua khe đá.',
  'Sau mấy trận mưa đầu mùa, cánh đồng bậc thang óng ánh nước, người người rủ nhau ra đồng be bờ, cấy lúa.',
  'Đội bóng chủ nhà nhập cuộc chủ động nhưng thiếu may mắn trong những pha dứt điểm cuối hiệp hai.',
  'Thư viện mở cửa cả buổi tối, bạn đọc trẻ tìm đến ngày một đông, góc sách thiếu nhi lúc nào cũng rộn tiếng cười.',
  'Con đường làng trước kia lầy lội nay đã trải nhựa phẳng lì, hai bên trồng hoa do chính tay bà con chăm sóc.',
  'Nghệ nhân trong làng miệt mài bên khung cửi, từng sợi tơ được nhuộm bằng lá cây rừng theo lối cổ truyền.',
  'Vùng núi có mây thay đổi, sáng sớm có sương mù nhẹ, trưa chiều trời nắng, gió đông nam cấp hai, cấp ba.',
  'Anh Hùng cho biết gia đình chuyển sang trồng bưởi từ {q} năm trước, nay vườn cây đã cho quả ngọt.',
  'Nhà trường nhắc phụ huynh đưa đón con đúng giờ, không dừng xe trước cổng làm ảnh hưởng giao thông.',
  'Món bánh của quê tôi làm từ gạo nếp nương, gói lá dong, luộc suốt đêm trong tiếng cười nói của cả nhà.',
]

const rows = [
  'Thu nội địa\n{n}.{m}\n{n}.{m}\n{p},{d}\n{q},{d}',
  'Chi đầu tư phát triển\n{n}.{m}\n{n}.{m}\n{p},{d}\n{q},{d}',
  'Sản lượng lương thực (nghìn tấn)\n{m},{d}\n{m},{d}\n{p},{d}\n{q},{d}',
  'Khách du lịch (nghìn lượt)\n{m}\n{m}\n{p},{d}\n{q},{d}',
  'Diện tích rừng trồng mới (ha)\n{n}.{m}\n{n}.{m}\n{p},{d}\n{q},{d}',
  'Tỷ lệ hộ nghèo (%)\n{d},{q}\n{d},{q}\n{p},{d}\n{q},{d}',
]

const documentBytes = 4000
const corpusBytes = 2_000_000

/** The four parts, the densest first. `samples` are taken as the first reports. */
export function parts(next: (below: number) => number, samples: readonly string[]): Part[] {
  const make = (name: string, share: number, lines: readonly string[], between: string): Part => {
    const texts = name === 'reports' ? [...samples] : []
    let bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
    while (bytes < share * corpusBytes) {
      const text = documentOf(next, lines, between)
      texts.push(text)
      bytes += Buffer.byteLength(text)
    }
    return { name, texts }
  }
  return [
    make('reports', 0.4, reports, ' '),
    make('notices', 0.15, notices, ' '),
    make('tables', 0.15, rows, '\n'),
    make('ordinary prose', 0.3, prose, ' '),
  ]
}

/** Paragraphs of two to five sentences each, about four kilobytes together. */
function documentOf(
  next: (below: number) => number,
  lines: readonly string[],
  between: string,
): string {
  const paragraphs: string[] = []
  let bytes = 0
  while (bytes < documentBytes) {
    const sentences = Array.from({ length: 2 + next(4) }, () =>
      (lines[next(lines.length)] ?? '').replace(/\{(\w)\}/g, (_, field) => drawn(next, field)),
    )
    const paragraph = sentences.join(between)
    paragraphs.push(paragraph)
    bytes += Buffer.byteLength(paragraph)
  }
  return paragraphs.join('\n\n')
}

function drawn(next: (below: number) => number, field: string): string {
  if (field === 'y') return String(2013 + next(13))
  if (field === 'n') return String(1 + next(90))
  if (field === 'm') return String(100 + next(900))
  if (field === 'p') return String(30 + next(70))
  if (field === 'q') return String(1 + next(28))
  if (field === 'r') return ['I', 'II', 'III', 'IV'][next(4)] ?? 'I'
  return String(1 + next(9))
}
