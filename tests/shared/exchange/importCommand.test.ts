import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importCommand } from '../../../server/cli/importCommand.ts'
import { wordFileOf } from '../../harness/wordFileOf.ts'
import { officialText } from './officialText.ts'
import { readDocument } from './readOutline.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'adref-import-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function run(...args: readonly string[]) {
  const out: string[] = []
  const failed: string[] = []
  const io = {
    readFile: (path: string) => readFile(path),
    write: (t: string) => out.push(t),
    fail: (t: string) => failed.push(t),
  }
  const code = await importCommand(args, io)
  return { code, out: out.join(''), failed: failed.join('') }
}

async function fileOf(content: string | Uint8Array): Promise<string> {
  const path = join(folder, 'text.txt')
  await writeFile(path, content)
  return path
}

const TEXT = 'Outcome of the meeting\n\n1. We meet – “here”.\n\n3. We leave in the café.'

describe('adref import', () => {
  it('prints the summary as JSON', async () => {
    const { code, out, failed } = await run(await fileOf(TEXT), '--json')
    expect({ code, failed }).toEqual({ code: 0, failed: '' })
    const summary: unknown = JSON.parse(out)
    expect(summary).toEqual({
      title: 'Outcome of the meeting',
      chapters: [],
      sections: [],
      paragraphs: [
        { label: '1', text: 'We meet – “here”.' },
        { label: '3', text: 'We leave in the café.' },
      ],
      subparagraphs: [],
      footnotes: [],
      warnings: ['Paragraph 3 follows paragraph 1: one number is missing.'],
    })
  })

  it('prints an outline with what is to be reviewed', async () => {
    const { code, out } = await run(await fileOf(`${TEXT}\n\n(a) a dog¹\n\n¹ Note.`))
    expect(code).toBe(0)
    for (const part of [
      'Outcome of the meeting',
      '1      We meet',
      '(a) a dog',
      '1      Note.',
      'To be reviewed',
      'missing',
    ]) {
      expect(out).toContain(part)
    }
  })

  it('reads UTF-8 with byte order mark, UTF-16 of both kinds and Windows-1252', async () => {
    const plain = (await run(await fileOf(TEXT), '--json')).out
    const little = Buffer.from(`\ufeff${TEXT}`, 'utf16le')
    const encodings = [Buffer.from(`\ufeff${TEXT}`), little, Buffer.from(little).swap16()]
    for (const bytes of encodings) expect((await run(await fileOf(bytes), '--json')).out).toBe(plain)
    const windows = TEXT.replace('–', '\x96').replace('“', '\x93').replace('”', '\x94')
    const { out } = await run(await fileOf(Buffer.from(windows, 'latin1')), '--json')
    expect(out).toContain('We meet – “here”.')
    expect(out).toContain('café')
    expect(out).toContain('read as Windows-1252')
  })

  it('R81: names what is wrong on standard error and ends with 1', async () => {
    const missing = await run(join(folder, 'nothing.txt'))
    expect(missing).toMatchObject({ code: 1, out: '', failed: expect.stringContaining('no such file') })
    expect(await run(folder)).toMatchObject({ code: 1, failed: expect.stringContaining('directory') })
    expect(await run(await fileOf(''))).toMatchObject({ code: 1, failed: expect.stringContaining('empty') })
    expect(await run(await fileOf('%PDF-1.7 x'))).toMatchObject({ code: 1, failed: expect.stringContaining('PDF') })
    expect(await run(await fileOf(new Uint8Array(20_000_001)))).toMatchObject({
      code: 1,
      failed: expect.stringContaining('long'),
    })
    const noise = Uint8Array.from({ length: 500 }, (_, index) => 1 + (index % 255))
    expect(await run(await fileOf(noise))).toMatchObject({
      code: 1,
      out: '',
      failed: expect.stringContaining('not a text'),
    })
    expect(await run()).toMatchObject({ code: 1, failed: expect.stringContaining('Usage') })
    expect(await run('a', '--xml')).toMatchObject({ code: 1, failed: expect.stringContaining('--xml') })
  })

  it('prints a real declaration', async () => {
    const { code, out } = await run(await fileOf(officialText('high-level-declaration-2024')))
    expect(code).toBe(0)
    expect(out).toContain('Chapters: 3, sections: 5, paragraphs: 42, sub-paragraphs: 19, notes: 13')
  })

  it('R89: prints of a Word file what it prints of the same text', async () => {
    const plain = await run(await fileOf('Outcome of the meeting\n\n1. We meet.¹\n\n2. We leave.\n\n¹ A note.'))
    const word = await run(
      await fileOf(
        await wordFileOf(readDocument('Outcome of the meeting\n\n1. We meet.¹\n\n2. We leave.\n\n¹ A note.')),
      ),
    )
    expect(word.code).toBe(0)
    expect(word.out).toBe(plain.out)
  })
})
