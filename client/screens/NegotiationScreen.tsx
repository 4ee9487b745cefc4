import { useCallback, useEffect, useMemo, useState } from 'react'
import { pendingDrafts } from '../../shared/projection/pendingDrafts.ts'
import { unplaced } from '../../shared/projection/unplaced.ts'
import { type BlockStatus, isClosedTo } from '../../shared/table/Block.ts'
import { type Host, hostParts } from '../../shared/table/Host.ts'
import { capacityId, type ProposalId } from '../../shared/table/ids.ts'
import type { Negotiation } from '../connection/Negotiation.ts'
import { type Message, StatusLine } from '../design/StatusLine.tsx'
import { BandOursTaken } from '../views/BandOursTaken.tsx'
import { NegotiationPage } from '../views/NegotiationPage.tsx'
import { Outline } from '../views/Outline.tsx'
import { PrintedHead } from '../views/PrintedHead.tsx'
import { ShortcutsDialog } from '../views/ShortcutsDialog.tsx'
import { StatusSentence } from '../views/StatusSentence.tsx'
import { type View, views } from '../views/TopBar.tsx'
import { CardColumn } from './CardColumn.tsx'
import { CompareScreen, firstChoice } from './CompareScreen.tsx'
import { Desktop } from './Desktop.ts'
import { InviteScreen } from './InviteScreen.tsx'
import { LiveTopBar } from './LiveTopBar.tsx'
import { lastChange } from './lastChange.ts'
import { outlineEntries } from './outlineEntries.ts'
import { PriorTextPanels } from './PriorTextPanels.tsx'
import { paragraphMenu } from './paragraphMenu.ts'
import { priorTextMenu } from './priorTextMenu.ts'
import { RecordPanel } from './RecordPanel.tsx'
import { ReopenDialog, type Reopening } from './ReopenDialog.tsx'
import { SheetEditor } from './SheetEditor.tsx'
import { SheetReader } from './SheetReader.tsx'
import { ShelfScreen } from './ShelfScreen.tsx'
import { type Sought, search, soughtAtCaret, soughtOf } from './Sought.ts'
import { shortcutGroups } from './shortcuts.ts'
import { TableDialog } from './TableDialog.tsx'
import { TrayDialog } from './TrayDialog.tsx'
import { useActs } from './useActs.ts'
import { useCards } from './useCards.ts'
import { useChanges } from './useChanges.ts'
import { useNotice } from './useNotice.ts'
import { useProvenance } from './useProvenance.ts'
import { useShortcuts } from './useShortcuts.ts'

type Panel = 'record' | 'tray' | 'shortcuts' | 'invite' | 'outline' | 'shelf'

/** The page of a negotiation: the sheet in its middle, everything else its margin. */
export function NegotiationScreen({ negotiation }: { readonly negotiation: Negotiation }) {
  const desktop = useMemo(() => new Desktop(negotiation), [negotiation])
  useChanges(desktop.page)
  const [view, setView] = useState<View>('compilation')
  const [choice, setChoice] = useState(firstChoice)
  const [panel, setPanel] = useState<Panel | null>(null)
  const [asked, setAsked] = useState<'all' | ProposalId | null>(null)
  const [message, setMessage] = useState<Message | null>(null)
  const announce = useCallback(
    (sentence: string | null) => setMessage(sentence === null ? null : { sentence, tone: 'refused', act: null }),
    [],
  )
  const say = (sentence: string) => setMessage({ sentence, tone: 'said', act: null })
  const doing = useActs(negotiation, announce)
  useProvenance(desktop, announce)
  const [sought, setSought] = useState<Sought | null>(null)
  const [isAgreedShown, setAgreedShown] = useState(false)
  const [reopening, setReopening] = useState<Reopening | null>(null)
  const { shown, sheet, session } = negotiation
  const { table } = sheet
  const tableAll = useCallback(() => {
    if (pendingDrafts(negotiation.sheet).length === 0)
      announce('There is nothing on your desk that is not on the table.')
    else setAsked('all')
  }, [negotiation, announce])
  const cardsByHost = useCards(shown)
  const cards = [...cardsByHost.values()].flat()
  const markAgreed = () => {
    desktop.editor?.agreed.show(!isAgreedShown)
    setAgreedShown(!isAgreedShown)
  }
  const soughtHere = () => setSought(soughtAtCaret(desktop))
  useShortcuts({
    desktop,
    cards: view === 'compare' ? [] : cards,
    doing,
    announce,
    onTable: tableAll,
    onShortcuts: () => setPanel('shortcuts'),
    letters: { KeyA: markAgreed, KeyW: soughtHere, KeyF: () => setSought(search) },
  })
  useEffect(() => {
    document.title = `${table.procedure().title || session.title} · Adref`
  })
  const { notice, dismiss } = useNotice({
    pending: table.procedure().tabling === 'by act' ? pendingDrafts(sheet).length : 0,
    lost: unplaced(sheet).length,
    onTable: tableAll,
    onTray: () => setPanel('tray'),
  })
  const close = () => setPanel(null)
  const setStatus = (host: Host, to: BlockStatus) => {
    const parts = hostParts(host)
    const status = parts.is === 'block' ? table.block(parts.id)?.status : undefined
    if (status !== undefined && isClosedTo(status) && !isClosedTo(to))
      setReopening({ host, to, name: shown.labels.get(host)?.full ?? '' })
    else doing.act({ act: 'status', block: host, to, reason: null })
  }
  const copy = (text: string) => void navigator.clipboard.writeText(text).then(() => say('Copied.'))
  if (!negotiation.isHere) return <StatusSentence state={{ is: 'loading', what: 'the text' }} act={null} place="page" />
  const procedure = table.procedure()
  const paragraphs = shown.roots.flatMap(root =>
    root.is === 'block' && root.block.kind === 'paragraph' ? [root.block] : [],
  )
  const play = {
    brackets: cards.filter(card => card.shown !== 'untabled').length,
    agreed: paragraphs.filter(({ status }) => isClosedTo(status)).length,
    paragraphs: paragraphs.length,
  }
  const party = session.party === null ? null : table.party(session.party)
  const hasParty = party !== null && party.kind !== 'office'
  const untabled = cards.filter(card => card.ours && card.shown !== 'tabled').length
  const lost = unplaced(sheet).length
  const connection = negotiation.connection()
  const goTo = (host: Host) => {
    close()
    if (view === 'compilation') {
      desktop.editor?.goTo(host, null)
      return
    }
    const here = view === 'compare' ? `[data-row="new ${host}"]` : `.reading [data-host="${host}"]`
    const place = document.querySelector(here)
    place?.scrollIntoView({ block: 'center' })
    if (place !== null) return
    // What is folded, or not in this view at all, is in the compilation; its editor goes there once it is shown.
    setView('compilation')
    requestAnimationFrame(() => desktop.editor?.goTo(host, null))
  }
  const entry = (id: Panel, label: string, hint: string | null) => ({
    id,
    label,
    hint,
    checked: null,
    onSelect: () => setPanel(id),
  })
  const isByAct = procedure.tabling === 'by act'
  const tablingEntry = {
    id: 'tabling',
    label: isByAct ? 'Table as typed' : 'Table by act only',
    hint: null,
    checked: null,
    onSelect: () => void doing.act({ act: 'tabling', tabling: isByAct ? 'as typed' : 'by act' }),
  }
  const brackets = new Map([...cardsByHost].map(([host, here]) => [host, here.length]))
  return (
    <NegotiationPage
      view={view}
      top={
        <LiveTopBar
          desktop={desktop}
          title={procedure.title || session.title}
          symbol={procedure.symbol}
          view={view}
          views={hasParty ? views : views.filter(each => each !== 'ours taken')}
          onView={setView}
          play={play}
          asOf={lastChange(negotiation)}
          speaking={{
            person: session.person,
            current: { id: capacityId(session.capacity), party, role: session.role },
            others: session.others
              .filter(other => other.negotiation === session.negotiation)
              .map(other => ({
                id: capacityId(other.capacity),
                party: other.party === null ? null : table.party(other.party),
                role: other.role,
              })),
            onSwitch: id => window.open(`/n/${session.negotiation}/as/${id}`, '_blank', 'noopener'),
          }}
          menu={[
            ...paragraphMenu({ desktop, onStatus: setStatus, announce: say }),
            priorTextMenu({
              isAgreedShown,
              onMark: markAgreed,
              onPedigree: soughtHere,
              onSearch: () => setSought(search),
              onShelf: () => setPanel('shelf'),
            }),
            {
              title: null,
              entries: [
                entry('record', 'Decisions on record', String(table.roots.decisions.length)),
                ...(negotiation.editing === null
                  ? []
                  : [entry('tray', 'Words without a place', lost > 0 ? String(lost) : null)]),
                ...(session.abilities.includes('invite') ? [entry('invite', 'Invite …', null)] : []),
                ...(session.abilities.includes('tabling') ? [tablingEntry] : []),
                { id: 'print', label: 'Print', hint: null, checked: null, onSelect: () => window.print() },
              ],
            },
          ]}
          onShortcuts={() => setPanel('shortcuts')}
          onOutline={() => setPanel('outline')}
        />
      }
      band={
        connection.is === 'closed' ? (
          <StatusSentence
            state={{ is: 'closed', sentence: connection.sentence }}
            act={{ label: 'Load the page again', onAct: () => location.reload() }}
            place="band"
          />
        ) : view === 'ours taken' && party !== null ? (
          <BandOursTaken
            party={party.name}
            taken={cards.filter(card => card.ours).length}
            untabled={untabled}
            onBack={() => setView('compilation')}
          />
        ) : null
      }
      outline={
        <Outline
          entries={outlineEntries(shown, brackets)}
          current={desktop.root}
          floor={procedure.floor}
          onGoTo={goTo}
        />
      }
      outlineOpen={panel === 'outline'}
      onCloseOutline={close}
      sheet={
        <>
          {view !== 'compare' && (
            <PrintedHead view={view} asOf={lastChange(negotiation)} party={party?.name ?? null} untabled={untabled} />
          )}
          <div hidden={view !== 'compilation'}>
            <SheetEditor desktop={desktop} onAnnounce={announce} onTable={tableAll} />
          </div>
          {view === 'compare' ? (
            <CompareScreen
              desktop={desktop}
              choice={choice}
              onChoice={setChoice}
              hasParty={hasParty}
              untabled={untabled}
              asOf={lastChange(negotiation)}
              isAgreedShown={isAgreedShown}
            />
          ) : (
            view !== 'compilation' && <SheetReader sheet={sheet} reading={view} />
          )}
        </>
      }
      margin={
        view === 'compilation' ? (
          <CardColumn
            desktop={desktop}
            cardsByHost={cardsByHost}
            doing={doing}
            onTable={setAsked}
            onPedigree={id => setSought(soughtOf(desktop, id))}
          />
        ) : null
      }
    >
      <TableDialog negotiation={negotiation} asked={asked} doing={doing} onClose={() => setAsked(null)} />
      <PriorTextPanels desktop={desktop} sought={sought} onCopy={copy} onClose={() => setSought(null)} />
      <TrayDialog negotiation={negotiation} open={panel === 'tray'} onCopy={copy} onClose={close} />
      <RecordPanel negotiation={negotiation} open={panel === 'record'} doing={doing} onGoTo={goTo} onClose={close} />
      <ShortcutsDialog open={panel === 'shortcuts'} groups={shortcutGroups(session.abilities)} onClose={close} />
      <ShelfScreen
        session={session}
        open={panel === 'shelf'}
        onClose={() => {
          desktop.shelf.tell()
          close()
        }}
      />
      <InviteScreen negotiation={negotiation} open={panel === 'invite'} onCopy={copy} onClose={close} />
      <ReopenDialog reopening={reopening} doing={doing} onClose={() => setReopening(null)} />
      <StatusLine message={message ?? notice} onDismiss={message === null ? dismiss : () => setMessage(null)} />
    </NegotiationPage>
  )
}
