#!/bin/sh
# Installs what the tests of rendered pods and of their scripts need (npm run test:release), on Debian or Ubuntu: Django
# with its PostgreSQL and MySQL drivers, gunicorn, Celery with Redis and django-celery-beat; a PostgreSQL, a MariaDB and a
# Redis server that the tests start by themselves; what makes a network and enters it.
# Needs root. May be run again and again: where all is there, nothing is fetched.
set -eu

if ! command -v apt-get >/dev/null; then
  echo 'this installs from Debian packages, and there is no apt-get here: see the packages named in this file' >&2
  exit 1
fi

# mariadb-client-core has a program that mariadb-server-core's mariadb-install-db calls.
missing=
for package in python3-django python3-psycopg2 python3-mysqldb postgresql mariadb-server-core mariadb-client-core \
  python3-gunicorn python3-celery python3-redis python3-django-celery-beat redis-server iproute2 util-linux; do
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing="$missing $package"
done
if [ -n "$missing" ]; then
  apt-get update -q
  # shellcheck disable=SC2086 # one argument a package
  DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends $missing
fi

/usr/bin/python3 -c 'import django, psycopg2, MySQLdb; print("Django", django.get_version())'
/usr/bin/python3 -c 'import celery, redis, django_celery_beat; print("Celery", celery.__version__)'
/usr/bin/python3 -c 'import gunicorn; print("gunicorn", gunicorn.__version__)'
redis-server --version
mariadbd --no-defaults --version
psql --version
