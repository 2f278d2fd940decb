import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

const text = readFileSync('.github/workflows/ci.yml', 'utf8');
const workflow = parse(text) as Workflow;
const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

describe('the workflow for GitHub', () => {
  test('runs what .ci/run runs, in its order', () => {
    const here = readFileSync('.ci/run', 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !/^(?:#|set |cd )/.test(line));
    expect(here.length).toBeGreaterThan(3);
    expect(steps.flatMap(({ run }) => run ?? [])).toEqual(here);
  });

  test('starts with the oldest Node that the package allows', () => {
    const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      readonly engines: { readonly node: string };
    };
    const started = steps.find(({ uses }) => uses?.startsWith('actions/setup-node@'));
    expect(`>=${started?.with?.['node-version']}.0.0`).toBe(engines.node);
  });

  test('takes each action at one commit, with its version beside it', () => {
    const uses = [...text.matchAll(/uses: (.+)$/gm)].map(([, what = '']) => what);
    expect(uses.length).toBe(steps.filter((step) => step.uses !== undefined).length);
    for (const what of uses) expect(what).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('may read the repository and nothing else, and keeps no key to it', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    const checkout = steps.find(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkout?.with?.['persist-credentials']).toBe(false);
    expect(text).not.toMatch(/secrets\.|pull_request_target/);
  });
});
