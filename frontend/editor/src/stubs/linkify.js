// Replaces linkify-it, which finds URLs in plain text: the site's renderer does not do that either.
export default class {}
