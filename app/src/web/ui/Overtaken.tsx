// Somebody else was first: what stands there now beside what one sends, field by field.
import { FieldDifferences } from '../../record/History.tsx'
import { type ApiProblem, currentOf, versionShown } from '../api.ts'
import { useTexts } from '../language.tsx'
import { en, vi } from '../texts.ts'
import { differencesOf } from './differences.ts'
import { Notice } from './States.tsx'

export function Overtaken({ problem }: { problem: ApiProblem }) {
  const t = useTexts(vi, en).overtaken
  const current = currentOf<Record<string, unknown>>(problem)
  const fields = current ? differencesOf(current, problem.body.yours) : []
  return (
    <Notice tone="warn" alert>
      <strong>{problem.title}.</strong>{' '}
      {fields.length > 0 && versionShown(problem) !== null ? t.compare : t.look}
      <FieldDifferences fields={fields} />
    </Notice>
  )
}
