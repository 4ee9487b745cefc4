import type { Sheet } from '../projection/Sheet.ts'
import type { BracketToken, TailPart } from './bracketTokens.ts'

/** How a bracket's marks are set: plain hyphen and spaces for files and tests, an en dash on screen and paper. */
export interface Setting {
  readonly dash: string
  readonly slash: string
}

export const plainSetting: Setting = { dash: ' - ', slash: ' / ' }
export const printSetting: Setting = { dash: ' – ', slash: ' / ' }

/** The text with its brackets as printed: `[promote - US delete / ensure - EU]`. */
export function printBrackets(sheet: Sheet, tokens: readonly BracketToken[], setting: Setting = plainSetting): string {
  return tokens
    .map(token => {
      switch (token.is) {
        case 'words':
          return token.passage.text
        case 'open':
          return '['
        case 'slash':
          return setting.slash
        case 'tail':
          return token.parts.length === 0 ? '' : setting.dash + printTail(sheet, token.parts)
        case 'close':
          return ']'
        default:
          throw new Error(`unknown token ${token satisfies never}`)
      }
    })
    .join('')
}

/** What stands behind the dash: "US, Japan; G77 delete". */
export function printTail(sheet: Sheet, parts: readonly TailPart[]): string {
  return parts
    .map(({ parties, verb }) => {
      const names = parties.map(
        ({ id, entered }) => (sheet.table.party(id)?.short ?? id) + (entered ? ' (entered)' : ''),
      )
      return names.join(', ') + (verb === '' ? '' : ` ${verb}`)
    })
    .join('; ')
}
