// One invented conference as the record would know it: what the layouts are tried and pictured with.
import type { ConferenceFacts } from '../src/registers/notices/facts.ts'

const items: ConferenceFacts['items'] = [
  {
    id: '01900000-0000-7000-8000-000000000001',
    number: '1',
    title: 'Đề án phát triển logistics tỉnh Sơn Hà đến năm 2030',
    submitter: 'Sở Công Thương',
    personnel: false,
    decision: {
      outcome: 'agreedInPrinciple',
      conditions: null,
      body: 'Đồng ý về chủ trương ban hành Đề án; phạm vi tập trung vào hành lang quốc lộ 3 và cảng cạn phía nam.\nGiao Sở Công Thương chủ trì, phối hợp với Sở Tài chính, Sở Xây dựng tiếp thu ý kiến tại Hội nghị, hoàn thiện hồ sơ, báo cáo Thường trực Tỉnh ủy trước ngày 15/7/2026.',
    },
    tasks: [
      {
        action: 'Tiếp thu ý kiến, hoàn thiện hồ sơ Đề án phát triển logistics',
        lead: 'Sở Công Thương',
        cooperating: ['Sở Tài chính', 'Sở Xây dựng'],
        product: 'Hồ sơ Đề án',
        deadline: '2026-07-15',
        deadlineText: null,
      },
    ],
    opinions: [
      {
        speaker: 'Trần Thị Bình',
        speakerTitle: 'Trưởng Ban Tổ chức Tỉnh ủy',
        clause: 'mục 3.2',
        body: 'Đề nghị nói rõ nguồn vốn cho cảng cạn và lộ trình giải phóng mặt bằng.',
      },
    ],
    votes: [
      {
        question: 'Thống nhất chủ trương ban hành Đề án',
        kind: 'open',
        base: 'members',
        baseCount: 15,
        agree: 13,
        disagree: 0,
        abstain: 1,
      },
    ],
  },
  {
    id: '01900000-0000-7000-8000-000000000002',
    number: '2',
    title: 'Kết quả giải ngân vốn đầu tư công 6 tháng đầu năm',
    submitter: 'Sở Tài chính',
    personnel: false,
    decision: {
      outcome: 'noted',
      conditions: null,
      body: 'Ghi nhận kết quả; tỷ lệ giải ngân 41,2% còn thấp so với yêu cầu. Giao các chủ đầu tư cam kết tiến độ từng tháng; Sở Tài chính tổng hợp, công khai hằng tháng.',
    },
    tasks: [
      {
        action: 'Tổng hợp, công khai kết quả giải ngân của từng chủ đầu tư hằng tháng',
        lead: 'Sở Tài chính',
        cooperating: ['Kho bạc Nhà nước khu vực'],
        product: 'Bảng công khai',
        deadline: null,
        deadlineText: 'hằng tháng',
      },
    ],
    opinions: [],
    votes: [],
  },
]

const people: ConferenceFacts['people'] = [
  ['Nguyễn Văn An', 'Bí thư Tỉnh ủy', 'chair', 'present', null],
  ['Trần Thị Bình', 'Trưởng Ban Tổ chức Tỉnh ủy', 'member', 'present', null],
  ['Lê Hoàng Cường', 'Chỉ huy trưởng Bộ Chỉ huy quân sự tỉnh', 'member', 'excused', 'đi công tác'],
  ['Phạm Thu Dung', 'Giám đốc Sở Công Thương', 'forItems', 'present', null],
].map(([name, title, capacity, attendance, reason]) => ({
  ...{ name, title, capacity, attendance, reason, substitute: null },
})) as ConferenceFacts['people']

/** Held by the Standing Committee of the Provincial Party Committee. */
export const partyConference: ConferenceFacts = {
  title: 'Hội nghị Ban Thường vụ Tỉnh ủy lần thứ 12, 20/5/2026',
  place: 'Hội trường A',
  day: '2026-05-20',
  from: '08 giờ 00',
  until: '11 giờ 30',
  body: {
    ...{ kind: 'partyBody', name: 'Ban Thường vụ Tỉnh ủy', code: 'BTV' },
    parent: 'Tỉnh ủy Sơn Hà',
  },
  province: 'Sơn Hà',
  others: [],
  assessment: null,
  people,
  items,
}

/** The same matters before the Provincial People's Committee. */
export const stateConference: ConferenceFacts = {
  ...partyConference,
  title: 'Phiên họp thường kỳ tháng 5, 20/5/2026',
  body: {
    ...{ kind: 'peoplesCommittee', name: 'Ủy ban nhân dân tỉnh Sơn Hà', code: null },
    parent: null,
  },
  people: people.map((one) =>
    one.capacity === 'chair' ? { ...one, title: 'Chủ tịch Ủy ban nhân dân tỉnh' } : one,
  ),
}
