import type { AgeBand, CreditAs } from '#records/contribution.ts';

/** The form where people without an account share something: one question a page. */
export const share = {
  share: {
    title: 'Share your story',
    lead: 'In your own words, your own voice or your own pictures. You choose what we may do with it.',
    happens: 'What happens with it',
    happensList: [
      'You answer one question at a time. Nobody sees it before you send it.',
      'You see it as it will look. Then you send it.',
      'Someone here reads it. We look for harm to you or anyone else.',
      'We show only what you said yes to. You can change your mind at any time.',
    ],
    begin: 'Begin',
    beginForOther: 'Begin for someone who is with you',
    beginForOtherLead:
      'Does someone with you want to tell something? Read them each question. They answer, and you write it down. The code at the end is theirs.',
    goOn: 'Go on with what you began',
    invited:
      'To begin, you need a link or a slip of paper from one of us. Ask anyone who works here.',
    codeTitle: 'Have you got a code?',
    codeText: 'From a slip of paper, or from another phone where you began.',
    codeGo: 'Go on here',
    notOpenTitle: 'This link does not open the form',
    notOpen:
      'It was used, it ran out, or it was taken back. Ask whoever gave it to you for a new one.',
    cameIn: 'Come in',
    cameInLead: 'Press the button to come in. Looking at this page does not use your link up.',

    spoken: 'Hear this question',
    step: 'Question {number} of {count}',
    next: 'Save and go on',
    back: 'Back',
    leave: 'Stop here and sign out',
    leaveText: 'Use this on a phone that is not yours. What you saved stays with us for 30 days.',
    kept: 'Saved. To go on with another phone, use this code:',
    keptAsk: 'Show me a code to go on later',
    blankIsNo: 'You can leave it empty. Empty means no.',

    language: 'Which language will you use?',
    words: 'Write your story',
    wordsLead: 'Write it as you would say it. We do not change your words. No words? Just go on.',
    wordsTitle: 'What should it be called?',
    wordsBody: 'Your words',
    wordsOpen: 'Leave out names, addresses and phone numbers of other people.',
    pictures: 'Have you got pictures?',
    picturesLead:
      'Take a photo now, or choose some. We take out the place and time that phones hide in them.',
    picturesMake: 'Take a photo',
    picturesAdd: 'Add a picture',
    picturesSend: 'Add it',
    picture: 'Picture {number}',
    removePicture: 'Take out picture {number}',
    removeSound: 'Take the recording out',
    sending: '{percent} is sent. You can wait: if the line breaks, nothing is lost.',
    sendingLabel: 'How much is sent',
    sendingWaits: 'The line is down. It goes on by itself.',
    recordStart: 'Start recording',
    recordStop: 'Stop',
    recordRuns: 'It is recording. Press stop when you are done.',
    recordDone: 'Listen to it. Then add it, or record it again.',
    recordRefused:
      'We may not use the microphone of this phone. You can choose a recording instead.',
    stillHere: 'What you saved before is still here.',
    whichFile: 'It was file {number} of {count}.',
    describe: 'What can be seen?',
    describeLead:
      'Some people cannot see pictures. Say in a few words what is in each one. If you cannot, we write it with you. The picture waits until then.',
    describeLabel: 'What can be seen in picture {number}?',
    drawing: 'I drew, painted or made this',
    sound: 'Have you got a recording?',
    soundLead: 'Speak or sing it in, or choose a recording. We cut nothing.',
    soundMake: 'Record it now',
    soundAdd: 'Choose a recording',
    soundSend: 'Add it',
    soundHere: 'Your recording',
    soundReplaces: 'There is room for one recording. A new one takes the place of this one.',
    others: 'Is anyone else in it?',
    othersLead:
      'Think of faces, voices and names. We have to ask each of them too. Not sure? Then we ask first.',
    othersWords: 'Can someone else be known from your words?',
    othersPicture: 'Can someone else be known in picture {number}?',
    othersSound: 'Can someone else be heard in the recording?',
    nobody: 'No, nobody',
    somebody: 'Yes',
    notSure: 'I am not sure',
    uses: 'What may we do with it?',
    usesAsk: '{kind}: may we use this {use}?',
    usesLead:
      'Each box is a question of its own. Put a mark for yes. An empty box means no. No is a good answer.',
    credit: 'How should we name you?',
    creditLead: 'We show just this and nothing more.',
    creditAs: {
      'full-name': 'My full name',
      'first-name': 'My first name',
      'chosen-name': 'A name I make up',
      collective: 'The name of our group',
      anonymous: 'No name',
    } satisfies Readonly<Record<CreditAs, string>>,
    creditName: 'The name, just as it should stand there',
    notes: 'Could it be hard to read or hear?',
    notesLead: 'Then we say so first, so that people can choose. Does it speak of…',
    age: 'How old are you?',
    ageLead: 'If you are under 18, we ask someone who looks after you as well.',
    ages: {
      adult: '18 or older',
      'young-person': '16 or 17',
      child: 'Under 16',
    } satisfies Readonly<Record<AgeBand, string>>,
    look: 'Look at it',
    lookLead: 'This is how it will look to others. Is it right? If not, go back and change it.',
    lookPage: 'This is how your page will look',
    lookRest: 'This does not show yet',
    lookNoPage: 'It has no page yet. This is what you gave us',
    lookGrid: 'What we may do with it',
    lookOthers: 'Someone else is in it. That part waits until we have asked them.',
    lookNothing:
      'You said no to everything, so we will show nothing. That is fine. We keep it safe.',
    lookDescribe: 'A picture waits until someone has written what can be seen in it.',
    lookYes: 'I have seen it, and this is how it should be.',
    questions: 'Change an answer',
    changing: 'You are changing what you shared before.',
    changingLook:
      'You are changing what you shared before. What is public stays as it is until someone here has read this. What you took out or said no to goes at once.',
    send: 'Send it',
    sentTitle: 'Thank you. We have it.',
    sentLead: 'Someone here reads it. Only you and they can see it.',
    changedLead:
      'Someone here reads it. Until then what is public stays as it was, without what you took out or said no to.',
    sentCode: 'This is your code. With it you can take your story back at any time.',
    sentKeep: 'Write it down or take a photo of this page. We cannot show it again.',

    throw: 'Throw it all away',
    throwTitle: 'Throw it all away?',
    throwAsk:
      'Your answers, your pictures and your recording in this form will be gone, here and on this phone. We cannot bring them back.',
    throwAskChange:
      'What you changed in this form will be gone, here and on this phone. What you shared before stays as it is.',
    throwYes: 'Yes, throw it all away',
    throwNo: 'No, keep it',
    thrownTitle: 'It is gone',
    thrown: 'Nothing of this form is left, here or on this phone.',
    thrownChange: 'What you changed is gone. What you shared before is as it was.',

    problem: {
      'nothing-given':
        'There is nothing here yet. Write something, or add a picture or a recording.',
      'too-long':
        'That was more than one piece can hold. Please make it shorter. What you saved before is still here.',
      'no-language': 'Please choose a language.',
      'not-explained': 'Please say who explained it, how they said yes, and in which language.',
      'paper-corners':
        'We could not find the four round marks in the corners. Lay the paper flat and take the photo again, with all four corners on it.',
      'paper-other-form':
        'This form is an older one, so we do not read it. Look at the paper and type in what it says.',
      'paper-dark': 'The photo is too dark. Take it again where there is more light.',
      'paper-unsharp': 'The photo is not sharp. Hold the phone still and take it again.',
      'paper-far':
        'The paper is too small in the photo. Go nearer and take it again, with all four corners on it.',
      'no-name': 'Please write the name, or choose “No name”.',
      character:
        'There is a sign in it that nobody can see and that no text may hold. Delete the words around it and type them again.',
      'not-seen': 'Please look at it first, and put a mark in the box.',
      changed: 'It changed after you looked at it, so it was not sent. Please look once more.',
      overtaken:
        'Someone here changed it after you opened it, so it was not sent. Copy your words if you want to keep them. Then throw this form away and open it again.',
      'no-code': 'This code does not work. Look at each letter again.',
      'no-file': 'Nothing came. Please choose a file and try again.',
      'file-refused':
        'We could not take this file. Nothing was kept. Please try another one, or ask one of us.',
      'too-many-pictures':
        'This piece is full: it cannot hold more pictures. Take one out to add another.',
      'file-too-large': 'This file is too large for us. Please send a smaller copy.',
      'file-damaged':
        'This file is damaged, or a part of it is missing. Please send it again from the phone that made it.',
      'not-a-picture': 'We cannot open this as a picture. Please choose a photo.',
      'not-a-recording': 'We cannot open this as a recording. Please choose one with sound in it.',
      'file-empty': 'This file is empty. Please choose another one.',
      'file-known': 'This one is here already. You need not send it again.',
      'no-room': 'We have no room for it just now. Please tell one of us, and try again later.',
      'line-broke': 'The line broke before all of it came. Please try again.',
      elsewhere:
        'This did not come from our own page, so nothing was changed. Open this page again and try once more.',
      'not-saved':
        'Something is wrong on our side, so this was not saved. What you saved before is still here. Please try again.',
    },
  },
} as const;
