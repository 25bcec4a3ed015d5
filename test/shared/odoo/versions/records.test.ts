import ts from 'typescript';

import { fieldNameIn } from '../../../../nodes/shared/odoo/fieldNames';
import { fieldsToRead, type RecordType } from '../../../../nodes/shared/odoo/records/record';
import { fieldIn, hasModel, VERSIONS } from './facts';

type AnyRecord = RecordType<Record<string, never>>;
const mockDefined: AnyRecord[] = [];

jest.mock('../../../../nodes/shared/odoo/records/record', () => {
	const real = jest.requireActual<object>('../../../../nodes/shared/odoo/records/record');
	return {
		...real,
		defineRecord: (model: string, shape: AnyRecord['shape']) => {
			mockDefined.push({ model, shape });
			return { model, shape };
		},
	};
});

beforeAll(() => {
	const root = `${ts.sys.getCurrentDirectory()}/nodes`;
	for (const file of ts.sys.readDirectory(root, ['.ts'])) jest.requireActual(file);
});

describe.each(VERSIONS)('the records in Odoo %i', (version) => {
	const each = (faultsOf: (record: AnyRecord, field: string) => string[]) =>
		mockDefined
			.filter(({ model }) => hasModel(version, model))
			.flatMap((record) => Object.keys(record.shape).flatMap((field) => faultsOf(record, field)));

	it('ask for fields that are there', () => {
		const missing = each((record, field) =>
			fieldsToRead(version, record, [field])
				.filter((name) => fieldIn(version, record.model, name) === null)
				.map((name) => `${record.model}.${name}`),
		);
		expect(missing).toEqual([]);
	});

	it('leave out no field that is there', () => {
		const left = each(({ model }, field) =>
			fieldNameIn(version, model, field) === null && fieldIn(version, model, field)
				? [`${model}.${field}`]
				: [],
		);
		expect(left).toEqual([]);
	});
});

it('are all known', () => {
	expect(mockDefined.length).toBeGreaterThan(25);
	expect(mockDefined.filter(({ model }) => !VERSIONS.some((one) => hasModel(one, model)))).toEqual(
		[],
	);
});
