import type { Subjects } from '#i18n/subjects.ts';

/** No speaker has checked these words. */
export const board: Subjects['board'] = {
  board: {
    title: 'நடக்கும் வேலை',
    lead: 'எழுதி இன்னும் காட்டாதவை, அல்லது மாற்றி இப்போது உள்ளபடி இன்னும் காட்டாதவை. அடுத்த படி தொடங்கும்போது அட்டையை நகர்த்துங்கள்.',
    column: {
      draft: 'வரைவுகள்',
      pending_review: 'சரிபார்க்கப்படுபவை',
      pending_publish: 'காட்டத் தயார்',
    },
    none: 'இங்கே எதுவும் இல்லை.',
    moveTo: 'இங்கே நகர்த்து: {column}',
    moved: 'இது இப்போது “{column}” கீழ் உள்ளது:',
    stays: 'இது இருந்த இடத்திலேயே உள்ளது',
    problem: {
      meanwhile: 'யாரோ இதை இப்போதுதான் நகர்த்தினார். எங்கே உள்ளது என்று மீண்டும் பாருங்கள்.',
      gone: 'இது இனி இங்கே இல்லை. யாரோ இதை அழித்தார், அல்லது காட்டினார்.',
      'not-allowed': 'அமைப்புகளை நிர்வாகி நகர்த்துவார்.',
    },
    kind: { pages: 'பக்கம்', responses: 'பதில்', settings: 'அமைப்புகள்' },
  },
};
