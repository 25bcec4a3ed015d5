# Runs in "odoo shell" on the finished template: known logins with API keys of their own.
import json
import os
from datetime import datetime, timedelta

from odoo.addons.base.models.res_users import INDEX_SIZE, KEY_CRYPT_CONTEXT

logins = json.loads(os.environ['O2C_LOGINS'])


def give_key(user, key):
    # As res.users.apikeys._generate does, with a key drawn by the lab: Odoo would draw another one at every build.
    # A key of an ordinary user may not be without an end, so both get ten years.
    env.cr.execute(
        """INSERT INTO res_users_apikeys (name, user_id, scope, expiration_date, key, index)
           VALUES ('Order-to-Cash lab', %s, NULL, %s, %s, %s)""",
        [user.id, datetime.utcnow() + timedelta(days=3650), KEY_CRYPT_CONTEXT.hash(key), key[:INDEX_SIZE]],
    )


admin = env.ref('base.user_admin')
admin.password = logins['adminPassword']
give_key(admin, logins['adminKey'])

# The rights the README asks for, and none more.
groups = [
    'sales_team.group_sale_salesman_all_leads',
    'account.group_account_invoice',
    'stock.group_stock_user',
]
user = env['res.users'].with_context(no_reset_password=True).create({
    'name': 'Order-to-Cash Integration',
    'login': 'o2c',
    'email': 'o2c@example.com',
    'password': logins['userPassword'],
    'group_ids': [(6, 0, [env.ref(group).id for group in groups])],
})
give_key(user, logins['userKey'])
env.cr.commit()
