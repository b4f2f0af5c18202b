// One change of a task, sent from a dialog.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiProblem } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import type { AssignmentDetail, AssignmentView } from './contract.ts'
import { en, vi } from './texts.ts'

/**
 * Sends a change; the task as it then is goes into its page. Where somebody else was faster, the present one
 * does, and `onCurrent` hears of it.
 */
export function useStep(
  task: Pick<AssignmentView, 'id'>,
  send: () => Promise<{ assignment: AssignmentDetail }>,
  onDone: () => void,
  onCurrent?: (current: AssignmentDetail) => void,
) {
  const t = useTexts(vi, en)
  const toast = useToast()
  const client = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSuccess: async ({ assignment }) => {
      client.setQueryData(['assignments', task.id], { assignment })
      toast.show({ text: t.acted, tone: 'good' })
      onDone()
      await client.invalidateQueries({ queryKey: ['assignments'] })
      await client.invalidateQueries({ queryKey: ['conferences'] })
    },
    onError: (error) => {
      if (!(error instanceof ApiProblem) || !error.body.current) return
      const current = error.body.current as AssignmentDetail
      client.setQueryData(['assignments', task.id], { assignment: current })
      onCurrent?.(current)
    },
  })
}
