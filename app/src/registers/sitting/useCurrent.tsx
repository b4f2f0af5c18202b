// Says which item is on, and who speaks.
import { useMutation } from '@tanstack/react-query'
import { request } from '../../web/api.ts'
import { useToast } from '../../web/ui/Toast.tsx'
import type { Current, SittingView, sittingRoutes } from './contract.ts'

/** The item after the current one that is on; the first where none is. */
export function nextItem(sitting: SittingView) {
  const open = sitting.items.filter((item) => item.status === 'on')
  const at = open.findIndex((item) => item.id === sitting.current?.itemId)
  return open[at + 1] ?? null
}

export function useCurrent(conferenceId: string, onDone: () => void) {
  const toast = useToast()
  return useMutation({
    mutationFn: (current: Current) =>
      request<typeof sittingRoutes.current>('post', '/api/conferences/{id}/current', {
        params: { id: conferenceId },
        body: current,
      }),
    onError: toast.showError,
    onSettled: onDone,
  })
}
