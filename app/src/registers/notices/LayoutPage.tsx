// The layouts of papers: every value with its source; the province's own in place of it.
import '../../web/ui/register.css'
import './notices.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { SelectField } from '../../web/ui/Field.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { ErrorPanel } from '../../web/ui/States.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import { useOvertaking } from '../../web/ui/useOvertaking.tsx'
import type { LayoutSetting, noticeRoutes } from './contract.ts'
import {
  elementNames,
  type Look,
  measureNames,
  measureUnits,
  type OwnLayout,
  type Regime,
  regimes,
  styles,
  withOwn,
  wordNames,
} from './layout.ts'
import { en, vi } from './texts.ts'

export function LayoutPage() {
  const t = useTexts(vi, en)
  const [regime, setRegime] = useState<Regime>('party05')
  const { data, error, refetch } = useQuery({
    queryKey: ['notice-layouts'],
    queryFn: ({ signal }) =>
      request<typeof noticeRoutes.layouts>('get', '/api/notice-layouts', { signal }),
  })
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} page />
  if (!data) return <Loading />
  const setting = data.layouts.find((one) => one.layout.regime === regime)
  return (
    <div className="page">
      <PageHead title={t.layout.title} />
      <p>{t.layout.intro}</p>
      <SelectField
        label={t.layout.regime}
        value={regime}
        onChange={setRegime}
        options={regimes.map((value) => ({ value, label: t.regimes[value] }))}
      />
      {setting && <Setting key={`${regime} ${setting.version}`} setting={setting} />}
    </div>
  )
}

function Setting({ setting }: { setting: LayoutSetting }) {
  const t = useTexts(vi, en)
  const client = useQueryClient()
  const toast = useToast()
  const { shipped, mayChange } = setting
  const [own, setOwn] = useState<OwnLayout>(() => ownOf(setting))
  const layout = withOwn(shipped, own)
  const save = useMutation({
    mutationFn: () =>
      request<typeof noticeRoutes.changeLayout>('patch', '/api/notice-layouts', {
        version: setting.version,
        body: { regime: shipped.regime, ...own },
      }),
    async onSuccess() {
      toast.show({ text: t.layout.saved, tone: 'good' })
      await client.invalidateQueries({ queryKey: ['notice-layouts'] })
    },
  })
  const { told, word, overtaken, choose } = useOvertaking(save.error, t.layout.save)
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        choose()
        save.mutate()
      }}
    >
      <p>
        {t.layout.basis}: <span lang="vi">{layout.basis}</span>
      </p>
      {!layout.verified && <p role="note">⚠ {t.unverified}</p>}
      <fieldset disabled={!mayChange}>
        <legend>{t.layout.elements}</legend>
        <LookTable layout={layout} own={own} setOwn={setOwn} />
      </fieldset>
      <fieldset disabled={!mayChange}>
        <legend>{t.layout.measures}</legend>
        <ValueTable
          rows={measureNames.map((name) => ({
            name,
            label: `${t.layout.measure[name]} (${t.layout.units[measureUnits[name]]})`,
            ...layout.measures[name],
          }))}
          onChange={(name, value) =>
            setOwn({ ...own, measures: { ...own.measures, [name]: Number(value) } })
          }
        />
      </fieldset>
      <fieldset disabled={!mayChange}>
        <legend>{t.layout.words}</legend>
        <ValueTable
          rows={wordNames.map((name) => ({
            name,
            label: t.layout.word[name],
            ...layout.words[name],
          }))}
          onChange={(name, value) => setOwn({ ...own, words: { ...own.words, [name]: value } })}
        />
      </fieldset>
      {told}
      {mayChange && (
        <div className="row">
          <Button type="submit" look={overtaken ? 'danger' : 'primary'} disabled={save.isPending}>
            {word}
          </Button>
          <Button onClick={() => setOwn({})}>{t.layout.reset}</Button>
        </div>
      )}
    </form>
  )
}

/** The province's own values alone: those whose source is not the shipped one. */
function ownOf({ layout, shipped }: LayoutSetting): OwnLayout {
  const differs = <T extends { source: string }>(a: T | undefined, b: T | undefined) =>
    a?.source !== b?.source
  const own = <N extends string, T extends { source: string }, V>(
    names: readonly N[],
    a: Record<N, T>,
    b: Record<N, T>,
    value: (one: T) => V,
  ) =>
    Object.fromEntries(
      names.filter((name) => differs(a[name], b[name])).map((name) => [name, value(a[name])]),
    )
  return {
    elements: own(
      elementNames,
      layout.elements,
      shipped.elements,
      ({ source: _, ...look }) => look,
    ),
    measures: own(measureNames, layout.measures, shipped.measures, ({ value }) => value),
    words: own(wordNames, layout.words, shipped.words, ({ value }) => value),
  }
}

interface LookProps {
  layout: LayoutSetting['layout']
  own: OwnLayout
  setOwn: (own: OwnLayout) => void
}

function LookTable({ layout, own, setOwn }: LookProps) {
  const t = useTexts(vi, en)
  return (
    <div className="table-frame">
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">{t.layout.name}</th>
            <th scope="col">{t.layout.size}</th>
            <th scope="col">{t.layout.style}</th>
            <th scope="col">{t.layout.upper}</th>
            <th scope="col">{t.layout.source}</th>
          </tr>
        </thead>
        <tbody>
          {elementNames.map((name) => {
            const { source, ...look } = layout.elements[name]
            const label = t.layout.element[name]
            const put = (part: Partial<Look>) =>
              setOwn({ ...own, elements: { ...own.elements, [name]: { ...look, ...part } } })
            return (
              <tr key={name}>
                <th scope="row">{label}</th>
                <td>
                  <input
                    className="input layout-number"
                    type="number"
                    min={6}
                    max={40}
                    step={0.5}
                    aria-label={`${label}: ${t.layout.size}`}
                    value={look.size}
                    onChange={(event) => put({ size: Number(event.target.value) })}
                  />
                </td>
                <td>
                  <select
                    className="input"
                    aria-label={`${label}: ${t.layout.style}`}
                    value={look.style}
                    onChange={(event) => put({ style: event.target.value as Look['style'] })}
                  >
                    {styles.map((style) => (
                      <option key={style} value={style}>
                        {t.layout.styles[style]}
                      </option>
                    ))}
                  </select>
                </td>
                <td>
                  <input
                    type="checkbox"
                    aria-label={`${label}: ${t.layout.upper}`}
                    checked={look.upper}
                    onChange={(event) => put({ upper: event.target.checked })}
                  />
                </td>
                <td className="muted" lang="vi">
                  {source}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

interface ValueRow<N extends string> {
  name: N
  label: string
  value: number | string
  source: string
}

function ValueTable<N extends string>(props: {
  rows: ValueRow<N>[]
  onChange: (name: N, value: string) => void
}) {
  const t = useTexts(vi, en)
  return (
    <div className="table-frame">
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">{t.layout.name}</th>
            <th scope="col">{t.layout.value}</th>
            <th scope="col">{t.layout.source}</th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map(({ name, label, value, source }) => (
            <tr key={name}>
              <th scope="row">{label}</th>
              <td>
                <input
                  className="input"
                  aria-label={label}
                  {...(typeof value === 'number'
                    ? { type: 'number', step: 'any', min: 0, max: 500 }
                    : { type: 'text', maxLength: 100 })}
                  value={value}
                  onChange={(event) => props.onChange(name, event.target.value)}
                />
              </td>
              <td className="muted" lang="vi">
                {source}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
