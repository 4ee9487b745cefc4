import * as Y from 'yjs'
import type { FreshStructs, Id, Struct } from './FreshStructs.ts'

/** A list of a document: a text, or the values of one key of a map. */
export interface List {
  readonly type: object
  readonly key: string | null
}

/** An item of a document as it would be while an update is added: one to one with those Yjs would have. */
export interface Piece {
  readonly client: number
  readonly clock: number
  length: number
  readonly origin: Id | null
  readonly rightOrigin: Id | null
  /** Undefined: as in the document, not looked at yet. */
  left: Piece | null | undefined
  right: Piece | null | undefined
  /** The item of the document it is (a part of); null for a fresh one. */
  readonly item: Y.Item | null
  readonly list: List
}

/** The items of a document and of an update, to be split and moved about without touching the document. */
export class Pieces {
  readonly #fresh: FreshStructs
  readonly #piecesByStruct = new Map<Struct, Piece[]>()
  readonly #heads = new Map<object, Map<string | null, Piece | null>>()

  constructor(fresh: FreshStructs) {
    this.#fresh = fresh
  }

  /** The piece an id is in, or null where there is none: what was there is gone, or never had a place. */
  find(id: Id): Piece | null {
    const struct = this.#fresh.find(id)
    const pieces = struct === null ? null : this.#piecesOf(struct)
    return pieces?.[indexOf(pieces, id.clock)] ?? null
  }

  /** The piece that ends with an id, cut there if need be. */
  endingWith(id: Id): Piece | null {
    const piece = this.find(id)
    if (piece !== null && id.clock < piece.clock + piece.length - 1) this.#split(piece, id.clock + 1)
    return piece
  }

  /** The piece that begins with an id, cut there if need be. */
  beginningWith(id: Id): Piece | null {
    const piece = this.find(id)
    return piece !== null && id.clock > piece.clock ? this.#split(piece, id.clock) : piece
  }

  /** Adds the piece of a fresh struct, not yet in its list. */
  add(struct: Struct, piece: Piece): void {
    this.#piecesByStruct.set(struct, [piece])
  }

  right(piece: Piece): Piece | null {
    if (piece.right === undefined) {
      const next = piece.item?.right ?? null
      piece.right = next === null ? null : (this.#piecesOf(next)?.[0] ?? null)
    }
    return piece.right
  }

  left(piece: Piece): Piece | null {
    if (piece.left === undefined) {
      const previous = piece.item?.left ?? null
      piece.left = previous === null ? null : (this.#piecesOf(previous)?.at(-1) ?? null)
    }
    return piece.left
  }

  /** The first piece of a list. */
  head({ type, key }: List): Piece | null {
    const known = this.#heads.get(type)?.get(key)
    if (known !== undefined) return known
    let item = type instanceof Y.AbstractType ? (key === null ? type._start : (type._map.get(key) ?? null)) : null
    while (item !== null && item.left !== null) item = item.left
    const head = item === null ? null : (this.#piecesOf(item)?.[0] ?? null)
    this.#setHead({ type, key }, head)
    return head
  }

  /** Puts a piece behind another, or first in its list. */
  insert(piece: Piece, left: Piece | null): void {
    const right = left === null ? this.head(piece.list) : this.right(left)
    piece.left = left
    piece.right = right
    if (right !== null) right.left = piece
    if (left === null) this.#setHead(piece.list, piece)
    else left.right = piece
  }

  #setHead({ type, key }: List, head: Piece | null): void {
    const heads = this.#heads.get(type) ?? new Map<string | null, Piece | null>()
    heads.set(key, head)
    this.#heads.set(type, heads)
  }

  /** Null for what has no place in a list, and for a fresh struct that has not been added. */
  #piecesOf(struct: Struct): Piece[] | null {
    const known = this.#piecesByStruct.get(struct)
    if (known !== undefined) return known
    if (!(struct instanceof Y.Item) || this.#fresh.existing(struct.id) !== struct) return null
    const { id, length, origin, rightOrigin, parent, parentSub } = struct
    if (!(parent instanceof Y.AbstractType)) return null
    const piece: Piece = {
      client: id.client,
      clock: id.clock,
      length,
      origin,
      rightOrigin,
      left: undefined,
      right: undefined,
      item: struct,
      list: { type: parent, key: parentSub },
    }
    this.#piecesByStruct.set(struct, [piece])
    return [piece]
  }

  #split(piece: Piece, clock: number): Piece {
    const struct = this.#fresh.find(piece)
    const pieces = struct === null ? null : this.#piecesOf(struct)
    if (pieces === null) throw new Error('a piece of no struct')
    const rest: Piece = {
      ...piece,
      clock,
      length: piece.clock + piece.length - clock,
      origin: { client: piece.client, clock: clock - 1 },
      left: piece,
    }
    piece.length = clock - piece.clock
    if (rest.right !== undefined && rest.right !== null) rest.right.left = rest
    piece.right = rest
    pieces.splice(indexOf(pieces, piece.clock) + 1, 0, rest)
    return rest
  }
}

/** The index of the piece a clock is in; pieces follow each other without gaps. */
function indexOf(pieces: readonly Piece[], clock: number): number {
  let low = 0
  let high = pieces.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((pieces[middle]?.clock ?? 0) <= clock) low = middle
    else high = middle - 1
  }
  return low
}
