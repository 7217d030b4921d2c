import { useEffect, useState } from 'react'

/** True once `isOn` has been true for a while: what is quick shows nothing. */
export function useDelayed(isOn: boolean, milliseconds = 300): boolean {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    if (!isOn) {
      setLate(false)
      return
    }
    const timer = setTimeout(() => setLate(true), milliseconds)
    return () => clearTimeout(timer)
  }, [isOn, milliseconds])
  return isOn && isLate
}
