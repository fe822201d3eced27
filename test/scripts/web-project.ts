/** What the tests' project has for a web server and for Celery: settings of production, a view or two, some tasks. */
import type { Files } from './project.ts';

const SETTINGS = `
from settings import *
ALLOWED_HOSTS = ['shop.example.com']
SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ('HTTP_X_FORWARDED_PROTO', 'https')
MIDDLEWARE = ['django.middleware.security.SecurityMiddleware', 'django.middleware.common.CommonMiddleware']
INSTALLED_APPS = INSTALLED_APPS + ['django_celery_beat']
DATABASE_ROUTERS = []
ROOT_URLCONF = 'shop.urls'
DEFAULT_AUTO_FIELD = 'django.db.models.AutoField'
`;

const URLS = `
import time
from django.http import HttpResponse
from django.urls import path

def healthz(request):
    return HttpResponse('alive')

def slow(request):
    time.sleep(2)
    return HttpResponse('finished')

urlpatterns = [path('healthz', healthz), path('slow', slow)]
`;

const CELERY = `
import os, time
from celery import Celery, signals

app = Celery('shop', broker=os.environ['REDIS_URL'])
app.conf.beat_schedule = {'tick': {'task': 'shop.tick', 'schedule': 1.0}}
app.conf.broker_connection_retry_on_startup = True

@app.task(name='shop.slow')
def slow():
    print('slow: started', flush=True)
    time.sleep(3)
    print('slow: finished', flush=True)

@app.task(name='shop.tick')
def tick():
    print('tick: ran', flush=True)

@signals.worker_ready.connect
def told(sender, **kwargs):
    print('ready: ' + sender.hostname, flush=True)
`;

/** Debian has no program for these two: \`python3 -m\` is what other distributions' programs do. */
const program = (module: string): string => `#!/bin/sh\nexec python -m ${module} "$@"\n`;

export const WEB_PROJECT: Files = {
  'shop/production.py': SETTINGS,
  'shop/urls.py': URLS,
  'shop/wsgi.py': 'from django.core.wsgi import get_wsgi_application\napplication = get_wsgi_application()\n',
  'shop/asgi.py': 'from django.core.asgi import get_asgi_application\napplication = get_asgi_application()\n',
  'shop/celery.py': CELERY,
  'shop/__init__.py': 'from .celery import app\n',
  'bin/celery': program('celery'),
  'bin/gunicorn': program('gunicorn'),
  'bin/uvicorn': program('uvicorn'),
  // As the images of Redis and Valkey have it.
  'bin/entrypoint': '#!/bin/sh\nexec redis-server "$@"\n',
};
