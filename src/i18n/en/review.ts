/** What somebody looks for before they write that a piece is checked (docs/consent.md §3.4, row 7). */
export const review = {
  reviewQuestions: {
    people: 'Is anybody else named or known by it: a relative, a doctor, an employer, a child?',
    health: 'Does it tell of somebody else’s health?',
    abuse:
      'Does it tell of abuse, forced marriage, or harm done for honour? Two people look, one of them from the community.',
    migration:
      'Does it tell of somebody’s immigration or asylum, or of work without papers? Two people look.',
    crime: 'Does it tell of a crime, or of a case that is before a court now?',
    belonging: 'Does it tell of somebody’s faith, caste, sexuality or gender, now or before?',
    method: 'Does it tell a way to hurt or kill oneself? That is left out.',
    cure: 'Does it tell of a cure that may do harm?',
    blame: 'Does it say something bad of somebody that may not be true?',
    place: 'Can anybody see where somebody lives, goes or learns: a house, a uniform, a routine?',
    small: 'Is the group so small that a few words point at one person?',
    against:
      'Could a relative, a former partner, a landlord, an employer, an officer or a journalist use it against anybody?',
    changed: 'Has life changed since it was told?',
    danger:
      'Is anybody in danger now? Then tell whoever is responsible for safeguarding, and write nothing of it here.',
  },
} as const;
