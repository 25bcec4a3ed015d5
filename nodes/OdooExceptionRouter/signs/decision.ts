import { z } from 'zod';

import { reasonsShape } from './reasonShape';

/** `{ decision, reasons }`, as Credit Check and Release Invoice write it. */
export const decisionShape = z.object({ decision: z.string(), reasons: reasonsShape });
