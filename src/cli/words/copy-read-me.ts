import type { ReadMe } from '#export/copy.ts';
import { interfaceIn } from '#i18n/words.ts';

/** What lies beside the words, for whoever gets them; in English, as what is told at the desk. */
export const copyReadMe: ReadMe = ({ key, use, day }, { name, contacts }, counts) => {
  const { consentUses } = interfaceIn('en').words;
  const reach = contacts.map(
    ({ label, value }) => `- ${label['en'] ?? Object.values(label)[0] ?? ''}: ${value}`,
  );
  return `${name}

Copy ${key}, made for ${day}: ${counts.pieces} pieces, ${counts.parts} parts.

WHAT IT IS FOR
Each part was given for one use: ${consentUses[use]} (${use}). Everybody who made it or is in it said yes
to that use, on that day. A yes to one use is no yes to another: ask us first.

PEOPLE CAN CHANGE THEIR MIND
When we name this copy and a piece to you, destroy that piece wherever you keep it, and tell us when it
is done. Do not pass this copy on: who gets it must be known to us. Make no new work from an old copy:
ask us for a new one.

NAMES
Name people as the column "credit" says, or not at all. Do not try to find out who somebody is.

THE TABLE
UTF-8, commas between the columns, a row for each part. Open it with the comma as the sign between
columns. Words are as they were typed. A cell that a spreadsheet could take for a calculation has one
apostrophe (') before it, and so has one that begins with an apostrophe: take away that one sign and you
have the words.
${reach.length === 0 ? '' : `\nHOW TO REACH US\n${reach.join('\n')}\n`}`;
};
