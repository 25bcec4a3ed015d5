// @ts-check
// The lab's Odoo 19, as tests and tools use it.
export { createDatabase, databaseExists, dropDatabase } from './odooDatabase.mjs';
export { odooLogins } from './odooLogins.mjs';
export { startOdoo } from './odooServer.mjs';
export { ensureOdooSource } from './odooSource.mjs';
export { ensureTemplate } from './odooTemplate.mjs';
export { sql } from './sql.mjs';
