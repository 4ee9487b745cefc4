import type { Config } from '../config.ts'
import { localUrl } from '../config.ts'
import { loadSecret } from '../record/loadSecret.ts'
import { waysInLines } from '../waysInLines.ts'
import type { CommandIo } from './CommandIo.ts'
import { withStoredData } from './withStoredData.ts'

/** `adref links`: prints every open way in again. Whoever reads them can speak for every party, so they are printed only here. */
export function linksCommand({ dataDir, host, port, publicUrl }: Config, io: CommandIo): number {
  const done = withStoredData(dataDir, ({ register }) => {
    const secret = loadSecret(dataDir)
    if ('refused' in secret) return secret
    for (const { id, title } of register.listNegotiations()) {
      io.write(`\n${title}\n`)
      const lines = waysInLines(register.listCapacities(id), secret, publicUrl ?? localUrl(host, port), 'all')
      for (const line of lines) io.write(`${line}\n`)
    }
    return null
  })
  if (done === null) return 0
  io.fail(`${done.refused}\n`)
  return 1
}
