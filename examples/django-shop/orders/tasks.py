import time

from celery import shared_task
from django.db import transaction
from django.utils import timezone

from .models import Order, Payment


@shared_task
def collect_standing_orders():
    """Request a payment for each standing order. Each run asks for money: two beats would ask twice."""
    with transaction.atomic():
        for order in Order.objects.filter(standing=True):
            Payment.objects.create(order=order, amount=order.total)


@shared_task(acks_late=True)
def settle(payment_id, seconds=5):
    """Settle a payment with a bank that takes its time. May run twice, and settles once."""
    time.sleep(seconds)
    with transaction.atomic():
        payment = Payment.objects.select_for_update().get(pk=payment_id)
        if payment.settled_at is None:
            payment.settled_at = timezone.now()
            payment.save(update_fields=['settled_at'])
