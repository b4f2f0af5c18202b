// What was laid before a meeting: a row is a text with every agenda item in brackets.
import { describe, expect, it } from 'vitest'
import { expectSpans, findingsOf } from './spans.ts'

const lead = 'Sáng 5/7/2023, Ban Thường vụ Tỉnh ủy họp, Bí thư Tỉnh ủy Lê Văn Minh chủ trì.'

const rows = [
  'Hội nghị thảo luận về [tình hình kinh tế - xã hội 6 tháng], [tình hình thực hiện nghị quyết về chuyển đổi số] và [một số dự án luật].',
  'Hội nghị bàn ba nội dung lớn: [kết quả thực hiện nhiệm vụ 9 tháng]; [công tác chuẩn bị đại hội]; [phương án nhân sự khóa mới].',
  'Hội nghị nghe và cho ý kiến về: [dự thảo báo cáo 6 tháng]; [tờ trình về điều chỉnh quy hoạch]; [công tác cán bộ].',
  'Hội nghị cho ý kiến vào 6 nội dung, trong đó có [báo cáo kết quả 6 tháng] và [đề án sắp xếp trường học].',
  'Ngày mai, HĐND tỉnh sẽ xem xét, quyết nghị [22 tờ trình]; [chất vấn Giám đốc Sở Y tế]; [lấy phiếu tín nhiệm].',
  'Hội nghị xem xét 2 nội dung sau:\n\n1. [Xem xét kết quả kiểm tra đối với Huyện ủy]: còn vi phạm.\n\n2. [Thông qua chương trình giám sát]. Hội nghị nhất trí.',
  'Hội nghị nghe và cho ý kiến đối với:\n- [Dự thảo báo cáo sơ kết một năm];\n- [Quy hoạch vùng cam tập trung];\n- [Công tác cán bộ].\nHội nghị thống nhất cao.',
  'Hội nghị đã nghe Ban cán sự đảng UBND tỉnh trình bày: [Báo cáo tình hình tổ chức Tết]; [chủ trương đầu tư dự án cầu]; [công tác cán bộ].',
  'Kỳ họp quyết định 3 nội dung quan trọng, trong đó có: [kế hoạch đầu tư công trung hạn]; [bảng giá các loại đất].',
]

describe('agenda items', () => {
  it.each(rows)('%s', (marked) => {
    expectSpans('agendaItem', `${lead}\n\n${marked}`)
  })

  it('takes no item out of what a body finds fault with', () => {
    const text = `${lead}\n\nThẩm tra các báo cáo, Ban Pháp chế nêu: y tế cơ sở thiếu bác sĩ.`
    expect(findingsOf('agendaItem', text)).toEqual([])
  })
})
