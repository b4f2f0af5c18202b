// The key that secrets of second factors are sealed with: a file in the data folder, never in the
// database or a backup, so that neither of them alone opens a sign-in.
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeKeyFile } from './database/key-file.ts'
import { StartProblem } from './database/problem.ts'

/**
 * The installation's key of 32 bytes, made at the first call (mode 0600). Two processes that make it at
 * once end with the same one. `StartProblem` where the file is there and is no such key.
 */
export function factorKey(dataFolder: string): Buffer {
  const file = join(dataFolder, 'keys', 'second-factor-key')
  makeKeyFile(file, () => `${randomBytes(32).toString('hex')}\n`)
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex')
  if (key.length === 32) return key
  throw new StartProblem(
    `Khóa xác thực hai bước ${file} bị hỏng. Lấy lại từ bản cất riêng; nếu đã mất, chuyển tệp đi nơi khác rồi đặt lại xác thực hai bước cho các tài khoản.`,
    `The key of second factors ${file} is damaged. Put it back from where it is kept; where it is lost, move the file away and reset the second factor of the accounts.`,
  )
}
