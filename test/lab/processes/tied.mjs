// @ts-check

/**
 * A command whose process the kernel asks to end when ours is gone, however ours ended: by itself, by Ctrl-C, or killed outright
 * and unable to end anything.
 * @param {readonly string[]} command
 */
export function tied(command) {
	return ['setpriv', '--pdeathsig', 'TERM', '--', ...command];
}
