/** A real Odoo on a busy machine may take seconds to answer; a test that never ends still ends. */
jest.setTimeout(60_000);
