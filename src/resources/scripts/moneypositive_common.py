"""What gate.py, step.py and record.py share: their input, their messages, database errors, recorded rows.

The name is long because the module is imported beside the project's own, and many projects have a 'common'.
"""
import os
import sys
import time

from django.db import Error, InterfaceError, OperationalError, connections
from django.db.migrations.recorder import MigrationRecorder

# Connecting fails, or a connection breaks: worth another try. Anything else that a database says is final.
UNAVAILABLE = (OperationalError, InterfaceError)

# The exit code when the database refuses the user or the password (EX_NOPERM in sysexits.h). Waiting is no
# use: only a new container reads a rotated Secret. The Job's podFailurePolicy ignores it: no retry is spent.
ACCESS_DENIED = 77


def migrated_aliases():
    """The aliases of the databases that this release migrates; may be empty."""
    return [alias.strip() for alias in os.environ['MONEYPOSITIVE_DATABASES'].split(',') if alias.strip()]


def marker_alias():
    """The database that holds the release's marker and the keys of the steps that run once."""
    return (migrated_aliases() or ['default'])[0]


def marker():
    """The row (app, name) that says: this release is initialized."""
    return '_release', os.environ['MONEYPOSITIVE_RELEASE']


def short_release():
    return marker()[1][:8]


def job():
    """The init Job's whole name: its hash is the beginning of the release."""
    return '{}-{}'.format(os.environ['MONEYPOSITIVE_JOB'], short_release())


def say(text):
    # Not print(): a signal handler must not call it while it is at work elsewhere. And this needs no flush.
    os.write(1, (text + '\n').encode('utf-8', 'replace'))


_state = None
_details = set()


def say_once(state, detail=''):
    """A line for each change, not for each try. A detail that comes again while the state stays is no change."""
    global _state
    if state != _state:
        _state = state
        _details.clear()
    if detail not in _details:
        _details.add(detail)
        say(state + detail)


def connect(alias):
    """The alias's connection, fit for polling; it connects on first use. Call it on the thread that uses it."""
    if alias not in connections:
        say('there is no database "{}": settings.DATABASES has {}'.format(alias, ', '.join(connections)))
        sys.exit(1)
    connection = connections[alias]
    settings = connection.settings_dict
    # Without autocommit the first query would open a transaction, and all others might see the past.
    settings['AUTOCOMMIT'] = True
    if connection.vendor in ('postgresql', 'mysql'):
        # A pool hides why connecting fails. And where packets are dropped, connecting hangs for minutes.
        settings['OPTIONS'].pop('pool', None)
        settings['OPTIONS'].setdefault('connect_timeout', 10)
    return connection


def disconnect(connection):
    try:
        connection.close()
    except Error:
        pass  # it was broken before, and is gone now


def is_denied(error):
    """Whether the server refused the user or the password."""
    if error.args and error.args[0] in (1045, 1698):  # MySQL, MariaDB: ER_ACCESS_DENIED_*
        return True
    # When connecting fails, PostgreSQL's drivers know no SQLSTATE, only the server's text.
    refusals = ('authentication failed', 'auth failed', 'no password supplied')
    return any(refusal in str(error) for refusal in refusals)


def explain(error, connection):
    """The error's class and first line, without the password should a driver ever quote it."""
    line = (str(error).strip().splitlines() or [''])[0]
    settings = connection.settings_dict
    options = settings['OPTIONS']
    for secret in (settings['PASSWORD'], options.get('password'), options.get('passwd')):
        if secret:
            line = line.replace(str(secret), '***')
    return 'database "{}": {}: {}'.format(connection.alias, type(error).__name__, line)


def wait_or_exit(error, connection):
    """Say what keeps the database from us and wait a little; end the process where waiting can't help."""
    disconnect(connection)
    if is_denied(error):
        say(explain(error, connection))
        say('the database refuses these credentials: exiting, as only a new container reads the Secret anew')
        sys.exit(ACCESS_DENIED)
    say_once('waiting for ', explain(error, connection))
    time.sleep(2)


def is_recorded(alias, key):
    """Whether django_migrations has the row (app, name); waits for the database."""
    return _patiently(alias, lambda connection: key in MigrationRecorder(connection).applied_migrations())


def record(alias, key):
    """Insert the row (app, name) into django_migrations unless it is there; waits for the database.

    'migrate' and 'check' ignore rows of apps that aren't installed. The caller holds the lock: the table has
    no unique key, so two could insert the row at a time.
    """
    def insert(connection):
        recorder = MigrationRecorder(connection)
        if key not in recorder.applied_migrations():
            recorder.record_applied(*key)
    _patiently(alias, insert)


def _patiently(alias, action):
    connection = connect(alias)
    while True:
        try:
            result = action(connection)
            disconnect(connection)  # a step may take hours: nothing should idle meanwhile
            return result
        except UNAVAILABLE as error:
            wait_or_exit(error, connection)
