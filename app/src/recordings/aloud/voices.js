// The voices that are on the device itself. Those of a service would be sent the text, and are never used.

/** The language of the site's pages. */
export const OWN = "sv";

const parts = (tag) => tag.toLowerCase().split(/[-_]/);
/** Returns the language of a tag, without its country. */
export const primary = (tag) => parts(tag)[0];

/** Returns the language in which a text stands on the page: another one than its own where the browser has translated it. */
export const languageOf = ({ dataset }) => {
  const { lang } = document.documentElement;
  return (lang === OWN && dataset.aloud) || lang;
};

/** Returns the device's own voices for a language, whatever country they are from. */
export const localVoices = (language) =>
  speechSynthesis.getVoices().filter(({ localService, lang }) => localService && primary(lang) === primary(language));

/** Returns the voice that reads a language: that of its own country, such as Swedish of Sweden, before that of another. */
export const voiceFor = (language) => {
  const voices = localVoices(language);
  const country = new Intl.Locale(language).maximize().region?.toLowerCase();
  const isOfCountry = ({ lang }) => parts(lang).includes(country);
  return voices.find(isOfCountry) ?? voices.find((voice) => voice.default) ?? voices[0];
};
