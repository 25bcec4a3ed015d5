import fc from 'fast-check';

import { DEFAULT_LABELS } from '../../../nodes/OdooAiClassify/core/labels';
import { findKeyword, toKeyword } from '../../../nodes/OdooAiClassify/core/keywords';
import { classifyByRules, prepareLabels } from '../../../nodes/OdooAiClassify/core/rules';
import { fold, readWords } from '../../../nodes/OdooAiClassify/core/words';

const prepared = prepareLabels(DEFAULT_LABELS);
const best = (text: string) => classifyByRules(text, prepared)[0];

describe('the default labels', () => {
	it('have names of their own, a description and keywords that can be looked for', () => {
		expect(new Set(DEFAULT_LABELS.map(({ name }) => name)).size).toBe(DEFAULT_LABELS.length);
		for (const { name, description, keywords } of DEFAULT_LABELS) {
			expect(name).toMatch(/^[a-z_]+$/);
			expect(description).toMatch(/\.$/);
			for (const keyword of keywords) {
				expect(toKeyword(keyword)).not.toBeNull();
				expect(keyword).toBe(fold(keyword));
			}
		}
	});

	it.each([
		['You charged us the wrong price on line 2, not the agreed price.', 'dispute_pricing'],
		['Der Preis auf der Rechnung ist falsch, Preisabweichung von 40 EUR', 'dispute_pricing'],
		['Le prix facturé est erroné', 'dispute_pricing'],
		['Hay un precio incorrecto en la factura', 'dispute_pricing'],
		['Two items are missing from the delivery, we only received eight.', 'dispute_shortage'],
		['Es fehlen drei Artikel, Lieferung war unvollständig', 'dispute_shortage'],
		['Livraison incomplète: il manque deux cartons', 'dispute_shortage'],
		['Faltan dos cajas, entrega incompleta', 'dispute_shortage'],
		['The desk arrived broken and scratched.', 'dispute_damaged'],
		['Die Ware kam beschädigt an, Transportschaden', 'dispute_damaged'],
		['Le carton est arrivé endommagé', 'dispute_damaged'],
		['El producto llegó dañado', 'dispute_damaged'],
		['We were invoiced twice for S00042', 'dispute_duplicate'],
		['Sie haben uns doppelt berechnet', 'dispute_duplicate'],
		['We want to return the goods, please send a return label', 'return_request'],
		['Wir möchten die Ware zurücksenden', 'return_request'],
		['Where is my order? It has not arrived.', 'complaint_delivery'],
		['Die Lieferung ist noch nicht angekommen', 'complaint_delivery'],
		["Nous n'avons toujours pas reçu la commande", 'complaint_delivery'],
		['El pedido no ha llegado', 'complaint_delivery'],
		['This is unacceptable, nobody answers our calls', 'complaint_service'],
		['Ich möchte mich beschweren, niemand antwortet', 'complaint_service'],
		[
			'Remittance advice: we have paid invoices INV/1 and INV/2 by bank transfer',
			'remittance_advice',
		],
		['Zahlungsavis: wir haben heute 1.200 EUR überwiesen', 'remittance_advice'],
		['Avis de virement: virement effectué ce jour', 'remittance_advice'],
		['We will pay next week', 'promise_to_pay'],
		['Wir bitten um Zahlungsaufschub und werden im März bezahlen', 'promise_to_pay'],
		['Please change the quantity of our order to 12', 'order_change'],
		['Bitte die Menge auf 12 erhöhen', 'order_change'],
		['Merci de modifier la commande, nouvelle adresse', 'order_change'],
		['Quisiera cambiar el pedido', 'order_change'],
		['Please cancel our order', 'order_cancellation'],
		['Bitte stornieren Sie den Auftrag', 'order_cancellation'],
		['Veuillez annuler la commande', 'order_cancellation'],
		['Queremos cancelar el pedido', 'order_cancellation'],
		['Please deliver between 8 and 10, call before delivery', 'delivery_instruction'],
		['Anlieferung nur mit Hebebühne', 'delivery_instruction'],
		['Thank you, all good!', 'no_action'],
		['Vielen Dank für die schnelle Hilfe', 'no_action'],
	])('%s: %s', (text, label) => {
		const found = best(text);
		expect(found?.label).toBe(label);
		expect(found?.confidence).toBeGreaterThanOrEqual(0.6);
	});

	it.each([
		[
			'a negation is no finding',
			'Nothing to report, the goods are not damaged and there was no complaint',
			undefined,
		],
		[
			'thanks do not make a complaint smaller',
			'Thank you, but two desks arrived broken',
			'dispute_damaged',
		],
		['a word inside a word is no finding', 'The cancellous bone model', undefined],
		['a text of other things has no label', 'Lorem ipsum dolor sit amet', undefined],
	])('%s', (_law, text, label) => expect(best(text)?.label).toBe(label));

	it('two labels that are equally strong are both uncertain', () => {
		const [first, second] = classifyByRules(
			'The price is wrong. The goods arrived broken, damaged.',
			prepared,
		);
		expect(first?.confidence).toBeLessThan(0.6);
		expect(second?.confidence).toBeLessThan(0.6);
	});
});

describe('a keyword', () => {
	const find = (keyword: string, text: string) => {
		const ready = toKeyword(keyword);
		return ready ? (findKeyword(readWords(text), ready)?.quote ?? null) : null;
	};
	it.each([
		{ keyword: 'cancel', text: 'Please CANCEL it', quote: 'CANCEL' },
		{ keyword: 'erhohen', text: 'bitte erhöhen', quote: 'erhöhen' },
		{ keyword: 'Erhöhen', text: 'bitte ERHÖHEN', quote: 'ERHÖHEN' },
		{ keyword: 'beschadigt*', text: 'beschädigte Ware', quote: 'beschädigte' },
		{
			keyword: 'items ... missing',
			text: 'Items from box two are missing',
			quote: 'Items from box two are missing',
		},
		{ keyword: 'items ... missing', text: 'items missing', quote: 'items missing' },
		{ keyword: 'items ... missing', text: 'Items came. Nothing is missing', quote: null },
		{ keyword: 'items ... missing', text: 'items one two three four five missing', quote: null },
		{ keyword: 'wrong price', text: 'wrong, price', quote: 'wrong, price' },
		{
			keyword: "changer l'adresse",
			text: 'changer l\u2019adresse',
			quote: 'changer l\u2019adresse',
		},
		{ keyword: '(a+)+$', text: 'aaaa', quote: null },
		{ keyword: '...', text: 'anything', quote: null },
		{ keyword: ' ', text: 'x', quote: null },
	])('$keyword in "$text" is $quote', ({ keyword, text, quote }) =>
		expect(find(keyword, text)).toBe(quote),
	);

	it('stays quick whatever the text', () => {
		const ready = prepared.flatMap((label) => label.prepared);
		const texts = [
			'items '.repeat(3_000),
			'a'.repeat(20_000),
			`cancel${' '.repeat(15_000)}order`,
			"l'".repeat(9_000),
		];
		for (const text of texts) {
			const words = readWords(text);
			for (const keyword of ready)
				expect(findKeyword(words, keyword)?.start ?? 0).toBeGreaterThanOrEqual(0);
		}
	});
});

const words = fc.constantFrom(
	...DEFAULT_LABELS.flatMap(({ keywords }) =>
		keywords.map((keyword) => keyword.replace(/\*|\.\.\. ?/g, '')),
	),
	'no',
	'the',
	'Ware',
	'é',
	'😀',
	'.',
	'\n',
);
const texts = fc
	.array(fc.oneof(words, fc.string({ unit: 'grapheme', maxLength: 5 })), { maxLength: 12 })
	.map((list) => list.join(' '));

describe('laws of the rules', () => {
	it('evidence is a passage of the text, the label one of the set, the confidence between 0 and 1', () => {
		fc.assert(
			fc.property(texts, (text) => {
				for (const { label, confidence, evidence } of classifyByRules(text, prepared)) {
					expect(DEFAULT_LABELS.map(({ name }) => name)).toContain(label);
					expect(confidence).toBeGreaterThan(0);
					expect(confidence).toBeLessThan(1);
					expect(evidence.length).toBeGreaterThan(0);
					for (const { quote, start, end } of evidence) expect(text.slice(start, end)).toBe(quote);
				}
			}),
			{ numRuns: 300 },
		);
	});

	it('folding keeps every character where it was', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) =>
				expect(fold(text).length).toBe(text.length),
			),
		);
	});

	it('more of the same never makes a label less certain', () => {
		const label = prepareLabels([
			{
				name: 'a',
				title: 'A',
				description: 'A.',
				keywords: ['red', 'green', 'blue', 'two words'],
				needsAttention: true,
			},
		]);
		const colours = ['red', 'green', 'blue', 'two words'];
		fc.assert(
			fc.property(
				fc.shuffledSubarray(colours, { minLength: 1 }),
				fc.constantFrom(...colours),
				(some, one) => {
					const before = classifyByRules(some.join('. '), label)[0]?.confidence ?? 0;
					expect(
						classifyByRules([...some, one].join('. '), label)[0]?.confidence,
					).toBeGreaterThanOrEqual(before);
				},
			),
		);
	});
});
