/**
 * What somebody looks for before they write that a piece is checked (docs/consent.md §3.4, row 7). It is read
 * beside the decision and nothing of it is stored: the record holds the outcome and the day.
 */
export const REVIEW_QUESTIONS: readonly string[] = [
  'Is anybody else named or known by it: a relative, a doctor, an employer, a child?',
  'Does it tell of somebody else’s health?',
  'Does it tell of abuse, forced marriage, or harm done for honour? Two people look, one of them from the community.',
  'Does it tell of somebody’s immigration or asylum, or of work without papers? Two people look.',
  'Does it tell of a crime, or of a case that is before a court now?',
  'Does it tell of somebody’s faith, caste, sexuality or gender, now or before?',
  'Does it tell a way to hurt or kill oneself? That is left out.',
  'Does it tell of a cure that may do harm?',
  'Does it say something bad of somebody that may not be true?',
  'Can anybody see where somebody lives, goes or learns: a house, a uniform, a routine?',
  'Is the group so small that a few words point at one person?',
  'Could a relative, a former partner, a landlord, an employer, an officer or a journalist use it against anybody?',
  'Has life changed since it was told?',
  'Is anybody in danger now? Then tell whoever is responsible for safeguarding, and write nothing of it here.',
];
