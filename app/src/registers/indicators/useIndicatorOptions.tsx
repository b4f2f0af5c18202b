// The catalogue of indicators, for choosing one by typing.
import { useQuery } from '@tanstack/react-query'
import { request } from '../../web/api.ts'
import { useLanguage } from '../../web/language.tsx'
import type { Option } from '../../web/ui/Combobox.tsx'
import type { IndicatorView, indicatorRoutes } from './contract.ts'

/** All of them, as the server lists them; none until they are there. */
export function useIndicators(): IndicatorView[] {
  const { data } = useQuery({
    queryKey: ['indicators', 'all'],
    queryFn: ({ signal }) =>
      request<typeof indicatorRoutes.list>('get', '/api/indicators', { signal }),
  })
  return data?.indicators ?? []
}

/** By either name, and by the words that reports use. */
export function useIndicatorOptions(): Option[] {
  const { language } = useLanguage()
  return useIndicators().map((one) => ({
    value: one.id,
    label: language === 'en' ? one.nameEn || one.nameVi : one.nameVi,
    also: [one.nameVi, ...one.synonyms],
  }))
}
