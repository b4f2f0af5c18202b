// The identity provider as it answers on the network (OpenID Connect, authorization code with PKCE).
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import type { Logger } from 'pino'
import { Problem } from '../problem.ts'

export interface SsoSettings {
  /** `https://sso.tinh.gov.vn/realms/tinh`. */
  issuer: string
  clientId: string
  clientSecret: string
  /** What people call it: the word on the button. */
  name: string
  /** The public address of this server, without a path: people come back to it. */
  url: string
}

/** What a browser keeps while its owner is at the provider. */
export interface Flow {
  state: string
  nonce: string
  verifier: string
  provinceId?: number | undefined
}

export interface Identity {
  subject: string
  email: string | null
  /** The provider says that it asked for more than one factor (RFC 8176). */
  manyFactors: boolean
}

/** Asks the provider for its endpoints at the first use, and again after it could not be reached. */
export class Provider {
  readonly settings: SsoSettings
  #log: Logger
  #found: Promise<Configuration> | null = null

  constructor(settings: SsoSettings, log: Logger) {
    this.settings = settings
    this.#log = log
  }

  #configuration(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.settings
    const server = new URL(issuer)
    const loopback = ['127.0.0.1', '[::1]', 'localhost'].includes(server.hostname)
    this.#found ??= discovery(server, clientId, clientSecret, undefined, {
      execute: loopback ? [allowInsecureRequests] : [],
      timeout: 10,
    }).catch((error: Error) => {
      this.#found = null
      this.#log.warn({ err: error }, 'the identity provider does not answer')
      throw new Problem('ssoAway')
    })
    return this.#found
  }

  /** Where to send the browser, and what it has to keep until it comes back. */
  async begin(provinceId?: number): Promise<{ address: string; flow: Flow }> {
    const configuration = await this.#configuration()
    const flow = {
      state: randomState(),
      nonce: randomNonce(),
      verifier: randomPKCECodeVerifier(),
      provinceId,
    }
    const address = buildAuthorizationUrl(configuration, {
      redirect_uri: `${this.settings.url}/sso`,
      scope: 'openid email',
      state: flow.state,
      nonce: flow.nonce,
      code_challenge: await calculatePKCECodeChallenge(flow.verifier),
      code_challenge_method: 'S256',
    })
    return { address: address.href, flow }
  }

  /**
   * Whom the provider vouches for, by what it sent the browser back with (`?code=…&state=…`).
   * `ssoFailed` where it is not an answer to this browser's question.
   */
  async finish(query: string, flow: Flow): Promise<Identity> {
    const configuration = await this.#configuration()
    const came = new URL(`${this.settings.url}/sso`)
    came.search = query
    try {
      const tokens = await authorizationCodeGrant(configuration, came, {
        expectedState: flow.state,
        expectedNonce: flow.nonce,
        pkceCodeVerifier: flow.verifier,
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      if (!claims) throw new Error('no claims')
      const told =
        typeof claims.email === 'string'
          ? claims
          : await fetchUserInfo(configuration, tokens.access_token, claims.sub)
      const verified = told.email_verified === true && typeof told.email === 'string'
      return {
        subject: claims.sub,
        email: verified ? String(told.email) : null,
        manyFactors: Array.isArray(claims.amr) && claims.amr.includes('mfa'),
      }
    } catch (error) {
      this.#log.warn({ err: error }, 'a sign-in through the identity provider failed')
      throw new Problem('ssoFailed')
    }
  }
}
