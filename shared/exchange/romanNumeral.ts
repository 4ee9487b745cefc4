const VALUES: ReadonlyMap<string, number> = new Map([
  ['i', 1],
  ['v', 5],
  ['x', 10],
  ['l', 50],
])

/** The value of a well-formed roman numeral from 1 to 89, in either case; null for anything else. */
export function romanNumeral(numeral: string): number | null {
  if (!/^(?=[ivxl])l?x{0,3}(?:ix|iv|v?i{0,3})$|^xl(?:ix|iv|v?i{0,3})$/i.test(numeral)) return null
  let total = 0
  let before = 0
  for (const letter of [...numeral.toLowerCase()].reverse()) {
    const value = VALUES.get(letter) ?? 0
    total += value < before ? -value : value
    before = Math.max(before, value)
  }
  return total
}
