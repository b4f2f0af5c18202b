// A new person; one person's facts, all posts, one more, the end of one.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { en as sharedEn, vi as sharedVi } from '../../web/texts.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { DateField, TextArea, TextField } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { ErrorPanel, FormError } from '../../web/ui/States.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import type { PersonView, Post, personRoutes } from './contract.ts'
import { PostFields, type PostForm, postOf, usePostForm } from './PostFields.tsx'
import { PostLine } from './PostLine.tsx'
import { en, vi } from './texts.ts'

/** What to do when somebody was changed: tell it, and show the lists anew. */
function useSaved(onDone: () => void) {
  const t = useTexts(vi, en)
  const client = useQueryClient()
  const toast = useToast()
  return async (text = t.saved) => {
    await client.invalidateQueries({ queryKey: ['persons'] })
    toast.show({ text, tone: 'good' })
    onDone()
  }
}

interface Facts {
  name: string
  phone: string
  email: string
  note: string
}

const bodyOf = ({ name, phone, email, note }: Facts) => ({
  name,
  phone: phone.trim() || null,
  email: email.trim() || null,
  note: note.trim() || null,
})

interface FactsFieldsProps {
  facts: Facts
  onChange: (facts: Facts) => void
  autoFocus?: boolean
}

function FactsFields({ facts, onChange, autoFocus = false }: FactsFieldsProps) {
  const t = useTexts(vi, en)
  const field = (name: keyof Facts) => ({
    label: t[name],
    value: facts[name],
    onChange: (value: string) => onChange({ ...facts, [name]: value }),
  })
  return (
    <>
      <TextField {...field('name')} required maxLength={200} autoFocus={autoFocus} />
      <TextField {...field('phone')} type="tel" maxLength={40} />
      <TextField {...field('email')} type="email" maxLength={254} />
      <TextArea {...field('note')} rows={2} maxLength={1000} />
    </>
  )
}

export function AddPersonDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(vi, en)
  const saved = useSaved(onClose)
  const [facts, setFacts] = useState<Facts>({ name: '', phone: '', email: '', note: '' })
  const post = usePostForm()
  const add = useMutation({
    mutationFn: () =>
      request<typeof personRoutes.add>('post', '/api/persons', {
        body: { ...bodyOf(facts), ...(post.complete ? { post: postOf(post) } : {}) },
      }),
    onSuccess: ({ person }) => saved(t.added(person.name)),
  })
  return (
    <FormDialog
      title={t.addTitle}
      change={add}
      ready={facts.name.trim() !== '' && !post.wrong && !post.half}
      off={post.half}
      onClose={onClose}
    >
      <FactsFields facts={facts} onChange={setFacts} autoFocus />
      <h3>{t.post.optional}</h3>
      <PostFields form={post} />
    </FormDialog>
  )
}

export function PersonDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTexts(vi, en)
  const { data, error, refetch } = useQuery({
    queryKey: ['persons', 'one', id],
    queryFn: ({ signal }) =>
      request<typeof personRoutes.get>('get', '/api/persons/{id}', { params: { id }, signal }),
  })
  const [ending, setEnding] = useState<Post | null>(null)
  if (!data && !error) return <Loading />
  return (
    <Dialog title={data ? t.editTitle(data.person.name) : t.people} onClose={onClose}>
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {data && (
        <div className="stack">
          <FactsForm key={`facts ${data.person.version}`} person={data.person} />
          <h3>{t.posts}</h3>
          <ul className="plain-list">
            {data.person.posts.map((post) => (
              <li key={post.id}>
                <PostLine post={post} />{' '}
                {post.to === null && (
                  <Button
                    small
                    onClick={() => setEnding(post)}
                    aria-label={t.post.endOf(post.title)}
                  >
                    {t.post.end}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {ending ? (
            <EndForm post={ending} onDone={() => setEnding(null)} />
          ) : (
            <AddPostForm key={`post ${data.person.posts.length}`} person={data.person} />
          )}
        </div>
      )}
    </Dialog>
  )
}

function FactsForm({ person }: { person: PersonView }) {
  const shared = useTexts(sharedVi, sharedEn)
  const saved = useSaved(() => undefined)
  const [facts, setFacts] = useState<Facts>({
    name: person.name,
    phone: person.phone ?? '',
    email: person.email ?? '',
    note: person.note ?? '',
  })
  const change = useMutation({
    mutationFn: () =>
      request<typeof personRoutes.change>('patch', '/api/persons/{id}', {
        params: { id: person.id },
        version: person.version,
        body: bodyOf(facts),
      }),
    onSuccess: () => saved(),
  })
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (facts.name.trim()) change.mutate()
      }}
    >
      <FactsFields facts={facts} onChange={setFacts} />
      <FormError error={change.error} />
      <div className="dialog-actions">
        <Button type="submit" disabled={change.isPending}>
          {shared.save}
        </Button>
      </div>
    </form>
  )
}

function AddPostForm({ person }: { person: PersonView }) {
  const t = useTexts(vi, en)
  const saved = useSaved(() => undefined)
  const form: PostForm = usePostForm()
  const add = useMutation({
    mutationFn: () =>
      request<typeof personRoutes.addPost>('post', '/api/persons/{id}/posts', {
        params: { id: person.id },
        body: postOf(form),
      }),
    onSuccess: () => saved(),
  })
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (form.complete && !form.wrong) add.mutate()
      }}
    >
      <h3>{t.post.add}</h3>
      <PostFields form={form} />
      <FormError error={add.error} />
      <div className="dialog-actions">
        <Button type="submit" disabled={!form.complete || form.wrong || add.isPending}>
          {t.post.add}
        </Button>
      </div>
    </form>
  )
}

function EndForm({ post, onDone }: { post: Post; onDone: () => void }) {
  const t = useTexts(vi, en).post
  const shared = useTexts(sharedVi, sharedEn)
  const saved = useSaved(onDone)
  const [on, setOn] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)
  const end = useMutation({
    mutationFn: () =>
      request<typeof personRoutes.endPost>('post', '/api/posts/{id}/end', {
        params: { id: post.id },
        version: post.version,
        body: { on: on ?? '' },
      }),
    onSuccess: () => saved(),
  })
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (on && !wrong) end.mutate()
      }}
    >
      <h3>{t.endOf(post.title)}</h3>
      <p>{t.endDetail}</p>
      <DateField label={t.to} value={on} onChange={setOn} onInvalid={setWrong} autoFocus />
      <FormError error={end.error} />
      <div className="dialog-actions">
        <Button onClick={onDone}>{shared.cancel}</Button>
        <Button look="danger" type="submit" disabled={!on || wrong || end.isPending}>
          {t.end}
        </Button>
      </div>
    </form>
  )
}
