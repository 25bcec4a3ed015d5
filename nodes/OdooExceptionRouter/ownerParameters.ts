import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';

import type { OwnerRules, UserChoice } from '../shared/cases/core/candidates';
import { OWNER_PARAMETERS } from './ownerProperties';
import { refusal } from './refusal';

const locator = z.object({
	mode: z.enum(['list', 'id', 'login']),
	value: z.union([z.string(), z.number(), z.null()]).optional(),
});

/** @throws NodeOperationError for an id that is no number */
export const readOwnerRules = (context: IExecuteFunctions, itemIndex: number): OwnerRules => {
	const choice = (name: string) => readChoice(context, itemIndex, name);
	return {
		sales: choice(OWNER_PARAMETERS.sales),
		finance: choice(OWNER_PARAMETERS.finance),
		warehouse: choice(OWNER_PARAMETERS.warehouse),
		customerService: choice(OWNER_PARAMETERS.customerService),
		integration: choice(OWNER_PARAMETERS.integration),
		default: choice(OWNER_PARAMETERS.default),
	};
};

const readChoice = (context: IExecuteFunctions, itemIndex: number, name: string): UserChoice => {
	const read = locator.safeParse(context.getNodeParameter(name, itemIndex, ''));
	const value = String(read.success ? (read.data.value ?? '') : '').trim();
	if (!read.success || value === '') return { kind: 'none' };
	if (read.data.mode === 'login') return { kind: 'login', login: value };
	if (/^\d+$/.test(value)) return { kind: 'id', id: Number(value) };
	throw refusal(
		context,
		itemIndex,
		name,
		`'${value}' is not the id of a user; choose By Login for a login`,
	);
};
