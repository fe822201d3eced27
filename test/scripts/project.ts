/** Writes a small Django project: one app, `shop`, with the migrations and management commands of a test. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Python text of the operations of each migration by its name; every migration depends on the one before. */
export type Migrations = Readonly<Record<string, string>>;

const MANAGE = `
import os, sys
os.environ['DJANGO_SETTINGS_MODULE'] = 'settings'
from django.core.management import execute_from_command_line
execute_from_command_line(sys.argv)
`;

const SETTINGS = `
import json, os
SECRET_KEY = 'tests only'
INSTALLED_APPS = ['django.contrib.contenttypes', 'django.contrib.auth', 'shop']
DATABASES = json.loads(os.environ['TEST_DATABASES'])
DATABASE_ROUTERS = ['shop.models.Router']
USE_TZ = True
`;

// The class names are those the scripts use: 'shell' of newer Djangos puts the models into the scripts' namespace.
// The router would send the recorded rows elsewhere, if it were asked.
const MODELS = `
from django.db import models
class Error(models.Model):
    pass
class Router:
    def db_for_read(self, model, **hints):
        return 'nowhere' if model._meta.app_label == 'migrations' else None
    db_for_write = db_for_read
`;

// ends: [code]. note: appends a line to a file. slow: waits, and tells whether SIGTERM reached it.
const COMMANDS: Readonly<Record<string, string>> = {
  ends: `sys.exit(int(options['words'][0]))`,
  note: `open(options['words'][0], 'a').write(' '.join(options['words'][1:]) + '\\n')`,
  slow: `print('slow: started', flush=True); time.sleep(float(options['words'][0])); print('slow: finished', flush=True)`,
};

const command = (body: string): string => `
import sys, time
from django.core.management.base import BaseCommand
class Command(BaseCommand):
    requires_system_checks = []
    def add_arguments(self, parser):
        parser.add_argument('words', nargs='*')
    def handle(self, **options):
        ${body}
`;

const isConcurrent = (operations: string): boolean => operations.includes('AddIndexConcurrently');

const migration = (operations: string, previous: string | undefined): string => `
import time
from django.db import migrations, models
${isConcurrent(operations) ? 'from django.contrib.postgres.operations import AddIndexConcurrently' : ''}
def sleep(apps, schema_editor):
    print('sleeping', flush=True)
    time.sleep(6)
class Migration(migrations.Migration):
    atomic = ${isConcurrent(operations) ? 'False' : 'True'}
    dependencies = [${previous === undefined ? '' : `('shop', '${previous}')`}]
    operations = [${operations}]
`;

/** Operations for the tests' migrations. */
export const CREATE_ITEM = `migrations.CreateModel('Item', [('id', models.AutoField(primary_key=True)), ('price', models.IntegerField())])`;
export const SLEEP = 'migrations.RunPython(sleep)';
export const ADD_INDEX_CONCURRENTLY = `AddIndexConcurrently('item', models.Index(fields=['price'], name='by_price'))`;
export const FAIL = `migrations.RunSQL('SELECT nonsense FROM nowhere')`;

/** Texts by path. */
export type Files = Readonly<Record<string, string>>;

/** Writes the project into a folder, over the one that is there; `more` are further files. */
export function writeProject(folder: string, migrations: Migrations, more: Files = {}): void {
  const names = Object.keys(migrations);
  const files: Record<string, string> = {
    'manage.py': MANAGE,
    'settings.py': SETTINGS,
    'shop/__init__.py': '',
    'shop/models.py': MODELS,
    'shop/migrations/__init__.py': '',
    'shop/management/__init__.py': '',
    'shop/management/commands/__init__.py': '',
    ...more,
  };
  for (const [name, body] of Object.entries(COMMANDS))
    files[`shop/management/commands/${name}.py`] = command(body);
  for (const [index, name] of names.entries()) {
    files[`shop/migrations/${name}.py`] = migration(migrations[name] ?? '', names[index - 1]);
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
