// What the words of findings refer to: quantities by the reader's id, names of indicators and
// topics in the language of the screen. Stays the same object while decisions are made.
import type { Quantity } from '@giaoban/reader'
import { useMemo } from 'react'
import type { IndicatorView } from '../registers/indicators/contract.ts'
import { unitName } from '../registers/indicators/unit-names.ts'
import { useLanguage, useTexts } from '../web/language.tsx'
import type { Option } from '../web/ui/Combobox.tsx'
import type { FindingView } from './contract.ts'
import { en, vi } from './texts.ts'
import type { Lookup } from './words.ts'

interface Topic {
  code: string
  nameVi: string
  nameEn: string
}

export function useLookup(
  text: string,
  findings: readonly FindingView[],
  indicators: readonly IndicatorView[],
  topics: readonly Topic[],
): { lookup: Lookup; indicatorOptions: Option[]; topicOptions: Option[] } {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const found = findings.filter((one) => one.kind === 'quantity')
  // What the reader found does not change, only how many there are (after reading again).
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const quantities = useMemo(
    () => new Map(found.map((one) => [String(one.payload.id), one.payload as unknown as Quantity])),
    [found.length, text],
  )
  return useMemo(() => {
    const inEnglish = language === 'en'
    const name = (one: { nameVi: string; nameEn: string }) => (inEnglish ? one.nameEn : one.nameVi)
    const indicatorNames = new Map(indicators.map((one) => [one.code, name(one)]))
    const topicNames = new Map(topics.map((one) => [one.code, name(one)]))
    return {
      lookup: {
        text,
        language,
        t,
        quantity: (id) => quantities.get(id),
        indicatorName: (code) => indicatorNames.get(code),
        topicName: (code) => topicNames.get(code),
      },
      indicatorOptions: indicators.map((one) => ({
        value: one.code,
        label: name(one),
        note: unitName(one.unit, language),
        also: [one.nameVi, one.nameEn, ...one.synonyms],
      })),
      topicOptions: topics.map((one) => ({
        value: one.code,
        label: name(one),
        also: [one.nameVi, one.nameEn],
      })),
    }
  }, [text, language, t, quantities, indicators, topics])
}
