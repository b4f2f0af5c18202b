// The key that heads are signed with: a file in the data folder. It is never in the database, so whoever
// can write the database cannot sign, and never in a backup, which travels.
import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeKeyFile } from '../database/key-file.ts'
import { StartProblem } from '../database/problem.ts'

/** Where the key lies in a data folder. */
export const signingKeyFile = (dataFolder: string): string =>
  join(dataFolder, 'keys', 'record-signing-key.pem')

/**
 * The installation's Ed25519 key, made at the first call (mode 0600). Two processes that make it at once
 * end with the same one. `StartProblem` where the file is there and is no such key: a new one is never put
 * in its place unseen.
 */
export function signingKey(dataFolder: string): KeyObject {
  const file = signingKeyFile(dataFolder)
  makeKeyFile(file, () =>
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }),
  )
  try {
    const key = createPrivateKey(readFileSync(file))
    if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${key.asymmetricKeyType}`)
    return key
  } catch (error) {
    const why = (error as Error).message
    throw new StartProblem(
      `Không dùng được khóa ký nhật ký ${file} (${why}). Lấy lại từ bản cất riêng; nếu đã mất, chuyển tệp đi nơi khác, khóa mới sẽ được tạo và cần công bố vân tay mới.`,
      `The record's signing key ${file} cannot be used (${why}). Put it back from where it is kept; where it is lost, move the file away: a new key is made, and its fingerprint has to be made known.`,
      error,
    )
  }
}
