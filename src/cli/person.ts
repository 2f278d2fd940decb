import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import type { PersonRecord, ConsentCapture } from '#register/people.ts';
import type { Register } from '#register/register.ts';
import { type Named, namedPeople } from './named-people.ts';
import type { Outcome } from './printer.ts';
import { personIn, refusedWith, withRegister } from './with-register.ts';

type Change = Partial<Omit<PersonRecord, 'id' | 'guardian'>> & {
  readonly guardian?: Partial<NonNullable<PersonRecord['guardian']>> | undefined;
  readonly capture?: Partial<Omit<ConsentCapture, 'contribution' | 'person'>> | undefined;
};

/**
 * Shows who a person in a contribution is, after writing what was given; what was not given stays.
 * `sameAs` says that they are the one whom another contribution calls so.
 */
export function showPerson(input: {
  readonly content: string;
  readonly id: string;
  readonly person: string;
  readonly change: Change;
  readonly sameAs?: readonly [string, string] | undefined;
}): Promise<Outcome> {
  return withRegister(input.content, async (register) => {
    const of = personIn(input.id, input.person);
    const known =
      input.sameAs === undefined
        ? register.personOf(of.contribution, of.person)
        : register.personOf(...input.sameAs);
    if (input.sameAs !== undefined && known === undefined)
      return refusedWith('The register knows nobody by that other name. Nothing was changed.');
    const already = register.personOf(of.contribution, of.person);
    if (input.sameAs !== undefined && already !== undefined && already.id !== known?.id)
      return refusedWith(
        'The register knows this person already, as somebody else. Forget them here first. Nothing was changed.',
      );
    const fields = fieldsIn(input.change);
    if (fields.length === 0 && input.sameAs === undefined && known === undefined)
      return refusedWith(
        'The register does not know who this is. Say what you know, for example --contact and --safe-way. Nothing was changed.',
      );
    const writes = fields.length > 0 || input.sameAs !== undefined;
    if (writes && already === undefined) {
      const why = whyNobody(await namedPeople(resolve(input.content), of.contribution), of.person);
      if (why !== undefined) return refusedWith(`${why} Nothing was written down.`);
    }
    if (writes) write(register, of, known, input.change);
    const kept = register.personOf(of.contribution, of.person);
    const capture = register.consentCaptureOf(of);
    return {
      exit: 0,
      lines: linesOf(kept, capture),
      data: { ok: true, person: kept, taking: capture },
    };
  });
}

/** Who is not in any record can be written down by a slip alone, and nobody would find them to forget them. */
function whyNobody(named: Named, person: string): string | undefined {
  if (named === 'unreadable') return undefined;
  if (named === 'nowhere')
    return 'No contribution and no draft has this id. Is it typed rightly? It is the part of the address after /stories/.';
  if (named.has(person)) return undefined;
  const others = [...named].sort().join(', ');
  return `Its record names nobody so${others === '' ? '' : `; it names ${others}`}. Write them into the record first.`;
}

function write(
  register: Register,
  of: ReturnType<typeof personIn>,
  known: PersonRecord | undefined,
  { capture, guardian, ...change }: Change,
): void {
  const id = known?.id ?? `p-${randomBytes(8).toString('hex')}`;
  const before = register.consentCaptureOf(of);
  register.savePerson({
    ...known,
    ...given(change),
    id,
    guardian: guardian === undefined ? known?.guardian : { ...known?.guardian, ...given(guardian) },
  });
  register.linkPerson(of, id);
  if (capture !== undefined) register.saveConsentCapture({ ...before, ...given(capture), ...of });
  register.note({ ...of, event: 'person-saved', actorRole: 'facilitator' });
}

function fieldsIn({ guardian, capture, ...change }: Change): readonly string[] {
  return [change, guardian ?? {}, capture ?? {}].flatMap((part) => Object.keys(given(part)));
}

/** An option that was not given changes nothing. */
function given<T extends object>(change: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
}

function linesOf(kept: PersonRecord | undefined, capture: ConsentCapture | undefined): string[] {
  const said: readonly (readonly [string, string | undefined])[] = [
    ['Name', kept?.name],
    ['Contact', kept?.contact],
    ['Safe way', kept?.safeWay],
    ['Safe time', kept?.safeTime],
    ['Language', kept?.language],
    ['Support needs', kept?.supportNeeds],
    ['Guardian', kept?.guardian?.name],
    ['Guardian is their', kept?.guardian?.relationship],
    ['Guardian’s contact', kept?.guardian?.contact],
    ['Guardian’s form is kept', kept?.guardian?.formKept],
    ['Consent was taken by a', capture?.takenByRole],
    ['Witness', capture?.witnessRole],
    ['Interpreter', capture?.interpreter],
    ['Form is kept', capture?.formKept],
  ];
  return said.flatMap(([label, value]) => (value === undefined ? [] : [`${label}: ${value}`]));
}

/** How much is in the register and whether its log is whole; not a word of what is in it. */
export function registerReport({ content }: { readonly content: string }): Promise<Outcome> {
  return withRegister(content, (register) => {
    const counts = register.counts();
    const chain = register.verifyChain();
    const last = register.events().at(-1)?.hash;
    const verdict = chain.ok
      ? 'The log is whole.'
      : `The log was changed at event ${chain.brokenAt}. Go back to the last backup.`;
    return {
      exit: chain.ok ? 0 : 1,
      lines: [
        ...Object.entries(counts).map(([table, count]) => `${table}: ${count}`),
        verdict,
        ...(last === undefined
          ? []
          : [
              `Last digest of the log: ${last.slice(0, 16)}. Written down elsewhere, it shows later whether events at the end are missing.`,
            ]),
      ],
      data: { ok: chain.ok, counts, chain, last },
    };
  });
}
