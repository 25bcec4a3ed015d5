import { z } from 'zod';

import type { OdooCall } from '../../nodes/shared/odoo/OdooTransport';

const imports = z.object({ fields: z.array(z.string()), data: z.array(z.array(z.string())) });
const leaf = z.tuple([z.string(), z.string(), z.unknown()]);
const domain = z.array(z.union([z.string(), leaf]));

/** Answers of a scripted Odoo that shows the messages which were imported. @param refuses a row of an import */
export const keptMessages = (refuses: (row: readonly string[]) => boolean = () => false) => {
	const rows: { readonly [field: string]: unknown }[] = [];
	return {
		'mail.message.load': ({ args }: OdooCall) => {
			const { fields, data } = imports.parse(args);
			if (data.some(refuses))
				return { ids: false, messages: [{ type: 'error', message: 'Not this one' }] };
			const ids = data.map((values) => {
				const columns = Object.fromEntries(
					fields.slice(1).map((field, index) => [field, values[index + 1]]),
				);
				rows.push({ ...columns, res_id: Number(columns.res_id), id: rows.length + 1 });
				return rows.length;
			});
			return { ids, messages: [] };
		},
		'mail.message.search_read': ({ args }: OdooCall) => {
			const leaves = domain
				.parse(args?.domain)
				.flatMap((part) => (Array.isArray(part) ? [part] : []));
			if (leaves.some(([field]) => field === 'message_type'))
				return [{ id: 0, subject: '0'.repeat(64), partner_ids: [], create_uid: [2, 'Us'] }];
			const asked = leaves.find(([field]) => field === 'id')?.[2];
			return rows.filter(({ id }) => Array.isArray(asked) && asked.includes(id));
		},
	};
};
