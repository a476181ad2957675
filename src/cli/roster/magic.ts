/** How every roster file begins; its version follows. */
export const MAGIC = 'policy-lint roster';
