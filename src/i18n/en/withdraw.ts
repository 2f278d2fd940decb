/** Changing your mind: the page, the code, what came down, and how to complain. */
export const withdraw = {
  // Changing your mind
  withdrawLead: 'Tell any of us, any way you like. You do not have to say why.',
  withdrawHow: 'How to tell us',
  withdrawHowText:
    'Phone, text, write, or say it to someone you know here. A friend can ask for you. You can use any language.',
  withdrawNoContacts: 'Tell the person who gathered your story, or anyone who works here.',
  withdrawWhat: 'What you can change',
  withdrawWhatList: [
    'Take all of it down.',
    'Take down one part, such as a photo or your voice.',
    'Change how you are named, or take your name off.',
    'Stop one use, such as an exhibition.',
  ],
  withdrawThen: 'What happens then',
  withdrawThenList: [
    'We hide it first and ask questions later. It is hidden within one working day.',
    'Then we take it out of search, lists, exhibitions and our own copies. We finish within 30 days.',
    'We tell you what came down. We also tell you which copies we cannot reach.',
  ],
  withdrawInIt: 'Are you in someone else’s piece?',
  withdrawInItText:
    'You can ask too. If you are in a photo, a recording or the words, tell us in the same way.',
  complainTitle: 'If something is wrong',
  complainText:
    'Tell us if a page is wrong, hurts someone or shows someone who did not say yes. We hide it first, then we look.',
  complainLaw:
    'If you are not happy with our answer, you can also complain to the people who look after data rights. In the UK this is the Information Commissioner’s Office.',

  // How to complain
  complainWho: 'You can talk to any of us in these ways. Someone else can speak for you.',
  complainWhen:
    'We tell you within five working days that we have it. You get our answer within 30 days, in your language.',
  complainLawLink: 'How to complain to the Information Commissioner’s Office',

  codeTitle: 'Have you got a code?',
  codeLead:
    'It is on the paper or in the message you were given. With it you can take things down here, now. You do not sign in and you do not say why.',
  codeLabel: 'Your code',
  codeGo: 'Go on',
  codeWrongTitle: 'This code does not work',
  codeWrong:
    'Look at each letter again. If it still does not work, ring us, or tell anyone you know here. We hide it first and ask later.',
  codeElsewhere:
    'This did not come from our own page, so nothing was changed. Open this page again and try once more.',

  takeTitle: 'What should come down?',
  takeLead: 'Choose one. It is hidden at once. You can use your code again for more.',
  takeAll: 'All of it',
  takeAllMeans: 'The page, the pictures, the sound, and its place in search and exhibitions.',
  takeMe: 'Take me out of it',
  takeMeMeans:
    'Your yes ends. What shows you, or lets you be heard or known, comes off or is covered. The rest may stay.',
  takeParts: 'Only one part',
  takeUses: 'Only stop using it…',
  partWords: 'The words',
  partPicture: 'Picture {number}',
  partVoice: 'The recording',
  partTranslation: 'The words in {language}',
  partShort: 'The short version in {language}',
  takeNow: 'Take it down now',
  takeOtherWays: 'Other ways to tell us',
  takeChooseOne: 'Choose one of these first. Nothing was changed yet.',

  receiptTitle: 'It is hidden',
  receiptLead: 'This is your receipt. You can save it, print it or take a photo of it.',
  receiptWhat: 'What you took down',
  receiptWhen: 'Hidden on {day} at {time}.',
  receiptDown: 'What came down',
  receiptPages: { one: 'Its page, at {count} address.', other: 'Its page, at {count} addresses.' },
  receiptFiles: {
    one: 'Its picture and sound files: {count}.',
    other: 'Its picture and sound files: {count}.',
  },
  receiptSearch: 'Its entry in our search.',
  receiptElsewhere: 'Every card, link and quotation of it on our other pages and in the news feed.',
  receiptMeanwhile:
    'All of it is hidden until the site has been made again. Then what you left comes back.',
  receiptNext: 'What happens now',
  receiptOwed:
    'We still owe you one step: to make the whole site again without it and check every file. It stays hidden until that is done.',
  receiptFailed:
    'The site could not be made again yet. We still owe you that step. It stays hidden until it is done, even if our computer is started again.',
  receiptRebuilt: 'The whole site was made again without it, and every file was checked.',
  receiptCannot: 'What we cannot call back',
  receiptCannotList: [
    'What other people saved, printed, copied or took a picture of.',
    'Search engines and web archives may remember it for some weeks.',
    'Books, posters and leaflets that are already out.',
    'Our safety copies. They are not public, and they are replaced in time.',
  ],
  receiptAlready: 'It is down already',
  receiptAlreadyLead: 'There is nothing left to take down with this code.',
  receiptThanks: 'Thank you for having shared it.',

  codeBusyTitle: 'Many codes are being tried from where you are',
  codeBusy:
    'Wait a minute and try again: a right code always works. If you cannot wait, ring us, or tell anyone you know here. We hide it first and ask later.',
  codeUnknowableTitle: 'We cannot look at codes just now',
  codeUnknowable:
    'The fault is ours, not yours. Nothing was changed. Ring us now, or tell anyone you know here: we can hide it without a code. We hide it first and ask later.',
  takeUnread:
    'We cannot read what is in it just now, so we cannot show you its parts. You can still take out what is yours: all of it is hidden at once, and what belongs to others comes back later.',

  receiptUnwritten:
    'It is hidden. But our computer could not write that down yet, because something is wrong with it. It tries again and again until it can. If you see it here again tomorrow, ring us.',
  receiptUntaken:
    'It is hidden. We have not taken it out of our store yet, because something is wrong with our computer. It tries again and again until it is done.',
} as const;
