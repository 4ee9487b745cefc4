import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diff_match_patch } from '@dmsnell/diff-match-patch'
import { diffWords } from 'diff'
import type { ComparedBlock } from '../../shared/compare/ComparedBlock.ts'
import { compareTexts } from '../../shared/compare/compareTexts.ts'

/** A stretch of two texts, as some program shows them compared. */
export interface ShownPiece {
  readonly is: 'same' | 'deleted' | 'inserted'
  readonly text: string
}

/** Two texts held against each other, paragraph by paragraph for us, as one long text for the others. */
export interface TextPair {
  readonly old: readonly ComparedBlock[]
  readonly new: readonly ComparedBlock[]
}

/** What shows two texts compared; each list of pieces is read by itself. Null where the program is not there. */
export type WordDiffer = (pair: TextPair) => readonly (readonly ShownPiece[])[] | null

export const ours: WordDiffer = ({ old, new: now }) => {
  const { pairs, added, dropped } = compareTexts(old, now)
  const whole = (blocks: readonly ComparedBlock[], places: readonly number[], is: 'deleted' | 'inserted') =>
    places.map(place => [{ is, text: blocks[place]?.text ?? '' }])
  return [
    ...pairs.map(({ words }) => words.pieces.map(piece => ({ is: piece.is, text: piece.old || piece.new }))),
    ...whole(now, added, 'inserted'),
    ...whole(old, dropped, 'deleted'),
  ]
}

/** What people use instead. */
export const others: Readonly<Record<string, WordDiffer>> = {
  'git diff --word-diff': gitWordDiff,
  diffWords: pair => {
    const changes = diffWords(plainText(pair.old), plainText(pair.new))
    return [
      changes.map(({ added, removed, value }) => ({
        is: added ? 'inserted' : removed ? 'deleted' : 'same',
        text: value,
      })),
    ]
  },
  'diff-match-patch, semantic clean-up': pair => {
    const matcher = new diff_match_patch()
    // Else it gives up after a second and shows the rest as changed.
    matcher.Diff_Timeout = 0
    const diffs = matcher.diff_main(plainText(pair.old), plainText(pair.new))
    matcher.diff_cleanupSemantic(diffs)
    return [
      diffs.map(([is, text]) => ({ is: is === 0 ? 'same' : is === 1 ? 'inserted' : 'deleted', text: String(text) })),
    ]
  },
}

function plainText(blocks: readonly ComparedBlock[]): string {
  return `${blocks.map(({ text }) => text).join('\n\n')}\n`
}

const signs = { ' ': 'same', '-': 'deleted', '+': 'inserted' } as const

function gitWordDiff(pair: TextPair): readonly (readonly ShownPiece[])[] | null {
  const folder = mkdtempSync(join(tmpdir(), 'adref-benchmark-'))
  try {
    for (const side of ['old', 'new'] as const) writeFileSync(join(folder, side), plainText(pair[side]))
    const shown = runGit(folder)
    return shown === null ? null : [piecesOfGit(shown)]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function piecesOfGit(shown: string): readonly ShownPiece[] {
  const body = shown
    .slice(shown.indexOf('\n@@') + 1)
    .split('\n')
    .slice(1)
  return body.flatMap((line): readonly ShownPiece[] => {
    const sign = line.charAt(0)
    if (sign === '~') return [{ is: 'same', text: '\n' }]
    return sign === ' ' || sign === '-' || sign === '+' ? [{ is: signs[sign], text: line.slice(1) }] : []
  })
}

function runGit(folder: string): string | null {
  const args = ['diff', '--no-index', '--word-diff=porcelain', '--unified=100000', 'old', 'new']
  try {
    return execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch (error) {
    // It ends with 1 when the texts differ.
    if (error instanceof Error && 'stdout' in error && typeof error.stdout === 'string' && error.stdout !== '')
      return error.stdout
    return null
  }
}
