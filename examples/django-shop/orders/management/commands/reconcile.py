from django.core.management.base import BaseCommand
from django.db.models import F, Sum
from django.utils import timezone
from orders.models import Order


class Command(BaseCommand):
    help = 'Marks the orders whose settled payments reach their total as paid. Once more changes nothing.'

    def handle(self, **options):
        settled = Order.objects.filter(paid_at__isnull=True, payments__settled_at__isnull=False)
        covered = settled.annotate(sum=Sum('payments__amount')).filter(sum__gte=F('total'))
        # By key: MySQL can't update what a subquery of the same statement reads.
        count = Order.objects.filter(pk__in=list(covered.values_list('pk', flat=True))).update(paid_at=timezone.now())
        self.stdout.write(f'orders that are paid now: {count}')
