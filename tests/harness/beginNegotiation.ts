import type { Page } from 'playwright-core'
import type { BrowserSession } from './BrowserSession.ts'
import type { ChildServer } from './ChildServer.ts'

/** The parties of the negotiations that tests begin. */
export const testParties = [
  { name: 'European Union', short: 'EU', kind: 'group' },
  { name: 'United States', short: 'US', kind: 'state' },
  { name: 'Japan', short: 'Japan', kind: 'state' },
] as const

/** What a negotiation begun through the pages gives: its review, and a link for each way in, by the name it is listed under. */
export interface Begun {
  /** What the page says it has read: "3 chapters, …". */
  readonly review: string
  readonly linksByName: ReadonlyMap<string, string>
}

/** The link that the server printed for a role when it started. */
export function printedLink(server: ChildServer, name: string): string {
  const link = /http\S+$/.exec(server.printed.find(line => line.includes(` ${name} `)) ?? '')?.[0]
  if (link === undefined) throw new Error(`the server printed no link for ${name}`)
  return link
}

/** Begins a negotiation, tabling by act, as the Secretariat does it: through the pages, from a pasted text. */
export async function beginNegotiation(session: BrowserSession, server: ChildServer, text: string): Promise<Begun> {
  const page = await session.window('Secretariat', printedLink(server, 'Secretariat'))
  await draftOf(page).waitFor()
  await page.goto(`${server.url}/`)
  await page.getByRole('link', { name: 'Begin a new negotiation' }).click()
  await page.getByLabel('Text', { exact: true }).fill(text)
  await page.getByRole('button', { name: 'Read the text' }).click()
  const review = await page.getByRole('region', { name: 'What was read' }).locator('p').first().textContent()
  await page.getByRole('button', { name: 'Add a party' }).click()
  for (const [index, { name, short, kind }] of testParties.entries()) {
    await page.getByLabel(`Full name of party ${index + 1}`).fill(name)
    await page.getByLabel(`Short name of party ${index + 1}`).fill(short)
    await page.getByLabel(`Kind of party ${index + 1}`).selectOption(kind)
  }
  await page.getByRole('button', { name: 'Create the negotiation' }).click()
  const links = page.getByRole('textbox', { name: 'Link for' })
  await links.first().waitFor()
  const linksByName = new Map<string, string>()
  for (const link of await links.all()) {
    const name = (await link.getAttribute('aria-label'))?.replace('Link for ', '') ?? ''
    linksByName.set(name, await link.inputValue())
  }
  await page.close()
  return { review: review ?? '', linksByName }
}

/** Invites one more person of a party, as the facilitator does it, and gives their link. */
export async function invite(facilitator: Page, party: string, person: string): Promise<string> {
  await facilitator.getByRole('button', { name: 'More', exact: true }).click()
  await facilitator.getByRole('menuitem', { name: 'Invite' }).click()
  const dialog = facilitator.getByRole('dialog', { name: 'Invite' })
  await dialog.getByLabel('Speaks for').selectOption({ label: party })
  await dialog.getByLabel('Name of the person').fill(person)
  await dialog.getByRole('button', { name: 'Make the link' }).click()
  const link = await dialog.getByRole('textbox', { name: `Link for ${party}, ${person}` }).inputValue()
  await facilitator.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  return link
}

/** The one text people write in. */
export const draftOf = (page: Page) => page.getByRole('textbox', { name: 'The draft' })
