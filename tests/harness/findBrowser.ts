import { execFile } from 'node:child_process'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

/** A browser to be started, and what its process needs in its environment. */
export interface FoundBrowser {
  readonly executablePath: string
  readonly env: Readonly<Record<string, string>>
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const modules = join(import.meta.dirname, '..', '..', 'node_modules')
const packed = join(modules, '@sparticuz', 'chromium')

/**
 * The browser the tests run in: the one named by CHROME_PATH, else one of the system, else the one that comes packed inside
 * `@sparticuz/chromium`, unpacked once into node_modules/.cache. Throws a sentence when there is none: no test is skipped.
 */
export async function findBrowser(env: NodeJS.ProcessEnv = process.env): Promise<FoundBrowser> {
  const named = env['CHROME_PATH'] ?? ''
  if (named !== '') {
    if (isProgram(named)) return { executablePath: named, env: {} }
    throw new Error(`CHROME_PATH names ${named}, and there is no program there.`)
  }
  for (const folder of (env['PATH'] ?? '').split(delimiter)) {
    const found = names.map(name => join(folder, name)).find(isProgram)
    if (found !== undefined) return { executablePath: found, env: {} }
  }
  return unpacked()
}

async function unpacked(): Promise<FoundBrowser> {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(packed)) {
    throw new Error(
      'There is no browser for the browser tests. Install chromium or Google Chrome, or set CHROME_PATH to one; on Linux (x64) `npm ci` brings one.',
    )
  }
  const { version }: { readonly version: string } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8'))
  const cache = join(modules, '.cache')
  const home = join(cache, `test-browser-${version}`)
  if (!existsSync(home)) await unpack(cache, home)
  // It brings the libraries and fonts it needs: a bare machine may have neither.
  const needs = { LD_LIBRARY_PATH: join(home, 'al2023', 'lib'), FONTCONFIG_PATH: join(home, 'fonts') }
  return { executablePath: join(home, 'chromium'), env: needs }
}

/** Two test files may come here at once: each unpacks into a folder of its own, and the first one done gives it the name. */
async function unpack(cache: string, home: string): Promise<void> {
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'unpacking-'))
  const script = "import chromium from '@sparticuz/chromium'; await chromium.executablePath()"
  // The package unpacks its libraries only where it believes to be on the platform it was made for.
  const env = { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' }
  const cwd = join(modules, '..')
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], { env, cwd })
  // The package's own list of font folders names the place it is usually unpacked to.
  const fonts = ['/usr/share/fonts', join(home, 'fonts', 'fonts')].map(each => `<dir>${each}</dir>`).join('')
  const settings = `<?xml version="1.0"?><fontconfig>${fonts}<cachedir>${join(home, 'font-cache')}</cachedir></fontconfig>`
  writeFileSync(join(folder, 'fonts', 'fonts.conf'), settings)
  try {
    renameSync(folder, home)
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    if (!existsSync(home)) throw error
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
