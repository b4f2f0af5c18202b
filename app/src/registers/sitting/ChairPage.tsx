// The page of whoever presides: what is on now, what was said, what was ordered last time, the conclusion.
import { Link, useParams } from 'wouter'
import { useTexts } from '../../web/language.tsx'
import { Button, ButtonLink } from '../../web/ui/Button.tsx'
import { Notice } from '../../web/ui/States.tsx'
import { ReviewPanel } from '../chain/ReviewPanel.tsx'
import { Clock } from './Clock.tsx'
import type { SittingView } from './contract.ts'
import { DecisionEditor } from './DecisionEditor.tsx'
import { Earlier, ItemFacts, Positions } from './ItemFacts.tsx'
import { ItemPapers } from './ItemPapers.tsx'
import { MissingList } from './Missing.tsx'
import { OpinionGroups } from './Opinions.tsx'
import { SittingFrame } from './SittingFrame.tsx'
import { en, vi } from './texts.ts'
import { nextItem, useCurrent } from './useCurrent.tsx'
import { type Sitting, useSitting } from './useSitting.tsx'
import { VoteList } from './Votes.tsx'

export function ChairPage() {
  const t = useTexts(vi, en)
  const { id } = useParams<{ id: string }>()
  const live = useSitting(id)
  return (
    <SittingFrame
      name={t.chairTitle}
      id={id}
      live={live}
      actions={<ButtonLink to={`/conferences/${id}/clerk`}>{t.toClerk}</ButtonLink>}
    >
      {(sitting) => <Now sitting={sitting} live={live} />}
    </SittingFrame>
  )
}

function Now({ sitting, live }: { sitting: SittingView; live: Sitting }) {
  const t = useTexts(vi, en)
  const current = useCurrent(sitting.conference.id, live.refresh)
  const inside = sitting.may.run || sitting.may.close
  const item = sitting.items.find((one) => one.id === sitting.current?.itemId)
  const next = nextItem(sitting)
  const running = sitting.conference.stage === 'running'
  const over = sitting.conference.stage === 'closed'
  return (
    <>
      {item ? (
        <article className="sitting-now">
          <h2>{t.item(item.number ?? '–', item.title)}</h2>
          <p className="row">
            <strong>{sitting.current?.speaker ?? t.noSpeaker}</strong>
            {sitting.current?.startedAt && (
              <Clock
                startedAt={sitting.current.startedAt}
                minutes={item.minutes}
                clockOff={live.clockOff}
              />
            )}
          </p>
          <ItemFacts item={item} />
          {item.kind === 'review' && <ReviewPanel id={sitting.conference.id} />}
          <div className="sitting-columns">
            <div>
              <h3>{t.opinions}</h3>
              <OpinionGroups opinions={item.opinions} />
              <Positions item={item} />
              <h3>{t.votes}</h3>
              <VoteList votes={item.votes} />
            </div>
            <div>
              {item.kind === 'matter' && (
                <ItemPapers conferenceId={sitting.conference.id} item={item} />
              )}
              <Earlier item={item} />
            </div>
          </div>
          {inside && (
            <>
              <h3>{t.draft}</h3>
              <DecisionEditor key={item.id} item={item} locked={!running} />
            </>
          )}
        </article>
      ) : (
        <Notice>
          {over ? t.locked : sitting.items.length === 0 ? t.noItems : t.noCurrent}{' '}
          {over && inside && (
            <Link href={`/conferences/${sitting.conference.id}?tab=notices`}>{t.toNotices}</Link>
          )}
        </Notice>
      )}
      {inside && running && <MissingList sitting={sitting} />}
      {!over && (
        <section className="sitting-next" aria-label={t.next}>
          <h2>{t.next}</h2>
          {next ? (
            <p className="row">
              {t.item(next.number ?? '–', next.title)}
              {inside && running && (
                <Button
                  look="primary"
                  disabled={current.isPending}
                  onClick={() => current.mutate({ itemId: next.id, speaker: null })}
                >
                  {t.toNext}
                </Button>
              )}
            </p>
          ) : (
            <p className="muted">–</p>
          )}
        </section>
      )}
    </>
  )
}
