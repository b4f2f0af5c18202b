// The conference that is reported: a row is a text with the meeting in brackets, and its fields.
import { describe, expect, it } from 'vitest'
import { expectSpans, findingsOf } from './spans.ts'

const chair = 'Đồng chí Lê Văn Minh, Tỉnh ủy viên, Bí thư Huyện ủy chủ trì.'

const rows: [marked: string, fields: object][] = [
  [
    `Sáng 3-10-2023, Thường trực Huyện ủy Phú Bình tổ chức [hội nghị giao ban] với bí thư các xã. ${chair}`,
    { type: 'briefing', date: { iso: '2023-10-03' }, chair: [{ name: { quote: 'Lê Văn Minh' } }] },
  ],
  [
    `Ngày 5/7/2016, Ban Thường vụ Tỉnh ủy Bắc Kạn họp [phiên thường kỳ] tại trụ sở Tỉnh ủy. ${chair}`,
    { type: 'standingCommittee' },
  ],
  [
    'Chủ tịch UBND tỉnh Lê Văn Minh vừa chủ trì [phiên họp thường kỳ tháng 8] hôm 28-8-2023. Sở Y tế báo cáo.',
    { type: 'peoplesCommittee', date: { iso: '2023-08-28' } },
  ],
  [
    'Chiều 22/8/2023, Thường trực Tỉnh ủy có [buổi làm việc với Sở Tài chính]. Bí thư Tỉnh ủy phát biểu.',
    { type: 'working' },
  ],
  [
    'Đảng ủy Khối tổng kết năm\n\nNgày 28/12/2023, Tỉnh ủy tổ chức [Hội nghị tổng kết công tác dân vận năm 2023, triển khai nhiệm vụ năm 2024]. Chủ trì hội nghị: đồng chí Lê Văn Minh, Bí thư Tỉnh ủy.',
    { type: 'summary', date: { iso: '2023-12-28' } },
  ],
  [
    'Ngày 18/7/2025, tại trụ sở UBND tỉnh, đồng chí Lê Văn Minh, Chủ tịch UBND tỉnh chủ trì [cuộc họp về đẩy nhanh giải ngân]. Sở Tài chính báo cáo.',
    { type: 'working' },
  ],
  [
    'Tin vắn\n\nThứ Sáu, 26-6-2015\n\nChiều qua, Sở Tài chính tổ chức [hội nghị sơ kết công tác thuế]. Giám đốc Sở Tài chính Lê Văn Minh chủ trì.',
    { type: 'summary', date: { iso: '2015-06-25' } },
  ],
  [
    'Ban Thường vụ Thành ủy Lạc Thành vừa họp [phiên thứ 87], xem xét 6 nội dung. Đồng chí Lê Văn Minh, Bí thư Thành ủy chủ trì hội nghị.',
    { type: 'standingCommittee', number: 87, itemCount: 6 },
  ],
  [
    'HĐND tỉnh tổ chức kỳ họp chuyên đề\n\nSáng 18-11-2021, HĐND tỉnh Bắc Kạn khóa X khai mạc [Kỳ họp thứ ba]. Chủ tọa kỳ họp: đồng chí Lê Văn Minh.',
    { type: 'peoplesCouncil', number: 3, body: { quote: 'HĐND tỉnh Bắc Kạn' } },
  ],
  [
    'Thường trực Tỉnh ủy Bắc Kạn vừa chủ trì [hội nghị chuyên đề về công tác tiếp công dân] vào ngày 15/8/2018. Đồng chí Ngụy Văn Minh điều hành hội nghị.',
    { type: 'standing', chair: [{ name: { quote: 'Ngụy Văn Minh' } }] },
  ],
]

describe('meetings', () => {
  it.each(rows)('%s', (marked, fields) => {
    expect(expectSpans('meeting', marked)[0]).toMatchObject(fields)
  })

  it('is silent where a conference is only spoken at', () => {
    const text =
      'Phát biểu tại Hội nghị, đồng chí Bí thư Tỉnh ủy Lê Văn Minh đề nghị các sở rà soát.'
    expect(findingsOf('meeting', text)).toEqual([])
  })
})
