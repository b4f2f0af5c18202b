// The opening view of a conference: what became of the last one's tasks, what is open, what was raised again.
import { useSearchParams } from 'wouter'
import { request } from '../../web/api.ts'
import { formatInstant } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { SelectField } from '../../web/ui/Field.tsx'
import { FormError } from '../../web/ui/States.tsx'
import { useSending } from '../agenda/useAgenda.tsx'
import type { ConferenceTabProps } from '../conferences/tabs.ts'
import { ReviewPanel, useReview } from './ReviewPanel.tsx'
import type { ReviewView, reviewRoutes } from './review-contract.ts'
import { en, vi } from './texts.ts'

export function ReviewTab({ plan }: ConferenceTabProps) {
  const [query, setQuery] = useSearchParams()
  const of = query.get('of') ?? undefined
  const { data } = useReview(plan.id, of)
  const choose = (next: string) =>
    setQuery((before) => {
      const params = new URLSearchParams(before)
      params.set('of', next)
      return params
    })
  return (
    <>
      {data && <Bar id={plan.id} review={data.review} onChoose={choose} />}
      <ReviewPanel id={plan.id} of={of} />
    </>
  )
}

interface BarProps {
  id: string
  review: ReviewView
  onChoose: (of: string) => void
}

/** Which of those that were kept is shown, and the way to the head of the agenda. */
function Bar({ id, review, onChoose }: BarProps) {
  const t = useTexts(vi, en)
  const place = useSending({
    send: () =>
      request<typeof reviewRoutes.place>('post', '/api/conferences/{id}/review', {
        params: { id },
        body: {},
      }),
    words: t.placed,
  })
  return (
    <>
      <div className="row agenda-bar">
        {review.all.length > 0 && (
          <SelectField
            label={t.asOf}
            value={review.kept?.id ?? 'now'}
            onChange={onChoose}
            options={[
              { value: 'now', label: t.now },
              ...review.all.map(({ id: value, label, at }) => ({
                value,
                label: label
                  ? t.keptWith(label, formatInstant(at))
                  : t.keptAtClose(formatInstant(at)),
              })),
            ]}
          />
        )}
        {review.mayPlace && (
          <Button disabled={place.isPending} onClick={() => place.mutate()}>
            {t.place}
          </Button>
        )}
      </div>
      <FormError error={place.error} />
    </>
  )
}
