import type { Saying } from '../../shared/projection/Card.ts'
import './saying.css'
import { newParagraph } from './sayChange.ts'
import { Words } from './Words.tsx'

/** The change in words, as a card says it: replace “promote” by “ensure”. */
export function SayingLine({ saying }: { readonly saying: Saying }) {
  switch (saying.is) {
    case 'insert':
      return (
        <p className="saying">
          insert <Quote text={saying.text} />
        </p>
      )
    case 'strike':
      return (
        <p className="saying">
          delete <Struck text={saying.struck} />
        </p>
      )
    case 'replace':
      return (
        <p className="saying">
          replace <Struck text={saying.struck} /> by <Quote text={saying.text} />
        </p>
      )
    case 'delete paragraph':
      return (
        <p className="saying">
          delete the paragraph <Struck text={saying.struck} />
        </p>
      )
    case 'new paragraph':
      return (
        <p className="saying">
          {newParagraph(saying)}: <Quote text={saying.text} />
        </p>
      )
    default:
      throw new Error(`unknown saying ${saying satisfies never}`)
  }
}

function Quote({ text }: { readonly text: string }) {
  return (
    <q>
      <Words text={text.trim()} />
    </q>
  )
}

function Struck({ text }: { readonly text: string }) {
  return (
    <q className="struck">
      <Words text={text.trim()} />
    </q>
  )
}
