// Writing a decision: saved by itself a moment after the last key, kept in the tab until the server has it,
// and held against somebody else's text where two write at once.
import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiProblem, currentOf, request } from '../../web/api.ts'
import { useSession } from '../../web/session.tsx'
import type { DecisionGiven, ItemDecisionView, sittingRoutes } from './contract.ts'
import { draftOn, isAway, type Kept, tryOf } from './drafts.ts'
import { newId } from './newId.ts'

export type SaveState =
  | { is: 'nothing' }
  | { is: 'saved'; at: string }
  | { is: 'unsaved' }
  | { is: 'saving' }
  /** The server does not answer; the text is kept in the tab and sent again. */
  | { is: 'held' }
  | { is: 'conflict'; theirs: ItemDecisionView }
  | { is: 'refused'; error: Error }

export interface DecisionWriting {
  given: DecisionGiven
  state: SaveState
  write: (given: DecisionGiven) => void
  /** Takes the server's text in place of one's own. */
  takeTheirs: () => void
  /** Saves one's own over the server's, which has been seen. */
  keepMine: (given: DecisionGiven) => void
}

/** Milliseconds after the last key, and between two tries while the server is away. */
const pause = 700
const again = 3_000

const empty: DecisionGiven = { outcome: null, conditions: null, body: '', noTask: false, tasks: [] }

const givenOf = (decision: ItemDecisionView | null): DecisionGiven =>
  decision === null
    ? empty
    : {
        outcome: decision.outcome,
        conditions: decision.conditions,
        body: decision.body,
        noTask: decision.noTask,
        tasks: decision.tasks,
      }

const same = (a: DecisionGiven, b: DecisionGiven): boolean =>
  JSON.stringify(givenOf(a as ItemDecisionView)) === JSON.stringify(givenOf(b as ItemDecisionView))

/** Who writes an item's decision in this tab: an editor that was left and waits for an answer is none any more. */
const writers = new Map<string, object>()

/** Writes the decision of one item; mount it anew (`key`) for another item. */
export function useDecision(itemId: string, decision: ItemDecisionView | null): DecisionWriting {
  const account = useSession().session.account?.id ?? ''
  const [draft] = useState(() => draftOn<DecisionGiven>(sessionStorage, account, itemId))
  const [start] = useState(() => ({ kept: draft.read(), given: givenOf(decision) }))
  const [given, setGiven] = useState(start.kept?.given ?? start.given)
  const [state, setState] = useState<SaveState>(
    start.kept
      ? { is: 'unsaved' }
      : decision
        ? { is: 'saved', at: decision.writtenAt }
        : { is: 'nothing' },
  )
  const pending = useRef<Kept<DecisionGiven> | null>(start.kept)
  const base = useRef(start.kept?.version ?? decision?.version ?? 0)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const sending = useRef(false)
  const conflict = useRef(false)
  const me = useRef({})

  const adopt = useCallback(
    (saved: ItemDecisionView) => {
      base.current = saved.version
      pending.current = null
      conflict.current = false
      draft.drop()
      setGiven(givenOf(saved))
      setState({ is: 'saved', at: saved.writtenAt })
    },
    [draft],
  )

  const send = useCallback(async () => {
    const kept = pending.current
    if (!kept || sending.current || conflict.current || writers.get(itemId) !== me.current) return
    sending.current = true
    setState({ is: 'saving' })
    let wait: number | null = null
    const { save, before: unanswered, after } = tryOf(kept, newId)
    kept.save = save
    // Before it is sent: a page that is loaded anew meanwhile still knows its own text.
    const note = (saves: string[]) => {
      if (!pending.current) return
      pending.current.unanswered = saves
      draft.keep(pending.current)
    }
    note(after)
    try {
      const { decision: saved } = await request<typeof sittingRoutes.decide>(
        'put',
        '/api/session-items/{id}/decision',
        {
          params: { id: itemId },
          version: kept.version,
          body: { ...kept.given, save, unanswered },
        },
      )
      if (writers.get(itemId) !== me.current) return
      base.current = saved.version
      if (pending.current === kept) {
        pending.current = null
        draft.drop()
        setState({ is: 'saved', at: saved.writtenAt })
      } else if (pending.current) {
        pending.current = { version: saved.version, given: pending.current.given }
        draft.keep(pending.current)
        wait = pause
      }
    } catch (error) {
      if (writers.get(itemId) !== me.current) return
      const problem = error instanceof ApiProblem ? error : null
      const theirs = currentOf<ItemDecisionView>(error)
      if (theirs) {
        conflict.current = true
        setState({ is: 'conflict', theirs })
      } else if (!problem || isAway(problem.status)) {
        setState({ is: 'held' })
        wait = again
      } else {
        note(unanswered)
        setState({ is: 'refused', error: problem })
      }
    }
    sending.current = false
    if (wait !== null) timer.current = setTimeout(() => void send(), wait)
  }, [draft, itemId])

  const write = useCallback(
    (next: DecisionGiven) => {
      setGiven(next)
      const unanswered = pending.current?.unanswered
      pending.current = { version: base.current, given: next, ...(unanswered && { unanswered }) }
      draft.keep(pending.current)
      setState((former) => (conflict.current ? former : { is: 'unsaved' }))
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void send(), pause)
    },
    [draft, send],
  )

  // Somebody else saved: nothing of one's own is waiting, so theirs is shown.
  useEffect(() => {
    if (!decision || decision.version <= base.current || sending.current) return
    if (pending.current === null || same(pending.current.given, givenOf(decision))) adopt(decision)
  }, [decision, adopt])

  // What was typed before a reload is sent now; what is typed last is sent when the item is left.
  useEffect(() => {
    writers.set(itemId, me.current)
    if (pending.current) void send()
    return () => {
      clearTimeout(timer.current)
      if (pending.current) void send()
    }
  }, [send, itemId])

  return {
    given,
    state,
    write,
    takeTheirs: () => {
      if (state.is === 'conflict') adopt(state.theirs)
    },
    keepMine: (mine) => {
      if (state.is !== 'conflict') return
      base.current = state.theirs.version
      pending.current = null
      conflict.current = false
      setState({ is: 'unsaved' })
      write(mine)
    },
  }
}
