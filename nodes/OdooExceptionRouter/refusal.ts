import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

const LABELS: { readonly [name: string]: string | undefined } = {
	customerServiceOwner: 'Customer Service Owner',
	defaultOwner: 'Default Owner',
	financeOwner: 'Finance Owner',
	highValueFrom: 'High Value From',
	holidays: 'Holidays',
	integrationOwner: 'Integration Owner',
	overrides: 'Own Rules',
	salesOwner: 'Sales Owner',
	source: 'Exception',
	timeZone: 'Time Zone',
	warehouseOwner: 'Warehouse Owner',
	workEnds: 'Work Ends',
	workingDays: 'Working Days',
	workStarts: 'Work Starts',
};

/** A parameter that cannot be used, by the name it has in the editor. */
export const refusal = (
	context: IExecuteFunctions,
	itemIndex: number,
	parameter: string,
	why: string,
): NodeOperationError =>
	new NodeOperationError(context.getNode(), `'${LABELS[parameter] ?? parameter}': ${why}`, {
		itemIndex,
	});
