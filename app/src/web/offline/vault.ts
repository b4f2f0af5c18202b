// The encrypted store of this browser. Everything lies in IndexedDB under AES-256-GCM; only ids and sizes can
// be read without the key. `copies` have a key that is made here and never leaves; it goes with the first
// wipe, and with it all that it opened. `outbox` holds notes that are not on the server yet: its key comes from
// the server for each account, so that after a wipe only who signs in again can open them.

type StoreName = 'keys' | 'copies' | 'outbox'

interface Sealed {
  iv: Uint8Array<ArrayBuffer>
  bytes: ArrayBuffer
}

const name = 'giaoban-tablet'

/** Whether this browser can: over plain http it offers neither keys nor a store of its own for pages. */
export const vaultPossible = (): boolean =>
  window.isSecureContext && 'indexedDB' in window && crypto.subtle !== undefined

let opened: Promise<IDBDatabase> | null = null

function database(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1)
    request.onupgradeneeded = () => {
      for (const store of ['keys', 'copies', 'outbox']) request.result.createObjectStore(store)
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  return opened
}

async function run<T>(
  store: StoreName,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const db = await database()
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(store, mode, { durability: 'strict' })
    const request = work(transaction.objectStore(store))
    transaction.oncomplete = () => resolve(request.result)
    transaction.onabort = () => reject(transaction.error)
    transaction.onerror = () => reject(transaction.error)
  })
}

const copiesKey = 'copies'
const outboxKey = (account: string): string => `outbox:${account}`

/** Makes the key of the copies anew; what an earlier one opened is gone. */
export async function makeCopiesKey(): Promise<void> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
  await run('copies', 'readwrite', (store) => store.clear())
  await run('keys', 'readwrite', (store) => store.put(key, copiesKey))
}

/** Keeps the account's outbox key, 32 bytes in base64 as the server gave it; it cannot be read back. */
export async function keepOutboxKey(account: string, base64: string): Promise<void> {
  if (!(await hasCopies())) return
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
  await run('keys', 'readwrite', (store) => store.put(key, outboxKey(account)))
}

const keyOf = (id: string): Promise<CryptoKey | undefined> =>
  run('keys', 'readonly', (store) => store.get(id))

async function seal(key: CryptoKey, label: string, plain: BufferSource): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const additionalData = new TextEncoder().encode(label)
  const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plain)
  return { iv, bytes }
}

function unseal(key: CryptoKey, label: string, { iv, bytes }: Sealed): Promise<ArrayBuffer> {
  const additionalData = new TextEncoder().encode(label)
  return crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, bytes)
}

/** Keeps bytes under a name. Does nothing once the key is gone: a download that a wipe overtook ends there. */
export async function putCopy(label: string, plain: BufferSource): Promise<void> {
  const key = await keyOf(copiesKey)
  if (!key) return
  const sealed = await seal(key, label, plain)
  if (await keyOf(copiesKey)) await run('copies', 'readwrite', (store) => store.put(sealed, label))
}

/** The bytes under a name; null where there are none, or none that the present key opens. */
export async function getCopy(label: string): Promise<ArrayBuffer | null> {
  const key = await keyOf(copiesKey)
  const sealed =
    key && (await run<Sealed | undefined>('copies', 'readonly', (store) => store.get(label)))
  if (!key || !sealed) return null
  return unseal(key, label, sealed).catch(() => null)
}

export const putCopyJson = (label: string, value: unknown): Promise<void> =>
  putCopy(label, new TextEncoder().encode(JSON.stringify(value)))

export async function getCopyJson<T>(label: string): Promise<T | null> {
  const bytes = await getCopy(label)
  return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as T)
}

export async function copyNames(): Promise<string[]> {
  return (await run('copies', 'readonly', (store) => store.getAllKeys())).map(String)
}

export async function deleteCopy(label: string): Promise<void> {
  await run('copies', 'readwrite', (store) => store.delete(label))
}

/** Whether there are copies that a key opens. */
export const hasCopies = async (): Promise<boolean> => (await keyOf(copiesKey)) !== undefined

/** Takes all keys and all copies away; notes that were not sent stay, for their account to open again. */
export async function wipeVault(): Promise<void> {
  await run('keys', 'readwrite', (store) => store.clear())
  await run('copies', 'readwrite', (store) => store.clear())
}

/** Keeps something for the server; `label` begins with the account's id. */
export async function putWaiting(account: string, id: string, value: unknown): Promise<void> {
  const key = await keyOf(outboxKey(account))
  if (!key) throw new Error('The outbox has no key.')
  const label = `${account}:${id}`
  const sealed = await seal(key, label, new TextEncoder().encode(JSON.stringify(value)))
  await run('outbox', 'readwrite', (store) => store.put(sealed, label))
}

/** All that waits for the server, of this account; what its key does not open is left alone. */
export async function waitingOf<T>(account: string): Promise<Map<string, T>> {
  const key = await keyOf(outboxKey(account))
  const found = new Map<string, T>()
  if (!key) return found
  for (const label of (await run('outbox', 'readonly', (store) => store.getAllKeys())).map(
    String,
  )) {
    if (!label.startsWith(`${account}:`)) continue
    const sealed = await run<Sealed | undefined>('outbox', 'readonly', (store) => store.get(label))
    const bytes = sealed && (await unseal(key, label, sealed).catch(() => null))
    if (bytes) {
      found.set(label.slice(account.length + 1), JSON.parse(new TextDecoder().decode(bytes)) as T)
    }
  }
  return found
}

export async function deleteWaiting(account: string, id: string): Promise<void> {
  await run('outbox', 'readwrite', (store) => store.delete(`${account}:${id}`))
}
