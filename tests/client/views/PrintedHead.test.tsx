// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { PrintedHead } from '../../../client/views/PrintedHead.tsx'
import { show, words } from './onPage.tsx'

const asOf = Date.UTC(2024, 2, 14, 9, 30)

describe('R76: the head of a printed sheet', () => {
  it('says of when the compilation is, with its day and time zone', () => {
    show(<PrintedHead view="compilation" asOf={asOf} party="Japan" untabled={0} />)
    expect(words()).toMatch(/^Compilation of proposals\. Text as of 14 March 2024.*\.$/)
  })

  it('warns of what is not tabled', () => {
    show(<PrintedHead view="compilation" asOf={null} party="Japan" untabled={1} />)
    expect(words()).toContain('1 change of Japan is not tabled, marked by dashed lines: not for distribution.')
  })

  it('says that one’s own reading is not the text on the table', () => {
    show(<PrintedHead view="ours taken" asOf={null} party="Japan" untabled={2} />)
    expect(words()).toContain('Not the text on the table')
    expect(words()).toContain('2 changes of Japan are not tabled: not for distribution.')
  })

  it('shows nothing of a desk in the clean text', () => {
    show(<PrintedHead view="clean" asOf={null} party="Japan" untabled={2} />)
    expect(words()).toBe('The draft without the proposals on it.')
  })
})
