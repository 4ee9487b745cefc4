import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

interface Source {
  readonly path: string
  readonly text: string
  readonly files: readonly string[]
  /** Without those imported only as types, which are gone when it runs. */
  readonly runningFiles: readonly string[]
  readonly packages: readonly string[]
}

const sources = ['client', 'server', 'shared'].flatMap(folder =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(path => /\.tsx?$/.test(path))
    .map(path => readSource(join(folder, path))),
)

function readSource(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8')
  const imports = [...text.matchAll(/^(import type|import|export)\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]/gm)]
  const filesOf = (matches: readonly RegExpMatchArray[]) =>
    matches.flatMap(([, , name = '']) => (/^\..*\.tsx?$/.test(name) ? [normalize(join(dirname(path), name))] : []))
  return {
    path,
    text,
    files: filesOf(imports),
    runningFiles: filesOf(imports.filter(([, how]) => how !== 'import type')),
    packages: imports.flatMap(([, , name = '']) => (name.startsWith('.') ? [] : [name])),
  }
}

interface Citation {
  readonly path: string
  readonly rule: string
}

/** The rules that titles of tests begin with: `test('R13, R70: …')`. */
const citations = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })
  .filter(path => /\.tsx?$/.test(path))
  .flatMap((path): readonly Citation[] => {
    const titles = readFileSync(join(root, 'tests', path), 'utf8').matchAll(/\(\s*['"`](R\d+(?:, R\d+)*):? /g)
    return [...titles].flatMap(([, rules = '']) => rules.split(', ').map(rule => ({ path, rule })))
  })

const rules = [...readFileSync(join(root, 'shared', 'RULES.md'), 'utf8').matchAll(/^- \*\*(R\d+)\*\* /gm)].map(
  ([, rule = '']) => rule,
)

/** What `shared` may lean on: pure libraries, without a clock, a screen or a disk. */
const purePackages = ['yjs', 'zod', 'fractional-indexing', 'diff']

describe('the house', () => {
  test('client and server lean on shared, and on nothing of each other', () => {
    const wrong = sources.flatMap(({ path, files }) => {
      const own = path.split('/')[0] ?? ''
      const allowed = own === 'shared' ? ['shared'] : [own, 'shared']
      return files.filter(file => !allowed.includes(file.split('/')[0] ?? '')).map(file => `${path} → ${file}`)
    })
    expect(wrong).toEqual([])
  })

  test('shared is pure: no I/O, no React, no clock, no hidden randomness', () => {
    const impure =
      /\b(?:Date\.now|new Date\(\)|Math\.random|performance\.now|process\.|document\.(?:body|head|createElement|getElement|query|addEventListener)|window\.|fetch\(|setTimeout|setInterval)/
    const shared = sources.filter(({ path }) => path.startsWith('shared/'))
    const wrong = shared.flatMap(({ path, text, packages }) => [
      ...packages.filter(name => !purePackages.includes(name)).map(name => `${path} imports ${name}`),
      ...text
        .split('\n')
        .flatMap(line => (/^\s*(?:\*|\/)/.test(line) ? [] : (impure.exec(line)?.[0] ?? [])))
        .map(found => `${path}: ${found}`),
    ])
    expect(wrong).toEqual([])
  })

  test('no file imports itself in a circle (what is imported only as a type is gone when it runs)', () => {
    const filesByPath = new Map(sources.map(({ path, runningFiles }) => [path, runningFiles]))
    const done = new Set<string>()
    const circles: string[] = []
    const walk = (path: string, trail: readonly string[]) => {
      if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
      if (done.has(path) || trail.includes(path)) return
      for (const file of filesByPath.get(path) ?? []) walk(file, [...trail, path])
      done.add(path)
    }
    for (const { path } of sources) walk(path, [])
    expect(circles).toEqual([])
  })

  test('no barrels, and no file that only a list of names could describe', () => {
    const barrels = sources.filter(({ path, text }) => /\/index\.tsx?$/.test(path) || /^export \* from/m.test(text))
    expect(barrels.map(({ path }) => relative('.', path))).toEqual([])
  })

  test('files stay small enough to be read at once', () => {
    const long = sources
      .filter(({ text }) => text.split('\n').length > 300)
      .map(({ path, text }) => `${path}: ${text.split('\n').length}`)
    expect(long).toEqual([])
  })
  test('every rule is shown by a test, and every rule that a test names is there, once', () => {
    const cited = new Set(citations.map(({ rule }) => rule))
    expect(rules.filter(rule => !cited.has(rule))).toEqual([])
    expect(citations.filter(({ rule }) => !rules.includes(rule))).toEqual([])
    expect(rules.filter((rule, index) => rules.indexOf(rule) !== index)).toEqual([])
  })
})
