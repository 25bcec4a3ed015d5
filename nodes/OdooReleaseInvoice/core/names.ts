const bare = (name: string): string => name.trim().toLowerCase();

/** The names that are among the wanted ones; capitals and white space around a name make no difference. */
export const namesAmong = (names: readonly string[], wanted: readonly string[]): string[] => {
	const bareWanted = new Set(wanted.map(bare));
	return names.filter((name) => bareWanted.has(bare(name)));
};
