import { allowInsecureRequests, authorizationCodeGrant, buildAuthorizationUrl, calculatePKCECodeChallenge, ClientError, type Configuration, discovery, enableNonRepudiationChecks, fetchUserInfo } from 'openid-client'
import type { Config } from '../../../platform/config.ts'

/** What the provider says of a person. The address counts only where the provider vouches for it. */
export type Known = Readonly<{ issuer: string; subject: string; email: string | undefined; emailVerified: boolean }>
export type Answered = Readonly<{ ok: true; known: Known }> | Readonly<{ ok: false; reason: 'refused' | 'unreachable' }>

export type Provider = Readonly<{
  /** The provider's page to go to; undefined where the provider does not answer. */
  addressOf: (begun: { redirectTo: string; state: string; nonce: string; verifier: string }) => Promise<string | undefined>
  /** Takes the code of the address that the person came back with to the provider, and checks all it answers. */
  ask: (begun: { cameBackTo: URL; state: string; nonce: string; verifier: string }) => Promise<Answered>
}>

const seconds = 5
const keptFor = 3_600_000

/** Over plain http only on this very machine, for trials and tests. */
const isLoopback = (issuer: URL) => ['localhost', '127.0.0.1', '[::1]'].includes(issuer.hostname)

/** The provider of this installation, found by its discovery document: asked for when first needed, so that a start waits for nobody. */
export function createProvider(settings: NonNullable<Config['singleSignOn']>): Provider {
  let kept: { at: number; configuration: Promise<Configuration> } | undefined

  const find = (): Promise<Configuration> => {
    if (kept && performance.now() - kept.at < keptFor) return kept.configuration
    const issuer = new URL(settings.issuer)
    const insecure = issuer.protocol === 'http:' && isLoopback(issuer)
    const configuration = discovery(issuer, settings.clientId, settings.clientSecret, undefined, {
      timeout: seconds,
      // The id token's signature is checked too, not only the connection it came over.
      execute: insecure ? [enableNonRepudiationChecks, allowInsecureRequests] : [enableNonRepudiationChecks],
    })
    kept = { at: performance.now(), configuration }
    configuration.catch(() => { kept = undefined }) // the next person asks again
    return configuration
  }

  return {
    addressOf: async ({ redirectTo, state, nonce, verifier }) => {
      const configuration = await find().catch(() => undefined)
      if (!configuration) return undefined
      return buildAuthorizationUrl(configuration, {
        redirect_uri: redirectTo, scope: 'openid email', state, nonce, code_challenge: await calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
      }).href
    },
    ask: async ({ cameBackTo, state, nonce, verifier }) => {
      try {
        const configuration = await find()
        const tokens = await authorizationCodeGrant(configuration, cameBackTo, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true })
        const claims = tokens.claims()
        if (!claims) return { ok: false, reason: 'refused' }
        const more = claims['email'] === undefined && configuration.serverMetadata().userinfo_endpoint ? await fetchUserInfo(configuration, tokens.access_token, claims.sub) : claims
        const email = typeof more['email'] === 'string' ? more['email'].trim().toLowerCase() : undefined
        return { ok: true, known: { issuer: claims.iss, subject: claims.sub, email, emailVerified: more['email_verified'] === true } }
      } catch (error) {
        return { ok: false, reason: isUnreachable(error) ? 'unreachable' : 'refused' }
      }
    },
  }
}

/** No answer, or one with a server's own failure; everything else is a refusal. */
function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof TypeError || error.name === 'TimeoutError' || error.name === 'AbortError') return true
  if (!(error instanceof ClientError)) return false
  return error.code === 'OAUTH_TIMEOUT' || (error.cause instanceof Response && error.cause.status >= 500) || (error.cause instanceof Error && isUnreachable(error.cause))
}
