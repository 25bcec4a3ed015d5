/** `YYYY-MM-DD`, some days from now. */
export const inDays = (days: number): string =>
	new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
