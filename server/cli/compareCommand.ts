import { comparedBlocks } from '../../shared/compare/comparedBlocks.ts'
import { compareTexts } from '../../shared/compare/compareTexts.ts'
import { comparisonSummary } from '../../shared/compare/comparisonSummary.ts'
import type { CommandIo } from './CommandIo.ts'
import { fileArguments } from './fileArguments.ts'
import { printComparison } from './printComparison.ts'
import { readDocumentFile } from './readDocumentFile.ts'

const usage = 'Usage: adref compare OLD NEW [--json]'

/**
 * `adref compare OLD NEW [--json]`: what became of each paragraph of a text in another, as JSON (`comparisonSummary` and the
 * `milliseconds` it took to compare) or to be read. `args` are those behind the word `compare`.
 *
 * Returns the exit code: 0; 1 with one sentence on standard error when a file cannot be read; 2 when not understood.
 */
export async function compareCommand(args: readonly string[], io: Omit<CommandIo, 'variables'>): Promise<number> {
  const asked = fileArguments(args, 2, 2, usage)
  if ('refused' in asked) {
    io.fail(`${asked.refused}\n`)
    return 2
  }
  const texts = []
  for (const file of asked.files) {
    const document = await readDocumentFile(file, io)
    if ('refused' in document) {
      io.fail(`${file}: ${document.refused}\n`)
      return 1
    }
    texts.push(comparedBlocks(document))
  }
  const [old = [], now = []] = texts
  const startedMs = performance.now()
  const comparison = compareTexts(old, now)
  const milliseconds = Math.round((performance.now() - startedMs) * 10) / 10
  io.write(
    asked.asJson
      ? `${JSON.stringify({ ...comparisonSummary(comparison), milliseconds }, null, 2)}\n`
      : printComparison(comparison, io.hasColours === true),
  )
  return 0
}
