"""The lock that lets one init step at a time work on a database, whichever release or stack it belongs to.

Two 'migrate' runs on a fresh database break each other. The lock is polled, never waited for inside the
database: a session that waits in pg_advisory_lock() has a snapshot, and CREATE INDEX CONCURRENTLY waits for the
end of all snapshots.
"""
import random
import threading
import time

from django.db import Error
from moneypositive_common import UNAVAILABLE, connect, disconnect, explain, say, say_once, wait_or_exit

HEARTBEAT_SECONDS = 5
# A database that is silent for so long has gone, and its locks with it. A stall of some seconds is nothing.
SILENCE_SECONDS = 120


class PostgresLock:
    """An advisory lock of a transaction that does nothing else. Such a transaction stays on one server
    connection, also behind a transaction pooler, and under READ COMMITTED it has no snapshot between its
    statements. PostgreSQL keeps advisory locks by database, so the key is the same everywhere and for ever.
    """

    TRY = 'SELECT pg_try_advisory_xact_lock(7885642854657191795)'  # the bytes of 'moneypos'

    def __init__(self, connection):
        self.connection = connection

    def take(self):
        self._execute('BEGIN ISOLATION LEVEL READ COMMITTED')
        self._execute('SET LOCAL idle_in_transaction_session_timeout = 0')
        if self.connection.pg_version >= 170000:
            self._execute('SET LOCAL transaction_timeout = 0')
        return self.is_held()

    def is_held(self):
        """Asks for the lock, which changes nothing for its holder."""
        with self.connection.cursor() as cursor:
            cursor.execute(self.TRY)
            return cursor.fetchone()[0]

    def release(self):
        self._execute('ROLLBACK')

    def _execute(self, sql):
        with self.connection.cursor() as cursor:
            cursor.execute(sql)


class MysqlLock:
    """A named lock of a session. The names are those of the whole server, of at most 64 characters."""

    NAME = "CONCAT('moneypositive.', SHA1(DATABASE()))"

    def __init__(self, connection):
        self.connection = connection

    def take(self):
        return self._select('GET_LOCK({}, 0)') == 1

    def is_held(self):
        return self._select('IS_USED_LOCK({}) = CONNECTION_ID()') == 1

    def release(self):
        self._select('RELEASE_LOCK({})')

    def _select(self, expression):
        with self.connection.cursor() as cursor:
            cursor.execute('SELECT ' + expression.format(self.NAME))
            return cursor.fetchone()[0]


LOCKS = {'postgresql': PostgresLock, 'mysql': MysqlLock}  # Django calls MariaDB 'mysql' too


def acquire(aliases):
    """Take the lock on every database, or on none and try again. Returns the locks, for 'give_back'."""
    locks = _locks(aliases)
    while not _take_all(locks):
        # By chance: two that take the same locks in different orders must not meet again and again.
        time.sleep(1 + random.random())
    return locks


def give_back(locks):
    for lock in locks:
        disconnect(lock.connection)  # ends the transaction or the session, which the lock ends with


def _locks(aliases):
    locks = {}
    for alias in aliases:
        connection = connect(alias)
        if connection.vendor not in LOCKS:
            say('no lock on "{}": there is none for {}, so nothing else may migrate it now'.format(
                alias, connection.vendor))
            continue
        # Two aliases of one database share a lock: the second would wait for the first.
        database = tuple(str(connection.settings_dict[key]) for key in ('HOST', 'PORT', 'NAME'))
        # A connection of its own, on which nothing else commits or reconnects; the heartbeat's thread uses it.
        own = connection.copy()
        own.inc_thread_sharing()
        locks.setdefault(database, LOCKS[connection.vendor](own))
    return list(locks.values())


def _take_all(locks):
    for count, lock in enumerate(locks, 1):
        try:
            if lock.take():
                continue
            say_once('waiting: another init Job holds the lock on "{}"'.format(lock.connection.alias))
            for tried in locks[:count]:
                tried.release()
        except UNAVAILABLE as error:
            give_back(locks)
            wait_or_exit(error, lock.connection)
        return False
    return True


class Heartbeat(threading.Thread):
    """Keeps the locks' connections from idling, and notices when a lock is lost.

    A thread, because a query to a host that has vanished can block for a quarter of an hour.
    """

    def __init__(self, locks):
        super().__init__(daemon=True)
        self.locks = locks
        self.ended = threading.Event()
        self.answered = time.monotonic()
        self.why = ''

    def run(self):
        while not self.why and not self.ended.wait(HEARTBEAT_SECONDS):
            for lock in self.locks:
                try:
                    if not lock.is_held():
                        self.why = 'database "{}": the lock is gone'.format(lock.connection.alias)
                except Error as error:
                    self.why = explain(error, lock.connection)
            self.answered = time.monotonic()

    def lost(self):
        """Why the locks can't be relied on any more; '' while they can."""
        if not self.why and time.monotonic() - self.answered > SILENCE_SECONDS:
            return 'no answer from the database for {} s'.format(SILENCE_SECONDS)
        return self.why

    def end(self):
        self.ended.set()
        self.join(HEARTBEAT_SECONDS)
