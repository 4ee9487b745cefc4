import { describe, expect, test } from 'vitest'
import { readDocument } from '../../../server/documents/readDocument.ts'
import { wordFileOf } from '../../harness/wordFileOf.ts'
import { officialNames, officialText } from '../../shared/exchange/officialText.ts'
import { readDocument as readPlain } from '../../shared/exchange/readOutline.ts'
import { expectSame } from './sameSummary.ts'

const documents = officialNames().map(name => [name, readPlain(officialText(name))] as const)

describe('official texts as Word files', () => {
  test.each(documents)('R89: %s comes back with every paragraph, label, note and italic', async (_, document) => {
    const read = await readDocument(await wordFileOf(document))
    if ('refused' in read) throw new Error(read.refused)
    expectSame(read, document)
    expect(read.warnings).toEqual([])
  })
})
