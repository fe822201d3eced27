from django.db import Error, connection
from django.http import HttpResponse, JsonResponse
from shop import __version__

from .models import Order, Payment


def summary(request):
    return JsonResponse({
        'version': __version__,
        'orders': Order.objects.count(),
        'payments': Payment.objects.count(),
    })


def live(request):
    """Whether this process answers; a database that is down is no reason to restart it."""
    return HttpResponse('alive\n')


def ready(request):
    """Whether requests can be served: the database answers."""
    try:
        with connection.cursor() as cursor:
            cursor.execute('SELECT 1')
    except Error:
        return HttpResponse('no database\n', status=503)
    return HttpResponse('ready\n')
