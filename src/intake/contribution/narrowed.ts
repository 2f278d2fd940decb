import type { Document } from 'yaml';
import { USES } from '#consent/uses.ts';
import type { ContributionFields } from '#records/contribution.ts';
import { NAMED } from './answers-in.ts';

type Edit = (record: Document) => void;

/**
 * What a changed record takes back of the one that is published, as edits of that: a picture or a recording
 * that is no longer in it, a yes that is none any more, a name, an age that asks for somebody else's yes, and
 * somebody who is in it and was not asked. Nothing in it ever opens anything; none where nothing is taken back.
 */
export function narrowed(live: ContributionFields, next: ContributionFields): readonly Edit[] {
  return [...partEdits(live, next), ...makerEdits(live, next), ...creditEdits(live, next)];
}

function partEdits(live: ContributionFields, next: ContributionFields): readonly Edit[] {
  const gone: Edit[] = [];
  for (const [at, photo] of [...live.photos.entries()].reverse()) {
    const now = next.photos.find(({ file }) => file === photo.file);
    if (now === undefined) gone.push((record) => void record.deleteIn(['photos', at]));
    else gone.push(...peopleEdits(['photos', at], photo, now));
  }
  const { voice } = live;
  if (voice !== undefined && next.voice?.file !== voice.file)
    gone.push((record) => void record.delete('voice'));
  else if (voice !== undefined && next.voice !== undefined)
    gone.push(...peopleEdits(['voice'], voice, next.voice));
  const known = new Set(live.consents.map(({ person }) => person));
  const fresh = next.consents.filter(({ person }) => !known.has(person));
  return [
    ...gone,
    ...fresh.map(
      (each): Edit =>
        (record) =>
          record.addIn(['consents'], record.createNode(each)),
    ),
  ];
}

function peopleEdits(
  path: readonly (string | number)[],
  was: { readonly people: readonly string[] },
  now: { readonly people: readonly string[] },
): readonly Edit[] {
  const more = now.people.filter((person) => !was.people.includes(person));
  if (more.length === 0) return [];
  const people = [...was.people, ...more];
  return [(record) => record.setIn([...path, 'people'], record.createNode(people))];
}

/** What its maker said yes to and does not any more. A drawing and a photograph are asked about as one. */
function makerEdits(live: ContributionFields, next: ContributionFields): readonly Edit[] {
  const at = live.consents.findIndex(({ interest }) => interest === 'contributor');
  const was = live.consents[at];
  const now = next.consents.find(({ interest }) => interest === 'contributor');
  if (was === undefined) return [];
  const edits: Edit[] = [];
  for (const use of USES) {
    const kinds = was.grants?.[use] ?? [];
    const named = new Set((now?.grants?.[use] ?? []).map((kind) => NAMED[kind]));
    const left = kinds.filter((kind) => named.has(NAMED[kind]));
    if (left.length < kinds.length)
      edits.push((record) =>
        record.setIn(['consents', at, 'grants', use], record.createNode(left)),
      );
  }
  const age = now?.age_band;
  if (age !== was.age_band && age !== 'adult')
    edits.push((record) => {
      if (age === undefined) record.deleteIn(['consents', at, 'age_band']);
      else record.setIn(['consents', at, 'age_band'], age);
    });
  return edits;
}

/** The name that was shown goes; another one is shown when somebody has read it. */
function creditEdits({ credit }: ContributionFields, next: ContributionFields): readonly Edit[] {
  if (credit === undefined) return [];
  if (credit.as === next.credit?.as && credit.name === next.credit?.name) return [];
  return [
    (record) => {
      if (next.credit === undefined) record.delete('credit');
      else record.set('credit', record.createNode({ as: 'anonymous' }));
    },
  ];
}
