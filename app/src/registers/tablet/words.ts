// How the printed set is worded: a paper of an authority, in Vietnamese whatever the language of the screens.
import type { Gathered } from './print-store.ts'

const clock = new Intl.DateTimeFormat('vi-VN', {
  ...{ hour: '2-digit', minute: '2-digit', day: '2-digit', month: '2-digit', year: 'numeric' },
  timeZone: 'Asia/Ho_Chi_Minh',
})

/** The set for the composer; `by`: who prints it, `at`: when. */
export function worded({ plan, items }: Gathered, by: string, at: Date) {
  const body = plan.bodies.map((one) => one.name.toLocaleUpperCase('vi')).join(' – ')
  const where = [plan.startsAt && clock.format(new Date(plan.startsAt)), plan.place]
  const centred = { centred: true } as const
  return {
    title: `Tài liệu: ${plan.title}`,
    head: [
      { text: body, face: 'bold', ...centred },
      { text: 'TÀI LIỆU HỘI NGHỊ', face: 'bold', size: 18, before: 60, ...centred },
      { text: plan.title, size: 15, before: 8, ...centred },
      { text: where.filter(Boolean).join(', '), face: 'italic', before: 4, ...centred },
    ],
    items: items.map(({ item, papers }, index) => ({
      title: `${item.runs?.number ?? item.number ?? index + 1}. ${item.title}`,
      papers: papers.map(({ paper, text, blocks, pdf }) => ({
        ...{ title: paper.title, text, blocks, pdf },
      })),
    })),
    words: {
      agenda: 'CHƯƠNG TRÌNH VÀ TÀI LIỆU',
      noPapers: 'Không có tài liệu phát hành',
      fromText: 'In từ phần văn bản: bản PDF gốc có mật khẩu hoặc bị hỏng',
      copy: `Bản in của ${by}, ${clock.format(at)}`,
      page: 'Trang',
    },
    madeAt: at.toISOString(),
  }
}
