// The province's own words: what is in use, what corrections offer, a file in and out.

import { HistoryButton } from '../../record/History.tsx'
import { AccessButton } from '../access/AccessButton.tsx'
import '../../web/ui/register.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { formatInstant } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { sourceAddress } from '../../web/ui/SourceLink.tsx'
import { EmptyState, ErrorPanel } from '../../web/ui/States.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import type { LexiconEntry, LexiconSuggestion, lexiconRoutes, PayloadChoice } from './contract.ts'
import { AddDialog, FileDialog } from './LexiconDialogs.tsx'
import { en, vi } from './texts.ts'

export function LexiconPage() {
  const t = useTexts(vi, en)
  const [open, setOpen] = useState<'add' | 'file' | null>(null)
  const { data, error, refetch } = useQuery({
    queryKey: ['lexicon'],
    queryFn: ({ signal }) => request<typeof lexiconRoutes.list>('get', '/api/lexicon', { signal }),
  })
  return (
    <div className="page">
      <PageHead
        title={t.title}
        intro={t.intro}
        actions={
          <>
            <a className="button" href="/api/lexicon/file" download>
              {t.download}
            </a>
            <Button onClick={() => setOpen('file')}>{t.addFile}</Button>
            <Button look="primary" disabled={!data} onClick={() => setOpen('add')}>
              {t.add}
            </Button>
          </>
        }
      />
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Loading />}
      {data && (
        <>
          <Offers suggestions={data.suggestions} />
          <section className="register-section" aria-labelledby="lexicon-entries">
            <h2 id="lexicon-entries">{t.entries}</h2>
            {data.entries.length === 0 ? (
              <EmptyState title={t.none} detail={t.noneDetail} />
            ) : (
              <Entries entries={data.entries} />
            )}
            {data.fromBodies > 0 && <p className="muted">{t.fromBodies(data.fromBodies)}</p>}
            {data.fromIndicators > 0 && (
              <p className="muted">{t.fromIndicators(data.fromIndicators)}</p>
            )}
          </section>
        </>
      )}
      {open === 'add' && data && <AddDialog classes={data.classes} onClose={() => setOpen(null)} />}
      {open === 'file' && <FileDialog onClose={() => setOpen(null)} />}
    </div>
  )
}

/** The name of what a line means; the bare code where no catalogue names it. */
function useMeaning(): (meaning: PayloadChoice) => string {
  const { language } = useLanguage()
  return (meaning) => (language === 'en' ? meaning.en : meaning.vi) || meaning.code
}

function Offers({ suggestions }: { suggestions: LexiconSuggestion[] }) {
  const t = useTexts(vi, en)
  const meaning = useMeaning()
  const client = useQueryClient()
  const toast = useToast()
  const decide = useMutation({
    mutationFn: ({ offer, declined }: { offer: LexiconSuggestion; declined: boolean }) =>
      request<typeof lexiconRoutes.add>('post', '/api/lexicon', {
        body: {
          class: offer.class,
          payload: offer.payload,
          phrases: [offer.phrase],
          fromCorrection: true,
          declined,
        },
      }),
    onSuccess: (_answer, { declined }) =>
      toast.show({ text: declined ? t.declined : t.added(1), tone: 'good' }),
    onError: (error) => toast.showError(error),
    onSettled: () => client.invalidateQueries({ queryKey: ['lexicon'] }),
  })
  return (
    <section className="register-section" aria-labelledby="lexicon-offers">
      <h2 id="lexicon-offers">{t.offers}</h2>
      <p className="muted">{suggestions.length === 0 ? t.noOffers : t.offersIntro}</p>
      {suggestions.length > 0 && (
        <div className="table-frame">
          <table className="table cards">
            <thead>
              <tr>
                <th scope="col">{t.phrases}</th>
                <th scope="col">{t.class}</th>
                <th scope="col">{t.meaning}</th>
                <th scope="col">{t.origin}</th>
                <th scope="col">
                  <span className="visually-hidden">{t.take}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {suggestions.map((offer) => (
                <tr key={`${offer.class} ${offer.payload} ${offer.phrase}`}>
                  <th scope="row">{offer.phrase}</th>
                  <td data-label={t.class}>{t.classes[offer.class]}</td>
                  <td data-label={t.meaning}>{meaning(offer.meaning)}</td>
                  <td data-label={t.origin}>
                    {t.times(offer.times)} · <a href={sourceAddress(offer)}>{t.seeSource}</a>
                  </td>
                  <td className="number">
                    <Button
                      small
                      look="primary"
                      aria-label={`${t.take}: ${offer.phrase}`}
                      onClick={() => decide.mutate({ offer, declined: false })}
                    >
                      {t.take}
                    </Button>{' '}
                    <Button
                      small
                      aria-label={`${t.decline}: ${offer.phrase}`}
                      onClick={() => decide.mutate({ offer, declined: true })}
                    >
                      {t.decline}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function Entries({ entries }: { entries: LexiconEntry[] }) {
  const t = useTexts(vi, en)
  const meaning = useMeaning()
  const client = useQueryClient()
  const toast = useToast()
  const withdraw = useMutation({
    mutationFn: (entry: LexiconEntry) =>
      request<typeof lexiconRoutes.withdraw>('post', '/api/lexicon/{id}/withdraw', {
        params: { id: entry.id },
        version: entry.version,
      }),
    onSuccess: ({ entry }) => toast.show({ text: t.withdrawn(entry.phrases[0] ?? '') }),
    onError: (error) => toast.showError(error),
    onSettled: () => client.invalidateQueries({ queryKey: ['lexicon'] }),
  })
  return (
    <div className="table-frame">
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">{t.phrases}</th>
            <th scope="col">{t.class}</th>
            <th scope="col">{t.meaning}</th>
            <th scope="col">{t.origin}</th>
            <th scope="col">
              <span className="visually-hidden">{t.withdraw}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <th scope="row">{entry.phrases.join(' · ')}</th>
              <td data-label={t.class}>{t.classes[entry.class]}</td>
              <td data-label={t.meaning}>{meaning(entry.meaning)}</td>
              <td data-label={t.origin}>
                {t.origins[entry.origin]}
                <span className="muted source-note">
                  {[entry.addedBy, formatInstant(entry.addedAt)].filter(Boolean).join(', ')}
                </span>
              </td>
              <td className="number">
                <Button
                  small
                  aria-label={`${t.withdraw}: ${entry.phrases[0]}`}
                  onClick={() => withdraw.mutate(entry)}
                >
                  {t.withdraw}
                </Button>{' '}
                <HistoryButton kind="lexicon" id={entry.id} of={entry.phrases[0] ?? ''} />{' '}
                <AccessButton kind="lexicon" id={entry.id} of={entry.phrases[0] ?? ''} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
