// What was typed in this browser and is not on the server yet: told before somebody signs out, wiped after.
// Each tab keeps its own, so tabs ask one another.
import { type Unsent, unsentOn, wipeUnsent } from '../registers/sitting/drafts.ts'

const name = 'giaoban.unsent'

/** Milliseconds in which the other tabs answer. */
const patience = 200

/** This tab; a channel hears its own tab as well. */
const tab = crypto.getRandomValues(new Uint32Array(2)).join('')

type Said =
  | { say: 'ask'; account: string; question: string; from: string }
  | { say: 'have'; question: string; unsent: Unsent[] }
  | { say: 'wipe'; account: string }

const accounts = new Set<string>()
let listening = false

/**
 * Answers other tabs about an account from now on, also once it is signed out: what is to be wiped may be told after
 * this tab has noticed.
 */
export function answerTabs(account: string): void {
  accounts.add(account)
  if (listening) return
  listening = true
  const channel = new BroadcastChannel(name)
  channel.onmessage = ({ data }: MessageEvent<Said>) => {
    if (data.say === 'have' || !accounts.has(data.account)) return
    if (data.say === 'wipe') wipeUnsent(sessionStorage, data.account)
    else if (data.from !== tab) {
      const unsent = unsentOn(sessionStorage, data.account)
      channel.postMessage({ say: 'have', question: data.question, unsent } satisfies Said)
    }
  }
}

/** What an account has not sent yet, in this tab and in the others that answer. */
export async function unsentOf(account: string): Promise<Unsent[]> {
  const found = unsentOn(sessionStorage, account)
  const channel = new BroadcastChannel(name)
  const question = crypto.getRandomValues(new Uint32Array(2)).join('')
  channel.onmessage = ({ data }: MessageEvent<Said>) => {
    if (data.say === 'have' && data.question === question) found.push(...data.unsent)
  }
  channel.postMessage({ say: 'ask', account, question, from: tab } satisfies Said)
  await new Promise((resolve) => setTimeout(resolve, patience))
  channel.close()
  return found
}

/** Wipes it in all tabs. */
export function wipeUnsentOf(account: string): void {
  wipeUnsent(sessionStorage, account)
  const channel = new BroadcastChannel(name)
  channel.postMessage({ say: 'wipe', account } satisfies Said)
  channel.close()
}
