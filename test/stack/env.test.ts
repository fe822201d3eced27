import { describe, expect, it } from 'vitest';
import { envVars, findEnvCycle, referencesIn } from '../../src/stack/env.ts';

describe('envVars', () => {
  const names = (env: Parameters<typeof envVars>[0]) => envVars(env).map(({ name }) => name);

  it('lists variables by name', () => {
    expect(names({ B: '2', A: '1' })).toEqual(['A', 'B']);
  });

  it('lists a variable after those it refers to', () => {
    expect(names({ A: '$(C)/x', B: '$(A)', C: 'c' })).toEqual(['C', 'A', 'B']);
  });

  it('takes no escaped reference for one', () => {
    expect(referencesIn('$$(A) and $(B) and $$$(C)')).toEqual(['B', 'C']);
    expect(names({ A: '$$(B)', B: 'b' })).toEqual(['A', 'B']);
  });

  it('lists a reference to a Secret as valueFrom', () => {
    const secretKeyRef = { name: 'shop', key: 'a' };
    expect(envVars({ A: { secretKeyRef } })).toEqual([{ name: 'A', valueFrom: { secretKeyRef } }]);
  });

  it('ends on a cycle too', () => {
    expect(names({ A: '$(B)', B: '$(A)' }).sort()).toEqual(['A', 'B']);
  });
});

describe('findEnvCycle', () => {
  it('names the variables of a cycle', () => {
    expect(findEnvCycle({ A: '$(B)', B: '$(C)', C: '$(B)' })).toEqual(['B', 'C']);
    expect(findEnvCycle({ A: '$(A)' })).toEqual(['A']);
  });

  it('finds none where there is none', () => {
    expect(findEnvCycle({ A: '$(B)$(C)', B: '$(C)', C: '$(UNKNOWN)' })).toBeUndefined();
  });
});

describe('a name that every JavaScript object has', () => {
  it('is no variable', () => {
    expect(envVars({ A: '$(constructor)$(__proto__)' })).toEqual([
      { name: 'A', value: '$(constructor)$(__proto__)' },
    ]);
    expect(findEnvCycle({ A: '$(constructor)' })).toBeUndefined();
  });
});
