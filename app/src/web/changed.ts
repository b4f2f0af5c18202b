// What a form sends of an entry that stands: only what was changed in it.

/**
 * The values of `now` that differ from those of `before`. For what a form may not have been shown: an unchanged empty
 * field is no wish to empty it.
 */
export function changed<T extends object>(before: T, now: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(now).filter(([name, value]) => value !== before[name as keyof T]),
  ) as Partial<T>
}
