import { anchorIndex } from '../table/Anchor.ts'
import { type Host, hostParts } from '../table/Host.ts'
import type { Table } from '../table/Table.ts'
import type { Passage } from './project.ts'

/** Offsets, in some passages put together, of the words set in italics. Only texts of the draft have any. */
export function italicsOf(
  table: Table,
  passages: readonly Passage[],
): readonly { readonly from: number; readonly to: number }[] {
  const ranges: { from: number; to: number }[] = []
  const stretchesByHost = new Map<Host, ReturnType<typeof stretchesOf>>()
  let start = 0
  for (const { host, offset, text } of passages) {
    const stretches = stretchesByHost.get(host) ?? stretchesOf(table, host)
    stretchesByHost.set(host, stretches)
    for (const { from, to } of stretches) {
      const a = Math.max(from, offset)
      const b = Math.min(to, offset + text.length)
      if (a < b) ranges.push({ from: start + a - offset, to: start + b - offset })
    }
    start += text.length
  }
  return ranges
}

function stretchesOf(table: Table, host: Host): readonly { readonly from: number; readonly to: number }[] {
  const parts = hostParts(host)
  const text = parts.is === 'block' ? table.block(parts.id) : parts.is === 'note' ? table.note(parts.id) : null
  return (text?.italics ?? []).flatMap(({ start, end }) => {
    const from = text === null ? null : anchorIndex(text.text, start)
    const to = text === null ? null : anchorIndex(text.text, end)
    return from === null || to === null ? [] : [{ from, to }]
  })
}
