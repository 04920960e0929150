// Replaces mdurl and punycode, which rewrite URLs: here they stay as they were typed.
const same = (address) => address;

export { same as decode, same as encode, same as format, same as parse, same as toASCII, same as toUnicode };
export default { toASCII: same, toUnicode: same };
