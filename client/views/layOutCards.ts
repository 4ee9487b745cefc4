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
  if (centre === undefined) return stack(ordered, 0, mayFold, measures).map(laid)
  const before = giveWay(stack(ordered.slice(0, at), 0, mayFold, measures), centre.y, mayFold, measures)
  const top = Math.max(centre.y, endOf(before.at(-1), measures.gap))
  const after = stack(ordered.slice(at + 1), top + centre.height + measures.gap, mayFold, measures)
  return [...before, { ...single(centre), top }, ...after].map(laid)
}

/** Downwards from a line above which nothing may stand, each item as high as it can be. */
function stack(
  boxes: readonly CardBox[],
  from: number,
  mayFold: (box: CardBox) => boolean,
  { gap, far, foldHeight }: ColumnMeasures,
): readonly Item[] {
  const items: Item[] = []
  let line = from
  for (const box of boxes) {
    const top = Math.max(box.y, line)
    const last = items.at(-1)
    if (top - box.y <= far || !mayFold(box)) items.push({ ...single(box), top })
    else if (last?.folded) items[items.length - 1] = { ...last, boxes: [...last.boxes, box] }
    else items.push({ boxes: [box], folded: true, y: box.y, height: foldHeight, top })
    line = endOf(items.at(-1), gap)
  }
  return items
}

/** The cards before the active one give way upwards: the nearest to it first, what would be pushed too far folds. */
function giveWay(
  items: readonly Item[],
  activeTop: number,
  mayFold: (box: CardBox) => boolean,
  { gap, far, foldHeight }: ColumnMeasures,
): readonly Item[] {
  const upwards: Item[] = []
  let line = activeTop
  for (const item of items.toReversed()) {
    const top = Math.min(item.top, line - gap - item.height)
    const folds = item.folded || (item.y - top > far && item.boxes.every(mayFold))
    const below = upwards.at(-1)
    if (!folds) upwards.push({ ...item, top })
    else if (below?.folded) upwards[upwards.length - 1] = { ...below, boxes: [...item.boxes, ...below.boxes] }
    else upwards.push({ ...item, folded: true, height: foldHeight, top: Math.min(item.top, line - gap - foldHeight) })
    line = upwards.at(-1)?.top ?? line
  }
  return notAbove(upwards.reverse(), gap)
}

/** Nothing stands above the column: what was pushed out of it comes back down, and pushes what is below. */
function notAbove(items: readonly Item[], gap: number): readonly Item[] {
  let line = 0
  return items.map(item => {
    const top = Math.max(item.top, line)
    line = top + item.height + gap
    return { ...item, top }
  })
}

const single = (box: CardBox): Item => ({ boxes: [box], folded: false, y: box.y, height: box.height, top: box.y })

const endOf = (item: Item | undefined, gap: number) => (item === undefined ? 0 : item.top + item.height + gap)

function laid({ boxes, folded, top, height }: Item): LaidItem {
  const [first] = boxes
  if (folded || first === undefined) return { is: 'fold', ids: boxes.map(box => box.id), top, height }
  return { is: 'card', id: first.id, top, height }
}
