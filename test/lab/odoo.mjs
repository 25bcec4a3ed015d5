// @ts-check
// The lab's Odoo 19, as tests and tools use it.
export { createDatabase, databaseExists, dropDatabase } from './odoo/database.mjs';
export { odooLogins } from './odoo/logins.mjs';
export { startOdoo } from './odoo/server.mjs';
export { ensureOdooSource } from './odoo/source.mjs';
export { ensureTemplate } from './odoo/template.mjs';
export { sql } from './sql.mjs';
