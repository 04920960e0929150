// What others do to a page: translators, password managers, phones and extensions in the browser, proxies on the way.

/** What of it must be gone once the client has taken over. */
export const FOREIGN = "font, manager-button, extension-wrapper, a[href='tel:114']";

/** Done in the browser to everything in the body, before and after the client has come. */
export const IN_THE_BROWSER = {
  "translated node by node": () => {
    for (const text of texts()) {
      const [outer, inner] = [document.createElement("font"), document.createElement("font")];
      inner.append(`«${text.data}»`);
      outer.append(inner);
      text.replaceWith(outer);
    }
    function texts() {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found = [];
      while (walker.nextNode()) found.push(walker.currentNode);
      return found.filter(({ data, parentElement }) => data.trim() && !parentElement.closest("font, script, style, textarea, svg"));
    }
  },
  // Only proxies and minifiers take comments away, and they do so before the client has come.
  "given spaces and rid of comments": {
    before: () => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_COMMENT);
      const comments = [];
      while (walker.nextNode()) comments.push(walker.currentNode);
      comments.forEach((comment) => comment.remove());
      document.querySelectorAll("main, main :is(p, div, section, li, a)").forEach((element) => element.prepend(" "));
    },
    after: () => document.querySelectorAll("main, main :is(p, div, section, li, a)").forEach((element) => element.prepend(" ")),
  },
  "filled by a password manager": () => {
    for (const field of document.querySelectorAll("input")) {
      field.setAttribute("data-manager", "x");
      field.style.backgroundImage = "none";
      field.classList.add("manager");
      field.after(document.createElement("manager-button"));
      field.before(document.createElement("div"));
    }
  },
  "with numbers made links": () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const numbers = [];
    while (walker.nextNode()) if (/\d/.test(walker.currentNode.data)) numbers.push(walker.currentNode);
    for (const number of numbers.filter(({ parentElement }) => !parentElement.closest("script, style, textarea, select, a"))) {
      const link = document.createElement("a");
      link.href = "tel:114";
      number.replaceWith(link);
      link.append(number);
    }
  },
  "wrapped by an extension": () => {
    for (const element of document.querySelectorAll("main p, main input, main h1")) {
      const wrapper = document.createElement("extension-wrapper");
      element.replaceWith(wrapper);
      wrapper.append(element);
    }
  },
};

/** Done to the HTML on the way. */
export const ON_THE_WAY = {
  "rid of comments": (html) => html.replaceAll(/<!--.*?-->/g, ""),
  "rid of spaces": (html) => html.replaceAll(/> </g, "><"),
  "given line breaks": (html) => html.replaceAll(/<(main|div|section|p|form)\b/g, "\n  <$1"),
  "given an element": (html) => html.replace(/<h1/, "<p>En annons</p><h1"),
};

/** Lets a proxy rewrite every page from now on. Returns whether that changed the app's part of a page. */
export async function rewriteOnTheWay(page, rewrite) {
  // The element, not the scripts that name its attribute: readers' pages have comments around the app's part alone.
  const app = (html) => html.slice(html.search(/<\w+[^<>]* data-app\b/), html.lastIndexOf("</main>"));
  const rewritten = new Set();
  await page.route("**/*", async (route) => {
    if (route.request().resourceType() !== "document") return route.fallback();
    // Asked for whole: the browser may have the page in its cache as it was before, which "not modified" would show.
    const { "if-none-match": tag, "if-modified-since": date, ...headers } = route.request().headers();
    const response = await route.fetch({ headers, maxRedirects: 0 });
    const isPage = response.status() < 300 || response.status() >= 400;
    if (!isPage || !response.headers()["content-type"]?.startsWith("text/html")) return route.fulfill({ response });
    const html = await response.text();
    const { pathname, search } = new URL(route.request().url());
    if (app(html) !== app(rewrite(html))) rewritten.add(pathname + search);
    return route.fulfill({ response, body: rewrite(html) });
  });
  return (path) => rewritten.has(path);
}

/** Keeps the client from coming until the returned function is called. */
export async function holdClient(page) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route("**/*.wasm", async (route) => {
    await released;
    await route.fallback();
  });
  return release;
}
