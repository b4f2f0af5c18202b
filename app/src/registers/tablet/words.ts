// How the printed set is worded: a paper of an authority, in Vietnamese whatever the language of the screens.
import { vi as assignments } from '../assignments/texts.ts'
import { reviewTitle } from '../chain/review.ts'
import type { ReviewView } from '../chain/review-contract.ts'
import { reviewLines } from '../chain/review-words.ts'
import { vi as chain } from '../chain/texts.ts'
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
    items: items.map(({ item, papers, review }, index) => ({
      title: `${item.runs?.number ?? item.number ?? index + 1}. ${item.title}`,
      papers: [
        ...(review ? [reviewPaper(review, at)] : []),
        ...papers.map(({ paper, text, blocks, pdf }) => ({
          ...{ title: paper.title, text, blocks, pdf },
        })),
      ],
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

/** The review as a paper of its item: as it stands when it is printed, or as it was kept. */
function reviewPaper(review: ReviewView, at: Date) {
  const when = clock.format(at)
  const { kept } = review
  const keptAt = kept && clock.format(new Date(kept.at))
  const standing = keptAt
    ? kept.label
      ? chain.keptWith(kept.label, keptAt)
      : chain.keptAtClose(keptAt)
    : `Tình hình đến ${when}`
  const lines = [
    { kind: 'caption', text: standing },
    ...reviewLines(review, {
      review: chain,
      states: assignments.state,
      topic: ({ nameVi }) => nameVi,
    }),
  ]
  let start = 0
  const blocks = lines.map(({ kind, text }) => {
    const block = { kind, start, end: start + text.length }
    start = block.end + 1
    return block
  })
  return { title: reviewTitle, text: lines.map(({ text }) => text).join('\n'), blocks, pdf: null }
}
