import type { ReadDocument, ReadWarning } from './ReadDocument.ts'
import type { Refusal } from './Refusal.ts'
import { readLabel } from './readLabel.ts'
import { readText } from './readText.ts'

/** A text as it was found in a file, in the light markdown of `readText`, and what was assumed in finding it. */
export interface FoundText {
  readonly text: string
  /** In the order of the text. */
  readonly remarks: readonly Remark[]
}

/** Something to be reviewed. */
export interface Remark {
  readonly sentence: string
  /** The words of the paragraph it is about, without label and marks; null when it is about the whole file. */
  readonly near: string | null
}

/** So many letters and digits at the end of a paragraph tell it from the others. */
const TELLING_CHARACTERS = 60

/** Reads a found text like any other; the remarks come first among its warnings, each led to its block. */
export function readFoundText({ text, remarks }: FoundText): ReadDocument | Refusal {
  const document = readText(text)
  if ('refused' in document || remarks.length === 0) return document
  const blocks = document.blocks.map(block => bare(block.text))
  let from = 0
  const warnings = remarks.map(({ sentence, near }): ReadWarning => {
    const words = near === null ? '' : (readLabel(near.trim())?.rest ?? near)
    const wanted = bare(words).slice(-TELLING_CHARACTERS)
    const ahead = wanted === '' ? -1 : blocks.findIndex((block, index) => index >= from && block.includes(wanted))
    if (ahead < 0) return { sentence, block: null }
    from = ahead
    return { sentence, block: ahead }
  })
  return { ...document, warnings: [...warnings, ...document.warnings] }
}

function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}
