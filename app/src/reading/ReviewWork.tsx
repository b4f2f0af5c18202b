// The work on one document: what is selected, filtered, edited; keys and buttons become decisions.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { DocumentSummary, DocumentText } from '../registers/documents/contract.ts'
import type { IndicatorView } from '../registers/indicators/contract.ts'
import { useTexts } from '../web/language.tsx'
import { useSession } from '../web/session.tsx'
import { layMarks } from '../web/text/segments.ts'
import { type Stretch, selectedStretch, TextPane } from '../web/text/TextPane.tsx'
import { Tabs } from '../web/ui/Tabs.tsx'
import { useToast } from '../web/ui/Toast.tsx'
import type { Edits, EntryKind, FindingView } from './contract.ts'
import { EditForm } from './EditForm.tsx'
import { FindingList } from './FindingList.tsx'
import { type Command, commandOf } from './keys.ts'
import { ReviewBar } from './ReviewBar.tsx'
import { AddDialog, HelpDialog } from './ReviewDialogs.tsx'
import { en, vi } from './texts.ts'
import { useDecisions } from './useDecisions.ts'
import { isContext, matches, noFilter, sure } from './useFilter.ts'
import { useLookup } from './useLookup.ts'

interface ReviewWorkProps {
  document: DocumentSummary
  text: DocumentText
  findings: FindingView[]
  indicators: IndicatorView[]
  topics: { code: string; nameVi: string; nameEn: string }[]
}

export function ReviewWork({ document, text, findings, indicators, topics }: ReviewWorkProps) {
  const t = useTexts(vi, en)
  const { can } = useSession()
  const toast = useToast()
  const decisions = useDecisions(document.id)
  const { lookup, indicatorOptions, topicOptions } = useLookup(
    text.text,
    findings,
    indicators,
    topics,
  )
  const [filter, setFilter] = useState(noFilter)
  const [selected, setSelected] = useState<string | null>(() => firstOpen(findings)?.id ?? null)
  const [editing, setEditing] = useState<string | null>(null)
  const [help, setHelp] = useState(false)
  const [adding, setAdding] = useState<Stretch | null>(null)
  const [stretch, setStretch] = useState<Stretch | null>(null)
  const [reveal, setReveal] = useState<Stretch | null>(null)
  const [tab, setTab] = useState<'text' | 'findings'>('findings')
  const search = useRef<HTMLInputElement>(null)

  const shown = useMemo(() => findings.filter((one) => matches(one, filter)), [findings, filter])
  const marks = useMemo(
    () => layMarks(findings.filter((one) => filter.context || !isContext(one))),
    [findings, filter.context],
  )
  const certain = useMemo(() => shown.filter(sure), [shown])
  const present = findings.find((one) => one.id === selected) ?? null

  const select = useCallback((finding: FindingView | undefined, focus = true) => {
    if (!finding) return
    setSelected(finding.id)
    setEditing(null)
    setReveal({ start: finding.start, end: finding.end })
    if (focus) focusLater(finding.id)
  }, [])

  useEffect(() => {
    const onChange = () => setStretch(selectedStretch(text.text))
    window.document.addEventListener('selectionchange', onChange)
    return () => window.document.removeEventListener('selectionchange', onChange)
  }, [text.text])

  /** The next open one after this, in what is shown; from the top again at the end. */
  function goOn(from: FindingView) {
    const open = shown.filter((one) => one.state === 'proposed' && one.id !== from.id)
    const at = shown.findIndex((one) => one.id === from.id)
    const next = open.find((one) => shown.indexOf(one) > at) ?? open[0]
    if (next) select(next)
    else focusLater(from.id)
  }
  function failed(finding: FindingView) {
    return (error: unknown) => {
      toast.showError(error)
      select(finding, false)
    }
  }
  const withUndo = (words: string) =>
    toast.show({ text: words, action: { label: `${t.undo} (u)`, run: () => void undoLast() } })

  function confirm(finding: FindingView, edits?: Edits) {
    if (finding.state !== 'proposed') return goOn(finding)
    // A new name for the catalogue is worth a look: offer the best match, or the name as written.
    if (!edits && needsIndicator(finding)) return edit(finding)
    setEditing(null)
    decisions.confirm(finding, edits).catch(failed(finding))
    withUndo(`${t.confirmed}: ${t.kinds[finding.kind as EntryKind] ?? finding.kind}.`)
    goOn(finding)
  }
  function reject(finding: FindingView) {
    if (finding.state !== 'proposed') return
    setEditing(null)
    decisions.reject(finding).catch(failed(finding))
    withUndo(`${t.rejected}: ${t.kinds[finding.kind as EntryKind] ?? finding.kind}.`)
    goOn(finding)
  }
  function undo(finding: FindingView) {
    decisions.undo(finding).then(
      () => toast.show({ text: t.undone(1) }),
      (error: unknown) => toast.showError(error),
    )
    focusLater(finding.id)
  }
  async function undoLast() {
    try {
      const count = await decisions.undoLast()
      toast.show({ text: count === 0 ? t.nothingToUndo : t.undone(count) })
    } catch (error) {
      toast.showError(error)
    }
  }
  function edit(finding: FindingView) {
    if (finding.kind === 'check' || isContext(finding)) return
    if (finding.state !== 'proposed') undo(finding)
    setSelected(finding.id)
    setEditing(finding.id)
    setTab('findings')
    setReveal({ start: finding.start, end: finding.end })
  }
  async function confirmCertain() {
    if (certain.length === 0) return
    const left = shown.filter((one) => one.state === 'proposed' && !certain.includes(one))
    select(left[0] ?? present ?? undefined)
    try {
      const skipped = await decisions.confirmAll(certain)
      const words = t.confirmedMany(certain.length - skipped)
      withUndo(skipped ? `${words} ${t.skipped(skipped)}` : words)
    } catch (error) {
      toast.showError(error)
    }
  }
  async function add(kind: EntryKind) {
    if (!adding) return
    setAdding(null)
    try {
      const finding = await decisions.add(kind, adding.start, adding.end)
      setFilter(noFilter)
      edit(finding)
      toast.show({ text: t.added })
    } catch (error) {
      toast.showError(error)
    }
  }
  function startAdding() {
    if (stretch) setAdding(stretch)
    else toast.show({ text: t.addHint })
  }
  function step(by: number) {
    const at = shown.findIndex((one) => one.id === selected)
    const next = at < 0 ? 0 : Math.min(Math.max(at + by, 0), shown.length - 1)
    select(shown[next])
  }

  function run(command: Command) {
    if (command === 'next') step(1)
    else if (command === 'previous') step(-1)
    else if (command === 'help') setHelp(true)
    else if (command === 'filter') search.current?.focus()
    else if (!can.work) return
    else if (command === 'certain') void confirmCertain()
    else if (command === 'add') startAdding()
    else if (command === 'undo') {
      if (present && present.state !== 'proposed') undo(present)
      else void undoLast()
    } else if (!present) return
    else if (command === 'confirm') confirm(present)
    else if (command === 'edit') edit(present)
    else if (command === 'reject') reject(present)
  }
  const latest = useRef(run)
  latest.current = run

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const command = commandOf(event)
      if (!command || event.defaultPrevented || !meantForList(event, command)) return
      event.preventDefault()
      latest.current(command)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])

  const acts = useLatestActions({
    onSelect: (id: string) => select(findings.find((one) => one.id === id)),
    onConfirm: (finding: FindingView) => confirm(finding),
    onReject: reject,
    onEdit: edit,
    onUndo: undo,
  })

  return (
    <div className="review" data-tab={tab}>
      <ReviewBar
        document={document}
        findings={findings}
        filter={filter}
        onFilter={setFilter}
        certain={certain.length}
        onConfirmCertain={() => void confirmCertain()}
        onHelp={() => setHelp(true)}
        search={search}
      />
      <div className="review-tabs">
        <Tabs
          label={t.panes}
          value={tab}
          tabs={[
            { value: 'findings', label: t.findingsCount(shown.length) },
            { value: 'text', label: t.text },
          ]}
          onChange={(value) => {
            setTab(value)
            if (present) setReveal({ start: present.start, end: present.end })
          }}
          panelId="review-panes"
        />
      </div>
      <div className="review-panes" id="review-panes">
        <div className="review-text">
          <TextPane
            label={t.text}
            text={text.text}
            blocks={text.blocks}
            marks={marks}
            selected={selected}
            reveal={reveal}
            onPick={(id) => {
              setTab('findings')
              acts.onSelect(id)
            }}
          />
          {can.work && stretch && (
            <button
              type="button"
              className="button primary review-add"
              onPointerDown={(event) => event.preventDefault()}
              onClick={startAdding}
            >
              {t.add} <kbd>a</kbd>
            </button>
          )}
        </div>
        <FindingList
          shown={shown}
          all={findings.length}
          lookup={lookup}
          selected={selected}
          editing={editing}
          mayDecide={can.work}
          onClearFilter={() => setFilter(noFilter)}
          {...acts}
          form={
            present && editing === present.id ? (
              <EditForm
                key={`${present.id} ${present.version}`}
                finding={present}
                lookup={lookup}
                indicators={indicatorOptions}
                topics={topicOptions}
                onSave={(edits) => confirm(present, edits)}
                onCancel={() => {
                  setEditing(null)
                  focusLater(present.id)
                }}
              />
            ) : null
          }
        />
      </div>
      {help && <HelpDialog onClose={() => setHelp(false)} />}
      {adding && (
        <AddDialog
          quote={text.text.slice(adding.start, adding.end)}
          onAdd={(kind) => void add(kind)}
          onClose={() => setAdding(null)}
        />
      )}
    </div>
  )
}

const firstOpen = (findings: FindingView[]): FindingView | undefined =>
  findings.find((one) => one.state === 'proposed' && !isContext(one))

/** True for a figure whose indicator the catalogue does not have yet. */
function needsIndicator({ kind, payload, edited }: FindingView): boolean {
  if (kind !== 'statement' || edited?.indicatorCode || edited?.newIndicator) return false
  return !(payload.indicator as { code?: string | null } | undefined)?.code
}

/**
 * Moves the keyboard to a finding once it is drawn, unless its form was opened meanwhile: that has
 * the keyboard then.
 */
function focusLater(id: string): void {
  requestAnimationFrame(() => {
    const item = window.document.querySelector(`.finding[data-id="${id}"]`)
    item?.scrollIntoView({ block: 'nearest' })
    if (item?.querySelector('.edit-form')) return
    const head = item?.querySelector<HTMLElement>('.finding-head')
    head?.focus({ preventScroll: true })
  })
}

/** Keys typed into fields, dialogs and other buttons are not for the list. */
function meantForList(event: KeyboardEvent, command: Command): boolean {
  const { target } = event
  if (window.document.querySelector('dialog[open]')) return false
  if (!(target instanceof Element)) return true
  if (target.closest('input, textarea, select, [contenteditable]')) return false
  if (command === 'confirm') {
    const control = target.closest('button, a, summary')
    return !control || control.classList.contains('finding-head')
  }
  // Arrows scroll the text where the text has the focus.
  return !(event.key.startsWith('Arrow') && target.closest('.text-pane, [role=tablist]'))
}

/** The same functions for the life of the screen, so that lines of the list are not drawn again. */
function useLatestActions<A extends Record<string, (argument: never) => void>>(actions: A): A {
  const latest = useRef(actions)
  latest.current = actions
  const [stable] = useState(
    () =>
      Object.fromEntries(
        Object.keys(actions).map((name) => [
          name,
          (argument: never) => latest.current[name]?.(argument),
        ]),
      ) as A,
  )
  return stable
}
