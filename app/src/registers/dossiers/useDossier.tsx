// Changes of a dossier: whatever shows it is fetched anew.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useToast } from '../../web/ui/Toast.tsx'

/** A change that says `done` when it went well, then goes on with `onDone`. */
export function useDossierChange<T>(send: () => Promise<T>, done: string, onDone: () => void) {
  const client = useQueryClient()
  const toast = useToast()
  return useMutation({
    mutationFn: send,
    async onSuccess() {
      for (const key of ['conferences', 'dossiers', 'papers', 'documents']) {
        await client.invalidateQueries({ queryKey: [key] })
      }
      toast.show({ text: done, tone: 'good' })
      onDone()
    },
  })
}
