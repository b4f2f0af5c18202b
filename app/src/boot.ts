// From a configuration to an open, migrated database: shared by the server and the command line.
import { accessSync, constants, mkdirSync } from 'node:fs'
import { type Config, isLoopback } from './config.ts'
import { connectAs, type Pools } from './database/connect-as.ts'
import { startEmbedded, type Watch } from './database/embedded.ts'
import { lockFolder } from './database/lock.ts'
import { ChangedMigration, migrate } from './database/migrate.ts'
import { type Connection, type Database, openDatabase } from './database/open.ts'
import { StartProblem } from './database/problem.ts'

export interface Running extends Pools {
  /** Closes the pools, stops the embedded PostgreSQL, releases the folder. */
  close(): Promise<void>
}

/** Makes the data folder, takes its lock, starts PostgreSQL where it is ours, brings it up to date. */
export async function openEverything(
  config: Pick<Config, 'dataFolder' | 'databaseUrl'>,
  onError: (error: Error) => void = () => undefined,
  watch?: Watch,
): Promise<Running> {
  if (config.databaseUrl) return openGiven(config.databaseUrl, onError)
  makeFolder(config.dataFolder)
  const release = lockFolder(config.dataFolder)
  try {
    const embedded = await startEmbedded(config.dataFolder, [], watch)
    try {
      const owner = openDatabase(embedded.connection, { onError })
      const pools = await upToDate(embedded.connection, owner, onError)
      return {
        ...pools,
        async close() {
          await pools.close()
          await embedded.stop()
          release()
        },
      }
    } catch (error) {
      await embedded.stop()
      throw error
    }
  } catch (error) {
    release()
    throw error
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o711 })
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    const why = (error as Error).message
    throw new StartProblem(
      `Không ghi được vào thư mục dữ liệu ${folder} (${why}). Cấp quyền ghi hoặc chọn thư mục khác bằng --data.`,
      `The data folder ${folder} cannot be written (${why}). Give write permission, or choose another with --data.`,
      error,
    )
  }
}

/** Migrated as the owner, then the application's own role; the owner's pool is closed where it fails. */
async function upToDate(
  connection: Connection,
  owner: Database,
  onError: (error: Error) => void,
): Promise<Pools> {
  try {
    await bringUpToDate(owner)
    return await connectAs(connection, owner, { onError })
  } catch (error) {
    await owner.close()
    throw error
  }
}

/** A server of the user's own: reached, new enough, brought up to date. */
async function openGiven(url: string, onError: (error: Error) => void): Promise<Pools> {
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) {
    throw new StartProblem(
      'DATABASE_URL không phải là địa chỉ PostgreSQL. Viết dạng postgres://người_dùng:mật_khẩu@máy_chủ:5432/cơ_sở_dữ_liệu.',
      'DATABASE_URL is no PostgreSQL address. Write postgres://user:password@server:5432/database.',
    )
  }
  refuseOpenLine(new URL(url))
  const database = openDatabase(url, { onError })
  try {
    const { host, pathname } = new URL(url)
    const version = await versionOf(database, `${host}${pathname}`)
    if (version < oldestServer * 10_000) {
      throw new StartProblem(
        `Máy chủ PostgreSQL ở DATABASE_URL là bản ${Math.floor(version / 10_000)}; cần bản ${oldestServer} trở lên. Chưa có gì bị thay đổi.`,
        `The PostgreSQL server at DATABASE_URL is version ${Math.floor(version / 10_000)}; ${oldestServer} or newer is needed. Nothing was changed.`,
      )
    }
  } catch (error) {
    await database.close()
    throw error
  }
  return upToDate(url, database, onError)
}

/**
 * Papers and passwords do not travel open, nor to whoever answers (fault plan D11): a server on another
 * machine is reached by TLS with its certificate checked, or `sslmode=disable` says that the line is closed
 * by other means. The other modes would do one thing and look like another.
 */
function refuseOpenLine({ hostname, searchParams }: URL): void {
  const host = searchParams.get('host') ?? decodeURIComponent(hostname)
  const mode = searchParams.get('sslmode')
  if (mode !== null && ['verify-full', 'verify-ca', 'require', 'disable'].includes(mode)) return
  if (mode === null && (host === '' || host.startsWith('/') || isLoopback(host))) return
  throw new StartProblem(
    `PostgreSQL ở máy khác (${host}) phải nối qua TLS có kiểm tra chứng thư: thêm ?sslmode=verify-full (và &sslrootcert=TỆP nếu chứng thư do tỉnh tự cấp) vào DATABASE_URL; nếu đường nối đã được bảo vệ bằng cách khác thì ghi rõ ?sslmode=disable. Chưa có gì bị thay đổi.`,
    `PostgreSQL on another machine (${host}) is reached by TLS with its certificate checked: add ?sslmode=verify-full (and &sslrootcert=FILE for a certificate of the province's own) to DATABASE_URL; where the line is protected by other means say so with ?sslmode=disable. Nothing was changed.`,
  )
}

/** Oldest major version of PostgreSQL that is served. */
const oldestServer = 16

async function versionOf(database: Database, place: string): Promise<number> {
  try {
    const { rows } = await database.pool.query('show server_version_num')
    return Number(rows[0].server_version_num)
  } catch (error) {
    const why = reasonOf(error)
    throw new StartProblem(
      `Không nối được tới PostgreSQL ở DATABASE_URL (${place}): ${why}. Kiểm tra địa chỉ, mật khẩu và máy chủ. Chưa có gì bị thay đổi.`,
      `PostgreSQL at DATABASE_URL (${place}) cannot be reached: ${why}. Check the address, the password and the server. Nothing was changed.`,
      error,
    )
  }
}

/** A name with several addresses fails with one error for each and no words of its own. */
function reasonOf(error: unknown): string {
  const { errors } = error as { errors?: Error[] }
  return (error as Error).message || errors?.map((one) => one.message).join('; ') || String(error)
}

async function bringUpToDate(database: Database): Promise<void> {
  try {
    await migrate(database.pool)
  } catch (error) {
    if (error instanceof ChangedMigration) {
      throw new StartProblem(
        `Cơ sở dữ liệu được tạo bởi một bản khác của Giao Ban (${error.message}). Chạy đúng bản đã tạo, hoặc khôi phục từ bản sao lưu.`,
        `The database was made by another edition of Giao Ban (${error.message}). Run that edition, or restore a backup.`,
        error,
      )
    }
    const why = reasonOf(error)
    throw new StartProblem(
      `Không mở được cơ sở dữ liệu: ${why}. Chưa có gì bị thay đổi.`,
      `The database could not be opened: ${why}. Nothing was changed.`,
      error,
    )
  }
}
