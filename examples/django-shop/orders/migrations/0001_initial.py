import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel('Order', [
            ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ('reference', models.CharField(max_length=32, unique=True)),
            ('email', models.EmailField(max_length=254)),
            ('total', models.DecimalField(decimal_places=2, max_digits=12)),
            ('currency', models.CharField(default='EUR', max_length=3)),
            ('standing', models.BooleanField(default=False)),
        ]),
        migrations.CreateModel('Payment', [
            ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ('amount', models.DecimalField(decimal_places=2, max_digits=12)),
            ('requested_at', models.DateTimeField(auto_now_add=True)),
            ('settled_at', models.DateTimeField(blank=True, null=True)),
            ('order', models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name='payments', to='orders.order')),
        ]),
    ]
