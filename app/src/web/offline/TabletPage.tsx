// The papers of the next conferences: what is kept on this device, how complete it is, and the printed set.
import './offline.css'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Link } from 'wouter'
import { formatInstant, formatSize } from '../format.ts'
import { useLanguage, useTexts } from '../language.tsx'
import { useSession } from '../session.tsx'
import { Button } from '../ui/Button.tsx'
import { Loading } from '../ui/Loading.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { ErrorPanel, Notice } from '../ui/States.tsx'
import { Chip } from '../ui/Status.tsx'
import { Banner } from './Banner.tsx'
import { registerWorker } from './register.ts'
import { isKept, type KeptConference, largestOriginal, readableUntil } from './set.ts'
import { conferencesNow, contact, open, type TabletState, takeAlong, wipe } from './tablet.ts'
import { en, vi } from './texts.ts'
import { useOnline, useTablet } from './useTablet.ts'

const TabletReview = lazy(async () => ({
  default: (await import('./TabletReview.tsx')).TabletReview,
}))

export function TabletPage() {
  const t = useTexts(vi, en)
  const { session } = useSession()
  const tablet = useTablet()
  const [taking, setTaking] = useState(false)
  const account = session.account?.id
  useEffect(() => {
    if (tabletIsNew(tablet)) void open(account)
  }, [tablet, account])

  async function take() {
    setTaking(true)
    try {
      await registerWorker()
      await takeAlong(session)
    } finally {
      setTaking(false)
    }
  }

  const ready = tablet.phase === 'ready'
  return (
    <div className="page">
      <PageHead
        title={t.title}
        intro={t.intro}
        actions={
          ready && (
            <>
              <Button disabled={tablet.busy} onClick={() => void contact(session)}>
                {t.update}
              </Button>
              <Button onClick={() => void wipe()}>{t.remove}</Button>
            </>
          )
        }
      />
      {tablet.phase === 'opening' && <Loading />}
      {tablet.phase === 'impossible' && <Notice tone="warn">{t.impossible}</Notice>}
      {tablet.phase === 'over' && <Notice tone="warn">{t.over}</Notice>}
      {tablet.phase === 'clock' && <Notice tone="bad">{t.clock}</Notice>}
      {ready && <Banner tablet={tablet} />}
      {ready ? (
        <Conferences conferences={tablet.head?.conferences ?? []} tablet={tablet} />
      ) : (
        tablet.phase !== 'opening' && (
          <>
            {['none', 'over'].includes(tablet.phase) && (
              <div className="row">
                <Button look="primary" disabled={taking} onClick={() => void take()}>
                  {taking ? t.taking : t.take}
                </Button>
                <span className="muted">{t.takeHint}</span>
              </div>
            )}
            <OnServer />
          </>
        )
      )}
    </div>
  )
}

const tabletIsNew = ({ phase }: TabletState): boolean => phase === 'opening'

/** What could be taken along. */
function OnServer() {
  const { data, error, refetch } = useQuery({
    queryKey: ['conferences', 'tablet'],
    queryFn: conferencesNow,
  })
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return <Conferences conferences={data} tablet={null} />
}

interface ConferencesProps {
  conferences: readonly KeptConference[]
  /** Null: nothing of it is on this device. */
  tablet: TabletState | null
}

function Conferences({ conferences, tablet }: ConferencesProps) {
  const t = useTexts(vi, en)
  if (conferences.length === 0) return <p className="muted">{t.noConferences}</p>
  return conferences.map((one) => <Conference key={one.conference.id} kept={one} tablet={tablet} />)
}

function Conference({ kept, tablet }: { kept: KeptConference; tablet: TabletState | null }) {
  const t = useTexts(vi, en)
  const online = useOnline()
  const { conference, papers, review } = kept
  const until = tablet?.head ? readableUntil(kept, tablet.head.contactAt) : null
  const where = [conference.startsAt && formatInstant(conference.startsAt), conference.place]
  return (
    <section className="register-section" aria-label={conference.title}>
      <h2>{conference.title}</h2>
      <p>
        {where.filter(Boolean).join(' · ')}{' '}
        {conference.invitations.map((one) => (
          <Chip key={one.id}>{t.invited[one.capacity]}</Chip>
        ))}
      </p>
      <p className="row">
        <span className="muted">{t.papers(papers.length)}</span>
        {until !== null && (
          <span className="muted">{t.until(formatInstant(new Date(until).toISOString()))}</span>
        )}
        {papers.length > 0 && online && (
          <a className="button small" href={`/api/conferences/${conference.id}/print`} download>
            {t.print}
          </a>
        )}
      </p>
      <ol className="tablet-agenda">
        {conference.items.map((item) => (
          <li key={item.id}>
            <strong>
              {item.number && `${item.number}. `}
              {item.title}
            </strong>
            {item.kind === 'review' && review ? (
              <Suspense fallback={<Loading />}>
                <TabletReview review={review} />
              </Suspense>
            ) : (
              <Papers papers={papers.filter((one) => one.itemId === item.id)} tablet={tablet} />
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Papers({
  papers,
  tablet,
}: {
  papers: KeptConference['papers']
  tablet: TabletState | null
}) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  if (papers.length === 0) return <p className="muted">{t.noPapers}</p>
  return (
    <ul className="plain-list">
      {papers.map((paper) => {
        const notes = tablet?.notes.filter((note) => note.paperId === paper.paperId).length ?? 0
        return (
          <li key={paper.paperId}>
            {tablet ? <Link href={`/tablet/${paper.paperId}`}>{paper.title}</Link> : paper.title}{' '}
            <span className="muted">{t.version(paper.version)}</span>{' '}
            {tablet && !isKept(paper, tablet.kept) && <Chip>{t.missing}</Chip>}
            {paper.byteSize > largestOriginal && (
              <Chip>{t.originalLeft(formatSize(paper.byteSize, language))}</Chip>
            )}
            {notes > 0 && <Chip>{t.noteCount(notes)}</Chip>}
          </li>
        )
      })}
    </ul>
  )
}
