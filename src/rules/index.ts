/** The rules, and what they find in a stack. */
import type { Finding } from '../results.ts';
import { acceptFindings } from './accept.ts';
import { appDrain, appGrace } from './app-grace.ts';
import { probeDatabase, probeNoHost, probeTcp } from './app-probes.ts';
import { autoscalingBounds, replicasAutoscaled } from './autoscaling.ts';
import { autoscalingRequest } from './autoscaling-request.ts';
import { beatPidfile, beatPidfileKept } from './beat-pidfile.ts';
import { beatSchedule } from './beat-schedule.ts';
import { beatWithoutWorker } from './beat-without-worker.ts';
import { commandArgv } from './command-argv.ts';
import { commandMissing } from './command-missing.ts';
import { commandRisky } from './command-risky.ts';
import { containerName } from './container-names.ts';
import { disruptionBlocked, disruptionTwo } from './disruption.ts';
import { engineNamespace } from './engine-namespace.ts';
import { envCycle } from './env-cycle.ts';
import { envReserved } from './env-reserved.ts';
import { envShadowed } from './env-shadowed.ts';
import { fixtureRepeated } from './fixture-repeated.ts';
import { hostDuplicate, hostFormat } from './hosts.ts';
import { imageFormat, imageLatest, imageNoVersion, imageTwoVersions } from './image.ts';
import { ingressNginx } from './ingress-nginx.ts';
import { initCommand } from './init-command.ts';
import { labelReserved } from './label-reserved.ts';
import { mediaAccess, mediaClaim } from './media.ts';
import { migrateArgs, migrateFake } from './migrate-args.ts';
import { mountConflict, volumeUnknown } from './mounts.ts';
import { optionUnused } from './option-unused.ts';
import { podSecurity } from './pod-security.ts';
import { portConflict } from './port-conflict.ts';
import { probeHttpHost } from './probe-http-host.ts';
import { redisMemory, redisUnbounded } from './redis-memory.ts';
import { redisEphemeral, redisEviction } from './redis-queues.ts';
import { redisUrlFrom } from './redis-url-from.ts';
import { resourceLimits, resourceNames, resourceQuantities } from './resources.ts';
import type { Rule, Subject } from './rule.ts';
import { runAsRoot } from './run-as-root.ts';
import { secretKeyMissing } from './secret-key-missing.ts';
import { secretLiteral } from './secret-literal.ts';
import { serviceAccount } from './service-account.ts';
import { fileRoots, nginxConflicts, staticCollect } from './static-files.ts';
import { stepName } from './step-name.ts';
import { strategy } from './strategy.ts';
import { certificateTwoOwners, tlsEmpty, tlsNoHosts } from './tls.ts';
import { volumeName } from './volume-names.ts';
import { workerBeat } from './worker-beat.ts';
import { workerGrace } from './worker-grace.ts';
import { workerName } from './worker-names.ts';
import { workerQueues } from './worker-queues.ts';
import { writablePath } from './writable-path.ts';

/**
 * In the order of their findings. kpt shows four lines of them, so what endangers data and money comes first: secrets in
 * plain sight, the image that decides whether migrations run, beat and the queues. Then what can't work, from the whole to
 * the parts, as the API lists them; what is unwise comes last. A finding never depends on another rule's.
 */
export const RULES: readonly Rule[] = Object.freeze([
  // What is lost or spent for good.
  secretLiteral,
  imageFormat,
  imageTwoVersions,
  imageNoVersion,
  imageLatest,
  migrateFake,
  workerBeat,
  beatPidfile,
  beatSchedule,
  // What Kubernetes would refuse, or what would never start.
  commandMissing,
  envCycle,
  envReserved,
  labelReserved,
  engineNamespace,
  serviceAccount,
  hostFormat,
  hostDuplicate,
  tlsEmpty,
  tlsNoHosts,
  certificateTwoOwners,
  replicasAutoscaled,
  autoscalingBounds,
  autoscalingRequest,
  strategy,
  appDrain,
  disruptionTwo,
  workerName,
  redisUrlFrom,
  staticCollect,
  mediaClaim,
  mediaAccess,
  initCommand,
  commandArgv,
  migrateArgs,
  stepName,
  resourceQuantities,
  resourceNames,
  resourceLimits,
  containerName,
  portConflict,
  nginxConflicts,
  volumeName,
  volumeUnknown,
  mountConflict,
  fileRoots,
  writablePath,
  runAsRoot,
  probeHttpHost,
  // What is unwise: warnings.
  commandRisky,
  fixtureRepeated,
  redisEviction,
  redisEphemeral,
  redisMemory,
  redisUnbounded,
  envShadowed,
  appGrace,
  workerGrace,
  workerQueues,
  beatWithoutWorker,
  beatPidfileKept,
  podSecurity,
  optionUnused,
  secretKeyMissing,
  probeTcp,
  probeNoHost,
  probeDatabase,
  disruptionBlocked,
  ingressNginx,
]);

/** Every rule's findings, those that the object accepts as information. */
export function checkRules(subject: Subject): readonly Finding[] {
  return acceptFindings(
    subject.object,
    RULES.flatMap((rule) => rule(subject)),
  );
}
