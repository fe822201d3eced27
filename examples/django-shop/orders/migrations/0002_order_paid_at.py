from django.db import migrations, models
from django.utils import timezone


def mark_paid(apps, schema_editor):
    """Orders whose payments were settled before there was the field."""
    Order = apps.get_model('orders', 'Order')
    orders = Order.objects.using(schema_editor.connection.alias)
    settled = orders.filter(payments__settled_at__isnull=False)
    covered = settled.annotate(sum=models.Sum('payments__amount')).filter(sum__gte=models.F('total'))
    orders.filter(pk__in=list(covered.values_list('pk', flat=True))).update(paid_at=timezone.now())


class Migration(migrations.Migration):
    dependencies = [('orders', '0001_initial')]
    operations = [
        # May be null, so that the former version, which doesn't know the field, can still insert orders.
        migrations.AddField('Order', 'paid_at', models.DateTimeField(blank=True, null=True)),
        migrations.RunPython(mark_paid, migrations.RunPython.noop),
    ]
