/** The words of the consent mark, of the page on who decides, and of how to complain. */
export const enTrust = {
  // On each piece: what its makers said yes to. The uses are named as in the grid of the consent page.
  markTitle: 'What its makers said yes to',
  markOnly: (kinds: string) => `only ${kinds}`,
  markChosen: 'only those they chose',
  markNoAi: 'No to training AI',
  markElse: 'Nothing else. For any other use, ask first.',
  markHow: 'How a yes works',

  // How consent works, more of it
  consentWho: 'Who decides',
  consentWhoText:
    'The people in a piece decide. It is their choice, and no is a good answer. Saying no changes nothing else for them: not a class, not a payment, not their care.',
  consentMind: 'If you change your mind',
  consentMindText:
    'Tell any of us, any way you like. You do not have to say why. We hide it within one working day, and we finish within 30 days.',

  // Who decides, and how it adds up
  ledger: 'Who decides',
  ledgerLead:
    'The people in each piece decide. Here is what we do, what we do not do, and how it adds up.',
  ledgerWho: 'Who has a say',
  ledgerWhoList: [
    'The person who made a piece says if it is shown, where, and under which name.',
    'Everyone who can be known from a photo, a voice or the words has a say about that part.',
    'One of our team reads each piece first and looks for harm to anyone. They can keep a piece back. They can never show one that has no yes.',
    'Each time this site is made, a program checks every yes. If one is missing, that part stays out.',
  ],
  ledgerEdit: 'What we edit',
  ledgerEditList: [
    'We do not change anyone’s words. If we see a slip, we ask.',
    'We take hidden facts out of photos and sound, such as the place and the time.',
    'We may cover a face or leave out a name. Its maker sees that first.',
    'We say when something is a translation.',
  ],
  ledgerRefuse: 'What we refuse',
  ledgerRefuseList: [
    'A part without a yes from everyone in it.',
    'Words that set out to hurt people.',
    'A story about somebody else’s health, if that person was not asked.',
    'Ways to hurt yourself, and cures that may do harm.',
    'Any use that its makers did not say yes to, whoever asks us.',
  ],
  ledgerCount: 'How it adds up',
  ledgerShown: 'Pieces on show today',
  ledgerLanguages: 'Languages they are in',
  ledgerDown: (year: string) => `Pieces that came down in ${year}`,
  ledgerFew: 'fewer than five',
  ledgerWhy:
    'A piece comes down when someone changes their mind or when a yes runs out. We never say which, or why. We show no number below five, and we do not count by town or by exhibition. A small number could point at a person.',

  // How to complain
  complainWho: 'You can talk to any of us in these ways. Someone else can speak for you.',
  complainWhen:
    'We tell you within five working days that we have it. You get our answer within 30 days, in your language.',
  complainLawLink: 'How to complain to the Information Commissioner’s Office',
};
