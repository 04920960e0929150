// The search of the archived site. It works from a folder: the index comes as scripts, since such a page may fetch nothing.
(() => {
  const SHOWN = 20;
  const PAUSE = 150;
  const input = document.getElementById("q");
  const status = document.getElementById("sok-status");
  const results = document.getElementById("traffar");
  const all = document.getElementById("alla-texter");
  const parts = new Set(results.dataset.parts.split(" "));
  const loaded = new Map();
  const waiting = new Map();
  let texts = [];
  let latest = 0;

  const split = (text) => text.normalize("NFC").toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

  // Loads the words that begin with a letter, once.
  const load = (letter) => {
    const name = letter.codePointAt(0).toString(16);
    if (!parts.has(name)) return Promise.resolve({});
    if (!loaded.has(name)) {
      const part = new Promise((done, failed) => {
        waiting.set(name, done);
        const script = document.createElement("script");
        script.src = `ord/${name}.js`;
        script.onerror = failed;
        document.body.append(script);
      });
      part.catch(() => loaded.delete(name));
      loaded.set(name, part);
    }
    return loaded.get(name);
  };

  const numbers = (differences) => {
    let number = 0;
    return differences.map((difference) => (number += difference));
  };

  const holding = async (word, isBeginning) => {
    const words = await load([...word][0]);
    if (!isBeginning) return new Set(Object.hasOwn(words, word) ? numbers(words[word]) : []);
    const found = Object.keys(words).filter((known) => known.startsWith(word));
    return new Set(found.flatMap((known) => numbers(words[known])));
  };

  // How many of the words are in a title.
  const inTitle = (text, words) => {
    const title = split(text.title);
    return words.filter((word) => title.some((known) => known.startsWith(word))).length;
  };

  // Finds texts that hold all words; the last may be the beginning of one. Those with the words in their titles come
  // first, then the newest.
  const find = async (words) => {
    const sets = await Promise.all(
      words.map((word, at) => holding(word, at === words.length - 1 && [...word].length > 1)),
    );
    const [first, ...others] = sets;
    return [...first]
      .filter((number) => others.every((set) => set.has(number)))
      .map((number) => ({ text: texts[number], hits: inTitle(texts[number], words) }))
      .sort((one, other) => other.hits - one.hits || other.text.day.localeCompare(one.text.day))
      .map(({ text }) => text);
  };

  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  const hit = ({ link, title, kind, date, day, teaser, sensitive, lang }) => {
    const about = element("p", { className: "meta" }, kind);
    if (date) about.append(" · ", element("time", { dateTime: day }, date));
    const heading = element("h3", {}, element("a", { href: link, lang, dir: "auto" }, title));
    const extract = sensitive
      ? element("p", { className: "quiet" }, "Texten kan vara tung att läsa. Den visas först när du öppnar den.")
      : element("p", { lang, dir: "auto" }, teaser);
    return element("li", {}, element("article", { className: "hit" }, about, heading, extract));
  };

  const more = (list, rest) => {
    if (!rest.length) return [];
    const button = element("button", { className: "button plain", type: "button" }, "Visa fler träffar");
    button.onclick = () => {
      const next = rest.slice(0, SHOWN).map(hit);
      list.append(...next);
      button.replaceWith(...more(list, rest.slice(SHOWN)));
      next[0].querySelector("a").focus();
    };
    return [button];
  };

  const show = (typed, found) => {
    const words = element("b", {}, typed);
    if (!found.length) {
      status.textContent = "Inga träffar";
      const tips = "Kontrollera stavningen. Sök på ett ord i taget, eller på början av ett ord. Nedanför finns alla texter.";
      results.replaceChildren(element("h2", {}, "Inga träffar för ", words), element("p", {}, tips));
      return;
    }
    const count = found.length === 1 ? "1 träff" : `${found.length} träffar`;
    status.textContent = count;
    const list = element("ol", { className: "hits" }, ...found.slice(0, SHOWN).map(hit));
    results.replaceChildren(element("h2", {}, `${count} för `, words), list, ...more(list, found.slice(SHOWN)));
  };

  const search = async () => {
    const typed = input.value.trim();
    const words = split(typed);
    const mine = (latest += 1);
    if (!words.length) {
      results.hidden = true;
      all.hidden = false;
      status.textContent = "";
      return;
    }
    try {
      const found = await find(words);
      // Somebody may have typed on meanwhile.
      if (mine !== latest) return;
      show(typed, found);
      all.hidden = found.length > 0;
    } catch {
      status.textContent = "Sökningen fungerade inte. Alla texter finns i listan.";
      results.replaceChildren(element("p", { className: "notice" }, status.textContent));
      all.hidden = false;
    }
    results.hidden = false;
  };

  // The address keeps the words, where the browser allows that.
  const remember = () => {
    const address = new URL(location.href);
    if (input.value.trim()) address.searchParams.set("q", input.value.trim());
    else address.searchParams.delete("q");
    try {
      history.replaceState(null, "", address);
    } catch {}
  };

  let timer;
  const searchSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      remember();
      search();
    }, PAUSE);
  };

  // Arrow keys move from the input to the hits and back; Escape clears the input.
  const onKey = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" && document.activeElement === input) {
      input.value = "";
      searchSoon();
    }
    if (!step) return;
    const targets = [input, ...results.querySelectorAll("h3 a")];
    const at = targets.indexOf(document.activeElement);
    if (at < 0 || !targets[at + step]) return;
    event.preventDefault();
    targets[at + step].focus();
  };

  window.guldkornSok = {
    texter: (list) => {
      texts = list;
      input.value = new URLSearchParams(location.search).get("q") ?? input.value;
      input.addEventListener("input", searchSoon);
      input.form.addEventListener("submit", (event) => {
        event.preventDefault();
        searchSoon();
      });
      document.querySelector(".search-page").addEventListener("keydown", onKey);
      search();
    },
    ord: (name, words) => waiting.get(name)?.(words),
  };
})();
