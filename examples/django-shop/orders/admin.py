from django.contrib import admin

from .models import Order, Payment


@admin.register(Order)
class OrderAdmin(admin.ModelAdmin):
    list_display = ['reference', 'email', 'total', 'currency', 'standing', 'paid_at']
    list_filter = ['standing', 'paid_at']
    search_fields = ['reference', 'email']


@admin.register(Payment)
class PaymentAdmin(admin.ModelAdmin):
    list_display = ['order', 'amount', 'requested_at', 'settled_at']
    list_select_related = ['order']
