"""Runs one management command of the init Job: not before the database answers, and under the lock.

The command is a process of its own, 'manage' of the MoneyPositive plus the step; its exit code is this one's.
It may run again after a crash, so it must be repeatable. A 'once' step doesn't run again after a success.
"""
import json
import os
import re
import signal
import subprocess
import sys

sys.path.append(os.path.dirname(__file__))
from moneypositive_common import ACCESS_DENIED, is_recorded, marker_alias, migrated_aliases, record, say
from moneypositive_lock import Heartbeat, acquire, give_back

KILL_AFTER_SECONDS = 15


def main():
    # While this waits there is nothing to lose: SIGTERM ends it. Process 1 would ignore it without a handler.
    signal.signal(signal.SIGTERM, lambda *_: os._exit(128 + signal.SIGTERM))
    locks = acquire(migrated_aliases() or [marker_alias()])
    # From here on SIGTERM ends nothing: a half-done step is worse than a late one, and the pod's grace period
    # is the time that it has to finish. After that the kubelet kills the container.
    signal.signal(signal.SIGTERM, lambda *_: say('SIGTERM: the step has the grace period to finish'))
    try:
        return run_once(os.environ.get('MONEYPOSITIVE_ONCE'), locks)
    finally:
        give_back(locks)


def run_once(key, locks):
    """Run the step, unless it has a key and that is recorded; after success, record the key."""
    if key and is_recorded(marker_alias(), ('_release_once', key)):
        say('skipped: {} is to be done once, and was done'.format(key))
        return 0
    code = run(locks)
    if key and code == 0:
        record(marker_alias(), ('_release_once', key))
    return code


def run(locks):
    """Run the step for as long as the locks are held. Returns its exit code; losing a lock exits with 1."""
    step = json.loads(os.environ['MONEYPOSITIVE_STEP'])
    say('running: ' + ' '.join(step))  # as it is written: what it expands to may be secret
    argv = json.loads(os.environ['MONEYPOSITIVE_MANAGE']) + step
    # A session of its own, because init programs like dumb-init send SIGTERM to all processes of theirs; and
    # so a process group of its own, because the command may be a launcher whose child does the work.
    child = subprocess.Popen([expand(arg) for arg in argv], stdin=subprocess.DEVNULL, start_new_session=True)
    heartbeat = Heartbeat(locks)
    heartbeat.start()
    while True:
        try:
            code = child.wait(timeout=1)
            break
        except subprocess.TimeoutExpired:
            if heartbeat.lost():
                say('lost the lock, so the step is ended: ' + heartbeat.lost())
                kill(child)
                os._exit(1)  # without closing the lock's connection, which may be stuck
    heartbeat.end()
    say('ended with code {}'.format(code))
    if code == ACCESS_DENIED:
        return 1  # that code is for a refused login: the Job doesn't count it
    return code if code >= 0 else 128 - code  # a signal, told as a shell tells it


def kill(child):
    send(child, signal.SIGTERM)
    try:
        child.wait(timeout=KILL_AFTER_SECONDS)
    except subprocess.TimeoutExpired:
        pass
    send(child, signal.SIGKILL)  # whatever is left of the group
    child.wait()


def send(child, signum):
    try:
        os.killpg(child.pid, signum)
    except ProcessLookupError:
        pass


def expand(arg):
    """$(NAME) and $$ as Kubernetes expands them in a container's args.

    Kubernetes would do it in an environment variable too, but before the JSON is read, and a secret may hold
    a quote. So the manifest doubles every $ of the two JSON variables, and the arguments are expanded here.
    """
    return re.sub(r'\$(?:(\$)|\(([^)]*)\))', lambda m: m[1] or os.environ.get(m[2], m[0]), arg)


sys.exit(main())
