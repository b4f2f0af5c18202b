// The route of a matter through the bodies, where it stands, and on to the next one's conference.
import { useState } from 'react'
import { Link } from 'wouter'
import { request } from '../../web/api.ts'
import { formatInstant } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { en as sharedEn, vi as sharedVi } from '../../web/texts.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Combobox } from '../../web/ui/Combobox.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { SelectField } from '../../web/ui/Field.tsx'
import { FormError } from '../../web/ui/States.tsx'
import { Status } from '../../web/ui/Status.tsx'
import { type AskedFor, askedFor } from '../conferences/plan.ts'
import type { PlanView } from '../conferences/plan-contract.ts'
import { useUpcoming } from '../conferences/useUpcoming.tsx'
import { bodyOptions, useBodies } from '../organisations/useBodies.tsx'
import type { SessionItemView } from './contract.ts'
import type { MatterView, matterRoutes } from './matter-contract.ts'
import { en, vi } from './texts.ts'
import { useSending } from './useAgenda.tsx'

const tones = {
  ahead: 'none',
  placed: 'neutral',
  done: 'good',
  returned: 'warn',
  postponed: 'warn',
  withdrawn: 'bad',
} as const

interface RouteDialogProps {
  plan: PlanView
  item: SessionItemView
  matter: MatterView
  edits: boolean
  onClose: () => void
}

export function RouteDialog({ plan, item, matter, edits, onClose }: RouteDialogProps) {
  const t = useTexts(vi, en)
  const shared = useTexts(sharedVi, sharedEn)
  return (
    <Dialog title={t.route.title} onClose={onClose}>
      <div className="stack">
        <p className="muted">{item.title}</p>
        <p>{t.route.detail}</p>
        {matter.steps.length === 0 && <p className="muted">{t.route.none}</p>}
        <ol className="route-steps">
          {matter.steps.map((step) => (
            <li key={step.step}>
              {step.organisation.name} · {t.asked[step.asked]}{' '}
              <Status tone={tones[step.state]}>{t.route.states[step.state]}</Status>
              {step.place && (
                <span className="source-note">
                  <Link href={`/conferences/${step.place.conferenceId}`}>{step.place.title}</Link>{' '}
                  {step.place.startsAt && formatInstant(step.place.startsAt)}
                </span>
              )}
            </li>
          ))}
        </ol>
        {edits && <RouteForm item={item} matter={matter} />}
        {plan.may.plan && <Carry plan={plan} item={item} matter={matter} onClose={onClose} />}
        <div className="dialog-actions">
          <Button onClick={onClose}>{shared.close}</Button>
        </div>
      </div>
    </Dialog>
  )
}

/** Adds a step at the end, takes the last one away: sent at once. */
function RouteForm({ item, matter }: { item: SessionItemView; matter: MatterView }) {
  const t = useTexts(vi, en)
  const bodies = bodyOptions(useBodies(null).data?.bodies ?? [])
  const [body, setBody] = useState<string | null>(null)
  const [asked, setAsked] = useState<AskedFor>('agreeInPrinciple')
  const steps = matter.steps.map(({ organisation, asked: of }) => ({
    organisationId: organisation.id,
    asked: of,
  }))
  const send = useSending({
    send: (next: typeof steps) =>
      request<typeof matterRoutes.route>('put', '/api/session-items/{id}/route', {
        params: { id: item.id },
        version: matter.version,
        body: { steps: next },
      }),
    words: t.saved,
    // Where somebody else was first, their steps come, and what was chosen and why it was refused stay.
    onDone: () => setBody(null),
  })
  const last = matter.steps.at(-1)
  return (
    <>
      <FormError error={send.error} />
      <div className="field-pair">
        <Combobox label={t.route.add} options={bodies} value={body} onChange={setBody} />
        <SelectField
          label={t.form.asked}
          value={asked}
          onChange={setAsked}
          options={askedFor.map((value) => ({ value, label: t.asked[value] }))}
        />
      </div>
      <div className="agenda-actions">
        <Button
          small
          disabled={body === null || send.isPending}
          onClick={() => body && send.mutate([...steps, { organisationId: body, asked }])}
        >
          {t.route.add}
        </Button>
        {last && (
          <Button
            small
            look="plain"
            disabled={send.isPending}
            onClick={() => send.mutate(steps.slice(0, -1))}
          >
            {t.route.remove(last.organisation.name)}
          </Button>
        )}
      </div>
    </>
  )
}

/** One click where the next body has one conference ahead; else the conference is chosen. */
function Carry({ plan, item, matter, onClose }: Omit<RouteDialogProps, 'edits'>) {
  const t = useTexts(vi, en).route
  const [chosen, choose] = useState('')
  const own = matter.steps.findIndex(({ place }) => place?.itemId === item.id)
  const next = own === -1 ? undefined : matter.steps[own + 1]
  const taken = new Set(matter.places.map(({ conferenceId }) => conferenceId))
  const open = useUpcoming().filter(({ id }) => id !== plan.id && !taken.has(id))
  const ofNext = open.filter(({ body }) => body !== null && body === next?.organisation.name)
  const choices = ofNext.length > 0 ? ofNext : open
  const to = choices.length === 1 ? choices[0]?.id : chosen
  const send = useSending({
    send: (conferenceId: string) =>
      request<typeof matterRoutes.carry>('post', '/api/session-items/{id}/carry', {
        params: { id: item.id },
        body: { conferenceId },
      }),
    words: t.carried,
    onDone: onClose,
  })
  if (choices.length === 0) return <p className="muted">{t.noConference}</p>
  return (
    <>
      <FormError error={send.error} />
      {choices.length > 1 && (
        <SelectField
          label={t.carry}
          value={chosen}
          onChange={choose}
          options={[
            { value: '', label: '…' },
            ...choices.map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
      )}
      <Button
        className="agenda-carry"
        disabled={!to || send.isPending}
        onClick={() => to && send.mutate(to)}
      >
        {choices.length === 1 && choices[0] ? t.carryTo(choices[0].title) : t.carry}
      </Button>
    </>
  )
}
