// An event that deadlines follow: new, renamed, its day set or moved, removed while nothing hangs on it.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { CheckField, DateField, SelectField, TextField } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import { useUpcoming } from '../conferences/useUpcoming.tsx'
import { en, vi } from './deadline-texts.ts'
import type { EventView, eventRoutes } from './event-contract.ts'

export function EventDialog({ event, onClose }: { event: EventView | null; onClose: () => void }) {
  const { events: t } = useTexts(vi, en)
  const toast = useToast()
  const client = useQueryClient()
  const conferences = useUpcoming()
  const [name, setName] = useState(event?.name ?? '')
  const [day, setDay] = useState(event?.conferenceId ? null : (event?.day ?? null))
  const [conferenceId, setConference] = useState(event?.conferenceId ?? '')
  const [withdrawn, setWithdrawn] = useState(false)
  const [invalid, setInvalid] = useState(false)
  const own = conferenceId === ''
  const save = useMutation({
    mutationFn: async (): Promise<unknown> =>
      event === null
        ? request<typeof eventRoutes.add>('post', '/api/deadline-events', {
            body: { name, ...(own ? { day } : { conferenceId }) },
          })
        : request<typeof eventRoutes.change>('patch', '/api/deadline-events/{id}', {
            params: { id: event.id },
            version: event.version,
            body: withdrawn ? { withdrawn } : { name, ...(own ? { day } : {}) },
          }),
    async onSuccess() {
      toast.show({ text: withdrawn ? t.gone : t.saved, tone: 'good' })
      onClose()
    },
    async onSettled() {
      await client.invalidateQueries({ queryKey: ['deadline-events'] })
      await client.invalidateQueries({ queryKey: ['assignments'] })
    },
  })
  return (
    <FormDialog
      title={event === null ? t.addTitle : t.changeTitle}
      change={save}
      ready={name.trim() !== '' && !invalid}
      onClose={onClose}
    >
      <TextField
        label={t.name}
        hint={t.nameHint}
        value={name}
        onChange={setName}
        maxLength={300}
        required
      />
      {event === null && conferences.length > 0 && (
        <SelectField
          label={t.conference}
          hint={t.conferenceHint}
          value={conferenceId}
          onChange={setConference}
          options={[
            { value: '', label: t.named },
            ...conferences.map((one) => ({ value: one.id, label: one.title })),
          ]}
        />
      )}
      {own && (
        <DateField
          label={t.day}
          hint={t.dayHint}
          value={day}
          onChange={setDay}
          onInvalid={setInvalid}
        />
      )}
      {event?.tasks === 0 && (
        <CheckField label={t.withdraw} value={withdrawn} onChange={setWithdrawn} />
      )}
    </FormDialog>
  )
}
