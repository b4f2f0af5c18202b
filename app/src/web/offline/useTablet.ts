// The tablet's state in screens, and what keeps it in step with the server while somebody is signed in.
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { SessionState } from '../../http/session-contract.ts'
import { mayHoldCopies } from './mark.ts'
import { contact, onTablet, open, type TabletState, tabletState } from './tablet.ts'

export const useTablet = (): TabletState => useSyncExternalStore(onTablet, tabletState)

/** Whether the device itself says that it has no network. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine)
  useEffect(() => {
    const look = () => setOnline(navigator.onLine)
    window.addEventListener('online', look)
    window.addEventListener('offline', look)
    return () => {
      window.removeEventListener('online', look)
      window.removeEventListener('offline', look)
    }
  }, [])
  return online
}

const contactEvery = 10 * 60_000

/** Makes contact now, whenever the network comes back, and every ten minutes; returns what ends that. */
export function keepInStep(session: SessionState): () => void {
  const meet = () => {
    if (mayHoldCopies()) void open(session.account?.id).then(() => contact(session))
  }
  meet()
  const timer = setInterval(meet, contactEvery)
  window.addEventListener('online', meet)
  return () => {
    clearInterval(timer)
    window.removeEventListener('online', meet)
  }
}
