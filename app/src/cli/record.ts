// `giaoban record …`: heads signed on demand, the export, the public key.
import { createPublicKey } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { systemActor } from '../http/access.ts'
import { writeHeadsFile } from '../record/daily.ts'
import { exportRecord } from '../record/export.ts'
import { fingerprint, headLine, publicText } from '../record/head.ts'
import { listHeads, publishHead } from '../record/heads.ts'
import { signingKey, signingKeyFile } from '../record/signing-key.ts'
import type { Connected } from './connect.ts'
import { print, say } from './output.ts'
import { provinceMeant } from './people.ts'
import { writeProblem } from './problem.ts'
import { recordTexts } from './record-texts.ts'
import type { CliTexts, Language } from './texts.ts'

interface Given {
  province?: string
  file?: string | undefined
}

type Run = (connected: Connected, given: Given, t: CliTexts, language: Language) => Promise<void>

const head: Run = async ({ database, config }, given, t, language) => {
  const province = await provinceMeant(database, given.province, t)
  const { statement } = await publishHead(database, province, signingKey(config.dataFolder))
  const { number, day, count, hash } = statement
  const file = await writeHeadsFile(database, config.dataFolder, province)
  const words = recordTexts[language]
  await print(`${words.signed(number, day, count, hash)}\n${words.headsIn(file)}\n`)
}

const heads: Run = async ({ database }, given, t) => {
  const province = await provinceMeant(database, given.province, t)
  for (const one of await listHeads(database.db, province)) await print(`${headLine(one)}\n`)
}

const exportTo: Run = async ({ database }, given, t, language) => {
  const province = await provinceMeant(database, given.province, t)
  const lines = exportRecord(database.db, systemActor(province.province_id))
  if (given.file === undefined) {
    for await (const part of lines) await print(part)
    return
  }
  const path = resolve(given.file)
  const links = await writeWhole(path, lines, t)
  say(recordTexts[language].exported(path, links))
}

/** Into a file beside its place, which it takes when it is whole. Returns how many links it has. */
async function writeWhole(path: string, lines: AsyncGenerator<string>, t: CliTexts) {
  let links = 0
  try {
    const file = await open(`${path}.new`, 'w', 0o600)
    try {
      for await (const part of lines) {
        links += part.match(/"type":"link"/g)?.length ?? 0
        await file.writeFile(part)
      }
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(`${path}.new`, path)
    return links
  } catch (error) {
    await rm(`${path}.new`, { force: true })
    throw writeProblem(error, path, t)
  }
}

const key: Run = async ({ config }, _given, _t, language) => {
  const words = recordTexts[language]
  const own = signingKey(config.dataFolder)
  const pem = createPublicKey(own).export({ type: 'spki', format: 'pem' })
  await print(String(pem))
  say(words.fingerprint(fingerprint(publicText(own))))
  say(words.keepApart(signingKeyFile(config.dataFolder)))
}

/** Each subcommand's work. */
export const recordCommands = { head, heads, export: exportTo, key }
