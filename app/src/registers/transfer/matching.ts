// Which body or person a cell means.
import type { BodyLine } from '../organisations/contract.ts'

/** A cell or name as it is compared: letters, case and spaces of one kind. */
export const plain = (text: string): string =>
  text.normalize('NFC').trim().toLocaleLowerCase('vi').replace(/\s+/g, ' ')

/** Bodies by code, by name, by other names: the first of these that finds any counts. */
export class BodyNames {
  readonly #codes = new Map<string, BodyLine[]>()
  readonly #names = new Map<string, BodyLine[]>()
  readonly #others = new Map<string, BodyLine[]>()

  constructor(bodies: readonly BodyLine[]) {
    for (const body of bodies) this.add(body)
  }

  add(body: BodyLine): void {
    if (body.code) put(this.#codes, body.code, body)
    put(this.#names, body.name, body)
    for (const name of new Set(body.also)) put(this.#others, name, body)
  }

  find(text: string): BodyLine[] {
    const key = plain(text)
    return this.#codes.get(key) ?? this.#names.get(key) ?? this.#others.get(key) ?? []
  }

  /** The name where it means this body alone, else its code, else the name all the same. */
  shortest(body: Pick<BodyLine, 'name' | 'code'>): string {
    return this.find(body.name).length > 1 && body.code ? body.code : body.name
  }

  /** As `shortest`, for a body named elsewhere. */
  shortestOf({ id, name }: { id: string; name: string }): string {
    const body = this.find(name).find((one) => one.id === id)
    return body ? this.shortest(body) : name
  }
}

function put(map: Map<string, BodyLine[]>, text: string, body: BodyLine): void {
  const key = plain(text)
  map.set(key, [...(map.get(key) ?? []), body])
}

interface Named {
  name: string
  phone: string | null
  email: string | null
}

/** A person is known by name with telephone or e-mail where the cell gives one, else by name alone. */
export const personKey = {
  of: ({ name, phone, email }: Named): string => plain(`${name} ${email ?? phone ?? ''}`),
  all: ({ name, phone, email }: Named): string[] => [
    ...new Set([name, `${name} ${email ?? ''}`, `${name} ${phone ?? ''}`].map(plain)),
  ],
}
