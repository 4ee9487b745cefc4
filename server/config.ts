import { resolve } from 'node:path'
import { z } from 'zod'

/** What whoever runs the server may choose, by environment variables. */
export interface Config {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  /**
   * How people reach the server, without a slash at the end: printed in links, and expected as the origin of requests. Null: as
   * it listens.
   */
  readonly publicUrl: string | null
  readonly logLevel: (typeof logLevels)[number]
}

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const

const url = z
  .url({ protocol: /^https?$/ })
  .refine(value => new URL(value).pathname === '/', 'the server lives at the root of its address: no path')
  .transform(value => new URL(value).origin)

const environment = z.object({
  // Any free port of one's own; 4000 is seldom taken.
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  // Only this machine: a link lets whoever has it speak for a party, so nothing is open to a network until somebody decides it.
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('./data'),
  // Behind a proxy that ends TLS: https://… makes cookies Secure and printed links right.
  PUBLIC_URL: url.optional(),
  // Starting, ending and what went wrong.
  LOG_LEVEL: z.enum(logLevels).default('info'),
})

/** Reads the configuration, or says in a sentence what is wrong with it. */
export function readConfig(
  variables: Readonly<Record<string, string | undefined>>,
): Config | { readonly refused: string } {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''))
  const read = environment.safeParse(set)
  if (!read.success) {
    const issue = read.error.issues[0]
    return {
      refused: `${issue?.path.join('.') ?? 'The environment'} cannot be used: ${issue?.message ?? 'not understood'}.`,
    }
  }
  const { PORT, HOST, DATA_DIR, PUBLIC_URL, LOG_LEVEL } = read.data
  return { port: PORT, host: HOST, dataDir: resolve(DATA_DIR), publicUrl: PUBLIC_URL ?? null, logLevel: LOG_LEVEL }
}

/** The address of a server without PUBLIC_URL, for a browser on this machine. */
export function localUrl(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' || host === '127.0.0.1' ? 'localhost' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}
