"""The gate: ends well when this release may start, that is, when every migration that its code has is applied
and its init Job has recorded it. An init container of app, worker and beat pods, inside 'manage.py shell':
Django boots once, then it is one connection to each database and a cheap query every few seconds.

It asks the database and not the Job. That needs no access to the Kubernetes API, and a pod that starts months
later, when the Job was cleaned up long ago, still gets the right answer.
"""
import os
import signal
import sys
import threading
import time

from django.db import Error
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

sys.path.append(os.path.dirname(__file__))
from moneypositive_common import (
    connect, disconnect, job, marker, marker_alias, migrated_aliases, say, say_once, short_release,
    wait_or_exit,
)

SQLITE = '''database "{}" is SQLite: pods don't share its file, so this pod can't see what the init Job did.
Use a database server; or, for a single pod that migrates by itself, turn the gate off: init.gate: false'''

OVERDUE = '''not open after {seconds} s. Look at the Job: kubectl logs job/{job} --all-containers
A Job that failed does not run again by itself. Nor does one that is Complete, should its database have been
restored or recreated since. Two ways out:
- delete the Job and apply the same manifests again: kubectl delete job {job}
- change init.revision in the MoneyPositive, which makes a new Job, and apply that'''


def watch():
    """Wait until nothing is in the way. Returns the exit code."""
    # The marker's database comes last: the marker is looked for when all migrations are applied.
    aliases = sorted(migrated_aliases() or [marker_alias()], key=lambda alias: alias == marker_alias())
    databases = [connect(alias) for alias in aliases]
    for connection in databases:
        if connection.vendor == 'sqlite':
            say(SQLITE.format(connection.alias))
            return 1
    plans = {}
    pause = 0.5
    while not all(is_ready(connection, plans) for connection in databases):
        time.sleep(pause)
        pause = min(5, pause * 1.5)
    say('open for release ' + short_release())
    for connection in databases:
        disconnect(connection)
    return 0


def is_ready(connection, plans):
    """Whether this database is as the release needs it; says why not."""
    try:
        # A new recorder each time: Django 5 remembers that the table exists, but a database can be recreated.
        applied = frozenset(MigrationRecorder(connection).applied_migrations())
        missing = unapplied(connection, applied, plans) if migrated_aliases() else []
    except Error as error:
        wait_or_exit(error, connection)
        return False
    if missing:
        detail = ': {}, the first is {}.{}'.format(len(missing), *missing[0])
        say_once('waiting: migrations are not applied to "{}" yet'.format(connection.alias), detail)
        return False
    if connection.alias == marker_alias() and marker() not in applied:
        say_once('waiting: Job {} has not recorded this release yet'.format(job()))
        return False
    return True


def unapplied(connection, applied, plans):
    """What 'migrate' would apply, as (app, name). Old code on a newer schema: nothing."""
    # A plan costs CPU, so there is a new one only when other migrations are applied than before. Then it is
    # made from the start: the graph itself depends on what is applied (squashed migrations).
    if plans.get(connection.alias, (None,))[0] != applied:
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
        plans[connection.alias] = applied, [(migration.app_label, migration.name) for migration, _ in plan]
    return plans[connection.alias][1]


def main():
    # Another thread asks the database: a query to a host that has vanished blocks, and neither SIGTERM nor
    # the deadline may wait for that. Process 1 ignores SIGTERM unless there is a handler.
    signal.signal(signal.SIGTERM, lambda *_: os._exit(128 + signal.SIGTERM))
    codes = []
    worker = threading.Thread(target=work, args=(codes,), daemon=True)
    worker.start()
    seconds = int(os.environ['MONEYPOSITIVE_DEADLINE_SECONDS'])
    end = time.monotonic() + seconds
    while worker.is_alive() and time.monotonic() < end:
        worker.join(0.5)
    if not codes:
        say(OVERDUE.format(seconds=seconds, job=job()))
        codes.append(1)
    sys.stderr.flush()
    os._exit(codes[0])


def work(codes):
    code = 1  # for an unexpected exception, whose traceback the thread prints
    try:
        code = watch()
    except SystemExit as end:
        code = end.code
    finally:
        codes.append(code)


main()
