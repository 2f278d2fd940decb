import { expect, test } from 'vitest';
import { LEFT_OUT, mutated } from '../../mutation/mutated.ts';

test('every file of consent and release is changed by "npm run mutation", or somebody wrote why not', () => {
  const { consent = [], release = [], ...others } = mutated();
  expect(consent).toContain('consent/decide.ts');
  expect(release).toContain('release/admit.ts');
  expect(Object.values(others).flat()).toContain('repository/read-content.ts');
  for (const reason of Object.values(LEFT_OUT)) expect(reason).toMatch(/\w+ \w+/);
});
