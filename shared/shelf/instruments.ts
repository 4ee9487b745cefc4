/** A text of this field that drafts are built of (D25): what it is called, and where its official text is published. */
export interface Instrument {
  /** What people call it. */
  readonly title: string
  readonly symbol: string
  readonly year: number
  readonly published: string
  /** Where in the document of that symbol it stands; null when it is the whole of it, or not known. */
  readonly place: string | null
  /** How its titles begin, without a year in front, in small letters: of that year these mean it. */
  readonly called: RegExp
  /** The beginning of its full title: means it whatever year is given. */
  readonly inFull: RegExp
}

/** The instruments of this field (D25), oldest first. */
export const instruments: readonly Instrument[] = [
  {
    title: '2009 Political Declaration and Plan of Action',
    symbol: 'E/2009/28',
    year: 2009,
    published: 'https://docs.un.org/en/E/2009/28',
    place: 'chap. I, sect. C',
    called: /^political declaration\b/,
    inFull: /^political declaration and plan of action on international cooperation towards an integrated and balanced/,
  },
  {
    title: '2014 Joint Ministerial Statement',
    symbol: 'E/2014/28',
    year: 2014,
    published: 'https://docs.un.org/en/E/2014/28',
    place: 'chap. I, sect. C',
    called: /^joint ministerial statement\b/,
    inFull: /^joint ministerial statement of the 2014 high-level review/,
  },
  {
    title: '2016 outcome document of the special session of the General Assembly',
    symbol: 'A/RES/S-30/1',
    year: 2016,
    published: 'https://docs.un.org/en/A/RES/S-30/1',
    place: 'annex',
    called: /^(?:ungass )?outcome document\b/,
    inFull: /^our joint commitment to effectively addressing and countering the world drug problem/,
  },
  {
    title: '2019 Ministerial Declaration',
    symbol: 'E/2019/28',
    year: 2019,
    published: 'https://docs.un.org/en/E/2019/28',
    place: 'chap. I, sect. B',
    called: /^ministerial declaration\b/,
    inFull: /^ministerial declaration on strengthening our actions/,
  },
  {
    title: '2024 high-level declaration',
    symbol: 'E/2024/28',
    year: 2024,
    published: 'https://docs.un.org/en/E/2024/28',
    place: null,
    called: /^high-level declaration\b/,
    inFull: /^high-level declaration by the commission on narcotic drugs on the 2024 midterm review/,
  },
]
