import type { ComparedBlock, NoteMark } from '../../shared/compare/ComparedBlock.ts'
import type { ComparedPair, Comparison } from '../../shared/compare/compareTexts.ts'
import { wordDiff } from './wordDiff.ts'
import { wrapLines } from './wrapLines.ts'

/**
 * A comparison to be read in a terminal, in the order of the new text: words struck as [-…-], words put in as {+…+}, also in red and
 * green where there are colours; paragraphs that are the same are only counted.
 */
export function printComparison(comparison: Comparison, hasColours: boolean): string {
  const printer = new Printer(comparison, hasColours)
  return printer.print()
}

class Printer {
  private readonly comparison: Comparison
  private readonly hasColours: boolean
  private readonly lines: string[] = []
  /** Labels of paragraphs that are the same, not yet written. */
  private unchanged: string[] = []

  constructor(comparison: Comparison, hasColours: boolean) {
    this.comparison = comparison
    this.hasColours = hasColours
  }

  print(): string {
    const { old, new: now, pairs, dropped } = this.comparison
    const pairAt = new Map(pairs.map(pair => [Math.min(...pair.new), pair]))
    const isAdded = new Set(this.comparison.added)
    const left = [...dropped]
    this.lines.push(summaryOf(this.comparison), '')
    for (const [place, block] of now.entries()) {
      const pair = pairAt.get(place)
      if (pair !== undefined) {
        // What was dropped is shown where it stood: in front of what stood behind it.
        const stood = Math.min(...pair.old)
        while (!pair.moved && left[0] !== undefined && left[0] < stood) this.dropped(old[left.shift() ?? -1])
        this.pair(pair)
      } else if (isAdded.has(place)) this.block('+', block, 'new', 'inserted')
    }
    for (const place of left) this.dropped(old[place])
    this.closeUnchanged()
    return `${this.lines.join('\n').trimEnd()}\n`
  }

  private pair({ old: from, new: to, relation, moved, isPossible, words }: ComparedPair): void {
    const old = from.flatMap(place => this.comparison.old[place] ?? [])
    const now = to.flatMap(place => this.comparison.new[place] ?? [])
    if (relation === 'same' && !moved) {
      this.unchanged.push(...now.map(labelOf))
      return
    }
    const labels = [old, now].map(blocks => blocks.map(labelOf).join(' + '))
    const names = labels[0] === labels[1] ? labels[0] : labels.join(' → ')
    const said = [relation === 'same' ? 'unchanged' : relation, ...(moved ? ['moved'] : [])].join(', ')
    const text =
      relation === 'same' ? null : wordDiff(words.pieces, { old: marksOf(old), new: marksOf(now) }, this.hasColours)
    this.entry('~', `${names}: ${isPossible ? 'possibly ' : ''}${said}`, text)
  }

  private dropped(block: ComparedBlock | undefined): void {
    if (block !== undefined) this.block('-', block, 'dropped', 'deleted')
  }

  private block(sign: string, block: ComparedBlock, said: string, is: 'deleted' | 'inserted'): void {
    const piece = { is, old: is === 'deleted' ? block.text : '', new: is === 'deleted' ? '' : block.text }
    const marks = { old: block.marks, new: block.marks }
    const text = block.is === 'heading' ? null : wordDiff([piece], marks, this.hasColours)
    this.entry(sign, `${labelOf(block)}: ${said}`, text)
  }

  private entry(sign: string, head: string, text: string | null): void {
    this.closeUnchanged()
    this.lines.push(`${sign} ${head}`)
    if (text !== null) this.lines.push(...wrapLines(text, '    '))
    this.lines.push('')
  }

  private closeUnchanged(): void {
    const [first, ...more] = this.unchanged
    if (first === undefined) return
    const last = more.at(-1)
    this.lines.push(last === undefined ? `= ${first}: unchanged` : `= ${first} to ${last}: unchanged`, '')
    this.unchanged = []
  }
}

function labelOf({ is, label }: ComparedBlock): string {
  return is === 'heading' ? `“${label}”` : label
}

function marksOf(blocks: readonly ComparedBlock[]): readonly NoteMark[] {
  return blocks.flatMap(({ marks }) => marks)
}

function summaryOf({ pairs, added, dropped }: Comparison): string {
  const count = (isCounted: (pair: ComparedPair) => boolean) => pairs.filter(isCounted).length
  const counts: readonly (readonly [number, string])[] = [
    [count(({ relation }) => relation === 'same'), 'unchanged'],
    [count(({ relation }) => relation === 'changed'), 'changed'],
    [count(({ relation }) => relation === 'split'), 'split'],
    [count(({ relation }) => relation === 'merged'), 'merged'],
    [added.length, 'new'],
    [dropped.length, 'dropped'],
    [count(({ moved }) => moved), 'moved among them'],
    [count(({ isPossible }) => isPossible), 'only possibly'],
  ]
  return counts
    .filter(([number]) => number > 0)
    .map(([number, said]) => `${number} ${said}`)
    .join(', ')
}
