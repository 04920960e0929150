// Replaces uc.micro: every browser knows the Unicode classes.
export const P = /\p{P}/u;
export const S = /\p{S}/u;
