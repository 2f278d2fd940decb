import { NAMED_KINDS } from '#consent/decision.ts';
import { USES } from '#consent/uses.ts';
import { type Answers, answers, OTHERS } from '#intake/contribution/answers.ts';
import { TOPICS } from '#records/contribution.ts';
import { fc } from './properties.ts';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const others = maybe(fc.constantFrom(...OTHERS));
/** What somebody may have answered. */
export const anyAnswers: fc.Arbitrary<Answers> = fc
  .record({
    language: maybe(fc.constantFrom('pa', 'ur', 'en')),
    title: maybe(fc.constantFrom('Rain', 'بارش', ' : - #')),
    words: maybe(fc.oneof(fc.string(), fc.constantFrom('---\nhold: false\n---', 'One\n\n  two\n'))),
    pictures: fc.uniqueArray(
      fc.record({
        file: fc.constantFrom('f1.jpg', 'f2.jpg', 'f3.jpg'),
        drawing: fc.boolean(),
        alt: maybe(fc.constantFrom('A cup', '')),
        others,
      }),
      { maxLength: 3, selector: ({ file }) => file },
    ),
    sound: maybe(fc.record({ file: fc.constant('v1.webm'), others })),
    others,
    grants: fc.dictionary(fc.constantFrom(...USES), fc.subarray([...NAMED_KINDS]), {
      noNullPrototype: true,
    }),
    credit: maybe(
      fc.constantFrom({ as: 'anonymous' as const }, { as: 'chosen-name' as const, name: 'Noor' }),
    ),
    notes: fc.subarray([...TOPICS].slice(0, 3)),
    age: maybe(fc.constantFrom('adult' as const, 'child' as const)),
    onWithdrawal: maybe(fc.constant('no-trace' as const)),
  })
  .map((each) => answers.parse(JSON.parse(JSON.stringify(each))));
