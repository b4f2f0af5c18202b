// A real SMTP server on loopback, and what arrived in its mailbox.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import type { MailServer } from '../src/post/smtp.ts'

export interface Mailbox {
  server: MailServer
  /** Whole mails that the server took, with the recipient of the envelope. */
  arrived: { to: string; mail: ParsedMail }[]
  close(): Promise<void>
}

/** `taken` is called with each whole mail before it is acknowledged; what it throws is the answer. */
export async function mailServer(
  options: SMTPServerOptions & { tls?: MailServer['tls']; port?: number } = {},
  taken: (to: string) => void | Promise<void> = () => undefined,
): Promise<Mailbox> {
  const arrived: Mailbox['arrived'] = []
  const { tls = 'none', port = 0, ...rest } = options
  const server = new SMTPServer({
    authOptional: true,
    logger: false,
    ...(tls === 'none' ? { disabledCommands: ['STARTTLS'] } : {}),
    secure: tls === 'implicit',
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', async () => {
        const to = session.envelope.rcptTo.map((one) => one.address).join()
        try {
          await taken(to)
          arrived.push({ to, mail: await simpleParser(Buffer.concat(parts)) })
          done()
        } catch (error) {
          done(error as Error)
        }
      })
    },
    ...rest,
  })
  // Clients that are killed, or that do not trust it, break the line.
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.server.address() as AddressInfo
  return {
    arrived,
    server: {
      host: 'localhost',
      port: address.port,
      tls,
      ca: null,
      user: null,
      password: null,
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** A refusal as an SMTP server says it. */
export const refusal = (responseCode: number, words: string): Error =>
  Object.assign(new Error(words), { responseCode })

/** A key and a certificate for `localhost` that nobody vouches for. */
export function ownCertificate(): { key: string; cert: string } {
  const folder = mkdtempSync(join(tmpdir(), 'giaoban-mail-'))
  try {
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
    execFileSync(
      'openssl',
      [
        ...[
          'req',
          '-x509',
          '-newkey',
          'rsa:2048',
          '-nodes',
          '-days',
          '2',
          '-subj',
          '/CN=localhost',
        ],
        ...['-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', cert],
      ],
      { stdio: 'ignore' },
    )
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
