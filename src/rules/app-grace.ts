/** A stopping pod of the app serves on while proxies hear of it, then its server finishes its requests, then it must be gone. */
import { appGraceSeconds, DRAIN_SECONDS, serverTimeoutSeconds } from '../stack/app.ts';
import { finding, type Rule } from './rule.ts';

const PATH = ['spec', 'app', 'terminationGracePeriodSeconds'];

/** The hook that waits must fit in. Source: Kubernetes, validation of a pod's lifecycle. */
export const appDrain: Rule = ({ stack: { app }, object: { spec } }) => {
  if (app.terminationGracePeriodSeconds >= DRAIN_SECONDS) return [];
  const needed = appGraceSeconds(spec.app ?? {});
  const message = `a stopping pod serves on for ${DRAIN_SECONDS} seconds, and Kubernetes refuses a shorter grace period: give ${needed}, or leave it out`;
  return [finding('MP-APP-DRAIN', PATH, message, needed)];
};

export const appGrace: Rule = ({ stack: { app }, object: { spec } }) => {
  const { terminationGracePeriodSeconds: grace } = app;
  const timeout = serverTimeoutSeconds(spec.app ?? {}, spec.project);
  if (timeout === undefined || grace < DRAIN_SECONDS || grace >= DRAIN_SECONDS + timeout) return [];
  const needed = appGraceSeconds(spec.app ?? {});
  const message = `a stopping pod serves on for ${DRAIN_SECONDS} seconds and finishes requests for up to ${timeout}, but is killed after ${grace}: give ${needed}, or leave it out`;
  return [finding('MP-APP-GRACE', PATH, message, needed)];
};
