import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const editor: Subjects['editor'] = {
  editor: {
    title: 'Ku qor shaashad weyn',
    lead: 'Dhammaan su’aalaha hal bog ayay ku yaallaan. Taleefanka, hal su’aal boggiiba ayaa fudud.',
    mine: 'Waxa aan qoro',
    create: 'Wax cusub qor',
    toForm: 'Hal su’aal boggiiba',
    noScript: 'Boggani wuxuu u baahan yahay JavaScript. Foomka leh hal su’aal boggiiba uma baahna.',
    opening: 'Waa la furayaa…',
    nothing: 'Weli waxba halkan ma yaallaan.',
    number: 'Lambarka shaygan',
    pictureOthers: 'Qof kale ma lagu garan karaa sawirkan?',
    save: 'Keydi',
    saving: 'Waa la keydinayaa…',
    saved: 'Waa la keydiyey',
    unsaved: 'Weli lama keydin',
    writing: 'Weli waa la qorayaa',
    sent: 'Waa la diray, wuuna sugayaa',
    change: 'Waa la beddelayaa…',
    lookFirst:
      'Marka hore keydi. Kadib waad eegtaa oo dirtaa. Ilaa aad dirto, adiga oo keliya ayaa arki kara. Ka dib, dadka halkan ka shaqeeya way arki karaan wixii aad keydiso.',
    lookAndSend: 'Eeg oo dir',
    remove: 'Tirtir',
    removing: 'Waa la tirtirayaa…',
    removeAsk: 'Kan ma tirtirtaa? Lama soo celin karo.',
    removed: 'Waa la tirtiray.',
    leaveAsk: 'Boggan ma ka tagaysaa? Wixii aadan keydin way lumayaan.',
    keptAsk: 'Aaladdani waxay haysay qoraal aan la keydin. Ma isticmaashaa?',
    saveFirst: 'Marka hore keydi.',
    missing: 'Wax baa weli maqan. Raadi erayada cas, kadib keydi.',
    needed: 'waa loo baahan yahay',
    add: 'Mid ku dar',
    open: 'Fur',
    close: 'Xir',
    move: 'Kor ama hoos u dhaqaaji',
    notDone: 'Tan lama samayn. Waxba ma lumin.',
    another: 'Dooro mid kale',
    takeOut: 'Ka saar',
    arrived: 'Waa kan. Riix Keydi si aad u hayso.',
    sending: 'Waa la dirayaa… {percent}',
    noShow: 'Faylkan weli halkan laguma muujin karo. Si ammaan ah ayaa loo hayaa.',
    signedOut: 'Waad baxday. Boggan ha furnaado, daaqad kale ka soo gal, kadib keydi.',
    noLine:
      'Kaydka ma gaari karin. Wixii aad qortay weli halkan ayay joogaan. Dhowaan mar kale isku day.',
    wentWrong:
      'Wax baa khaldamay. Boggan mar kale soo fur. Haddii ay mar kale dhacdo, mid naga mid ah u sheeg.',
    problem: {
      'not-here': 'Kani halkan ma joogo.',
      'not-allowed': 'Tan laguuma oggola. Waxba lama beddelin.',
      'not-answers':
        'Waxaa ku jira wax aan adiga kuu oolin inaad halkan ku sheegto. Waxba lama keydin. Boggan mar kale soo fur.',
      'changed-here':
        'Qof kale ayaa beddelay tan iyo markii aad furtay, markaa waxba lama keydin. Erayadaada nuqul ka qaado, mar kale fur oo geli.',
      'send-by-looking': 'Marka hore eeg. Halkaas ayaad ka dirtaa.',
      'sent-stays':
        'Kan waad dirtay, markaa halkan lagama tirtiro. Koodhkaaga ayaad waqti kasta kaga noqon kartaa.',
      'somebody-in-it':
        'Waxaad sheegtay in qof kale ku jiro. Si aad taas u beddesho, mid naga mid ah weydii. Waxba lama keydin.',
      older:
        'Si aad u sheegto inaad ka weyn tahay sidii aad marka hore sheegtay, mid naga mid ah weydii. Waxba lama keydin.',
      'no-maker':
        'Mid naga mid ah ayaa beddelay cidda samaysay. Mid naga mid ah weydii. Waxba lama keydin.',
      'not-your-file': 'Fayl ku jira halkan kama iman. Mar kale ku dar, kadib keydi.',
    },
  },
};
