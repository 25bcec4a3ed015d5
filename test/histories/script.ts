import { LAWS } from './laws/broken';
import type { Counterexample } from './shrink';
import type { History, Step } from './steps';

/** What a step does, in words. */
const stepText = ({ do: name, ...how }: Step): string =>
	[name, ...Object.entries(how).map(([key, value]) => `${key} ${String(value)}`)].join(' ');

/** A history as a person reads it, and as O2C_HISTORY plays it again. */
export const scriptOf = (history: History): string => {
	const { lines, transfers, creditLimit, policy } = history.setup;
	const sold = lines.map(
		({ sells, quantity, price, discount, taxed }) =>
			`${quantity} ${sells} at ${price}${discount > 0 ? ` less ${discount}%` : ''}${taxed ? ' plus tax' : ''}`,
	);
	return [
		`sold: ${sold.join(', ')}; ${transfers} transfers; limit ${creditLimit}; policy ${policy}`,
		...history.steps.map((step, index) => `${String(index + 1).padStart(3)}. ${stepText(step)}`),
		`O2C_HISTORY='${JSON.stringify(history)}'`,
	].join('\n');
};

/** What broke, what was said, and how to see it again. */
export const textOf = ({ law, detail, answers, history }: Counterexample): string =>
	[`${LAWS[law]}: ${detail}`, ...answers, scriptOf(history)].join('\n');
