import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const tests = join(import.meta.dirname, '..')
const texts = join(tests, '..', '..', 'shared', 'texts')

/**
 * The test files that read official texts, where these do not lie beside the project: they are not ours to ship, and a clone by itself
 * runs all others. Says so, once, on standard error: nobody is to think that these have passed.
 */
export function wantingOfficialTexts(): string[] {
  if (existsSync(texts)) return []
  const wanting = readdirSync(tests, { recursive: true, encoding: 'utf8' }).filter(
    path => /\.test\.tsx?$/.test(path) && /\bofficial(?:Text|Names|Blocks|Prior)\b/.test(read(path)),
  )
  console.error(
    `The official texts are not in ../shared/texts: these ${wanting.length} files of tests want them and are NOT run.\n` +
      wanting.map(path => `  tests/${path}\n`).join(''),
  )
  return wanting.map(path => `tests/${path}`)
}

function read(path: string): string {
  return readFileSync(join(tests, path), 'utf8')
}
