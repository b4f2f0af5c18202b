// What a form says and does where somebody else was first.
import { lazy, type ReactNode, Suspense } from 'react'
import { overtakenBy, versionShown, writeOver } from '../api.ts'
import { useTexts } from '../language.tsx'
import { en, vi } from '../texts.ts'
import { FormError } from './States.tsx'

/** Only where two were at it at once: with the words of all fields. */
const Overtaken = lazy(async () => ({ default: (await import('./Overtaken.tsx')).Overtaken }))

interface Overtaking {
  /** The error of the form; where somebody else was first what they saved, beside what one sends. */
  told: ReactNode
  /** What stands on the button that sends it: that it overwrites, where it would. */
  word: string
  overtaken: boolean
  /** To be called before it is sent again: what was shown is written over, and nothing newer. */
  choose: () => void
}

/** Nobody overwrites by pressing a button twice: `word` says so, and `choose` makes it so. */
export function useOvertaking(error: Error | null, word: string): Overtaking {
  const t = useTexts(vi, en).overtaken
  const problem = overtakenBy(error)
  if (!problem) {
    return { told: <FormError error={error} />, word, overtaken: false, choose: () => {} }
  }
  const told = (
    <Suspense fallback={<FormError error={problem} />}>
      <Overtaken problem={problem} />
    </Suspense>
  )
  // Where it showed no version of the thing itself there is nothing to write over: the form is opened anew.
  const over = versionShown(problem) !== null
  return {
    ...{ told, word: over ? t.goOn(word) : word, overtaken: over },
    choose: () => writeOver(problem),
  }
}
