import { describe, expect, it } from 'vitest';
import { runFunctionSafely } from '../../../src/hosts/cli/fn.ts';

const LIST =
  '\ufeff# kept\r\napiVersion: config.kubernetes.io/v1\r\nkind: ResourceList\r\nitems:\r\n- {kind: X}';

function crash(): never {
  throw new RangeError('boom');
}

describe('runFunctionSafely', () => {
  it('hands the items back byte for byte when the function crashes', () => {
    const { stdout, stderr, exitCode } = runFunctionSafely(Buffer.from(LIST), false, crash);
    expect(stdout).toBe(LIST);
    expect(stderr).toMatch(/^moneypositive: internal error: RangeError: boom; [^\n]*\n$/);
    expect(exitCode).toBe(3);
  });

  it('shows the stack trace when it is asked for', () => {
    expect(runFunctionSafely(Buffer.from(LIST), true, crash).stderr).toMatch(/\n {4}at .*crash/);
  });

  it.each(['apiVersion: v1\nkind: Secret\n', ''])(
    'hands back nothing that is no ResourceList: %j',
    (text) => {
      expect(runFunctionSafely(Buffer.from(text), false, crash)).toMatchObject({ stdout: '', exitCode: 3 });
    },
  );

  it('leaves a run that does not crash as it is', () => {
    const output = { stdout: 'a', stderr: 'b', exitCode: 1 } as const;
    expect(runFunctionSafely(Buffer.from(LIST), false, () => output)).toBe(output);
  });
});
