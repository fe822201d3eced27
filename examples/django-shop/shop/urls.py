from django.contrib import admin
from django.urls import path
from orders import views

urlpatterns = [
    path('', views.summary),
    path('healthz/live', views.live),
    path('healthz/ready', views.ready),
    path('admin/', admin.site.urls),
]
