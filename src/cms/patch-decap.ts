interface Mend {
  /** What is wrong with it as it comes. */
  readonly why: string;
  readonly find: string;
  readonly put: string;
}

/**
 * What is put right in Decap 3.16.3 before it is served: places that no setting and no hook reaches.
 * Look at them again at every new version; one whose place is gone stops the desk.
 */
const MENDS: readonly Mend[] = [
  {
    why: 'Kept writing is offered before the record is read, and the record then overwrites it.',
    find: 'a(t,n),e?i(t,this.props.location.search):r(t,n);',
    put: 'e?(i(t,this.props.location.search),a(t,n)):r(t,n).then(()=>a(t,n));',
  },
  {
    why: 'The same for a record without a draft, which it reads by another way.',
    find: '(e,t)),n(mp(e,t))):n(',
    put: '(e,t)),await n(mp(e,t))):n(',
  },
  {
    why: '“Optional” stands behind every field that may be empty: what is needed is marked instead.',
    find: 'function QS({field:e,isActive:t,hasErrors:n,uniqueFieldId:r,isFieldOptional:i,t:o}){const a=',
    put: 'function QS({field:e,isActive:t,hasErrors:n,uniqueFieldId:r,isFieldOptional:l,t:o}){const i=!l,a=',
  },
  {
    why: 'The same in the label of a group of fields.',
    find: 'function $fe({field:e,isActive:t,hasErrors:n,uniqueFieldId:r,isFieldOptional:i,t:o}){const a=',
    put: 'function $fe({field:e,isActive:t,hasErrors:n,uniqueFieldId:r,isFieldOptional:l,t:o}){const i=!l,a=',
  },
];

/** Decap's file with the mends in it. Throws when a place is not there, or is there twice. */
export function patchDecap(source: string): string {
  return MENDS.reduce((text, { why, find, put }) => {
    const [before, after, more] = text.split(find);
    if (before === undefined || after === undefined || more !== undefined)
      throw new Error(`Decap has changed, and this cannot be put right in it: ${why}`);
    return before + put + after;
  }, source);
}
