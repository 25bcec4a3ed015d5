export { REASON_CASES, type ReasonCode } from './core/rules';
