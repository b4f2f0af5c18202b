// The dossier of one item: where it stands, its papers, what may be done with it.
import './dossiers.css'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { request } from '../../web/api.ts'
import { formatDate, formatInstant } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { FormError } from '../../web/ui/States.tsx'
import { Status, type Tone } from '../../web/ui/Status.tsx'
import { ChainButton } from '../chain/ChainButton.tsx'
import type { DossierView, dossierRoutes } from './contract.ts'
import { ReleaseDialog, SendBackDialog, SubmitDialog } from './DossierDialogs.tsx'
import type { DossierState } from './dossier.ts'
import { PaperTable } from './PaperTable.tsx'
import { PaperUpload } from './PaperUpload.tsx'
import { en, vi } from './texts.ts'
import { useDossierChange } from './useDossier.tsx'

const tones: Record<DossierState, Tone> = {
  preparing: 'none',
  overdue: 'bad',
  submitted: 'neutral',
  taken: 'good',
  sentBack: 'warn',
}

interface DossierPanelProps {
  dossier: DossierView
  /** Names the conference, where the page does not. */
  withConference?: boolean
}

export function DossierPanel({ dossier, withConference }: DossierPanelProps) {
  const t = useTexts(vi, en)
  const { conference, item, papers, counts, inside, may } = dossier
  return (
    <section className="panel padded dossier" aria-labelledby={`dossier-${item.id}`}>
      <div className="dossier-head">
        <h2 id={`dossier-${item.id}`}>
          {item.number && `${item.number}. `}
          {item.title}
        </h2>
        <div className="row">
          {inside && <Status tone={tones[inside.state]}>{t.states[inside.state]}</Status>}
          {inside?.late && inside.submissions.length > 0 && <Status tone="bad">{t.late}</Status>}
          {item.status !== 'on' && <Status tone="warn">{t.off[item.status]}</Status>}
          <ChainButton kind="item" id={item.id} of={item.title} />
        </div>
      </div>
      <p className="muted">
        {withConference && (
          <>
            <Link href={`/conferences/${conference.id}?tab=dossiers`}>{conference.title}</Link>
            {' · '}
          </>
        )}
        {item.submitter && `${t.submitter}: ${item.submitter.name} · `}
        {inside &&
          `${conference.dossiersDue ? t.due(formatInstant(conference.dossiersDue)) : t.noDue} · `}
        {t.papersCount(counts.released, counts.papers)}
      </p>
      {inside && <Completeness parts={inside.completeness} />}
      {papers.length > 0 ? (
        <PaperTable papers={papers} />
      ) : (
        <p className="muted">{inside ? t.noPapers : t.noneForYou}</p>
      )}
      {dossier.excerpts.map((one) => (
        <p key={one.id}>
          <a href={`/api/notices/${one.id}/${one.signed ? 'signed' : 'docx'}`} download>
            {t.excerpt(one.cited, formatDate(one.issuedOn))}
          </a>
        </p>
      ))}
      {(may.prepare || may.decide) && <Actions dossier={dossier} />}
      {inside && inside.submissions.length > 0 && <Submissions dossier={dossier} />}
    </section>
  )
}

/** What the formal check looks for: there by sign and word, or missing. */
function Completeness({ parts }: { parts: NonNullable<DossierView['inside']>['completeness'] }) {
  const t = useTexts(vi, en)
  const shown = parts.filter(({ needed, count }) => needed || count > 0)
  return (
    <ul className="dossier-parts" aria-label={t.completeness}>
      {shown.map(({ kind, count }) => (
        <li key={kind}>
          <Status tone={count > 0 ? 'good' : 'warn'}>
            {count > 0 ? t.has(t.kinds[kind], count) : t.missing(t.kinds[kind].toLowerCase())}
          </Status>
        </li>
      ))}
    </ul>
  )
}

type Open = 'add' | 'submit' | 'release' | 'sendBack'

function Actions({ dossier }: { dossier: DossierView }) {
  const t = useTexts(vi, en)
  const [open, setOpen] = useState<Open | null>(null)
  const { item, inside, may, counts, papers } = dossier
  const last = inside?.submissions[0]
  const waits = last?.outcome === null ? last : undefined
  const on = item.status === 'on'
  const close = () => setOpen(null)
  const take = useDossierChange(
    () =>
      request<typeof dossierRoutes.decide>('post', '/api/submissions/{id}/decide', {
        params: { id: waits?.id ?? '' },
        version: waits?.version ?? 0,
        body: { outcome: 'taken' },
      }),
    t.takeDone,
    close,
  )
  const button = (name: Open, words: string, primary = false): ReactNode => (
    <Button look={primary ? 'primary' : 'normal'} onClick={() => setOpen(name)}>
      {words}
    </Button>
  )
  const missing = inside?.completeness.find((one) => one.needed && one.count === 0)?.kind
  return (
    <>
      <div className="row dossier-actions">
        {may.prepare && button('add', t.add)}
        {may.prepare &&
          on &&
          counts.papers > 0 &&
          (!last || last.outcome === 'sentBack') &&
          button('submit', t.submit)}
        {may.decide && waits && (
          <>
            <Button onClick={() => take.mutate()} disabled={take.isPending}>
              {t.take}
            </Button>
            {button('sendBack', t.sendBack)}
          </>
        )}
        {may.decide && on && counts.released < counts.papers && button('release', t.release)}
      </div>
      <FormError error={take.error} />
      {open === 'add' && (
        <PaperUpload
          title={t.addTitle(item.title)}
          path={`/api/session-items/${item.id}/papers`}
          asks="paper"
          kind={missing ?? (papers.length > 0 ? 'annex' : 'submission')}
          onClose={close}
        />
      )}
      {open === 'submit' && <SubmitDialog dossier={dossier} onClose={close} />}
      {open === 'release' && <ReleaseDialog dossier={dossier} onClose={close} />}
      {open === 'sendBack' && waits && <SendBackDialog submission={waits} onClose={close} />}
    </>
  )
}

function Submissions({ dossier }: { dossier: DossierView }) {
  const t = useTexts(vi, en)
  const submissions = dossier.inside?.submissions ?? []
  const [last] = submissions
  return (
    <details className="dossier-sent" open={last?.outcome === 'sentBack'}>
      <summary>
        {t.history} ({submissions.length})
      </summary>
      <ol>
        {submissions.map((one) => (
          <li key={one.id}>
            {t.sent(formatInstant(one.submittedAt), one.submittedBy)}
            {one.late && ` (${t.late})`}
            {one.note && `: ${one.note}`}
            {one.outcome && one.decidedAt && (
              <p>
                {t.decided[one.outcome](formatInstant(one.decidedAt), one.decidedBy ?? '')}
                {one.reason && `: ${one.reason}`}
              </p>
            )}
          </li>
        ))}
      </ol>
    </details>
  )
}
