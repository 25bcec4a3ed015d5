const bare = (name: string): string => name.trim().toLowerCase();

/** The names that are wanted too, however either is written. */
export const namesAmong = (names: readonly string[], wanted: readonly string[]): string[] => {
	const bareWanted = new Set(wanted.map(bare));
	return names.filter((name) => bareWanted.has(bare(name)));
};
