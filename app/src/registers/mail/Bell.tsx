// The bell of the shell: how many notifications are unread, and the way to them.
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import type { mailRoutes } from './contract.ts'
import { en, vi } from './texts.ts'
import './mail.css'

/** How often the number is asked for while the page is looked at, in milliseconds. */
const every = 60_000

export const unreadKey = ['notifications', 'unread']

export function Bell() {
  const t = useTexts(vi, en)
  const { data } = useQuery({
    queryKey: unreadKey,
    queryFn: ({ signal }) =>
      request<typeof mailRoutes.count>('get', '/api/session/notifications/unread', { signal }),
    refetchInterval: every,
  })
  const unread = data?.unread ?? 0
  return (
    <Link href="/notifications" className="button plain small bell" aria-label={t.bell(unread)}>
      <svg aria-hidden="true" viewBox="0 0 16 16" width="16" height="16" fill="none">
        <path
          d="M3 12h10l-1.2-2V7a3.8 3.8 0 0 0-7.6 0v3L3 12ZM6.6 14h2.8M8 3.2V2"
          stroke="currentColor"
          strokeWidth="1.4"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      {unread > 0 && (
        <span className="bell-count" aria-hidden="true">
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </Link>
  )
}
