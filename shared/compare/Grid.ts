/** Numbers by row and column; every one is 0 to begin with. */
export class Grid {
  readonly rows: number
  readonly columns: number
  private readonly values: Float64Array

  constructor(rows: number, columns: number) {
    this.rows = rows
    this.columns = columns
    this.values = new Float64Array(rows * columns)
  }

  at(row: number, column: number): number {
    return this.values[row * this.columns + column] ?? 0
  }

  set(row: number, column: number, value: number): void {
    this.values[row * this.columns + column] = value
  }

  add(row: number, column: number, value: number): void {
    this.set(row, column, this.at(row, column) + value)
  }
}
