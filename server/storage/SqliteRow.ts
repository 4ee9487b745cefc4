/** One row as SQLite returned it. Each reader throws when the column does not hold what the schema says it holds. */
export class SqliteRow {
  readonly #columns: ReadonlyMap<string, unknown>

  constructor(row: unknown) {
    if (typeof row !== 'object' || row === null) throw new Error('SQLite returned something that is not a row.')
    this.#columns = new Map(Object.entries(row))
  }

  text(name: string): string {
    const value = this.#columns.get(name)
    return typeof value === 'string' ? value : wrong(name, 'text')
  }

  textOrNull(name: string): string | null {
    return this.#columns.get(name) === null ? null : this.text(name)
  }

  number(name: string): number {
    const value = this.#columns.get(name)
    return typeof value === 'number' && Number.isSafeInteger(value) ? value : wrong(name, 'a whole number')
  }

  numberOrNull(name: string): number | null {
    return this.#columns.get(name) === null ? null : this.number(name)
  }

  bytes(name: string): Uint8Array {
    const value = this.#columns.get(name)
    // The driver's all() gives an ArrayBuffer, a copy that belongs to the reader.
    return value instanceof ArrayBuffer ? new Uint8Array(value) : wrong(name, 'bytes')
  }

  bytesOrNull(name: string): Uint8Array | null {
    return this.#columns.get(name) === null ? null : this.bytes(name)
  }
}

function wrong(name: string, expected: string): never {
  throw new Error(`The column ${name} does not hold ${expected}; the database is not one that this program wrote.`)
}
