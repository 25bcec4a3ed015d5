import { PARENT } from './learn';
import type { Row, Tables } from './tables';

type Matches = (row: Row) => boolean;

const isLeaf = (part: unknown): part is readonly [string, string, unknown] =>
	Array.isArray(part) && part.length === 3;

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
const orNothing = (value: unknown): unknown => value ?? false;

const toPattern = (like: string, isWhole: boolean, ignoresCase: boolean): RegExp => {
	const source = like.replace(/\\?[%_]|[.*+?^${}()|[\]\\]/g, (found) =>
		found === '%'
			? '.*'
			: found === '_'
				? '.'
				: found.startsWith('\\') && found.length > 1
					? found.slice(1)
					: `\\${found}`,
	);
	return new RegExp(isWhole ? `^${source}$` : source, ignoresCase ? 'is' : 's');
};

const isEmptyOf = (type: string, value: unknown): boolean =>
	value === false || value === null || (type === 'text' && value === '');

const COMPARED: { readonly [operator: string]: (order: number) => boolean } = {
	'<': (order) => order < 0,
	'<=': (order) => order <= 0,
	'>': (order) => order > 0,
	'>=': (order) => order >= 0,
};

const orderOf = (value: unknown, against: unknown): number => {
	if (typeof value === 'number' && typeof against === 'number') return value - against;
	const [left, right] = [String(value), String(against)];
	return left < right ? -1 : left > right ? 1 : 0;
};

/** Odoo's search filter over the tables. */
export class Filter {
	constructor(
		private readonly tables: Tables,
		private readonly model: string,
	) {}

	/** Whether a row matches a domain in prefix notation. */
	matching(domain: readonly unknown[]): Matches {
		let at = 0;
		const term = (): Matches => {
			const part = domain[at];
			at += 1;
			if (part === '!') {
				const inner = term();
				return (row) => !inner(row);
			}
			if (part === '&' || part === '|') {
				const [left, right] = [term(), term()];
				return part === '&' ? (row) => left(row) && right(row) : (row) => left(row) || right(row);
			}
			if (!isLeaf(part)) throw new Error(`Not a domain: ${JSON.stringify(domain)}`);
			return this.leaf(part);
		};
		const terms: Matches[] = [];
		while (at < domain.length) terms.push(term());
		return (row) => terms.every((matches) => matches(row));
	}

	private leaf([path, operator, value]: readonly [string, string, unknown]): Matches {
		const [first = '', ...rest] = path.split('.');
		const shape = this.tables.fieldsOf(this.model).get(first);
		if (!shape && first !== 'id')
			throw new Error(`The recording has no ${this.model}.${first} to search by`);
		const { type, relation } = shape ?? { type: 'integer' };
		if (rest.length > 0 && relation) {
			const inner = new Filter(this.tables, relation).leaf([rest.join('.'), operator, value]);
			return (row) => this.records(row, first, relation).some(inner);
		}
		if (operator === 'any' && relation) {
			const inner = new Filter(this.tables, relation).matching(asList(value));
			return (row) => this.records(row, first, relation).some(inner);
		}
		if (operator === 'child_of') return this.below(first, relation ?? this.model, value);
		if (operator === 'parent_of') return this.above(relation ?? this.model, value);
		if (relation)
			return (row) => this.holds(this.tables.related(this.model, row, first), operator, value);
		return (row) => this.compares(orNothing(row[first]), operator, value, type);
	}

	private records(row: Row, field: string, relation: string): Row[] {
		return this.tables
			.related(this.model, row, field)
			.flatMap((id) => this.tables.row(relation, id) ?? []);
	}

	private holds(ids: readonly number[], operator: string, value: unknown): boolean {
		const wanted = asList(value);
		const has =
			wanted.some((id) => typeof id === 'number' && ids.includes(id)) ||
			(wanted.some((id) => id === false || id === null) && ids.length === 0);
		if (operator === '=' || operator === 'in') return value === true ? ids.length > 0 : has;
		if (operator === '!=' || operator === 'not in') return !has;
		throw new Error(`The recording does not know ${operator} on records`);
	}

	private compares(value: unknown, operator: string, against: unknown, type: string): boolean {
		const kind = type === 'boolean' || type === 'integer' || type === 'float' ? 'value' : 'text';
		const same = (other: unknown) =>
			value === orNothing(other) ||
			(isEmptyOf(kind, value) && isEmptyOf(kind, orNothing(other))) ||
			(kind === 'value' && Number(value) === Number(other) && other !== null);
		if (operator === '=') return same(against);
		if (operator === '!=') return !same(against);
		if (operator === 'in') return asList(against).some(same);
		if (operator === 'not in') return !asList(against).some(same);
		const compared = COMPARED[operator];
		if (compared) return value !== false && compared(orderOf(value, against));
		const pattern = toPattern(
			String(against),
			operator.startsWith('='),
			operator.includes('ilike'),
		);
		return typeof value === 'string' && pattern.test(value);
	}

	private below(field: string, tree: string, value: unknown): Matches {
		const roots = new Set(asList(value));
		const isBelow = (id: number): boolean => {
			if (roots.has(id)) return true;
			const row = this.tables.row(tree, id);
			const [parent] = row ? this.tables.related(tree, row, PARENT[tree] ?? '') : [];
			return parent !== undefined && isBelow(parent);
		};
		return (row) =>
			(field === 'id' ? [row.id] : this.tables.related(this.model, row, field)).some(isBelow);
	}

	private above(tree: string, value: unknown): Matches {
		const found = new Set<number>();
		const climb = (id: number): void => {
			found.add(id);
			const row = this.tables.row(tree, id);
			for (const parent of row ? this.tables.related(tree, row, PARENT[tree] ?? '') : [])
				climb(parent);
		};
		for (const id of asList(value)) if (typeof id === 'number') climb(id);
		return (row) => found.has(row.id);
	}
}
