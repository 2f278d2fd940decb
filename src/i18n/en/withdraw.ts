/** Taking a piece down with a code, and the receipt for it. */
export const enTakingDown = {
  beingMadeTitle: 'This page is being made again',
  beingMadeText: 'Please come back in a few minutes.',

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
  partPicture: (number: string) => `Picture ${number}`,
  partVoice: 'The recording',
  partTranslation: (language: string) => `The words in ${language}`,
  partShort: (language: string) => `The short version in ${language}`,
  takeNow: 'Take it down now',
  takeOtherWays: 'Other ways to tell us',
  takeChooseOne: 'Choose one of these first. Nothing was changed yet.',

  receiptTitle: 'It is hidden',
  receiptLead: 'This is your receipt. You can save it, print it or take a photo of it.',
  receiptWhat: 'What you took down',
  receiptWhen: (day: string, time: string) => `Hidden on ${day} at ${time}.`,
  receiptDown: 'What came down',
  receiptPages: (count: string) => `Its page, at ${count} addresses.`,
  receiptFiles: (count: string) => `Its picture and sound files: ${count}.`,
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
};
