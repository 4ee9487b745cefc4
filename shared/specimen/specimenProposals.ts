import type { SpecimenProposal } from './SpecimenProposal.ts'
import { specimenFirstSitting } from './specimenFirstSitting.ts'
import { specimenSecondSitting } from './specimenSecondSitting.ts'

/** A party of the specimen (D13). The names are those of real States and groups; what they say here is invented. */
export interface SpecimenParty {
  readonly id: string
  readonly name: string
  readonly short: string
  readonly kind: 'state' | 'group'
}

/** What a party says of another's proposal (D14). `on` is the proposal's key; a reserve always gives its reason. */
export interface SpecimenStance {
  readonly on: string
  readonly party: string
  readonly kind: 'support' | 'live with' | 'retain' | 'delete' | 'reserve'
  readonly reason?: string
}

export const specimenParties: readonly SpecimenParty[] = [
  { id: 'eu', name: 'European Union', short: 'EU', kind: 'group' },
  { id: 'us', name: 'United States', short: 'US', kind: 'state' },
  { id: 'g77', name: 'G77 and China', short: 'G77', kind: 'group' },
  { id: 'aosis', name: 'Alliance of Small Island States', short: 'AOSIS', kind: 'group' },
  { id: 'jp', name: 'Japan', short: 'Japan', kind: 'state' },
  { id: 'mx', name: 'Mexico', short: 'Mexico', kind: 'state' },
  { id: 'ch', name: 'Switzerland', short: 'Switzerland', kind: 'state' },
  { id: 'ru', name: 'Russian Federation', short: 'Russian Federation', kind: 'state' },
]

/** Everything tabled on `draftMidterm`, in the order of tabling: what nests comes after what it nests in. */
export const specimenProposals: readonly SpecimenProposal[] = [...specimenFirstSitting, ...specimenSecondSitting]

/** What the parties say of each other's proposals. Taken once everything above is tabled. */
export const specimenStances: readonly SpecimenStance[] = [
  { on: 'mx-chapeau-representatives', party: 'aosis', kind: 'support' },
  { on: 'mx-chapeau-representatives', party: 'jp', kind: 'live with' },
  { on: 'g77-2-non-intervention', party: 'ru', kind: 'support' },
  { on: 'g77-2-non-intervention', party: 'eu', kind: 'reserve', reason: 'pending instructions' },
  { on: 'ru-5-society', party: 'jp', kind: 'support' },
  { on: 'ru-5-society', party: 'eu', kind: 'retain', reason: 'The new wording speaks of people, not of an ideal.' },
  { on: 'ru-5-society', party: 'mx', kind: 'retain' },
  { on: 'ch-5-harm', party: 'eu', kind: 'live with' },
  { on: 'ch-5-harm', party: 'jp', kind: 'retain', reason: 'The conventions say “abuse”.' },
  { on: 'eu-12-deepened', party: 'jp', kind: 'support' },
  { on: 'eu-12-deepened', party: 'mx', kind: 'support' },
  { on: 'eu-12-deepened', party: 'g77', kind: 'retain', reason: 'Not true of all challenges everywhere.' },
  { on: 'eu-12-deepened', party: 'us', kind: 'reserve', reason: 'pending instructions' },
  { on: 'us-12-persist', party: 'g77', kind: 'retain', reason: 'That they touch States differently must stay.' },
  { on: 'g77-13b-demand', party: 'us', kind: 'delete', reason: 'This is a list of challenges, not of causes.' },
  { on: 'g77-13b-demand', party: 'eu', kind: 'reserve', reason: 'pending paragraph 12' },
  { on: 'g77-13b-demand', party: 'ru', kind: 'support' },
  { on: 'mx-13b-every-region', party: 'eu', kind: 'support' },
  { on: 'mx-13b-every-region', party: 'g77', kind: 'live with' },
  { on: 'jp-13b-nearly', party: 'mx', kind: 'live with' },
  { on: 'ru-13l-legalization', party: 'jp', kind: 'support' },
  { on: 'ru-13l-legalization', party: 'us', kind: 'delete', reason: 'The text of 2019 suffices.' },
  { on: 'ru-13l-legalization', party: 'ch', kind: 'delete' },
  { on: 'ru-13l-legalization', party: 'mx', kind: 'reserve', reason: 'pending advice from the capital' },
  { on: 'us-14a-fentanyl', party: 'jp', kind: 'live with' },
  { on: 'us-14a-fentanyl', party: 'g77', kind: 'delete', reason: 'Lists of substances go out of date.' },
  { on: 'mx-14b-firearms', party: 'aosis', kind: 'support' },
  { on: 'mx-14b-firearms', party: 'us', kind: 'reserve', reason: 'pending paragraph 22' },
  { on: 'aosis-17-environment', party: 'g77', kind: 'support' },
  { on: 'aosis-17-environment', party: 'eu', kind: 'support' },
  { on: 'aosis-17-environment', party: 'mx', kind: 'support', reason: 'With our addition.' },
  { on: 'aosis-17-environment', party: 'ru', kind: 'reserve', reason: 'pending instructions' },
  { on: 'mx-17-communities', party: 'aosis', kind: 'live with' },
  { on: 'g77-18-out', party: 'eu', kind: 'retain', reason: 'The only thanks to academia and the private sector.' },
  { on: 'g77-18-out', party: 'ch', kind: 'retain' },
  { on: 'jp-18-some', party: 'eu', kind: 'support' },
  { on: 'jp-22-law', party: 'ru', kind: 'support' },
  { on: 'jp-22-law', party: 'g77', kind: 'support' },
  { on: 'eu-23-pledge', party: 'ch', kind: 'support' },
  { on: 'eu-23-pledge', party: 'g77', kind: 'retain' },
  { on: 'us-23-call-upon', party: 'aosis', kind: 'live with' },
  { on: 'eu-24-no-effort', party: 'us', kind: 'retain', reason: 'Federal States cannot promise more.' },
  { on: 'ru-24-halt', party: 'mx', kind: 'retain' },
  { on: 'ch-24-harm-reduction', party: 'eu', kind: 'support' },
  { on: 'ch-24-harm-reduction', party: 'mx', kind: 'support' },
  { on: 'ch-24-harm-reduction', party: 'ru', kind: 'delete', reason: 'The term means different things to each of us.' },
  { on: 'ch-24-harm-reduction', party: 'jp', kind: 'reserve', reason: 'pending instructions' },
  { on: 'aosis-25-disasters', party: 'jp', kind: 'support', reason: 'Our own experience.' },
  { on: 'us-25-scheduling', party: 'jp', kind: 'support' },
  { on: 'us-25-scheduling', party: 'eu', kind: 'live with' },
  { on: 'ch-26-justice', party: 'mx', kind: 'support' },
  { on: 'ch-26-justice', party: 'g77', kind: 'delete', reason: 'We work from 26 as drafted.' },
  { on: 'ch-26-justice', party: 'us', kind: 'reserve', reason: 'pending advice from the capital' },
  { on: 'us-30-voluntary', party: 'eu', kind: 'support' },
  { on: 'us-30-voluntary', party: 'g77', kind: 'delete', reason: 'Mutually agreed terms are voluntary already.' },
  { on: 'us-31-resources', party: 'g77', kind: 'retain', reason: 'Programmes cannot live from year to year.' },
  { on: 'us-31-resources', party: 'jp', kind: 'live with' },
  { on: 'ru-note-7', party: 'us', kind: 'live with' },
]
