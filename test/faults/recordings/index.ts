import classification from './AIClassify.json';
import allocation from './AllocateStock.json';
import credit from './CreditCheck.json';
import exceptions from './ExceptionRouter.json';
import events from './OrderTrigger.json';
import invoicing from './ReleaseInvoice.json';
import { recording, type Recording } from '../recorded/recording';

const STORED: { readonly [scene: string]: unknown } = {
	'AI Classify': classification,
	'Allocate Stock': allocation,
	'Credit Check': credit,
	'Exception Router': exceptions,
	'Order Trigger': events,
	'Release Invoice': invoicing,
};

/** What a real Odoo 19 held before a scene's node ran; made again by `O2C_RECORD=1` and the live test `recorded`. */
export const recordingOf = (scene: string): Recording => recording.parse(STORED[scene]);
