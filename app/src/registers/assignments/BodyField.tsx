// A body of the province, found by typing.
import { Combobox } from '../../web/ui/Combobox.tsx'
import { bodyOptions, useBodies } from '../organisations/useBodies.tsx'

interface BodyFieldProps {
  label: string
  value: string | null
  onChange: (value: string | null) => void
}

/** The bodies that stand today; null while none is chosen. */
export function BodyField(props: BodyFieldProps) {
  const { data } = useBodies(null)
  return <Combobox options={bodyOptions(data?.bodies ?? [])} {...props} />
}
