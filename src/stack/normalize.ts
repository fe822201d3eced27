/** From what the user wrote to the complete stack. Total on valid input: it can't fail, and it doesn't change the input. */
import type { MoneyPositive } from '../api/v1alpha1/money-positive.ts';
import { normalizeApp } from './app.ts';
import { normalizeBeat } from './beat.ts';
import { type StackContext, stackContext } from './context.ts';
import { normalizeCertificate, normalizeIngress, normalizeNetworkPolicy } from './edge.ts';
import { normalizeMedia } from './files.ts';
import { normalizeGate, normalizeInit } from './init.ts';
import { normalizeRedis } from './redis.ts';
import type { ServiceAccount, Stack } from './stack.ts';
import { normalizeWorkers } from './worker.ts';

/** The stack that a valid MoneyPositive describes, with every default filled in. */
export function normalizeStack(moneyPositive: MoneyPositive): Stack {
  const context = stackContext(moneyPositive);
  const init = normalizeInit(context);
  return {
    name: context.name,
    namespace: moneyPositive.metadata.namespace,
    labels: moneyPositive.metadata.labels ?? {},
    app: normalizeApp(context),
    workers: normalizeWorkers(context),
    beat: normalizeBeat(context),
    redis: normalizeRedis(context),
    media: normalizeMedia(context),
    init,
    gate: init && normalizeGate(context.spec.init, init),
    serviceAccount: normalizeServiceAccount(context),
    ingress: normalizeIngress(context),
    certificate: normalizeCertificate(context),
    networkPolicy: normalizeNetworkPolicy(context),
    engine: context.spec.engine ?? 'none',
  };
}

function normalizeServiceAccount(context: StackContext): ServiceAccount | undefined {
  const own = context.spec.serviceAccount ?? {};
  if (own.name !== undefined) return undefined;
  return {
    name: context.serviceAccountName,
    annotations: own.annotations ?? {},
    automountServiceAccountToken: own.automountServiceAccountToken ?? false,
  };
}
