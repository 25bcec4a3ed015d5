import { unique } from '../../shared/core/collections';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { id, many2one, text } from '../../shared/odoo/records/fields';
import { defineRecord } from '../../shared/odoo/records/record';
import { PAYLOAD, type FieldIds } from './hookRule';
import type { Hook } from './hooks';

const fieldRecord = defineRecord('ir.model.fields', {
	id,
	model: text,
	name: text,
	model_id: many2one,
});

/** Odoo's numbers for the models and fields of hooks; one call. */
export const readFieldIds = async (
	client: OdooClient,
	hooks: readonly Hook[],
): Promise<(model: string) => FieldIds> => {
	const found = await client.search(
		fieldRecord,
		['id', 'model', 'name', 'model_id'],
		[
			['model', 'in', unique(hooks.map(({ model }) => model))],
			['name', 'in', unique([...PAYLOAD, ...hooks.flatMap(({ fields }) => fields)])],
		],
	);
	return (model) => {
		const own = found.filter((field) => field.model === model);
		return {
			modelId: own[0]?.model_id?.id ?? 0,
			idOf: (name) => own.find((field) => field.name === name)?.id ?? 0,
		};
	};
};
