/**
 * Steps are containers, so their names differ; a once-step is remembered by its name, so that must not depend on which steps
 * stand before it.
 */
import type { FieldPath, Finding } from '../results.ts';
import { draftSteps } from '../stack/init.ts';
import type { Stack } from '../stack/stack.ts';
import { type Sited, sited } from './parts/sited.ts';
import { finding, type Rule, type Subject } from './rule.ts';

interface NamedStep {
  readonly path: FieldPath;
  readonly isExplicit: boolean;
  readonly isOnce: boolean;
  /** The name it should have, and the one it came to have. */
  readonly wanted: string;
  readonly given: string;
}

export const stepName: Rule = (subject) => {
  const steps = namedSteps(subject);
  return steps.flatMap((step) => {
    if (step.isExplicit) return step.wanted === step.given ? [] : [taken(step)];
    const isShared = steps.some((other) => other !== step && other.wanted === step.wanted);
    return step.isOnce && (isShared || step.wanted !== step.given) ? [ambiguous(step)] : [];
  });
};

function taken({ path, wanted }: NamedStep): Finding {
  const message = `another container of the Job is called \`${wanted}\`: give the step another name`;
  return finding('MP-STEP-NAME', [...path, 'name'], message);
}

function ambiguous({ path, wanted }: NamedStep): Finding {
  const message = `a once-step is remembered by its name, and another container of the Job is called \`${wanted}\` too: give it a \`name\` of its own`;
  return finding('MP-STEP-NAME', path, message);
}

/** The user's steps, with their names before and after they were made unique; migrations are ours and have none written. */
function namedSteps({ stack, object: { spec } }: Subject): readonly NamedStep[] {
  const drafts = draftSteps(spec.init ?? {});
  const { fixtures = [], commands = [] } = spec.init ?? {};
  const written: readonly Sited<{ readonly name?: string }>[] = [
    ...sited(['spec', 'init', 'fixtures'], fixtures),
    ...sited(['spec', 'init', 'commands'], commands),
  ];
  const migrations = drafts.length - written.length;
  return drafts.map(({ name, once }, index) => {
    const own = written[index - migrations];
    return {
      path: own?.path ?? ['spec', 'init', 'migrate'],
      isExplicit: own?.value.name !== undefined,
      isOnce: once,
      wanted: name,
      given: nameOf(stack, index) ?? name,
    };
  });
}

function nameOf({ init }: Stack, index: number): string | undefined {
  return init?.steps[index]?.name;
}
