import { useId } from 'react'
import type { ReadBlock, ReadDocument } from '../../shared/exchange/ReadDocument.ts'
import { noteMark } from '../../shared/table/words.ts'
import { readingCounts } from './readingCounts.ts'

/** What was read of a document: how much of what, what was guessed, and every block in order with its first words. */
export function ReadingOutline({ document }: { readonly document: ReadDocument }) {
  const name = useId()
  const doubtful = new Set(document.warnings.map(warning => warning.block))
  const { blocks, warnings } = document
  return (
    <section className="reading" aria-label="What was read">
      <p>{readingCounts(document)}</p>
      {warnings.length > 0 && (
        <div className="warn">
          <b>{warnings.length === 1 ? 'One thing to check' : `${warnings.length} things to check`}</b>
          <ul>
            {warnings.map(({ sentence, block }) => (
              <li key={`${block} ${sentence}`}>
                {sentence} {block !== null && <a href={`#${name}-${block}`}>{nameOf(blocks[block])}</a>}
              </li>
            ))}
          </ul>
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls has to be reached by keyboard */}
      <ol className="reading-blocks" aria-label="Blocks in order" tabIndex={0}>
        {blocks.map((block, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a reading does not change; its blocks have only their place
            key={index}
            id={`${name}-${index}`}
            data-kind={block.kind}
            data-level={block.level}
            data-doubtful={doubtful.has(index)}
          >
            <span>{labelOf(block)}</span>
            <span>{headed(block)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function headed({ kind, label, text }: ReadBlock): string {
  const words = text.replaceAll(noteMark, '')
  return (kind === 'chapter' || kind === 'section') && label !== '' ? `${label}. ${words}` : words
}

function nameOf(block: ReadBlock | undefined): string {
  if (block === undefined) return 'Show'
  return block.label === '' ? `Show the ${block.kind}` : `Show ${labelOf(block)}`
}

function labelOf({ kind, label }: ReadBlock): string {
  if (kind === 'subparagraph') return label === '•' ? label : `(${label})`
  return kind === 'paragraph' ? label : kind
}
