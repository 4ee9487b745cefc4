import { useRef, useState } from 'react'
import { negotiationMadeSchema } from '../../shared/protocol/NewNegotiation.ts'
import { ask } from '../connection/ask.ts'
import { NewNegotiation, type NewNegotiationOrder, type NewNegotiationState } from '../views/NewNegotiation.tsx'
import type { Source } from '../views/NewNegotiationSource.tsx'
import { openSource } from './openSource.ts'
import { readOpened, unreachable } from './readSource.ts'
import { useDrop } from './useDrop.ts'

/** From a text to a negotiation. Reading and laying it down are the server's; what was guessed is reviewed in between. */
export function NewNegotiationScreen({ capacity }: { readonly capacity: string }) {
  const [state, setState] = useState<NewNegotiationState>({ is: 'choosing', refused: null })
  const [text, setText] = useState('')
  const reading = useRef<AbortController | null>(null)
  const leave = (refused: string | null) => {
    reading.current?.abort()
    setState({ is: 'choosing', refused })
  }
  const read = async (source: Source) => {
    const own = new AbortController()
    reading.current = own
    const name = source.is === 'file' ? source.file.name : 'the pasted text'
    setState({ is: 'reading', name, sent: null })
    const opened = await openSource(source)
    if ('text' in opened && !own.signal.aborted) setText(opened.text)
    const onSent = (sent: number) => setState(now => (now.is === 'reading' ? { ...now, sent } : now))
    const document = await readOpened(opened, capacity, { signal: own.signal, onSent })
    if (own.signal.aborted) return
    if ('refused' in document) leave(document.refused)
    else setState({ is: 'reviewing', document, refused: null, busy: false })
  }
  const over = useDrop(state.is === 'choosing', ({ files }) => {
    const [file, ...others] = files
    if (others.length > 0) leave('Let go of one file at a time: a negotiation begins with one text.')
    else if (file !== undefined) void read({ is: 'file', file })
  })
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
      over={over}
      onText={setText}
      onRead={read}
      onBack={() => leave(null)}
      onCreate={create}
      onCopy={text => void navigator.clipboard.writeText(text)}
    />
  )
}
