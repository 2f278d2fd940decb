import type { NamedKind } from '#consent/decision.ts';
import type { Use } from '#consent/uses.ts';

/** What a yes is: the mark on a piece, the page on consent, and who decides. */
export const consent = {
  // How consent works
  consentLead:
    'We only show what people said yes to. They saw it first. They can change their mind, and it comes down.',
  consentSteps: 'How a piece gets here',
  consentStep: [
    'A person tells their story in their own language. They can write, talk, draw or take photos.',
    'We ask what we may do with it. Each question is asked on its own. A yes to one is never a yes to another.',
    'They read, see or hear the finished piece before anyone else does.',
    'If anyone changes even one letter after that, the piece comes off the site until they say yes again.',
    'Everyone who can be recognised in a photo, a recording or the words is asked too.',
  ],
  consentGrid: 'What we ask',
  consentGridText:
    'Each box is a question of its own. The person puts a mark for yes. An empty box means no. No answer means no.',
  consentUse: 'May we use it…',
  consentUses: {
    web: 'on this website',
    search: 'in the search on this website and in search engines',
    exhibition: 'in an exhibition',
    evidence: 'behind what people here ask for',
    print: 'on paper, such as a booklet',
    social: 'on social media',
    press: 'in newspapers or on the radio',
    teaching: 'for teaching',
    research: 'for researchers',
    deposit: 'to keep in a closed archive',
    ai: 'to train AI',
    'open-licence': 'with a licence that lets anyone copy it',
  } satisfies Readonly<Record<Use, string>>,
  consentKinds: {
    words: 'Words',
    pictures: 'Pictures',
    voice: 'Voice',
  } satisfies Readonly<Record<NamedKind, string>>,
  consentBox: 'yes, or empty',
  consentNames: 'How people are named',
  consentNamesText:
    'Each person chooses: their full name, their first name, a name they make up, the name of a group, or no name. We show just that and nothing more.',
  consentTime: 'How long a yes lasts',
  consentTimeText:
    'A yes has an end date. It is never more than five years away. When it comes, we ask again. With no new yes, the piece comes down that day.',
  consentLimits: 'What we cannot promise',
  consentLimitsText: [
    'We can take a piece off this site. We cannot call back copies that other people made, such as a screenshot or a print.',
    'We ask AI companies not to use your story. We cannot make them obey.',
    'If you need to be sure that no AI ever sees it, ask us to show it on paper or in a room only.',
  ],
  // On each piece: what its makers said yes to. The uses are named as in the grid of the consent page.
  markTitle: 'What its makers said yes to',
  markOnly: 'only {kinds}',
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
  ledgerDown: 'Pieces that came down in {year}',
  ledgerFew: 'fewer than five',
  ledgerWhy:
    'A piece comes down when someone changes their mind or when a yes runs out. We never say which, or why. We show no number below five, and we do not count by town or by exhibition. A small number could point at a person.',
} as const;
