/**
 * Loading the PDF library makes some of the things a page is drawn with, which it takes from an optional package of
 * machine code where Node has none. Nothing is drawn here: these stand in, so that PDFs are read on every platform.
 */
class Undrawn {}

for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) {
  if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value: Undrawn, configurable: true })
}

export {}
