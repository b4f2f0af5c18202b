// Opinions and tallies on their way: each waits in the tab until the server has taken it, and is sent with
// the same key however often, so that it is entered once.
import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiProblem, newKey, request } from '../../web/api.ts'
import { useSession } from '../../web/session.tsx'
import type { NewOpinion, NewVote, sittingRoutes } from './contract.ts'
import { isAway, outboxOn, type Waiting } from './drafts.ts'

export interface Outbox {
  waiting: Waiting[]
  /** What the server refused, with its words; it stays among the waiting until it is dropped. */
  refused: { one: Waiting; error: Error } | null
  sendOpinion: (itemId: string, opinion: NewOpinion) => void
  sendVote: (itemId: string, vote: NewVote) => void
  drop: (key: string) => void
}

const again = 3_000

/** The outbox of one conference; `sent` is called after each thing that arrived. */
export function useOutbox(conferenceId: string, sent: () => void): Outbox {
  const account = useSession().session.account?.id ?? ''
  const [box] = useState(() => outboxOn(sessionStorage, account, conferenceId))
  const [waiting, setWaiting] = useState(() => box.read())
  const [refused, setRefused] = useState<Outbox['refused']>(null)
  const busy = useRef(false)
  const after = useRef(sent)
  after.current = sent

  const work = useCallback(async () => {
    if (busy.current) return
    busy.current = true
    for (let one = box.read()[0]; one; one = box.read()[0]) {
      const error = await send(one)
      if (error) {
        if (error instanceof ApiProblem && !isAway(error.status)) setRefused({ one, error })
        else setTimeout(() => void work(), again)
        break
      }
      box.drop(one.key)
      setWaiting(box.read())
      after.current()
    }
    busy.current = false
  }, [box])

  useEffect(() => {
    void work()
  }, [work])

  const add = (kind: Waiting['kind'], itemId: string, body: object) => {
    box.add({ key: newKey(), kind, itemId, body })
    setWaiting(box.read())
    void work()
  }
  return {
    waiting,
    refused,
    sendOpinion: (itemId, opinion) => add('opinions', itemId, opinion),
    sendVote: (itemId, vote) => add('votes', itemId, vote),
    drop(key) {
      box.drop(key)
      setWaiting(box.read())
      setRefused(null)
      void work()
    },
  }
}

/** Sends one thing; the error, or null where it arrived. */
async function send({ key, kind, itemId, body }: Waiting): Promise<unknown> {
  const options = { params: { id: itemId }, key, body }
  try {
    if (kind === 'opinions') {
      const path = '/api/session-items/{id}/opinions'
      await request<typeof sittingRoutes.addOpinion>('post', path, options)
    } else {
      const path = '/api/session-items/{id}/votes'
      await request<typeof sittingRoutes.addVote>('post', path, options)
    }
    return null
  } catch (error) {
    return error
  }
}
