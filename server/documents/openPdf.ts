import './drawingStandIns.ts'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
  Util,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Refusal } from '../../shared/exchange/Refusal.ts'
import type { LeftOut } from './LeftOut.ts'
import type { PdfPage, PdfPiece } from './PdfPage.ts'

/** Ten times the longest outcome document we know. */
const MOST_PAGES = 1_000
/** A line set aslant by less is straight: scanned pages lie a little askew. */
const STRAIGHT_SLOPE = 0.05
/** Letters leaning by more are italics made from an upright font. */
const ITALIC_LEAN = 0.15

interface Font {
  readonly strong: boolean
  readonly italic: boolean
}

/** What of a text item of the library is used. */
interface TextItem {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly fontName: string
}

/** The stretches of text on each page of a PDF; refuses with a sentence what is locked, broken, too long or only pictures. */
export async function openPdf(bytes: Uint8Array, leftOut: LeftOut): Promise<readonly PdfPage[] | Refusal> {
  const root = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')))
  const task = getDocument({
    // The library takes its bytes for itself.
    data: new Uint8Array(bytes),
    cMapUrl: `${root}/cmaps/`,
    standardFontDataUrl: `${root}/standard_fonts/`,
    wasmUrl: `${root}/wasm/`,
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    // Pictures are never drawn.
    maxImageSize: 1,
  })
  try {
    const file = await task.promise
    if (file.numPages > MOST_PAGES) {
      const [pages, most] = [file.numPages, MOST_PAGES].map(count => count.toLocaleString('en'))
      return { refused: `This PDF has ${pages} pages; at most ${most} are read.` }
    }
    const pages = await pagesOf(file, leftOut)
    const empty = pages.filter(page => page.pieces.length === 0).length
    if (empty === pages.length) {
      return {
        refused:
          'This PDF has no text, only pictures of pages, as a scanner makes them. Get the text itself, or have its letters recognised (OCR) first.',
      }
    }
    leftOut.count('page', empty)
    return pages
  } catch (error) {
    return refusalOf(error)
  } finally {
    await task.destroy()
  }
}

async function pagesOf(file: PDFDocumentProxy, leftOut: LeftOut): Promise<readonly PdfPage[]> {
  const fonts = new Map<string, Font>()
  const pages: PdfPage[] = []
  for (let number = 1; number <= file.numPages; number++) {
    const page = await file.getPage(number)
    const { items } = await page.getTextContent()
    const texts = items.flatMap((item): readonly TextItem[] => ('str' in item ? [item] : []))
    await learnFonts(page, texts, fonts)
    const view = page.getViewport({ scale: 1 })
    const placed = texts.map(item => ({ ...item, transform: Util.transform(view.transform, item.transform) }))
    pages.push({
      number,
      height: view.height,
      pieces: placed.flatMap(item => pieceOf(item, view.height, fonts, leftOut)),
    })
    page.cleanup()
  }
  return pages
}

/** The names of fonts come with the drawing of a page only, which is made where a new font is met. */
async function learnFonts(page: PDFPageProxy, items: readonly TextItem[], fonts: Map<string, Font>): Promise<void> {
  if (items.every(({ fontName }) => fonts.has(fontName))) return
  await page.getOperatorList()
  for (const { fontName } of items) {
    if (!fonts.has(fontName))
      fonts.set(fontName, fontOf(page.commonObjs.has(fontName) ? page.commonObjs.get(fontName) : null))
  }
}

function fontOf(font: unknown): Font {
  if (typeof font !== 'object' || font === null) return { strong: false, italic: false }
  const name = 'name' in font && typeof font.name === 'string' ? font.name : ''
  const says = (property: string) => Object.entries(font).some(([key, value]) => key === property && value === true)
  return {
    strong: says('bold') || says('black') || /bold|black|heavy|semibold|demi/i.test(name),
    italic: says('italic') || /italic|oblique/i.test(name),
  }
}

function pieceOf(
  item: TextItem,
  height: number,
  fonts: ReadonlyMap<string, Font>,
  leftOut: LeftOut,
): readonly PdfPiece[] {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, down = 0] = item.transform
  if (item.str.trim() === '') return []
  if (Math.abs(b) > STRAIGHT_SLOPE * Math.abs(a) || a <= 0) {
    leftOut.count('sideways')
    return []
  }
  const font = fonts.get(item.fontName) ?? { strong: false, italic: false }
  const size = Math.hypot(c, d)
  const italic = font.italic || Math.abs(c) > ITALIC_LEAN * Math.abs(d)
  return [{ text: item.str, x, y: height - down, width: item.width, size, strong: font.strong, italic }]
}

function refusalOf(error: unknown): Refusal {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') return { refused: 'This PDF is locked with a password: unlock it first.' }
  return { refused: 'This PDF is broken and cannot be read. Get it again, or save it anew.' }
}
