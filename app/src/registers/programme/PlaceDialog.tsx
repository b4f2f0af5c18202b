// Lines of the work programme onto the agenda of a conference that is being prepared.
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { SelectField } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { useUpcoming } from '../conferences/useUpcoming.tsx'
import type { programmeRoutes } from './contract.ts'
import { useProgrammeChange } from './EntryDialogs.tsx'
import { en, vi } from './texts.ts'

interface PlaceDialogProps {
  ids: readonly string[]
  onClose: () => void
  onPlaced: () => void
}

export function PlaceDialog({ ids, onClose, onPlaced }: PlaceDialogProps) {
  const t = useTexts(vi, en)
  const upcoming = useUpcoming()
  const [chosen, choose] = useState('')
  const to = chosen || upcoming[0]?.id
  const place = useProgrammeChange(
    () =>
      request<typeof programmeRoutes.place>('post', '/api/conferences/{id}/programme', {
        params: { id: to ?? '' },
        body: { entryIds: ids },
      }),
    t.placed,
    () => {
      onPlaced()
      onClose()
    },
  )
  return (
    <FormDialog
      title={t.placeTitle}
      change={place}
      ready={to !== undefined}
      onClose={onClose}
      submit={t.place(ids.length)}
    >
      {upcoming.length === 0 ? (
        <p>{t.noConference}</p>
      ) : (
        <SelectField
          label={t.placeTo}
          value={to ?? ''}
          onChange={choose}
          options={upcoming.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
    </FormDialog>
  )
}
