import { kept } from './kept';

const MINUTE = 60_000;

/** A date in a time zone, `YYYY-MM-DD`, and the minute of that day. */
interface LocalTime {
	readonly date: string;
	readonly minute: number;
}

const formats = kept(
	(timeZone: string) =>
		new Intl.DateTimeFormat('en-GB', {
			timeZone,
			hourCycle: 'h23',
			year: 'numeric',
			month: '2-digit',
			day: '2-digit',
			hour: '2-digit',
			minute: '2-digit',
			second: '2-digit',
		}),
);

/** Reads and writes wall-clock time in one IANA time zone. @throws RangeError for a zone that does not exist */
export interface Clock {
	readonly toLocal: (epochMs: number) => LocalTime;
	/** The first moment with that wall-clock time; in a gap of daylight saving the moment after it. */
	readonly toEpoch: (date: string, minute: number) => number;
	/** ISO 8601 with the zone's offset, to the second. */
	readonly toIso: (epochMs: number) => string;
}

export const clockIn = (timeZone: string): Clock => {
	const format = formats(timeZone);
	const wall = (epochMs: number): number => {
		const part = Object.fromEntries(
			format.formatToParts(epochMs).map(({ type, value }) => [type, Number(value)]),
		);
		return Date.UTC(
			part.year ?? 1970,
			(part.month ?? 1) - 1,
			part.day,
			part.hour,
			part.minute,
			part.second,
		);
	};
	const toEpoch = (date: string, minute: number): number => {
		const wanted = Date.parse(`${date}T00:00:00Z`) + minute * MINUTE;
		const guess = wanted - (wall(wanted) - wanted);
		const found = guess - (wall(guess) - wanted);
		return wall(found) === wanted ? found : Math.max(guess, found);
	};
	return {
		toLocal: (epochMs) => {
			const iso = new Date(wall(Math.floor(epochMs / 1000) * 1000)).toISOString();
			return {
				date: iso.slice(0, 10),
				minute: Number(iso.slice(11, 13)) * 60 + Number(iso.slice(14, 16)),
			};
		},
		toEpoch,
		toIso: (epochMs) => {
			const second = Math.floor(epochMs / 1000) * 1000;
			const offset = Math.round((wall(second) - second) / MINUTE);
			const size = Math.abs(offset);
			const pad = (value: number) => String(value).padStart(2, '0');
			return `${new Date(wall(second)).toISOString().slice(0, 19)}${offset < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
		},
	};
};
