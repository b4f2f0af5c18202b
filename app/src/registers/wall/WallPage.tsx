// The screen of the meeting room, read from the last row: item, speaker, clock, how many are there.
import './wall.css'
import { useCallback, useEffect, useRef, useState } from 'react'
import { problemText, request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { useDocumentTitle } from '../../web/ui/documentTitle.ts'
import { ErrorPanel } from '../../web/ui/States.tsx'
import { Clock } from '../sitting/Clock.tsx'
import { contactTime, useLive } from '../sitting/useLive.tsx'
import type { WallView, wallRoutes } from './contract.ts'
import { en, vi } from './texts.ts'

/** Opens the link of the address, once, then shows the wall by the screen's own cookie. */
export function WallPage() {
  const t = useTexts(vi, en)
  useDocumentTitle(t.title)
  const [ready, setReady] = useState(location.hash === '')
  const [error, setError] = useState<unknown>(null)
  const begun = useRef(false)
  useEffect(() => {
    const token = location.hash.slice(1)
    if (!token || begun.current) return
    begun.current = true
    // The link has served: it must not stand in the address, nor in the history.
    history.replaceState(null, '', '/wall')
    request<typeof wallRoutes.open>('post', '/api/wall', { body: { token } }).then(
      () => setReady(true),
      setError,
    )
  }, [])
  if (error) return <ErrorPanel error={error} page />
  return ready ? <Wall /> : <p className="wall-state">{t.opening}</p>
}

function Wall() {
  const t = useTexts(vi, en)
  const [wall, setWall] = useState<WallView | null>(null)
  const [error, setError] = useState<unknown>(null)
  const clockOff = useRef(0)
  const refresh = useCallback(async () => {
    try {
      const answer = await request<typeof wallRoutes.get>('get', '/api/wall')
      clockOff.current = Date.parse(answer.wall.now) - Date.now()
      setWall(answer.wall)
      setError(null)
      return true
    } catch (problem) {
      setError(problem)
      return false
    }
  }, [])
  const contact = useLive('/api/wall/live', refresh)
  const over = (error as { code?: string } | null)?.code === 'linkOver'
  if (!wall || over) {
    return <p className="wall-state">{error ? problemText(error).title : t.opening}</p>
  }
  const { item } = wall
  return (
    <main className="wall">
      <header>
        <span>{wall.title}</span>
        <span>{t.present(wall.present, wall.invited)}</span>
      </header>
      {item ? (
        <>
          <p className="wall-number">{t.number(item.number)}</p>
          <h1>{item.title ?? t.inside}</h1>
          {item.speaker && <p className="wall-speaker">{item.speaker}</p>}
          {item.startedAt && (
            <p className="wall-clock">
              <Clock
                startedAt={item.startedAt}
                minutes={item.minutes}
                clockOff={clockOff.current}
                plain
              />
            </p>
          )}
        </>
      ) : (
        <h1>{wall.stage === 'running' ? t.between : t.stage[wall.stage]}</h1>
      )}
      {contact.state === 'lost' && (
        <p role="alert" className="wall-lost">
          {t.lost(contactTime(contact, t.neverHeard))}
        </p>
      )}
    </main>
  )
}
