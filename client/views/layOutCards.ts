/** A card with the height it takes and the y its words stand at, in pixels from the top of the column. */
export interface CardBox {
  readonly id: string
  readonly y: number
  readonly height: number
}

/** What stands in the column, from the top down: a card, or the line "3 more here" for cards folded away. */
export type LaidItem =
  | { readonly is: 'card'; readonly id: string; readonly top: number; readonly height: number }
  | { readonly is: 'fold'; readonly ids: readonly string[]; readonly top: number; readonly height: number }

export interface ColumnMeasures {
  /** Free pixels between two items. */
  readonly gap: number
  /** Height in pixels of the line that stands for folded cards. */
  readonly foldHeight: number
  /** A card that would stand further than this many pixels from its words folds instead. */
  readonly far: number
}

interface Item {
  readonly boxes: readonly CardBox[]
  readonly folded: boolean
  readonly y: number
  readonly height: number
  readonly top: number
}

/**
 * Lays cards level with their words: in the order of their y (as given, where equal), never overlapping, each as high as it can
 * stand and never above the column. The active card gets its exact place as long as those before it find room above; the others
 * give way. Cards pushed too far fold, neighbours together, unless they are active or in `unfolded`.
 */
export function layOutCards(
  boxes: readonly CardBox[],
  active: string | null,
  unfolded: ReadonlySet<string>,
  measures: ColumnMeasures,
): readonly LaidItem[] {
  const ordered = boxes.toSorted((a, b) => a.y - b.y)
  const mayFold = (box: CardBox) => box.id !== active && !unfolded.has(box.id)
  const at = ordered.findIndex(box => box.id === active)
  const centre = ordered[at]
  if (centre === undefined) return stack(ordered, 0, mayFold, none, measures).map(laid)
  const before = stackAbove(ordered.slice(0, at), centre.y, mayFold, measures)
  const top = Math.max(centre.y, endOf(before.at(-1), measures.gap))
  const after = stack(ordered.slice(at + 1), top + centre.height + measures.gap, mayFold, none, measures)
  return [...before, { ...single(centre), top }, ...after].map(laid)
}

const none: ReadonlySet<CardBox> = new Set()

/** Downwards from a line above which nothing may stand, each item as high as it can be. */
function stack(
  boxes: readonly CardBox[],
  from: number,
  mayFold: (box: CardBox) => boolean,
  mustFold: ReadonlySet<CardBox>,
  { gap, far, foldHeight }: ColumnMeasures,
): readonly Item[] {
  const items: Item[] = []
  let line = from
  for (const box of boxes) {
    const top = Math.max(box.y, line)
    const last = items.at(-1)
    if (!mustFold.has(box) && (top - box.y <= far || !mayFold(box))) items.push({ ...single(box), top })
    else if (last?.folded) items[items.length - 1] = { ...last, boxes: [...last.boxes, box] }
    else items.push({ boxes: [box], folded: true, y: box.y, height: foldHeight, top })
    line = endOf(items.at(-1), gap)
  }
  return items
}

/** The cards before the active one, pushed up by it; what it would push too far folds, the nearest to it first. */
function stackAbove(
  boxes: readonly CardBox[],
  activeTop: number,
  mayFold: (box: CardBox) => boolean,
  measures: ColumnMeasures,
): readonly Item[] {
  const mustFold = new Set<CardBox>()
  for (;;) {
    const items = pushUp(stack(boxes, 0, mayFold, mustFold, measures), activeTop, measures.gap)
    const tooFar = items.findLast(item => {
      const [box] = item.boxes
      return !item.folded && box !== undefined && mayFold(box) && Math.abs(item.top - item.y) > measures.far
    })
    const [box] = tooFar?.boxes ?? []
    if (box === undefined) return items
    mustFold.add(box)
  }
}

/** Moves items up until the last one ends a gap above a line, but none above the column. */
function pushUp(items: readonly Item[], line: number, gap: number): readonly Item[] {
  const highest: number[] = []
  let filled = 0
  for (const item of items) {
    highest.push(filled)
    filled += item.height + gap
  }
  const moved: Item[] = []
  let below = line
  for (const [index, item] of [...items.entries()].reverse()) {
    const top = Math.max(highest[index] ?? 0, Math.min(item.top, below - gap - item.height))
    moved.push({ ...item, top })
    below = top
  }
  return moved.reverse()
}

const single = (box: CardBox): Item => ({ boxes: [box], folded: false, y: box.y, height: box.height, top: box.y })

const endOf = (item: Item | undefined, gap: number) => (item === undefined ? 0 : item.top + item.height + gap)

function laid({ boxes, folded, top, height }: Item): LaidItem {
  const [first] = boxes
  if (folded || first === undefined) return { is: 'fold', ids: boxes.map(box => box.id), top, height }
  return { is: 'card', id: first.id, top, height }
}
