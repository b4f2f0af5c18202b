// One change sent from a screen: what it shows is asked anew, a word says that it is done, the form goes on.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useToast } from './ui/Toast.tsx'

export interface Sending<T, A> {
  send: (given: T) => Promise<A>
  /** First words of the keys of the queries that are asked anew, whether it went through or not. */
  keys: readonly string[]
  /** What the toast says; nothing where it is left out. */
  words?: ((answer: A) => string) | string | undefined
  onDone?: ((answer: A, given: T) => void) | undefined
}

/** The mutation for a button or a `FormDialog`. */
export function useSaved<T = void, A = unknown>({ send, keys, words, onDone }: Sending<T, A>) {
  const client = useQueryClient()
  const toast = useToast()
  return useMutation({
    mutationFn: send,
    onSuccess(answer, given) {
      if (words)
        toast.show({ text: typeof words === 'string' ? words : words(answer), tone: 'good' })
      onDone?.(answer, given)
    },
    async onSettled() {
      for (const key of keys) await client.invalidateQueries({ queryKey: [key] })
    },
  })
}
