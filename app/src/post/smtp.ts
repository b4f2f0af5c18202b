// One connection to the mail server: TLS checked, each mail handed over and its fate told.
import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { type Fate, fateOf, type SmtpFailure } from '../registers/mail/outbox.ts'

export interface MailServer {
  host: string
  port: number
  /**
   * `implicit`: TLS from the first byte; `starttls`: nothing is said before TLS is on; `none`: the line is closed by
   * other means, or leads nowhere else.
   */
  tls: 'implicit' | 'starttls' | 'none'
  /** Certificates of one's own authority, PEM; null: those that Node trusts. */
  ca: string | null
  user: string | null
  password: string | null
}

export interface Sender {
  name: string
  address: string
}

/** Milliseconds to wait for a connection, for the greeting, and for each reply (RFC 5321, 4.5.3.2). */
export interface Patience {
  connect: number
  greeting: number
  reply: number
}

export const usualPatience: Patience = { connect: 30_000, greeting: 60_000, reply: 600_000 }

export interface OutgoingMail {
  messageId: string
  to: { name: string; address: string }
  subject: string
  text: string
  language: 'vi' | 'en'
  attachment: { name: string; type: string; content: string } | null
}

export interface OpenLine {
  send(from: Sender, mail: OutgoingMail, at: Date): Promise<Fate>
  close(): void
}

/**
 * Connects, checks the certificate, signs in. Throws an `SmtpFailure` where one of them fails. `cut` ends the line at
 * once, whatever it waits for.
 */
export async function openLine(
  server: MailServer,
  patience: Patience = usualPatience,
  cut: AbortSignal = new AbortController().signal,
): Promise<OpenLine> {
  const connection = new SMTPConnection({
    host: server.host,
    port: server.port,
    secure: server.tls === 'implicit',
    requireTLS: server.tls === 'starttls',
    ignoreTLS: server.tls === 'none',
    tls: server.ca === null ? {} : { ca: server.ca },
    connectionTimeout: patience.connect,
    greetingTimeout: patience.greeting,
    socketTimeout: patience.reply,
  })
  const ended = new Promise<never>((_, reject) => {
    const end = () => reject(new Error('this server ends'))
    if (cut.aborted) end()
    cut.addEventListener('abort', end, { once: true })
  })
  ended.catch(() => connection.close())
  const broken = new Promise<never>((_, reject) => connection.once('error', reject))
  // Told to whoever waits for it; a line that breaks while nobody does fails the next mail.
  broken.catch(() => undefined)
  connection.on('error', () => undefined)
  try {
    await Promise.race([ended, broken, called((done) => connection.connect(done))])
    if (server.user !== null) {
      const auth = { user: server.user, pass: server.password ?? '' }
      await Promise.race([ended, broken, called((done) => connection.login(auth, done))])
    }
  } catch (error) {
    connection.close()
    throw error
  }
  return {
    send: (from, mail, at) => handOver(connection, ended, from, mail, at),
    close: () => connection.quit(),
  }
}

async function handOver(
  connection: SMTPConnection,
  ended: Promise<never>,
  from: Sender,
  mail: OutgoingMail,
  at: Date,
): Promise<Fate> {
  const text = await written(from, mail, at)
  let begun = false
  // Read only once the server has said to go on.
  const message = new Readable({
    read() {
      begun = true
      this.push(text)
      this.push(null)
    },
  })
  const envelope = { from: from.address, to: [mail.to.address], size: text.length }
  try {
    await Promise.race([ended, called((done) => connection.send(envelope, message, done))])
    return { kind: 'sent' }
  } catch (error) {
    return fateOf(error as SmtpFailure, begun)
  }
}

/** The mail as it travels (RFC 5322, MIME); told as made by a program, so that no other program answers it. */
export function written(from: Sender, mail: OutgoingMail, at: Date): Promise<Buffer> {
  const { attachment } = mail
  return new MailComposer({
    from,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    messageId: mail.messageId,
    date: at,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': mail.language,
    },
    attachments: attachment
      ? [{ filename: attachment.name, contentType: attachment.type, content: attachment.content }]
      : [],
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build()
}

/** A function that ends with a callback, as a promise. */
function called(work: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    work((error) => (error ? reject(error) : resolve()))
  })
}
