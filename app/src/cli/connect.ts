// The database for a command: the running server's where it runs, else started for the moment.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openEverything, type Running } from '../boot.ts'
import { type Config, readConfig } from '../config.ts'
import { holderOf } from '../database/lock.ts'
import { openDatabase } from '../database/open.ts'
import { StartProblem } from '../database/problem.ts'

/** Switches that every command on the database takes. */
export interface Place {
  data?: string
  sample?: boolean
}

/** Where data and database are, by the switches and the environment of the server. */
export function configOf(place: Place): Config {
  const args = [
    ...(place.data ? ['--data', place.data] : []),
    ...(place.sample ? ['--sample'] : []),
  ]
  return readConfig(args, process.env)
}

export interface Connected extends Running {
  config: Config
  /** Process id of the server that holds the data folder, or null. */
  server: number | null
}

/** Opens the database; `close()` leaves everything as it was found. */
export async function connect(place: Place): Promise<Connected> {
  const config = configOf(place)
  const server = config.databaseUrl ? null : holderOf(config.dataFolder)
  if (server === null) return { ...(await openEverything(config)), config, server }
  const database = openDatabase(runningConnection(config.dataFolder), { size: 4 })
  return { database, close: () => database.close(), config, server }
}

/** The embedded PostgreSQL of a running server, as its own files describe it. */
function runningConnection(folder: string) {
  const pidFile = join(folder, 'postgres', 'postmaster.pid')
  const passwordFile = join(folder, 'keys', 'database-password')
  if (!existsSync(pidFile) || !existsSync(passwordFile)) {
    throw new StartProblem(
      `Máy chủ trên ${folder} đang khởi động hoặc đang dừng. Thử lại sau ít giây.`,
      `The server on ${folder} is starting or stopping. Try again in some seconds.`,
    )
  }
  const [, , , port, socket, address] = readFileSync(pidFile, 'utf8').split('\n')
  return {
    host: socket?.trim() || address?.trim() || '127.0.0.1',
    port: Number(port),
    user: 'giaoban',
    password: readFileSync(passwordFile, 'utf8').trim(),
    database: 'giaoban',
  }
}
