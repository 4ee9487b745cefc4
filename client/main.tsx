import '@fontsource-variable/inter/index.css'
import '@fontsource-variable/source-serif-4/index.css'
import '@fontsource-variable/source-serif-4/standard-italic.css'
import { createRoot } from 'react-dom/client'
import { Route, Switch } from 'wouter'
import './editor/editor.css'
import { EntryScreen } from './screens/EntryScreen.tsx'
import { NewNegotiationScreen } from './screens/NewNegotiationScreen.tsx'
import { StartScreen } from './screens/StartScreen.tsx'
import { NotFound } from './views/NotFound.tsx'

const element = document.getElementById('root')
if (element === null) throw new Error('the page has no root')

createRoot(element).render(
  <Switch>
    <Route path="/">{() => <StartScreen />}</Route>
    <Route path="/new/as/:capacity">{({ capacity }) => <NewNegotiationScreen capacity={capacity} />}</Route>
    <Route path="/n/:negotiation/as/:capacity">
      {({ negotiation, capacity }) => <EntryScreen key={capacity} negotiation={negotiation} capacity={capacity} />}
    </Route>
    <Route>{() => <NotFound what="page" />}</Route>
  </Switch>,
)
