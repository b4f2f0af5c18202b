// What the screens of the instruments ask and send.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { type Option, rank } from '../../web/ui/Combobox.tsx'
import { usePaused } from '../../web/usePaused.ts'
import { useSaved } from '../../web/useSaved.ts'
import type { assignmentRoutes } from '../assignments/contract.ts'
import type { documentRoutes } from '../documents/contract.ts'
import type { InstrumentLine, instrumentRoutes } from './contract.ts'
import { en, vi } from './texts.ts'

/** A change of the register: shows it anew, says so, closes the dialog. */
export function useInstrumentChange<T>(
  send: () => Promise<T>,
  onDone: (answer: T) => void,
  words?: string,
) {
  const t = useTexts(vi, en)
  return useSaved({
    send,
    onDone,
    words: words ?? t.page.saved,
    keys: ['instruments', 'citations'],
  })
}

/** The whole register, for choosing from it. */
export function useInstruments() {
  return useQuery({
    queryKey: ['instruments', {}],
    queryFn: ({ signal }) =>
      request<typeof instrumentRoutes.instruments>('get', '/api/instruments', { signal }),
  })
}

/** `Nghị quyết số 01-NQ/TU`, in the language of the screen. */
export function useInstrumentName() {
  const t = useTexts(vi, en)
  return (one: Pick<InstrumentLine, 'kind' | 'symbol'>): string =>
    [t.kinds[one.kind], one.symbol ? t.number(one.symbol) : ''].filter(Boolean).join(' ')
}

/** Instruments as a person chooses one by typing. */
export function useInstrumentOptions(without?: string): Option[] {
  const name = useInstrumentName()
  const { data } = useInstruments()
  return (data?.instruments ?? [])
    .filter(({ id }) => id !== without)
    .map((one) => ({ value: one.id, label: `${name(one)}: ${one.title}` }))
}

/** Documents as a person chooses one by typing. */
export function useDocumentOptions(): Option[] {
  const { data } = useQuery({
    queryKey: ['documents'],
    queryFn: ({ signal }) =>
      request<typeof documentRoutes.list>('get', '/api/documents', { signal }),
  })
  return (data?.documents ?? []).map(({ id, title }) => ({ value: id, label: title }))
}

/**
 * Tasks as a person chooses one by typing: found on the server among all of them, the most urgent first. `known` are
 * those chosen before, which keep their names whatever is typed.
 */
export function useTaskSearch(known: readonly Option[] = []) {
  const [typed, onTyped] = useState('')
  const [named, setNamed] = useState<readonly Option[]>(known)
  const q = usePaused(typed.trim())
  const { data, isPlaceholderData } = useQuery({
    queryKey: ['assignments', { q, limit: taskChoice }],
    queryFn: ({ signal }) =>
      request<typeof assignmentRoutes.list>('get', '/api/assignments', {
        query: { limit: taskChoice, counts: 'none', ...(q ? { q } : {}) },
        signal,
      }),
    placeholderData: (former) => former,
  })
  const found = (data?.assignments ?? []).map(
    (task): Option => ({
      value: task.id,
      label: task.action,
      ...(task.leadText ? { note: task.leadText } : {}),
    }),
  )
  const all = [...named, ...found.filter((one) => !has(named, one))]
  // Enter takes the first that is offered: until the answer is here only what fits what is typed.
  const answered = q === typed.trim() && !isPlaceholderData
  return {
    /** What to offer now. */
    options: !typed.trim() ? all : answered ? found : rank(found, typed),
    onTyped,
    /** With those chosen: for their names. */
    all,
    keep: (id: string | null) => setNamed(all.filter((one) => one.value === id || has(named, one))),
  }
}

const has = (some: readonly Option[], { value }: Option): boolean =>
  some.some((one) => one.value === value)

/** As many as a field shows, and some that are chosen already. */
const taskChoice = 30
