import type { Refusal } from '../../shared/exchange/Refusal.ts'
import type { FoundText } from '../../shared/exchange/readFoundText.ts'

export async function findPdfText(_bytes: Uint8Array): Promise<FoundText | Refusal> {
  return { refused: 'PDF files are not read yet.' }
}
