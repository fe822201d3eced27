"""All that differs between places comes from environment variables; a missing secret stops the start."""
import os

from .database import from_url


def words(name, default=''):
    return [word for word in os.environ.get(name, default).split(',') if word]


SECRET_KEY = os.environ['SECRET_KEY']
DEBUG = False
ALLOWED_HOSTS = words('ALLOWED_HOSTS', 'localhost')
CSRF_TRUSTED_ORIGINS = words('CSRF_TRUSTED_ORIGINS')
# The Ingress ends TLS, and tells the scheme in this header.
SECURE_PROXY_SSL_HEADER = ('HTTP_X_FORWARDED_PROTO', 'https')
SECURE_SSL_REDIRECT = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True

INSTALLED_APPS = [
    'django.contrib.admin',
    'django.contrib.auth',
    'django.contrib.contenttypes',
    'django.contrib.messages',
    'django.contrib.sessions',
    'django.contrib.staticfiles',
    'django_celery_beat',
    'orders',
]
MIDDLEWARE = [
    'django.middleware.security.SecurityMiddleware',
    'django.contrib.sessions.middleware.SessionMiddleware',
    'django.middleware.common.CommonMiddleware',
    'django.middleware.csrf.CsrfViewMiddleware',
    'django.contrib.auth.middleware.AuthenticationMiddleware',
    'django.contrib.messages.middleware.MessageMiddleware',
]
TEMPLATES = [{
    'BACKEND': 'django.template.backends.django.DjangoTemplates',
    'APP_DIRS': True,
    'OPTIONS': {'context_processors': [
        'django.template.context_processors.request',
        'django.contrib.auth.context_processors.auth',
        'django.contrib.messages.context_processors.messages',
    ]},
}]
ROOT_URLCONF = 'shop.urls'
WSGI_APPLICATION = 'shop.wsgi.application'
STATIC_URL = '/static/'

DATABASES = {'default': from_url(os.environ['DATABASE_URL'])}
DEFAULT_AUTO_FIELD = 'django.db.models.BigAutoField'
USE_TZ = True
TIME_ZONE = 'UTC'

CELERY_BROKER_URL = os.environ.get('REDIS_URL', 'redis://localhost:6379/0')
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_TIME_LIMIT = 120
# A task whose worker dies is delivered again after this time: longer than any task may take.
CELERY_BROKER_TRANSPORT_OPTIONS = {'visibility_timeout': 600}
CELERY_BEAT_SCHEDULE = {
    'collect standing orders': {
        'task': 'orders.tasks.collect_standing_orders',
        'schedule': float(os.environ.get('COLLECT_EVERY_SECONDS', '3600')),
    },
}
