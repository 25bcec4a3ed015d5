process.env.O2C_RECORD = '1';
process.env.O2C_RECORD_DEBUG = '1';
require('./recorded.test');
