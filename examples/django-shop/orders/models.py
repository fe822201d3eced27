from django.db import models


class Order(models.Model):
    """What a customer owes. A standing order is owed again in each period."""
    reference = models.CharField(max_length=32, unique=True)
    email = models.EmailField()
    total = models.DecimalField(max_digits=12, decimal_places=2)
    currency = models.CharField(max_length=3, default='EUR')
    standing = models.BooleanField(default=False)
    paid_at = models.DateTimeField(null=True, blank=True)

    def __str__(self):
        return self.reference


class Payment(models.Model):
    """Money that moves for an order: requested at first, settled once the bank has said so."""
    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name='payments')
    amount = models.DecimalField(max_digits=12, decimal_places=2)
    requested_at = models.DateTimeField(auto_now_add=True)
    settled_at = models.DateTimeField(null=True, blank=True)

    def __str__(self):
        return f'{self.amount} for {self.order}'
