// A new conference that a body holds.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { todayInVietnam } from '../../calendar.ts'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Combobox } from '../../web/ui/Combobox.tsx'
import { CheckField, SelectField } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import type { templateRoutes } from '../agenda/template-contract.ts'
import { en as agendaEn, vi as agendaVi } from '../agenda/texts.ts'
import { en as chainEn, vi as chainVi } from '../chain/texts.ts'
import { bodyOptions, useBodies } from '../organisations/useBodies.tsx'
import type { programmeRoutes } from '../programme/contract.ts'
import { en as programmeEn, vi as programmeVi } from '../programme/texts.ts'
import { PlanFields, usePlanForm } from './PlanFields.tsx'
import { conferenceTypes } from './plan.ts'
import type { planRoutes } from './plan-contract.ts'
import { en, vi } from './plan-texts.ts'

/** The button that opens the dialog, for the head of the list. */
export function AddConference() {
  const t = useTexts(vi, en)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        {t.form.add}
      </Button>
      {open && <AddDialog onClose={() => setOpen(false)} />}
    </>
  )
}

function AddDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(vi, en)
  const agenda = useTexts(agendaVi, agendaEn)
  const programme = useTexts(programmeVi, programmeEn)
  const chain = useTexts(chainVi, chainEn)
  const client = useQueryClient()
  const toast = useToast()
  const [, navigate] = useLocation()
  const bodies = bodyOptions(useBodies(null).data?.bodies ?? [])
  const [body, setBody] = useState<string | null>(null)
  const [type, setType] = useState<(typeof conferenceTypes)[number]>('standingCommittee')
  const form = usePlanForm()
  const [templateId, setTemplate] = useState('')
  const [entryIds, setEntries] = useState<readonly string[]>([])
  const [review, setReview] = useState(true)
  const templates = useTemplates().filter(
    ({ organisation }) => !body || !organisation || organisation.id === body,
  )
  const entries = useOpenEntries(body)
  const begins = {
    review,
    ...(templateId ? { templateId } : {}),
    ...(entryIds.length > 0 ? { entryIds } : {}),
  }
  const add = useMutation({
    mutationFn: () =>
      request<typeof planRoutes.create>('post', '/api/conferences', {
        body: { organisationId: body, type, ...form.facts, ...begins },
      }),
    async onSuccess({ plan }) {
      await client.invalidateQueries({ queryKey: ['conferences'] })
      await client.invalidateQueries({ queryKey: ['programme'] })
      toast.show({ text: t.form.added(plan.title), tone: 'good' })
      onClose()
      navigate(`/conferences/${plan.id}`)
    },
  })
  return (
    <FormDialog
      title={t.form.addTitle}
      change={add}
      ready={body !== null && form.facts !== null}
      onClose={onClose}
    >
      <Combobox
        label={t.form.body}
        options={bodies}
        value={body}
        onChange={(id) => {
          setBody(id)
          setEntries([])
          setTemplate('')
        }}
        required
        autoFocus
      />
      <SelectField
        label={t.kind}
        value={type}
        onChange={setType}
        options={conferenceTypes.map((value) => ({ value, label: t.types[value] }))}
      />
      {templates.length > 0 && (
        <SelectField
          label={agenda.template.use}
          value={templateId}
          onChange={setTemplate}
          options={[
            { value: '', label: agenda.template.none },
            ...templates.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      {entries.length > 0 && (
        <fieldset className="plan-entries">
          <legend>{programme.fromProgramme}</legend>
          {entries.map(({ id, title }) => (
            <CheckField
              key={id}
              label={title}
              value={entryIds.includes(id)}
              onChange={(on) =>
                setEntries(on ? [...entryIds, id] : entryIds.filter((one) => one !== id))
              }
            />
          ))}
        </fieldset>
      )}
      <CheckField label={chain.begins} value={review} onChange={setReview} />
      <PlanFields form={form} bodies={bodies} />
    </FormDialog>
  )
}

function useTemplates() {
  const { data } = useQuery({
    queryKey: ['conferences', 'templates'],
    queryFn: ({ signal }) =>
      request<typeof templateRoutes.list>('get', '/api/conference-templates', { signal }),
  })
  return data?.templates ?? []
}

/** Lines of this year's programme of a body that no conference has yet. */
function useOpenEntries(body: string | null) {
  const year = todayInVietnam().slice(0, 4)
  const { data } = useQuery({
    queryKey: ['programme', year],
    queryFn: ({ signal }) =>
      request<typeof programmeRoutes.list>('get', '/api/programme', { query: { year }, signal }),
  })
  return (data?.entries ?? []).filter(
    ({ organisation, state }) =>
      organisation.id === body && (state === 'planned' || state === 'late'),
  )
}
