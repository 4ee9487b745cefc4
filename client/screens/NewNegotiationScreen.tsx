import { useState } from 'react'
import { decodeText } from '../../shared/exchange/decodeText.ts'
import { unreadableReason } from '../../shared/exchange/unreadableReason.ts'
import { negotiationMadeSchema } from '../../shared/protocol/NewNegotiation.ts'
import { readDocumentSchema } from '../../shared/protocol/readDocumentSchema.ts'
import { ask } from '../connection/ask.ts'
import { NewNegotiation, type NewNegotiationOrder, type NewNegotiationState } from '../views/NewNegotiation.tsx'
import type { Source } from '../views/NewNegotiationSource.tsx'

const unreachable = 'The server cannot be reached. Nothing was lost: try again when you are connected.'

/** From a text to a negotiation. Reading and laying it down are the server's; what was guessed is reviewed in between. */
export function NewNegotiationScreen({ capacity }: { readonly capacity: string }) {
  const [state, setState] = useState<NewNegotiationState>({ is: 'choosing', refused: null })
  const [text, setText] = useState('')
  const read = async (source: Source) => {
    setState({ is: 'reading', name: source.is === 'file' ? source.file.name : 'the pasted text' })
    const read = source.is === 'text' ? source.text : await textOf(source.file)
    if (typeof read !== 'string') {
      setState({ is: 'choosing', refused: read.refused })
      return
    }
    const unreadable = unreadableReason(read)
    if (unreadable !== null) {
      setState({ is: 'choosing', refused: unreadable })
      return
    }
    setText(read)
    const asked = await ask({ path: `/api/read?as=${capacity}`, answers: readDocumentSchema, body: read })
    if (asked.is === 'answered') setState({ is: 'reviewing', document: asked.answer, refused: null, busy: false })
    else setState({ is: 'choosing', refused: asked.is === 'refused' ? asked.refusal.refused : unreachable })
  }
  const create = async ({ title, parties, tabling, labels }: NewNegotiationOrder) => {
    if (state.is !== 'reviewing') return
    setState({ ...state, busy: true, refused: null })
    const body = { document: state.document, title, parties, tabling, labels }
    const asked = await ask({ path: `/api/negotiations?as=${capacity}`, answers: negotiationMadeSchema, body })
    if (asked.is !== 'answered') {
      setState({ ...state, busy: false, refused: asked.is === 'refused' ? asked.refusal.refused : unreachable })
      return
    }
    const links = asked.answer.links.map(({ role, person, link }) => ({
      role,
      link,
      party: role === 'delegation' ? person : null,
      person: null,
    }))
    const own = links.find(({ role }) => role === 'secretariat')?.link ?? null
    setState({ is: 'created', title: asked.answer.title, links, own })
  }
  return (
    <NewNegotiation
      state={state}
      text={text}
      onText={setText}
      onRead={read}
      onBack={() => setState({ is: 'choosing', refused: null })}
      onCreate={create}
      onCopy={text => void navigator.clipboard.writeText(text)}
    />
  )
}

async function textOf(file: File): Promise<string | { readonly refused: string }> {
  const decoded = decodeText(new Uint8Array(await file.arrayBuffer()))
  return 'refused' in decoded ? decoded : decoded.text
}
