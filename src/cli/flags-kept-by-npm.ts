import type { Command, Option } from 'commander';

/** The scripts of package.json that run a command of ours, and what they say to it themselves. */
const SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  archive: [],
  build: ['build', '--out', 'dist'],
  start: ['start'],
};

/**
 * npm keeps what is typed after `npm run archive hide ID` and begins with two dashes, unless a lone `--`
 * stands before it, and hands it over in the environment: the command would do something else than was
 * asked. Answers with what to say when an option of the command was kept so. npm also reads the
 * beginning of a setting of its own as that setting, so `--replace` arrives as another name.
 */
export function flagsKeptByNpm(
  program: Command,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): string | undefined {
  const script = env['npm_lifecycle_event'] ?? '';
  const own = SCRIPTS[script];
  const called = program.commands.find((command) => command.name() === args[0]);
  if (own === undefined || called === undefined) return undefined;
  const kept = called.options.filter((option) => isKept(option, env));
  if (kept.length === 0) return undefined;
  const typed = args.slice(own.length).map((word) => (/^[a-z0-9-]{1,40}$/.test(word) ? word : '…'));
  const flags = kept.map(({ long, required }) => `${long ?? ''}${required ? ' …' : ''}`);
  return [
    `npm kept ${kept.map(({ long }) => long).join(', ')} for itself, so the command did not get it. Nothing was done.`,
    'Write two dashes alone before what is meant for the archive:',
    `  npm ${script === 'start' ? 'start' : `run ${script}`} -- ${[...typed, ...flags].join(' ')}`,
  ].join('\n');
}

function isKept({ long }: Option, env: NodeJS.ProcessEnv): boolean {
  const name = (long ?? '').replace(/^--(?:no-)?/, '').replaceAll('-', '_');
  const known = Object.entries(env).flatMap(([key, value]) => {
    const [, setting] = /^npm_config_(.+)$/i.exec(key) ?? [];
    return setting === undefined || ALWAYS.has(setting) ? [] : [[setting, value] as const];
  });
  return known.some(
    ([setting, value]) => setting === name || (setting.startsWith(`${name}_`) && Boolean(value)),
  );
}

/** What npm says to every script. */
const ALWAYS = new Set([
  'local_prefix',
  'global_prefix',
  'npm_version',
  'user_agent',
  'init_module',
]);
