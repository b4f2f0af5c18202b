// The fields of a post: title, body, term of that body, first day.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { Combobox } from '../../web/ui/Combobox.tsx'
import { DateField, SelectField, TextField } from '../../web/ui/Field.tsx'
import { bodyOptions, useBodies } from '../organisations/useBodies.tsx'
import type { NewPost, personRoutes } from './contract.ts'
import { en, vi } from './texts.ts'

interface Values {
  title: string
  organisationId: string | null
  termId: string
  from: string | null
}

export interface PostForm extends Values {
  set: (values: Partial<Values>) => void
  setWrong: (wrong: boolean) => void
  /** The date field holds what is no date. */
  wrong: boolean
  /** Title and body are there. */
  complete: boolean
  /** One of them is there: nothing is sent, so that what was typed is not dropped. */
  half: boolean
}

export function usePostForm(): PostForm {
  const [values, setValues] = useState<Values>({
    title: '',
    organisationId: null,
    termId: '',
    from: null,
  })
  const [wrong, setWrong] = useState(false)
  return {
    ...values,
    set: (more) => setValues({ ...values, ...more }),
    setWrong,
    wrong,
    half: (values.title.trim() !== '') !== (values.organisationId !== null),
    complete: values.title.trim() !== '' && values.organisationId !== null,
  }
}

export const postOf = (form: PostForm): NewPost => ({
  organisationId: form.organisationId ?? '',
  title: form.title,
  termId: form.termId || null,
  from: form.from,
})

export const useTerms = () =>
  useQuery({
    queryKey: ['terms'],
    queryFn: ({ signal }) => request<typeof personRoutes.terms>('get', '/api/terms', { signal }),
  })

export function PostFields({ form }: { form: PostForm }) {
  const t = useTexts(vi, en).post
  const { data } = useBodies(null)
  const terms = useTerms().data?.terms.filter((one) => one.organisation.id === form.organisationId)
  return (
    <>
      <TextField
        label={t.title}
        value={form.title}
        onChange={(title) => form.set({ title })}
        maxLength={200}
      />
      <Combobox
        label={t.body}
        options={bodyOptions(data?.bodies ?? [])}
        value={form.organisationId}
        onChange={(organisationId) => form.set({ organisationId, termId: '' })}
      />
      {terms && terms.length > 0 && (
        <SelectField
          label={t.term}
          value={form.termId}
          onChange={(termId) => form.set({ termId })}
          options={[
            { value: '', label: t.noTerm },
            ...terms.map((one) => ({ value: one.id, label: one.label })),
          ]}
        />
      )}
      <DateField
        label={t.from}
        hint={t.fromHint}
        value={form.from}
        onChange={(from) => form.set({ from })}
        onInvalid={form.setWrong}
      />
    </>
  )
}
