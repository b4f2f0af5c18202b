// What is said of a conference that is held here, as a person fills it in: for a new one and for a change.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Level, levels } from '../../http/access.ts'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Combobox, type Option } from '../../web/ui/Combobox.tsx'
import { SelectField, TextField } from '../../web/ui/Field.tsx'
import { MomentField } from '../../web/ui/MomentField.tsx'
import { Chip } from '../../web/ui/Status.tsx'
import type { personRoutes } from '../persons/contract.ts'
import { inOrder, isQuorum } from './plan.ts'
import type { PlanView } from './plan-contract.ts'
import { en, vi } from './plan-texts.ts'

interface Filled {
  title: string
  number: string
  termId: string
  startsAt: string | null | undefined
  endsAt: string | null | undefined
  dossiersDue: string | null | undefined
  place: string
  quorumPart: string
  quorumOf: string
  level: Level
  withBodies: readonly string[]
}

/** The state of the form; `facts` is what it says, null while it says nothing that could be sent. */
export function usePlanForm(plan?: PlanView) {
  const [filled, fill] = useState<Filled>({
    title: plan?.title ?? '',
    number: plan?.number?.toString() ?? '',
    termId: plan?.term?.id ?? '',
    startsAt: plan?.startsAt ?? null,
    endsAt: plan?.endsAt ?? null,
    dossiersDue: plan?.dossiersDue ?? null,
    place: plan?.place ?? '',
    quorumPart: plan?.quorum?.part.toString() ?? '',
    quorumOf: plan?.quorum?.of.toString() ?? '',
    level: plan?.level ?? 'participants',
    withBodies: plan?.bodies.slice(1).map(({ id }) => id) ?? [],
  })
  return { filled, fill, facts: factsOf(filled) }
}

export type PlanForm = ReturnType<typeof usePlanForm>

function factsOf(filled: Filled) {
  const { startsAt, endsAt, dossiersDue } = filled
  const number = wholeOf(filled.number)
  const part = wholeOf(filled.quorumPart)
  const of = wholeOf(filled.quorumOf)
  const unclear = [startsAt, endsAt, dossiersDue, number, part, of].includes(undefined)
  if (unclear || !inOrder(startsAt, endsAt) || !isQuorum(part, of)) return null
  return {
    ...(filled.title.trim() ? { title: filled.title.trim() } : {}),
    number,
    termId: filled.termId || null,
    startsAt,
    endsAt,
    dossiersDue,
    place: filled.place.trim() || null,
    quorum: part === null || of === null ? null : { part, of },
    level: filled.level,
    withBodies: [...filled.withBodies],
  }
}

/** A whole number from 1; null for nothing, undefined for anything else. */
function wholeOf(text: string | undefined): number | null | undefined {
  if (!text?.trim()) return null
  return /^[1-9]\d{0,3}$/.test(text.trim()) ? Number(text) : undefined
}

export function PlanFields({ form, bodies }: { form: PlanForm; bodies: readonly Option[] }) {
  const t = useTexts(vi, en)
  const { filled, fill } = form
  const terms = useQuery({
    queryKey: ['terms'],
    queryFn: ({ signal }) => request<typeof personRoutes.terms>('get', '/api/terms', { signal }),
  })
  const text = (name: 'title' | 'number' | 'place' | 'quorumPart' | 'quorumOf', label: string) => ({
    label,
    value: filled[name],
    onChange: (value: string) => fill((now) => ({ ...now, [name]: value })),
  })
  const quorum = isQuorum(wholeOf(filled.quorumPart), wholeOf(filled.quorumOf))
  const when = (
    name: 'startsAt' | 'endsAt' | 'dossiersDue',
    label: string,
    error: string | null = null,
  ) => (
    <MomentField
      label={label}
      error={error}
      value={filled[name] ?? null}
      onChange={(value) => fill((now) => ({ ...now, [name]: value }))}
    />
  )
  return (
    <>
      {when('startsAt', t.form.startsAt)}
      {when(
        'endsAt',
        t.form.endsAt,
        inOrder(filled.startsAt, filled.endsAt) ? null : t.form.endsWrong,
      )}
      <TextField {...text('place', t.place)} maxLength={500} />
      <div className="field-pair">
        <TextField
          {...text('number', t.number)}
          inputMode="numeric"
          maxLength={4}
          error={wholeOf(filled.number) === undefined ? t.form.numberWrong : null}
        />
        <SelectField
          label={t.form.term}
          value={filled.termId}
          onChange={(termId) => fill((now) => ({ ...now, termId }))}
          options={[
            { value: '', label: t.form.noTerm },
            ...(terms.data?.terms ?? []).map((one) => ({
              value: one.id,
              label: [one.number, one.label, one.organisation.name].filter(Boolean).join(' · '),
            })),
          ]}
        />
      </div>
      {when('dossiersDue', t.dossiersDue)}
      <div className="field-pair">
        <TextField {...text('quorumPart', `${t.quorum}: ${t.form.quorumPart}`)} maxLength={3} />
        <TextField
          {...text('quorumOf', t.form.quorumOf)}
          maxLength={3}
          error={quorum ? null : t.form.quorumWrong}
        />
      </div>
      <WithBodies form={form} bodies={bodies} />
      <SelectField
        label={t.level}
        hint={t.levelHints[filled.level]}
        value={filled.level}
        onChange={(level) => fill((now) => ({ ...now, level }))}
        options={levels.map((value) => ({ value, label: t.levels[value] }))}
      />
      <TextField {...text('title', t.form.title)} hint={t.form.titleHint} maxLength={500} />
    </>
  )
}

function WithBodies({ form, bodies }: { form: PlanForm; bodies: readonly Option[] }) {
  const t = useTexts(vi, en)
  const { filled, fill } = form
  const put = (withBodies: readonly string[]) => fill((now) => ({ ...now, withBodies }))
  return (
    <>
      <Combobox
        label={t.form.withBodies}
        options={bodies.filter(({ value }) => !filled.withBodies.includes(value))}
        value={null}
        onChange={(id) => id && put([...filled.withBodies, id])}
      />
      {filled.withBodies.length > 0 && (
        <ul className="row plan-line plain">
          {filled.withBodies.map((id) => {
            const name = bodies.find(({ value }) => value === id)?.label ?? ''
            return (
              <li key={id}>
                <Chip>{name}</Chip>
                <Button
                  small
                  look="plain"
                  aria-label={t.form.removeBody(name)}
                  onClick={() => put(filled.withBodies.filter((one) => one !== id))}
                >
                  ✕
                </Button>
              </li>
            )
          })}
        </ul>
      )}
    </>
  )
}
