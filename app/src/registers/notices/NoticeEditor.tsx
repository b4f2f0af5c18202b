// The words of a draft in fields; the page beside them follows while one types.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { currentOf, request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { useSession } from '../../web/session.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { TextArea, TextField } from '../../web/ui/Field.tsx'
import { FormError, Notice } from '../../web/ui/States.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import { paperDraftOn } from '../sitting/drafts.ts'
import { type Annex, type Block, blockKinds, type NoticeContent } from './content.ts'
import type { NoticeView, noticeRoutes } from './contract.ts'
import { sheetOf } from './paper.ts'
import { SheetView } from './SheetView.tsx'
import { en, vi } from './texts.ts'

interface Props {
  notice: NoticeView
  onClose: () => void
}

export function NoticeEditor({ notice, onClose }: Props) {
  const t = useTexts(vi, en)
  const client = useQueryClient()
  const toast = useToast()
  const account = useSession().session.account?.id ?? ''
  // What is changed is kept in the tab until it is saved: going back, or a server that is away, loses nothing.
  const [draft] = useState(() => paperDraftOn<NoticeContent>(sessionStorage, account, notice.id))
  const [start] = useState(() => draft.read() ?? { version: notice.version, given: notice.content })
  const [content, setContent] = useState<NoticeContent>(() => plainContent(start.given))
  // What is typed over: the version that the text began with, or somebody else's that was seen since.
  const [version, setVersion] = useState(start.version)
  const save = useMutation({
    mutationFn: (over: number) =>
      request<typeof noticeRoutes.change>('patch', '/api/notices/{id}', {
        params: { id: notice.id },
        version: over,
        body: { content },
      }),
    async onSuccess() {
      draft.drop()
      await client.invalidateQueries({ queryKey: ['conferences', notice.conferenceId] })
      toast.show({ text: t.saved, tone: 'good' })
      onClose()
    },
  })
  const change = (part: Partial<NoticeContent>) => {
    const given = { ...content, ...part }
    setContent(given)
    draft.keep({ version, given })
  }
  // The paper as somebody else saved it meanwhile, where that is why it was refused.
  const theirs = currentOf<NoticeView>(save.error)
  return (
    <form
      className="notice-editor"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(version)
      }}
    >
      <HeadFields content={content} change={change} />
      <BlockFields blocks={content.blocks} onChange={(blocks) => change({ blocks })} />
      <SignFields content={content} change={change} />
      {content.annexes.map((annex, index) => (
        <AnnexFields
          // biome-ignore lint/suspicious/noArrayIndexKey: annexes keep their order
          key={index}
          annex={annex}
          onChange={(changed) => change({ annexes: content.annexes.with(index, changed) })}
        />
      ))}
      {theirs ? (
        <BothPapers
          theirs={theirs}
          onTheirs={() => {
            draft.drop()
            setVersion(theirs.version)
            setContent(plainContent(theirs.content))
            save.reset()
          }}
          onMine={() => {
            setVersion(theirs.version)
            draft.keep({ version: theirs.version, given: content })
            save.mutate(theirs.version)
          }}
        />
      ) : (
        <>
          <FormError error={save.error} />
          <div className="row">
            <Button type="submit" look="primary" disabled={save.isPending}>
              {t.save}
            </Button>
            <Button onClick={onClose}>{t.cancel}</Button>
          </div>
        </>
      )}
      {theirs && <h3>{t.both.mine}</h3>}
      <SheetView sheet={sheetOf(content, notice.layout, notice.issue)} label={t.preview} />
    </form>
  )
}

interface BothProps {
  theirs: NoticeView
  onTheirs: () => void
  onMine: () => void
}

/** What somebody else saved, above one's own page, and which of the two is to stand. */
function BothPapers({ theirs, onTheirs, onMine }: BothProps) {
  const t = useTexts(vi, en)
  return (
    <>
      <Notice tone="warn" alert>
        <p>
          <strong>{t.both.title}.</strong> {t.both.intro}
        </p>
        <div className="row">
          <Button small onClick={onTheirs}>
            {t.both.takeTheirs}
          </Button>
          <Button small look="primary" onClick={onMine}>
            {t.both.keepMine}
          </Button>
        </div>
      </Notice>
      <h3>{t.both.theirs}</h3>
      <SheetView
        sheet={sheetOf(theirs.content, theirs.layout, theirs.issue)}
        label={t.both.theirs}
      />
    </>
  )
}

/** The content as the editor changes it: the contract's shape without its undefined parts. */
const plainContent = (content: NoticeView['content'] | NoticeContent): NoticeContent =>
  JSON.parse(JSON.stringify(content))

interface PartProps {
  content: NoticeContent
  change: (part: Partial<NoticeContent>) => void
}

function HeadFields({ content, change }: PartProps) {
  const t = useTexts(vi, en)
  const field = (name: 'above' | 'place' | 'title') => (
    <TextField
      label={t.field[name]}
      value={content[name]}
      onChange={(value) => change({ [name]: value })}
      maxLength={300}
    />
  )
  return (
    <>
      <div className="notice-row">
        {field('above')}
        <TextArea
          label={t.field.issuer}
          rows={2}
          value={content.issuer}
          onChange={(issuer) => change({ issuer })}
        />
        {field('place')}
        {field('title')}
      </div>
      <TextArea
        label={t.field.subject}
        rows={2}
        value={content.subject}
        onChange={(subject) => change({ subject })}
      />
    </>
  )
}

interface BlocksProps {
  blocks: Block[]
  onChange: (blocks: Block[]) => void
}

function BlockFields({ blocks, onChange }: BlocksProps) {
  const t = useTexts(vi, en)
  return (
    <fieldset>
      <legend>{t.field.blocks}</legend>
      {blocks.map((block, index) =>
        block.kind === 'table' ? null : (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no names
          <div key={index} className="notice-block">
            <select
              className="input"
              aria-label={`${t.block.kind}: ${t.block.text(index + 1)}`}
              value={block.kind}
              onChange={(event) =>
                onChange(
                  blocks.with(index, { ...block, kind: event.target.value as typeof block.kind }),
                )
              }
            >
              {blockKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t.block[kind]}
                </option>
              ))}
            </select>
            <textarea
              className="input"
              aria-label={t.block.text(index + 1)}
              rows={Math.min(8, Math.ceil(block.text.length / 80) + 1)}
              value={block.text}
              onChange={(event) =>
                onChange(blocks.with(index, { ...block, text: event.target.value }))
              }
            />
            <div className="row">
              <Button
                small
                aria-label={`${t.block.add}: ${t.block.text(index + 1)}`}
                onClick={() =>
                  onChange(blocks.toSpliced(index + 1, 0, { kind: 'paragraph', text: '' }))
                }
              >
                +
              </Button>
              <Button
                small
                aria-label={`${t.block.remove}: ${t.block.text(index + 1)}`}
                onClick={() => onChange(blocks.toSpliced(index, 1))}
              >
                −
              </Button>
            </div>
          </div>
        ),
      )}
    </fieldset>
  )
}

function SignFields({ content, change }: PartProps) {
  const t = useTexts(vi, en)
  const { signatures, recipients } = content
  return (
    <>
      {signatures.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: left, then right
        <div key={index} className="notice-row">
          {(['authority', 'post', 'name'] as const).map((name) => (
            <TextField
              key={name}
              label={t.field[name]}
              value={one[name]}
              onChange={(value) =>
                change({ signatures: signatures.with(index, { ...one, [name]: value }) })
              }
              maxLength={200}
            />
          ))}
        </div>
      ))}
      <TextArea
        label={t.field.recipients}
        rows={Math.max(3, recipients.length)}
        value={recipients.join('\n')}
        onChange={(text) => change({ recipients: text === '' ? [] : text.split('\n') })}
      />
      <TextField
        label={t.field.filing}
        value={content.filing}
        onChange={(filing) => change({ filing })}
        maxLength={200}
      />
    </>
  )
}

function AnnexFields({ annex, onChange }: { annex: Annex; onChange: (annex: Annex) => void }) {
  const t = useTexts(vi, en)
  const { table } = annex
  const put = (row: number, column: number, value: string) =>
    onChange({
      ...annex,
      table: { ...table, rows: table.rows.with(row, (table.rows[row] ?? []).with(column, value)) },
    })
  return (
    <fieldset>
      <legend>{t.field.annex}</legend>
      <div className="table-frame">
        <table className="table annex-editor">
          <thead>
            <tr>
              {table.columns.map(({ title }) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((cells, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows keep their order
              <tr key={row}>
                {table.columns.map(({ title }, column) => (
                  <td key={title}>
                    <textarea
                      className="input"
                      rows={2}
                      aria-label={t.field.cell(row + 1, title)}
                      value={cells[column] ?? ''}
                      onChange={(event) => put(row, column, event.target.value)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </fieldset>
  )
}
