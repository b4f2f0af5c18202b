// The frame of the chair's and the clerk's page: title, contact, presence, what is done to the conference.
import '../../web/ui/register.css'
import './sitting.css'
import type { ReactNode } from 'react'
import { useTexts } from '../../web/language.tsx'
import { ButtonLink } from '../../web/ui/Button.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { ErrorPanel } from '../../web/ui/States.tsx'
import { Chip, Status } from '../../web/ui/Status.tsx'
import { bodyWords } from '../invitations/RollCall.tsx'
import { en as invitationsEn, vi as invitationsVi } from '../invitations/texts.ts'
import { ContactLine } from './Contact.tsx'
import type { SittingView } from './contract.ts'
import { StageActions } from './StageActions.tsx'
import { en, vi } from './texts.ts'
import type { Sitting } from './useSitting.tsx'

interface SittingFrameProps {
  /** What the page is called before the conference's title. */
  name: string
  id: string
  live: Sitting
  waiting?: number
  actions?: ReactNode
  children: (sitting: SittingView) => ReactNode
}

export function SittingFrame(props: SittingFrameProps) {
  const { name, id, live, waiting = 0, actions, children } = props
  const t = useTexts(vi, en)
  const { sitting, error, refresh, contact } = live
  // Once it was there it stays on the screen, however long the server is away.
  if (!sitting) {
    return error ? <ErrorPanel error={error} onRetry={refresh} page /> : <Loading />
  }
  return (
    <div className="page">
      <PageHead
        title={`${name}: ${sitting.conference.title}`}
        actions={
          <>
            {actions}
            <StageActions sitting={sitting} onDone={refresh} />
            <ButtonLink to={`/conferences/${id}`}>{t.toConference}</ButtonLink>
          </>
        }
      />
      <ContactLine contact={contact} waiting={waiting} />
      <PresenceLine sitting={sitting} />
      {children(sitting)}
    </div>
  )
}

export function PresenceLine({ sitting }: { sitting: SittingView }) {
  const t = useTexts(vi, en)
  const { present, invited, votersPresent, voters, quorum } = sitting.present
  const bodies = bodyWords(sitting.present, useTexts(invitationsVi, invitationsEn).roll)
  return (
    <p className="row">
      <Chip>{t.stage[sitting.conference.stage]}</Chip>
      <span>{t.present(present, invited)}</span>
      {voters > 0 && <span className="muted">{t.voters(votersPresent, voters)}</span>}
      {quorum?.met !== undefined && quorum.met !== null && (
        <Status tone={quorum.met ? 'good' : 'warn'}>
          {quorum.met ? t.quorumMet : t.quorumShort}
        </Status>
      )}
      {bodies.length > 0 && <span className="muted">{bodies.join(' · ')}</span>}
    </p>
  )
}
