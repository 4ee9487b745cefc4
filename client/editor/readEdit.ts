import type { Slice } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'

/** One replaced range, whatever steps made it. */
export function readEdit(tr: Transaction): { from: number; to: number; slice: Slice } | null {
  const [step] = tr.steps
  if (tr.steps.length === 1 && step instanceof ReplaceStep) return { from: step.from, to: step.to, slice: step.slice }
  const from = tr.before.content.findDiffStart(tr.doc.content)
  const end = tr.before.content.findDiffEnd(tr.doc.content)
  if (from === null || end === null) return null
  const overlap = Math.max(0, from - Math.min(end.a, end.b))
  return { from, to: end.a + overlap, slice: tr.doc.slice(from, end.b + overlap) }
}
