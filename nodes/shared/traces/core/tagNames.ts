/** The tags that the nodes put on orders and look for, unless a node is set to other names. */
export const CREDIT_HOLD = 'Credit Hold';
export const CREDIT_APPROVAL_NEEDED = 'Credit Approval Needed';
