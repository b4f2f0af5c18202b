// The bodies of a day for every screen that shows or offers them.
import { useQuery } from '@tanstack/react-query'
import { request } from '../../web/api.ts'
import type { Option } from '../../web/ui/Combobox.tsx'
import type { BodyLine, organisationRoutes } from './contract.ts'

/** The bodies of a day; of today where none is given. Kept while another day is fetched. */
export function useBodies(on: string | null, since: string | null = null) {
  return useQuery({
    queryKey: ['bodies', on, since],
    queryFn: ({ signal }) =>
      request<typeof organisationRoutes.list>('get', '/api/organisations', {
        query: { on, since },
        signal,
      }),
    placeholderData: (former) => former,
  })
}

/** Bodies as a person chooses one by typing. */
export const bodyOptions = (bodies: readonly BodyLine[]): Option[] =>
  bodies.map((body) => ({
    value: body.id,
    label: body.name,
    also: body.also,
    ...(body.code ? { note: body.code } : {}),
  }))
