// The normal form of text, the same as the server's (`app/src/text_input.rs`): what is pasted looks and is compared alike
// before it is sent. Joiners and marks of direction are spelling and stay.

const LAYOUT = /[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g;
const LIGATURES = { ﬀ: "ff", ﬁ: "fi", ﬂ: "fl", ﬃ: "ffi", ﬄ: "ffl", ﬅ: "st", ﬆ: "st" };

export const normalizeText = (text) =>
  text
    .replace(LAYOUT, "")
    .replace(/[\ufb00-\ufb06]/g, (letters) => LIGATURES[letters])
    .normalize();
