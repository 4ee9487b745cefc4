import { comparedBlocks } from '../../shared/compare/comparedBlocks.ts'
import { agreedPhrases } from '../../shared/provenance/agreedPhrases.ts'
import { alteredPassages } from '../../shared/provenance/alteredPassages.ts'
import { PhraseIndex } from '../../shared/provenance/PhraseIndex.ts'
import type { PriorText } from '../../shared/provenance/PriorText.ts'
import { provenanceSummary } from '../../shared/provenance/provenanceSummary.ts'
import type { CommandIo } from './CommandIo.ts'
import { fileArguments } from './fileArguments.ts'
import { printProvenance } from './printProvenance.ts'
import { readDocumentFile } from './readDocumentFile.ts'

const usage = 'Usage: adref provenance DRAFT PRIOR... [--json]'

/**
 * `adref provenance DRAFT PRIOR... [--json]`: the phrases of a draft that stand in prior texts, as JSON (`provenanceSummary`) or to be
 * read, then with passages that are agreed language altered. Texts are called by their paths as given. `args` are those behind the
 * word `provenance`.
 *
 * Returns the exit code: 0; 1 with one sentence on standard error when a file cannot be read; 2 when not understood.
 */
export async function provenanceCommand(args: readonly string[], io: Omit<CommandIo, 'variables'>): Promise<number> {
  const asked = fileArguments(args, 2, Number.POSITIVE_INFINITY, usage)
  if ('refused' in asked) {
    io.fail(`${asked.refused}\n`)
    return 2
  }
  const texts: PriorText[] = []
  for (const file of asked.files) {
    const document = await readDocumentFile(file, io)
    if ('refused' in document) {
      io.fail(`${file}: ${document.refused}\n`)
      return 1
    }
    const { symbol } = document
    const known = { id: file, name: file, symbol, year: null, isAgreed: true, isRendering: false }
    texts.push({ ...known, blocks: comparedBlocks(document) })
  }
  const [draft, ...priors] = texts
  if (draft === undefined) throw new Error('no draft among the files')
  const index = new PhraseIndex(priors)
  const phrases = agreedPhrases(index, draft.blocks)
  io.write(
    asked.asJson
      ? `${JSON.stringify(provenanceSummary(draft.blocks, phrases), null, 2)}\n`
      : printProvenance(draft.blocks, phrases, alteredPassages(index, draft.blocks), io.hasColours === true),
  )
  return 0
}
