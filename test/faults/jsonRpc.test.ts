import { describeMatrix } from './holds';

jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof import('./virtualTime')>('./virtualTime').virtualTime(),
);

describeMatrix('jsonRpc');
