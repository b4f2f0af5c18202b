// One's own notifications, newest first; opening one marks it as read.
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from 'wouter'
import { request } from '../../web/api.ts'
import { formatInstant } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { EmptyState, ErrorPanel } from '../../web/ui/States.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import type { mailRoutes, NotificationView } from './contract.ts'
import type { NotificationKind } from './notification.ts'
import { en, vi } from './texts.ts'
import './mail.css'

export function NotificationsPage() {
  const t = useTexts(vi, en)
  const client = useQueryClient()
  const toast = useToast()
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(
    {
      queryKey: ['notifications', 'list'],
      initialPageParam: '',
      queryFn: ({ signal, pageParam }) =>
        request<typeof mailRoutes.list>('get', '/api/session/notifications', {
          signal,
          query: pageParam ? { before: pageParam } : {},
        }),
      getNextPageParam: (page) => (page.more ? page.notifications.at(-1)?.id : undefined),
    },
  )
  const read = useMutation({
    mutationFn: (ids?: string[]) =>
      request<typeof mailRoutes.read>('post', '/api/session/notifications/read', {
        body: ids ? { ids } : {},
      }),
    onError: toast.showError,
    onSettled: () => client.invalidateQueries({ queryKey: ['notifications'] }),
  })
  const all = data?.pages.flatMap((page) => page.notifications) ?? []
  const unread = data?.pages[0]?.unread ?? 0
  return (
    <div className="page narrow">
      <PageHead
        title={t.title}
        intro={t.intro}
        actions={
          unread > 0 && (
            <Button onClick={() => read.mutate(undefined)} disabled={read.isPending}>
              {t.readAll}
            </Button>
          )
        }
      />
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && all.length === 0 && <EmptyState title={t.none} detail={t.noneDetail} />}
      {all.length > 0 && (
        <ul className="notification-list">
          {all.map((one) => (
            <Line key={one.id} one={one} onOpen={() => one.readAt ?? read.mutate([one.id])} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button onClick={() => void fetchNextPage()} disabled={isFetchingNextPage}>
          {t.older}
        </Button>
      )}
    </div>
  )
}

function Line({ one, onOpen }: { one: NotificationView; onOpen: () => void }) {
  const t = useTexts(vi, en)
  const sentence = t.sentences[one.kind as NotificationKind]?.(one.facts) ?? t.other
  const unread = one.readAt === null
  return (
    <li>
      <p className={unread ? 'is-unread' : ''}>
        {sentence}
        {unread && <span className="visually-hidden"> ({t.isUnread})</span>}
      </p>
      <p>
        {one.title === null ? (
          <span className="muted">{t.closed}</span>
        ) : (
          <Link href={one.path} onClick={onOpen}>
            {one.title}
          </Link>
        )}
      </p>
      <p className="muted">{formatInstant(one.createdAt)}</p>
    </li>
  )
}
