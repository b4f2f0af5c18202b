// What the screens of the instruments ask and send.
import { useQuery } from '@tanstack/react-query'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import type { Option } from '../../web/ui/Combobox.tsx'
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

/** The most urgent tasks, those found by their words where some are typed. */
export function useTaskOptions(): Option[] {
  const { data } = useQuery({
    queryKey: ['assignments', { limit: 200 }],
    queryFn: ({ signal }) =>
      request<typeof assignmentRoutes.list>('get', '/api/assignments', {
        query: { limit: 200 },
        signal,
      }),
  })
  return (data?.assignments ?? []).map((task) => ({
    value: task.id,
    label: task.action,
    ...(task.leadText ? { note: task.leadText } : {}),
  }))
}
