// Drafting a paper of a conference, wherever that is asked for.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '../../web/api.ts'
import type { NewNotice, noticeRoutes } from './contract.ts'

/** What drafts a paper, and opens it. */
export function useMake(conferenceId: string, onMade: (id: string) => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: NewNotice) =>
      request<typeof noticeRoutes.make>('post', '/api/conferences/{id}/notices', {
        params: { id: conferenceId },
        body,
      }),
    async onSuccess({ notice }) {
      await client.invalidateQueries({ queryKey: ['conferences', conferenceId] })
      onMade(notice.id)
    },
  })
}
