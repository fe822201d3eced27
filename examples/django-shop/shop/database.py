"""A database as Django wants it, from a URL: postgres://user:password@host:5432/name?sslmode=require"""
from urllib.parse import parse_qsl, unquote, urlsplit

ENGINES = {'postgres': 'postgresql', 'postgresql': 'postgresql', 'mysql': 'mysql', 'sqlite': 'sqlite3'}


def from_url(url):
    parts = urlsplit(url)
    return {
        'ENGINE': 'django.db.backends.' + ENGINES[parts.scheme],
        'NAME': unquote(parts.path[1:]),
        'USER': unquote(parts.username or ''),
        'PASSWORD': unquote(parts.password or ''),
        'HOST': parts.hostname or '',
        'PORT': parts.port or '',
        'OPTIONS': dict(parse_qsl(parts.query)),
    }
