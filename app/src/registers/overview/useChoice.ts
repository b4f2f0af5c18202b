// What a screen shows, as its address says it: kept there, so that it can be sent on.
import { useSearchParams } from 'wouter'

/** What the address says, and how to say another thing of one name, the others left. */
export function useChoice(): [URLSearchParams, (name: string, value: string) => void] {
  const [parameters, setParameters] = useSearchParams()
  const choose = (name: string, value: string) =>
    setParameters(
      (now) => {
        now.set(name, value)
        return now
      },
      { replace: true },
    )
  return [parameters, choose]
}
