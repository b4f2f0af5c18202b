// Who is signed in, for every screen; signing out; what the role may do (the server decides, the
// screens only leave out what it would refuse).
import { useQuery, useQueryClient } from '@tanstack/react-query'
import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useContext,
  useEffect,
  useMemo,
} from 'react'
import type { SessionState, sessionRoutes } from '../http/session-contract.ts'
import { isAway, rememberToken, request, whenSignedOut } from './api.ts'
import { type Capabilities, capabilitiesOf } from './capabilities.ts'
import { useLanguage } from './language.tsx'
import { mayHoldCopies, wipeCopies } from './offline/mark.ts'
import { Loading } from './ui/Loading.tsx'
import { ErrorPanel } from './ui/States.tsx'
import { answerTabs } from './unsent.ts'

interface SessionContextValue {
  session: SessionState
  can: Capabilities
  /** Takes over a session that the server just told us of (after sign-in, set-up, sign-out). */
  setSession: (session: SessionState) => void
}

const OfflineDoor = lazy(async () => ({
  default: (await import('./offline/OfflineDoor.tsx')).OfflineDoor,
}))

const SessionContext = createContext<SessionContextValue | null>(null)

export const sessionKey = ['session'] as const

export function SessionProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient()
  const { setLanguage } = useLanguage()
  const { data, error, refetch } = useQuery({
    queryKey: sessionKey,
    queryFn: async ({ signal }) => {
      const session = await request<typeof sessionRoutes.get>('get', '/api/session', { signal })
      rememberToken(session.csrfToken)
      return session
    },
    staleTime: 60_000,
    // Asked also where the device says that it is offline: the answer is what counts.
    networkMode: 'always',
    ...(mayHoldCopies() ? { retry: false } : {}),
  })
  const locale = data?.account?.locale
  useEffect(() => {
    if (locale) setLanguage(locale)
  }, [locale, setLanguage])
  useEffect(() => {
    whenSignedOut(() => void client.invalidateQueries({ queryKey: sessionKey }))
  }, [client])
  const over = data?.signedIn === false
  useEffect(() => {
    // Signed out here or elsewhere, closed, or over: nothing of it may stay on this device.
    if (over) void wipeCopies()
  }, [over])
  const accountId = data?.signedIn ? data.account?.id : undefined
  useEffect(() => {
    if (accountId) answerTabs(accountId)
  }, [accountId])
  useEffect(() => {
    if (!data?.signedIn || !data.account || !mayHoldCopies()) return
    let end: (() => void) | null = null
    let left = false
    void import('./offline/useTablet.ts').then(({ keepInStep }) => {
      if (!left) end = keepInStep(data)
    })
    return () => {
      left = true
      end?.()
    }
  }, [data])
  const value = useMemo<SessionContextValue | null>(() => {
    if (!data) return null
    return {
      session: data,
      can: capabilitiesOf(data.account?.may),
      setSession(session) {
        rememberToken(session.csrfToken)
        const others = {
          predicate: (query: { queryKey: readonly unknown[] }) =>
            query.queryKey[0] !== sessionKey[0],
        }
        client.setQueryData(sessionKey, session)
        // Nothing of the former account may stay on the screens of the next one. With the same account
        // they stand: what they are waiting for, taken away, would never come.
        if (session.account?.id !== data.account?.id) client.removeQueries(others)
        else void client.invalidateQueries(others)
      },
    }
  }, [data, client])
  if (!value) {
    if (!error) return <Loading />
    const panel = <ErrorPanel error={error} onRetry={() => void refetch()} />
    if (!mayHoldCopies() || !isAway(error)) return panel
    return (
      <Suspense fallback={<Loading />}>
        <OfflineDoor onRetry={refetch} otherwise={panel} within={withoutServer} />
      </Suspense>
    )
  }
  return <SessionContext value={value}>{children}</SessionContext>
}

/** Screens for an account whose server cannot be reached. */
const withoutServer = (session: SessionState, screens: ReactNode): ReactNode => (
  <SessionContext value={{ session, can: capabilitiesOf(), setSession: () => undefined }}>
    {screens}
  </SessionContext>
)

export function useSession(): SessionContextValue {
  const value = useContext(SessionContext)
  if (!value) throw new Error('useSession outside of SessionProvider')
  return value
}
