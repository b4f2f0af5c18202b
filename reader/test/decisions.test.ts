// Decisions: the span starts at the deciding verb and ends with its clause; the outcome is told by the
// verb, and by what is said behind it. Own sentences in the manner of reports.
import { describe, expect, it } from 'vitest'
import { read } from '../src/index.ts'

/** Every `[outcome| … ]` in the text is one decision with exactly this span. */
function check(marked: string): void {
  const expected: string[] = []
  const text = marked.replace(/\[(\w+)\|([^\]]*)\]/g, (_all, outcome: string, quote: string) => {
    expected.push(`${outcome}: ${quote}`)
    return quote
  })
  const found = read(text).findings.flatMap((finding) =>
    finding.kind === 'decision' ? [`${finding.outcome}: ${finding.quote}`] : [],
  )
  expect(found).toEqual(expected)
}

describe('outcomes', () => {
  it.each([
    'Sáng 8/7, HĐND tỉnh đã [adopted|thông qua 12 nghị quyết về kinh tế - xã hội].',
    'Các đại biểu HĐND tỉnh đã tiến hành [elected|bỏ phiếu bầu bổ sung 02 Ủy viên UBND tỉnh].',
    'Chiều nay, UBND tỉnh họp. Các thành viên UBND tỉnh đã [adopted|thông qua dự thảo Quy chế làm việc].',
    'Kỳ họp đã tiến hành [dismissed|miễn nhiệm chức vụ Trưởng Ban Pháp chế HĐND tỉnh đối với ông Trần Văn Bảy].',
    'Ban Thường vụ Tỉnh ủy [agreed|cơ bản thống nhất với báo cáo của Ban cán sự đảng UBND tỉnh].',
    'Ban Thường vụ Tỉnh ủy [adopted|thống nhất ban hành Nghị quyết về chuyển đổi số].',
    'Ban Thường vụ Thành ủy [agreedInPrinciple|đồng ý về nguyên tắc việc mở rộng khu công nghiệp phía Nam], giao Ban cán sự đảng UBND thành phố hoàn thiện hồ sơ.',
    'HĐND huyện [agreedWithChanges|thông qua dự thảo nghị quyết về phí chợ nhưng phải làm rõ đối tượng miễn giảm].',
    'HĐND tỉnh [returned|không thông qua phương án thu phí đỗ xe].',
    'Ủy ban Kiểm tra Tỉnh ủy họp kỳ thứ 15. Ủy ban Kiểm tra Tỉnh ủy [issued|quyết định thi hành kỷ luật bằng hình thức khiển trách đối với Chi bộ Trung tâm Giống cây trồng]; [issued|cảnh cáo 02 đảng viên].',
    'Sau khi nghe báo cáo, Ban Thường vụ Tỉnh ủy kết luận: [agreedInPrinciple|Nhất trí chủ trương sáp nhập hai trung tâm]; [returned|chưa thông qua phương án tự chủ của bệnh viện].',
    'Chiều 2/6, Chính phủ [opinionGiven|cho ý kiến về 3 dự án luật].',
    'UBND tỉnh họp phiên tháng 6. UBND tỉnh [returned|yêu cầu Sở Giao thông vận tải hoàn chỉnh lại Đề án thu phí].',
    'Kỳ họp thứ 5. Với 100% đại biểu tán thành, HĐND tỉnh đã [adopted|ban hành Nghị quyết về kết quả chất vấn].',
    'HĐND tỉnh [other|lấy phiếu tín nhiệm đối với 27 người giữ chức vụ do HĐND bầu].',
    'Chủ tịch UBND tỉnh kết luận như sau:\n\n2.1- [agreed|Đồng ý bổ sung 3 tỷ đồng cho Sở Y tế].\n\n2.2- [returned|Không xem xét cấp phép mới cho các mỏ cát].',
    'Ban Thường vụ Tỉnh ủy [agreed|thống nhất cao với chủ trương ban hành Nghị quyết] và giao Ban Tổ chức Tỉnh ủy hoàn chỉnh.',
    'Sáng 3/6, Bộ Chính trị [agreed|quyết định đồng chí Hoàng Văn Sơn giữ chức Bí thư Tỉnh ủy].',
    'Ban Chỉ đạo chuyển đổi số tỉnh họp. Ban Chỉ đạo [adopted|thông qua Bộ tiêu chí đánh giá cấp xã]; [agreedInPrinciple|thống nhất chủ trương miễn lệ phí hồ sơ trực tuyến]. Đề án trung tâm dữ liệu [postponed|được gác lại để chờ hướng dẫn].',
    'HĐND tỉnh họp. Tờ trình về phí đỗ xe [returned|bị trả lại vì thiếu đánh giá tác động]. Việc điều động Trưởng Phòng Giáo dục: [postponed|để lại phiên họp sau].',
    'Ban Thường vụ Tỉnh ủy họp. Về công tác cán bộ, [agreed|đồng ý điều động đồng chí Đồng Văn Thanh về Ban Nội chính]; [dismissed|cho thôi chức vụ Phó Trưởng ban đối với đồng chí Lã Quý Sơn].',
  ])('%s', check)
})

describe('chains', () => {
  it.each([
    'Kỳ họp đã [dismissed|miễn nhiệm Phó Chủ tịch UBND tỉnh đối với ông Lê Văn Tám]. [dismissed|Miễn nhiệm Ủy viên UBND tỉnh đối với bà Lò Thị Ín].',
    'Các đại biểu HĐND tỉnh [dismissed|biểu quyết thống nhất cho thôi làm nhiệm vụ đại biểu HĐND tỉnh đối với ông Vi Văn Ba].',
    'Với 46/46 đại biểu tán thành, HĐND tỉnh [adopted|thông qua Nghị quyết về dự toán ngân sách năm 2025].',
  ])('%s', check)
})

describe('what stands before its verb', () => {
  it.each([
    'Kỳ họp HĐND tỉnh kéo dài hai ngày. Tờ trình về giá đất đã [adopted|được HĐND tỉnh thông qua với 48/50 phiếu thuận].',
    'HĐND tỉnh thảo luận kỹ. Riêng phương án bố trí trụ sở [postponed|để lại xem xét ở kỳ họp sau].',
    'Ban Thường vụ Tỉnh ủy họp. Đề án vị trí việc làm [returned|chưa được hội nghị nhất trí], giao Sở Nội vụ chuẩn bị lại.',
    'UBND tỉnh họp phiên tháng 6. Về đề nghị của UBND huyện Na Hải, UBND tỉnh [agreed|thống nhất bổ sung 2 tỷ đồng] và [opinionGiven|cho ý kiến về giá nước sạch].',
  ])('%s', check)
})

describe('no decisions', () => {
  it.each([
    'HĐND huyện họp. Thảo luận tại tổ, các đại biểu cơ bản thống nhất với báo cáo của UBND huyện.',
    'Sau khi nghe báo cáo, Ban Thường vụ Tỉnh ủy thống nhất kết luận như sau:',
    'Sở Tài chính trình Thủ tướng Chính phủ xem xét, quyết định trước ngày 30/6 theo chỉ đạo của UBND tỉnh.',
    'HĐND tỉnh Na Hải khóa X.\n\nQUYẾT NGHỊ:\n\nĐiều 1. Các chỉ tiêu năm 2025.',
    'Sáng 12/7/2024, UBND tỉnh họp.\n\n1. Về văn hóa\n\nGhi nhận 12 ca sốt xuất huyết. Thông qua mạng xã hội, 2.000 lượt người tham gia.\n\n- Phê duyệt 3 đề án.',
    'HĐND tỉnh sẽ xem xét, thông qua 15 nghị quyết tại kỳ họp thứ 9.',
    'Ban Thường vụ Tỉnh ủy đã thống nhất đánh giá kết quả kiểm điểm của các huyện ủy.',
    'Sở Xây dựng thống nhất với đề nghị của UBND huyện Na Hải.',
    'Từ đầu năm, các cấp ủy trong Đảng bộ tỉnh đã thi hành kỷ luật 62 đảng viên.',
    'Sở Tài chính khẩn trương triển khai các nghị quyết đã được HĐND tỉnh thông qua.',
    'Người ta bảo chủ tịch thống nhất cho mở bến mới. Chuyện ở UBND xã, HĐND xã, ai mà biết.',
  ])('%s', check)
})
