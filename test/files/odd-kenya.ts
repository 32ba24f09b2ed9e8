/** A file that says what it says in every style that YAML has and the shipped files have not. */

export const ODD_KENYA = `# Kenya, as another hand writes it.
code: KE
name: "Kenya"
aliases:
- Kenia   # in German
- 'Jamhuri ya Kenya'

- "Ke\\u006eya Republic"
demonyms: [Kenyan,
  Kenyans,   # both
  ]
research: {state: researched, searched: [ 'central bank' , news ], on: 2026-11-24}
facts:
# ---- mining
# ke-mining-one was the first
- id: ke-mining-one
  topic: mining
  status: 'regulated'
  lead: false
  title: Mining, see the law
  # what it says
  claim: >   # folded
     Miners must
     register, and  pay twice.
     Then they may mine.
  instrument:
    title: >-
      Act of
      mining
    number: '7'
  in_force: 2024     # a bare year
  verified: "2026-11-24"
  supersedes: ke-mining-two
  keywords: []
  evidence: It is said
    in the act,
    twice.
  disputes: [ { claim: No., sources: [src-a] } , {claim: 'It''s not', sources: [src-a, src-b]} ]
  sources:
    - src-a
    - src-b

  # an afterthought on the first

# ke-mining-two
- # the second
  id: ke-mining-two
  topic: mining
  status: banned
  title: |-
    Mining was banned
  claim: "Mining was \\
    banned."
  announced: 2023-01
  in_force: 2023-02-01
  verified: 2026-11-24
  evidence: Said.
  keywords:
  - ban
  # of miners
  - "miners # ban"
  translations: {de: 'Verboten.', fr: Interdit.}
  sources: [
    src-a,
    src-b
    ]

# ---- tax
- { id: ke-tax, topic: tax, status: taxed, title: Taxed, claim: "Taxed: all", in_force: 2020, verified: 2026-11-24, evidence: E, sources: [src-a] } # in one line
# the end of facts
statements:

  -   id: ke-said
      speaker: nobody
      date: 2020
      jurisdictions: [KE]
      topics:
        - tax
      form: quote
      title: Said
      said: "#1: 'no'"
      verified: 2026-11-24
      disputes:
        -   claim: They did not.
            sources: [src-b]
      sources: [src-a]
sources:
  - { id: src-a, title: 'A', publisher: P, url: 'https://example.org/a', published: null, accessed: 2026-11-24, language: en, kind: law }

  - id: src-b
    title: B
    publisher: P
    url: https://example.org/b
    published:
    accessed: 2026-11-24
    language: en
    kind: law
# end`;

/** A person in such styles. */
export const ODD_PERSON = `# Odd
"id": ke-odd
'name': Odd
offices:
  # the first
  - organisation: ke-bank
    title: Head
    from: 2020

  -
    until: 2019   # so far
    title: Deputy
aliases:
    [ O, "P" ]
`;
