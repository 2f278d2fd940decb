import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const invite: Subjects['invite'] = {
  invite: {
    title: 'Martiqaadyo',
    lead: 'Linki, astaan afargees ah oo la sawiro ama warqad yar ayaa qof soo gelisa. Akoon uma baahna.',
    make: 'Samee martiqaad',
    who: 'Yaa loogu talagalay?',
    roles: {
      contributor: 'Qof sheeko wadaaga',
      champion: 'Safiir bulsho, oo dadka kale wax u qora',
      facilitator: 'Fududeeye, oo ilaaliya waxyaabaha',
      admin: 'Maamule, oo sidoo kale go’aamiya cidda soo gasha',
    },
    use: 'Immisa qof ayaa ku soo galaysa?',
    uses: { single: 'Hal qof, hal mar', group: 'Qof kasta oo haysta' },
    language: 'Luqaddee ayaa soo dhowaynaysa?',
    anyLanguage: 'Luqadda taleefankooda',
    days: 'Immisa maalmood?',
    note: 'Qoraal miiska shaqada loogu talagalay',
    noteHelp:
      'Sida “maktabadda, kooxda Talaadada”. Marnaba magac ha qorin. Miiska shaqada oo keliya ayaa arka.',
    go: 'Samee',
    notMade: 'Martiqaad lama samayn. Wixii aad dooratay weli halkan ayay joogaan.',
    problem: {
      role: 'Dooro cidda loogu talagalay. Kuwa liiska ku jira oo keliya ayaad martiqaadi kartaa.',
      language: 'Liiska ka dooro luqad.',
      use: 'Dooro inta soo gelaysa. Linkiga miiska shaqada waa hal qof.',
      days: 'Qor immisa maalmood: tiro dhan oo u dhaxaysa 1 ilaa 365.',
      note: 'Qoraalka gaabi: ugu badnaan 60 xaraf, hal sadar.',
    },
    madeTitle: 'Martiqaadkaagu waa diyaar',
    madeLead:
      'Hal mar ayaan muujinnaa, mar kalena ma muujin karno. Linkiga nuqul ka qaado, ama warqadda daabac.',
    link: 'Linkiga',
    slip: 'Warqadda',
    print:
      'Si aad u daabacdo, browserkaaga ka dooro “Daabac”. Warqadda oo keliya ayaa la daabacaa.',
    open: 'Martiqaadyada furan',
    noneOpen: 'Hadda martiqaad furan ma jiro.',
    until: 'Wuu furan yahay ilaa {day}.',
    used: {
      one: '{count} qof ayaa ku soo galay.',
      other: '{count} qof ayaa ku soo galay.',
    },
    inside: {
      one: '{count} qof ayaa hadda gudaha ku jira.',
      other: '{count} qof ayaa hadda gudaha ku jira.',
    },
    stop: 'Jooji oo dadka ka saar',
    endAll: 'Kaliya qof kasta ka saar',
    signIns: 'Cidda hadda gudaha ku jirta',
    you: '(waa adiga)',
    endsAt: 'Ilaa {moment}',
    end: 'Ka saar',
    over: 'Halkan ma joogo hadda. Waa laga yaabaa in qof kale joojiyey. Waxba lama beddelin.',
    signOut: 'Ka bax',
    signOutText: 'Wixii browserkani ka hayey miiska shaqada iyaguna way tagayaan.',
    paper: {
      lead: 'Warqaddan ayaa ku soo gelinaysa. Akoon iyo iimayl uma baahnid.',
      desk: 'Warqaddani waxay u furtaa miiska shaqada ee kaydka. Cid kale ha siin.',
      scan: 'Kamaradda taleefanka ku beeg astaanta afargeeska ah.',
      type: 'Kamarad ma jirto? Ciwaankan ka fur taleefan kasta:',
      code: 'Kadib koodhkan ku qor:',
      single: 'Hal mar ayay kuu furmaysaa adiga.',
      group: 'Qof kasta oo kooxdiinna ah way u furmaysaa. Cidina ma arko waxa mid kale qoro.',
      until: 'Way furan tahay ilaa {day}.',
      yours:
        'Adiga ayaa doorta waxa aan ku samayn karno wixii aad noo sheegto. Maya waad oran kartaa. Waqti kasta go’aankaaga waad beddeli kartaa.',
    },
  },
};
