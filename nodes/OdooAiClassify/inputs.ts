/**
 * The node's inputs by its parameters. n8n runs its source text as an expression, in the editor too, so it uses
 * nothing from outside.
 */
export const inputsFor = (parameters: { readonly method?: string }) =>
	parameters.method === 'rules'
		? ['main']
		: [
				'main',
				{ type: 'ai_languageModel', displayName: 'Model', maxConnections: 1, required: false },
			];
