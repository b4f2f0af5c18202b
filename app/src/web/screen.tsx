// A screen whose scripts come when it is opened, or before. Not by `lazy`: React holds back what follows a
// fallback for 300 ms, also where the scripts were there after 50.
import { type ComponentType, type ReactNode, useEffect, useState } from 'react'
import { offline } from './api.ts'
import { Loading } from './ui/Loading.tsx'

/** A screen, and the fetching of its scripts, which may begin before it is opened. */
export type Screen = ComponentType & { load: () => Promise<unknown> }

/** The screen that a module exports under that name: `screen(() => import('…'), 'BodyList')`; `meanwhile` stands there until it comes. */
export function screen<M extends Record<string, unknown>, K extends keyof M>(
  load: () => Promise<M>,
  name: K,
  meanwhile: ReactNode = <Loading />,
): Screen {
  let known: ComponentType | null = null
  const fetched = async (): Promise<void> => {
    known = (await load())[name] as ComponentType
  }
  function Opened() {
    const [state, setState] = useState(known ? 'here' : 'coming')
    useEffect(() => {
      fetched().then(
        () => setState('here'),
        () => setState('missing'),
      )
    }, [])
    // Its script cannot be fetched: say that the server is away, not that something is broken.
    if (state === 'missing') throw offline()
    const Known = known
    return Known && state === 'here' ? <Known /> : meanwhile
  }
  return Object.assign(Opened, { load: fetched })
}
