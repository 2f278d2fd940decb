import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { MediaRule } from './media.ts';
import { type Clock, MACHINE_CLOCK, openAccount } from './job-time.ts';

/** What a job script says back: how far it has come, then its result or the rule it was refused by. */
export type JobReply<T> =
  { readonly progress: number } | { readonly done: T; readonly mebibytes: number } | JobRefused;
export interface JobRefused {
  readonly refused: MediaRule;
  readonly mebibytes: number;
}

export type JobOutcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly rule: MediaRule };

/**
 * Does one job in a process of its own. Contributed bytes reach native code and wasm only there:
 * what crashes or hangs takes that process with it and nothing else. A process is kept for the
 * next job, as starting one costs more than a small photograph, and never keeps the program alive.
 *
 * `limit`: the milliseconds the process may be at work, given how far the job says it has come:
 * seconds of sound done, or the time a photograph has earned. Time in which other work had the
 * processors does not count; a process that does nothing and says nothing is ended too.
 */
export async function runJob<T>(input: JobInput): Promise<JobOutcome<T>> {
  const waiting = idle.get(input.script.href)?.pop();
  const first = waiting && (await runIn<T>(waiting, input));
  // A process that waited may have died meanwhile: that says nothing of the file.
  if (first && !first.hasDied) return first.outcome;
  return (await runIn<T>(startWorker(input.script), input)).outcome;
}

interface JobInput {
  readonly script: URL;
  readonly job: object;
  readonly limit: (done: number) => number;
  readonly clock?: Clock;
}

async function runIn<T>(worker: ChildProcess, input: JobInput): Promise<Followed<T>> {
  worker.ref();
  worker.channel?.ref();
  const followed = await follow<T>(worker, input);
  if (followed.outcome.ok && followed.mebibytes < KEEP_BELOW_MEBIBYTES)
    giveBack(input.script, worker);
  else worker.kill('SIGKILL');
  return followed;
}

/** A process that has grown past this is not used again: wasm memory is never given back. */
const KEEP_BELOW_MEBIBYTES = 400;

const idle = new Map<string, ChildProcess[]>();

function startWorker(script: URL): ChildProcess {
  // An empty environment: nothing that decodes strangers' files needs a secret or a setting.
  const worker = fork(script, [], {
    execArgv: [],
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  worker.on('exit', () => {
    const waiting = idle.get(script.href) ?? [];
    idle.set(
      script.href,
      waiting.filter((other) => other !== worker),
    );
  });
  return worker;
}

function giveBack(script: URL, worker: ChildProcess): void {
  if (!worker.connected) return;
  worker.unref();
  worker.channel?.unref();
  idle.set(script.href, [...(idle.get(script.href) ?? []), worker]);
}

interface Followed<T> {
  readonly outcome: JobOutcome<T>;
  readonly mebibytes: number;
  /** Its process ended, or could not be spoken to, before it said anything of how the job ended. */
  readonly hasDied: boolean;
}

/** Waits for the result, the time limit or the end of the process, whichever is first. */
function follow<T>(
  worker: ChildProcess,
  { job, limit, clock = MACHINE_CLOCK }: JobInput,
): Promise<Followed<T>> {
  return new Promise((settle) => {
    const account = openAccount(worker.pid, clock);
    let allowed = limit(0);
    let timer: NodeJS.Timeout | undefined;
    const look = (): void => {
      const wait = account.look(allowed);
      if (wait === undefined) refuse('media-took-too-long');
      else timer = setTimeout(look, wait);
    };
    const broken = (): void => refuse('media-unreadable', true);
    const heard = (reply: JobReply<T>): void => {
      if ('progress' in reply) {
        account.heard();
        allowed = limit(reply.progress);
      } else if ('refused' in reply) refuse(reply.refused);
      else finish({ outcome: { ok: true, value: reply.done }, ...reply, hasDied: false });
    };
    const refuse = (rule: MediaRule, hasDied = false): void =>
      finish({ outcome: { ok: false, rule }, mebibytes: 0, hasDied });
    const finish = ({ outcome, mebibytes, hasDied }: Followed<T>): void => {
      clearTimeout(timer);
      worker.off('message', heard).off('exit', broken).off('error', broken);
      settle({ outcome, mebibytes, hasDied });
    };
    worker.on('message', heard).on('exit', broken).on('error', broken);
    worker.send(job, (error) => error && broken());
    look();
  });
}
