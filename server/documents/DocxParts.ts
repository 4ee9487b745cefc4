import type { Refusal } from '../../shared/exchange/Refusal.ts'
import { elementsOf, readXml, type XmlElement } from './readXml.ts'
import { ZipFile } from './ZipFile.ts'

/** What one document of a Word file refers to. */
interface Relation {
  /** The last part of its type: `footnotes`, `header`. */
  readonly type: string
  readonly id: string
  /** The name in the packed file. */
  readonly part: string
}

/** The longest document read here has some 5 million bytes of XML; a bomb has gigabytes. */
const MOST_BYTES = 80_000_000

const noWord: Refusal = {
  refused:
    'This is no Word document (.docx), but another packed file. Save the text as a Word document, PDF or plain text.',
}
const broken: Refusal = { refused: 'This Word document is broken. Open it in Word, save it anew, and try again.' }

/** The parts of a Word file that bear text, found by how they refer to each other. */
export class DocxParts {
  readonly body: XmlElement
  readonly #zip: ZipFile
  readonly #relations: readonly Relation[]

  private constructor(zip: ZipFile, body: XmlElement, relations: readonly Relation[]) {
    this.#zip = zip
    this.body = body
    this.#relations = relations
  }

  static open(bytes: Uint8Array): DocxParts | Refusal {
    const zip = ZipFile.open(bytes, MOST_BYTES)
    if ('refused' in zip) return zip
    const roots = relationsOf(zip, '')
    if ('refused' in roots) return roots
    const main = roots.find(({ type }) => type === 'officeDocument')?.part ?? 'word/document.xml'
    const document = partOf(zip, main)
    if (document === null) return zip.has(main) ? broken : noWord
    if ('refused' in document) return document
    const body = elementsOf(document).find(({ name }) => name === 'w:body')
    if (body === undefined) return noWord
    const relations = relationsOf(zip, main)
    return 'refused' in relations ? relations : new DocxParts(zip, body, relations)
  }

  /** The first part of that type, such as `footnotes`; null when there is none. */
  ofType(type: string): XmlElement | null | Refusal {
    return this.#read(this.#relations.find(relation => relation.type === type))
  }

  /** The part that the document calls by this id. */
  byId(id: string): XmlElement | null | Refusal {
    return this.#read(this.#relations.find(relation => relation.id === id))
  }

  #read(relation: Relation | undefined): XmlElement | null | Refusal {
    // A part that is named and not there was lost on the way, and words with it.
    return relation === undefined ? null : (partOf(this.#zip, relation.part) ?? broken)
  }
}

function partOf(zip: ZipFile, name: string): XmlElement | null | Refusal {
  const bytes = zip.read(name)
  if (bytes === null || 'refused' in bytes) return bytes
  // Word writes UTF-8; other programs may write UTF-16, which begins with its mark.
  const encoding = bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8'
  return readXml(new TextDecoder(encoding).decode(bytes))
}

function relationsOf(zip: ZipFile, part: string): readonly Relation[] | Refusal {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const read = partOf(zip, `${folder}_rels/${part.slice(folder.length)}.rels`)
  if (read === null) return []
  if ('refused' in read) return read
  return elementsOf(read).map(({ attributes }) => {
    const target = attributes.get('Target') ?? ''
    const type = attributes.get('Type') ?? ''
    return {
      type: type.slice(type.lastIndexOf('/') + 1),
      id: attributes.get('Id') ?? '',
      part: target.startsWith('/') ? target.slice(1) : folder + target,
    }
  })
}
