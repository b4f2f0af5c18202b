// Decisions about findings, shown at once and taken back where the server refuses. Each finding's
// requests go out one after the other, each with the version the one before it returned.
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import { ApiProblem, request } from '../web/api.ts'
import type { Edits, EntryKind, FindingView, findingRoutes } from './contract.ts'

export interface FindingsData {
  findings: FindingView[]
  context: Record<string, unknown>
}

export interface Decisions {
  confirm: (finding: FindingView, edits?: Edits) => Promise<void>
  reject: (finding: FindingView) => Promise<void>
  undo: (finding: FindingView) => Promise<void>
  /** Confirms many at once; resolves with how many the server left open. */
  confirmAll: (findings: readonly FindingView[]) => Promise<number>
  add: (kind: EntryKind, start: number, end: number) => Promise<FindingView>
  /** Takes back the newest decision of this visit; 0 where there is none. */
  undoLast: () => Promise<number>
}

const findingsKey = (documentId: string) => ['findings', documentId]

/** Registers whose screens a decision changes. */
const touched = new Set([
  'documents',
  'indicators',
  'shortcomings',
  'assignments',
  'conferences',
  'citations',
  'instruments',
  'record',
  'search',
])

export function useDecisions(documentId: string): Decisions {
  const client = useQueryClient()
  const history = useRef<string[][]>([])
  return useMemo(() => decisionsOn(client, documentId, history.current), [client, documentId])
}

function decisionsOn(client: QueryClient, documentId: string, history: string[][]): Decisions {
  const key = findingsKey(documentId)
  const chains = new Map<string, Promise<unknown>>()
  const waiting = new Map<string, number>()

  const present = (id: string) =>
    client.getQueryData<FindingsData>(key)?.findings.find((one) => one.id === id)

  function put(changed: readonly FindingView[]): void {
    const byId = new Map(changed.map((one) => [one.id, one]))
    client.setQueryData<FindingsData>(
      key,
      (data) => data && { ...data, findings: data.findings.map((one) => byId.get(one.id) ?? one) },
    )
  }

  /** What the server says now; where more is on its way, only its version counts yet. */
  function settle(answer: FindingView): void {
    const shown = present(answer.id)
    const more = (waiting.get(answer.id) ?? 0) > 1
    put([more && shown ? { ...shown, version: answer.version, entry: answer.entry } : answer])
  }

  async function run(
    finding: FindingView,
    change: Partial<FindingView>,
    call: (version: number) => Promise<{ finding: FindingView }>,
  ): Promise<void> {
    const { id } = finding
    await client.cancelQueries({ queryKey: key })
    const before = present(id) ?? finding
    put([{ ...before, ...change }])
    waiting.set(id, (waiting.get(id) ?? 0) + 1)
    const work = (chains.get(id) ?? Promise.resolve())
      .catch(() => {})
      .then(() => call((present(id) ?? finding).version))
    chains.set(id, work)
    try {
      settle((await work).finding)
      stale()
    } catch (error) {
      const current = error instanceof ApiProblem ? (error.body.current as FindingView) : undefined
      put([current ?? { ...before, version: present(id)?.version ?? before.version }])
      throw error
    } finally {
      waiting.set(id, (waiting.get(id) ?? 1) - 1)
    }
  }

  function stale(): void {
    void client.invalidateQueries({
      predicate: ({ queryKey }) => touched.has(String(queryKey[0])),
      refetchType: 'none',
    })
  }

  const undo = (finding: FindingView) =>
    run(finding, { state: 'proposed', entry: null, decidedBy: null, decidedAt: null }, (version) =>
      request<typeof findingRoutes.undo>('post', '/api/findings/{id}/undo', {
        params: { id: finding.id },
        version,
      }),
    )

  return {
    async confirm(finding, edits) {
      history.push([finding.id])
      const edited = edits ? { ...finding.edited, ...edits } : finding.edited
      await run(finding, { state: 'confirmed', edited }, (version) =>
        request<typeof findingRoutes.confirm>('post', '/api/findings/{id}/confirm', {
          params: { id: finding.id },
          version,
          body: edits ? { edits } : {},
        }),
      )
    },
    async reject(finding) {
      history.push([finding.id])
      await run(finding, { state: 'rejected' }, (version) =>
        request<typeof findingRoutes.reject>('post', '/api/findings/{id}/reject', {
          params: { id: finding.id },
          version,
          body: {},
        }),
      )
    },
    undo,
    async confirmAll(findings) {
      await Promise.all(chains.values()).catch(() => {})
      const before = findings.flatMap((one) => present(one.id) ?? [])
      put(before.map((one) => ({ ...one, state: 'confirmed' })))
      history.push(before.map((one) => one.id))
      try {
        const answer = await request<typeof findingRoutes.confirmCertain>(
          'post',
          '/api/documents/{id}/confirm-certain',
          {
            params: { id: documentId },
            body: { findings: before.map(({ id, version }) => ({ id, version })) },
          },
        )
        const left = new Set(answer.skipped.map((one) => one.id))
        put([...before.filter((one) => left.has(one.id)), ...answer.confirmed])
        if (left.size > 0) void client.invalidateQueries({ queryKey: key })
        stale()
        return left.size
      } catch (error) {
        put(before)
        throw error
      }
    },
    async add(kind, start, end) {
      const { finding } = await request<typeof findingRoutes.add>(
        'post',
        '/api/documents/{id}/findings',
        { params: { id: documentId }, body: { kind, start, end } },
      )
      client.setQueryData<FindingsData>(
        key,
        (data) =>
          data && { ...data, findings: [...data.findings, finding].toSorted(inReadingOrder) },
      )
      stale()
      return finding
    },
    async undoLast() {
      for (let ids = history.pop(); ids; ids = history.pop()) {
        const decided = ids.flatMap((id) => {
          const one = present(id)
          return one && one.state !== 'proposed' ? [one] : []
        })
        if (decided.length === 0) continue
        for (const one of decided) await undo(one)
        return decided.length
      }
      return 0
    },
  }
}

export function inReadingOrder(a: FindingView, b: FindingView): number {
  return a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1)
}
