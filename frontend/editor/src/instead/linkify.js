// Stands in for what finds addresses in plain words, which the site's renderer does not do either.
export default class {}
