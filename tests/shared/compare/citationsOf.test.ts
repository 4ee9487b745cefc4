import { describe, expect, it } from 'vitest'
import { citationsOf } from '../../../shared/compare/citationsOf.ts'

function cited(...texts: readonly string[]): readonly (string | undefined)[] {
  const found = citationsOf(texts.map((text, nth) => ({ label: String(nth + 1), text })))
  return texts.map((_, nth) => found.get(String(nth + 1)))
}

/** Whether the last two of a series cite the same. */
function lastTwoAgree(...texts: readonly string[]): boolean {
  const [one, other] = cited(...texts).slice(-2)
  return one === other
}

const treaty = 'United Nations, Treaty Series, vol. 976, No. 14152.'

describe('what a note cites', () => {
  it('R103: is the same with and without “See”, in the long form and as a document symbol', () => {
    expect(lastTwoAgree('See General Assembly resolution 70/1.', 'A/RES/70/1.')).toBe(true)
    expect(lastTwoAgree(treaty, `See ${treaty}`)).toBe(true)
    expect(
      lastTwoAgree(
        'Official Records of the Council, 2009, Supplement No. 8 (E/2009/28), chap. I, sect. C.',
        'E/2009/28, chap. I, sect. C',
      ),
    ).toBe(true)
  })

  it('R103: Ibid. is read from the note before: alone, with another place, or with another source', () => {
    expect(lastTwoAgree(treaty, 'Ibid.')).toBe(true)
    expect(cited(treaty, 'Ibid., vol. 1019, No. 14956.')[1]).toBe(
      cited('United Nations, Treaty Series, vol. 1019, No. 14956.')[0],
    )
    expect(cited('E/2009/28, chap. I, sect. C.', 'Ibid., sect. B.')[1]).toBe(cited('E/2009/28, sect. B.')[0])
    expect(cited('E/2009/28, chap. I.', 'Ibid., 2014 (E/2014/28), chap. I.')[1]).toBe(cited('E/2014/28, chap. I.')[0])
  })

  it('R103: another place, another volume, another resolution is another citation', () => {
    expect(lastTwoAgree('E/2009/28, chap. I, sect. C.', 'E/2009/28, chap. I, sect. B.')).toBe(false)
    expect(lastTwoAgree(treaty, treaty.replace('14152', '14956'))).toBe(false)
    expect(lastTwoAgree('General Assembly resolution 217 A (III).', 'General Assembly resolution S-30/1, annex.')).toBe(
      false,
    )
  })

  it('R103: a note that says something is told by its words', () => {
    const remark =
      'Two delegations noted that fees for the use of the lower quay are set in paragraph 45 of the harbour code (HC/541).'
    expect(lastTwoAgree(remark, remark.replace('Two', 'Some'))).toBe(false)
    expect(lastTwoAgree(remark, remark)).toBe(true)
    expect(lastTwoAgree('This text was not edited.', 'This text was edited.')).toBe(false)
  })

  it('a star note stands outside the series: Ibid. does not lean on it', () => {
    const found = citationsOf([
      { label: '1', text: treaty },
      { label: '*', text: 'E/2024/1.' },
      { label: '2', text: 'Ibid.' },
    ])
    expect(found.get('2')).toBe(found.get('1'))
  })
})
