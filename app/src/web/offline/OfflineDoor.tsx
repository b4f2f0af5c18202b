// What stands in place of the screens when the server cannot be reached: the papers that this device keeps.
import './offline.css'
import { type ReactNode, useEffect } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import type { SessionState } from '../../http/session-contract.ts'
import { useTexts } from '../language.tsx'
import { en as sharedEn, vi as sharedVi } from '../texts.ts'
import { Button } from '../ui/Button.tsx'
import { Loading } from '../ui/Loading.tsx'
import { TabletPage } from './TabletPage.tsx'
import { TabletPaper } from './TabletPaper.tsx'
import { open } from './tablet.ts'
import { useTablet } from './useTablet.ts'

interface OfflineDoorProps {
  /** Asks the server again. */
  onRetry: () => void
  /** Where nothing is kept. */
  otherwise: ReactNode
  /** Puts screens where they find a session. */
  within: (session: SessionState, screens: ReactNode) => ReactNode
}

export function OfflineDoor({ onRetry, otherwise, within }: OfflineDoorProps) {
  const shared = useTexts(sharedVi, sharedEn)
  const tablet = useTablet()
  useEffect(() => {
    void open()
    const timer = setInterval(() => void open(), 60_000)
    window.addEventListener('online', onRetry)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', onRetry)
    }
  }, [onRetry])
  if (tablet.phase === 'opening') return <Loading />
  if (['none', 'impossible'].includes(tablet.phase)) return otherwise
  return within(
    sessionOf(tablet.head?.session),
    <div className="offline-frame">
      <header className="offline-head">
        <strong>{shared.product}</strong>
        <Button small onClick={onRetry}>
          {shared.retry}
        </Button>
      </header>
      <main id="main">
        <Switch>
          <Route path="/tablet/:id" component={TabletPaper} />
          <Route path="/tablet" component={TabletPage} />
          <Route>
            <Redirect to="/tablet" replace />
          </Route>
        </Switch>
      </main>
    </div>,
  )
}

/** The account that the papers were kept for, without any right: there is nobody here to ask. */
const sessionOf = (kept: Pick<SessionState, 'account' | 'province'> | undefined): SessionState => ({
  signedIn: true,
  account: kept?.account ? { ...kept.account, may: [] } : null,
  province: kept?.province ?? null,
  ...{ pending: null, factorDueOn: null, sso: null, csrfToken: null, setUpNeeded: false },
})
