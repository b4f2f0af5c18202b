// Which page is due: set-up, sign-in, or a screen inside the shell.
import { lazy, Suspense, useEffect } from 'react'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { fetchAhead } from './ahead.ts'
import { homeOf } from './capabilities.ts'
import { showFonts } from './fonts.ts'
import { useTexts } from './language.tsx'
import { PageError } from './PageError.tsx'
import { navigationOf, routes } from './routes.tsx'
import { Shell } from './Shell.tsx'
import { screen } from './screen.tsx'
import { useSession } from './session.tsx'
import { en, vi } from './texts.ts'
import { Loading } from './ui/Loading.tsx'
import { EmptyState } from './ui/States.tsx'

const SignIn = lazy(async () => ({
  default: (await import('../registers/people/SignIn.tsx')).SignIn,
}))
const UploadDoor = screen(() => import('../registers/documents/UploadDoor.tsx'), 'UploadDoor', null)
const SignInStep = lazy(async () => ({
  default: (await import('../registers/people/SignInStep.tsx')).SignInStep,
}))
const SsoReturn = lazy(async () => ({
  default: (await import('../registers/people/Sso.tsx')).SsoReturn,
}))
const FactorDue = lazy(async () => ({
  default: (await import('../registers/people/FactorDue.tsx')).FactorDue,
}))
const SetUp = lazy(async () => ({ default: (await import('../registers/people/SetUp.tsx')).SetUp }))

const WallPage = lazy(async () => ({
  default: (await import('../registers/wall/WallPage.tsx')).WallPage,
}))

/** Milliseconds from the first screen until others are fetched: what it asks for goes first. */
const pause = 1_500

export function App() {
  const { session, can } = useSession()
  const [location] = useLocation()
  const t = useTexts(vi, en)
  // A screen of the meeting room signs in by its link alone; whoever is signed in beside it sees the same.
  if (location === '/wall') {
    return (
      <Suspense fallback={<Loading />}>
        <WallPage />
      </Suspense>
    )
  }
  if (!session.signedIn) {
    const returning = location === '/sso' && !session.pending
    const Door = session.setUpNeeded
      ? SetUp
      : session.pending
        ? SignInStep
        : returning
          ? SsoReturn
          : SignIn
    return (
      <Suspense fallback={<Loading />}>
        <Door />
        <Afterwards />
      </Suspense>
    )
  }
  return (
    <Shell>
      {can.addDocuments && <UploadDoor />}
      {session.factorDueOn && (
        <Suspense fallback={null}>
          <FactorDue />
        </Suspense>
      )}
      <PageError>
        <Suspense fallback={<Loading />}>
          <Switch>
            <Route path="/">
              <Redirect to={homeOf(can)} replace />
            </Route>
            <Route path="/sso">
              <Redirect to={homeOf(can)} replace />
            </Route>
            <Route path="/setup">
              <Redirect to={homeOf(can)} replace />
            </Route>
            {routes
              .filter((route) => !route.needs || can[route.needs])
              .map((route) => (
                <Route key={route.path} path={route.path} component={route.screen} />
              ))}
            <Route>
              <EmptyState title={t.notFoundTitle} detail={t.notFoundDetail} page />
            </Route>
          </Switch>
          <Afterwards />
        </Suspense>
      </PageError>
    </Shell>
  )
}

/** What comes once the first screen stands: our letters, then the scripts of screens that are one click away. */
function Afterwards() {
  const { session, can } = useSession()
  const { signedIn } = session
  useEffect(() => {
    showFonts()
    const soon = setTimeout(
      () => fetchAhead(signedIn ? navigationOf(can).map(({ path }) => path) : [homeOf(can)]),
      pause,
    )
    return () => clearTimeout(soon)
  }, [signedIn, can])
  return null
}
