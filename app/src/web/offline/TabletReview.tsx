// What became of earlier conclusions, as it was at the last contact.
import { en as assignmentsEn, vi as assignmentsVi } from '../../registers/assignments/texts.ts'
import type { ReviewView } from '../../registers/chain/review-contract.ts'
import { type ReviewLine, reviewLines } from '../../registers/chain/review-words.ts'
import { en as chainEn, vi as chainVi } from '../../registers/chain/texts.ts'
import { useLanguage, useTexts } from '../language.tsx'
import { en, vi } from './texts.ts'

export function TabletReview({ review }: { review: ReviewView }) {
  const t = useTexts(vi, en)
  const chain = useTexts(chainVi, chainEn)
  const { state: states } = useTexts(assignmentsVi, assignmentsEn)
  const { language } = useLanguage()
  const lines = reviewLines(review, {
    review: chain,
    states,
    topic: ({ nameVi, nameEn }) => (language === 'en' ? nameEn : nameVi),
  })
  return (
    <details className="tablet-review">
      <summary>{t.review(review.tasks.length + review.left, review.shortcomings.length)}</summary>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no names and keep their order
        <Line key={index} line={line} />
      ))}
    </details>
  )
}

function Line({ line: { kind, text } }: { line: ReviewLine }) {
  if (kind === 'heading') return <h3>{text}</h3>
  return <p className={kind === 'listItem' ? 'tablet-review-line' : undefined}>{text}</p>
}
