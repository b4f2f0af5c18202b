// Where a matter stands on its route through the bodies: from the conferences that had or have it.
import type { AskedFor, Outcome } from '../conferences/plan.ts'

export interface RouteStep {
  organisationId: string
  asked: AskedFor
}

/** An item of the matter at one conference. */
export interface Place {
  itemId: string
  conferenceId: string
  /** The bodies that hold the conference. */
  bodies: readonly string[]
  status: 'on' | 'postponed' | 'withdrawn'
  /** What was decided there, once the conference is closed. */
  outcome: Outcome | null
}

export const stepStates = ['ahead', 'placed', 'done', 'returned', 'postponed', 'withdrawn'] as const

export type StepState = (typeof stepStates)[number]

export interface StepStanding extends RouteStep {
  state: StepState
  /** The place that tells the state; null for a step that is ahead. */
  place: Place | null
}

export interface Standing {
  steps: StepStanding[]
  /** The index of the step to be taken now; null without a route or where all steps are done. */
  now: number | null
}

/** Outcomes after which the body has still to deal with the matter. */
const notDone: Partial<Record<Outcome, StepState>> = {
  returned: 'returned',
  postponed: 'postponed',
}

/** What one place says. An item without a decision is placed, before its conference and after it. */
export function stateOf({ status, outcome }: Place): StepState {
  if (status !== 'on') return status
  return outcome === null ? 'placed' : (notDone[outcome] ?? 'done')
}

/**
 * Puts the places, oldest first, on the route: each tells of the first step of its body that is not done. A
 * body that is asked twice has two steps; a place of a body that is not on the route tells nothing.
 */
export function standingOf(route: readonly RouteStep[], places: readonly Place[]): Standing {
  const steps: StepStanding[] = route.map((step) => ({ ...step, state: 'ahead', place: null }))
  for (const place of places) {
    const step = steps.find(
      (one) => one.state !== 'done' && place.bodies.includes(one.organisationId),
    )
    if (!step) continue
    step.state = stateOf(place)
    step.place = place
  }
  const now = steps.findIndex(({ state }) => state !== 'done')
  return { steps, now: now === -1 ? null : now }
}

/** The step after the one that this item stands for; null where there is none. */
export function stepAfter({ steps }: Standing, itemId: string): StepStanding | null {
  const at = steps.findIndex(({ place }) => place?.itemId === itemId)
  return at === -1 ? null : (steps[at + 1] ?? null)
}
