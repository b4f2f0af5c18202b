// The general part of the conclusion: what the chair says of the whole, before the decisions.

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { HistoryButton } from '../../record/History.tsx'
import { currentOf, request } from '../../web/api.ts'
import { formatInstant } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { TextArea } from '../../web/ui/Field.tsx'
import { FormError, Notice } from '../../web/ui/States.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import { AccessButton } from '../access/AccessButton.tsx'
import type { AssessmentView, noticeRoutes } from './contract.ts'
import { en, vi } from './texts.ts'

interface Props {
  conferenceId: string
  assessment: AssessmentView
}

/** Shown to who runs or presides; a field until a conclusion is issued. */
export function Assessment({ conferenceId, assessment }: Props) {
  const t = useTexts(vi, en)
  const client = useQueryClient()
  const toast = useToast()
  // What is typed stays, whatever comes in meanwhile; it is held against the version it was begun on.
  const [typed, setTyped] = useState<{ body: string; version: number } | null>(null)
  const save = useMutation({
    mutationFn: ({ body, version }: { body: string; version: number }) =>
      request<typeof noticeRoutes.assess>('put', '/api/conferences/{id}/assessment', {
        params: { id: conferenceId },
        version,
        body: { body },
      }),
    async onSuccess(answer, sent) {
      const { version } = answer.assessment
      await client.invalidateQueries({ queryKey: ['conferences', conferenceId, 'notices'] })
      setTyped((now) =>
        now === null || now.body === sent.body ? null : { body: now.body, version },
      )
      toast.show({ text: t.assessment.saved, tone: 'good' })
    },
  })
  const { writtenBy, writtenAt } = assessment
  const by = writtenBy && writtenAt && t.assessment.by(writtenBy, formatInstant(writtenAt))
  const history = assessment.version > 0 && (
    <>
      <HistoryButton kind="conferenceAssessment" id={conferenceId} of={t.assessment.title} />
      <AccessButton kind="conferenceAssessment" id={conferenceId} of={t.assessment.title} />
    </>
  )
  if (assessment.frozen) {
    if (assessment.body === '') return null
    return (
      <section className="stack" aria-label={t.assessment.title}>
        <h3>{t.assessment.title}</h3>
        <p className="assessment-text" lang="vi">
          {assessment.body}
        </p>
        <p className="row">
          <span className="muted">{by}</span> {history}
        </p>
      </section>
    )
  }
  // What somebody else wrote meanwhile, where that is why it was refused.
  const theirs = currentOf<AssessmentView>(save.error)
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (typed) save.mutate(typed)
      }}
    >
      <TextArea
        label={t.assessment.title}
        hint={t.assessment.hint}
        rows={5}
        maxLength={20_000}
        value={typed?.body ?? assessment.body}
        onChange={(body) =>
          setTyped((former) => ({ body, version: former?.version ?? assessment.version }))
        }
      />
      {theirs && typed ? (
        <Notice tone="warn" alert>
          <p>{t.assessment.other}</p>
          <p className="assessment-text" lang="vi">
            {theirs.body}
          </p>
          <div className="row">
            <Button
              small
              disabled={save.isPending}
              onClick={() => save.mutate({ body: typed.body, version: theirs.version })}
            >
              {t.assessment.keepMine}
            </Button>
            <Button
              small
              onClick={() => {
                save.reset()
                setTyped({ body: theirs.body, version: theirs.version })
              }}
            >
              {t.assessment.takeTheirs}
            </Button>
          </div>
        </Notice>
      ) : (
        <FormError error={save.error} />
      )}
      <div className="row">
        <Button type="submit" disabled={typed === null || save.isPending}>
          {t.assessment.save}
        </Button>
        <span className="muted">{by}</span> {history}
      </div>
    </form>
  )
}
