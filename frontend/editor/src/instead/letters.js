// Stands in for lists of signs that every browser knows.
export const P = /\p{P}/u;
export const S = /\p{S}/u;
