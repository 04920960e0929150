// Comes with the client: see page_script.rs.
const html = document.documentElement;
const READY = "data-hydrated";
const FOLLOWS_WITHIN = 5000;
let root;
let followed;

const isSame = (node, wanted) =>
  node.nodeName === wanted.nodeName &&
  (node.nodeType === 1
    ? ["id", "name", "href"].every((name) => node.getAttribute(name) === wanted.getAttribute(name)) &&
      [...wanted.classList].every((name) => node.classList.contains(name))
    : node.data === wanted.data);

const restore = (place, wanted) => {
  let node = place.firstChild;
  const removeUntil = (end) => {
    while (node !== end) {
      const foreign = node;
      node = node.nextSibling;
      foreign.remove();
    }
  };
  for (const child of wanted.childNodes) {
    let same = node;
    // Only elements are searched for, since they may hold what somebody typed.
    while (same && child.nodeType === 1 && !isSame(same, child)) same = same.nextSibling;
    if (same && isSame(same, child)) {
      removeUntil(same);
      restore(same, child);
      node = same.nextSibling;
    } else {
      place.insertBefore(document.importNode(child, true), node);
    }
  }
  removeUntil(null);
};

const carryOver = (typed, focused) => {
  for (const old of typed.filter((field) => !field.isConnected)) {
    const isTheSame = ({ name, type, value }) =>
      name === old.name && type === old.type && (!/radio|checkbox/.test(type) || value === old.value);
    const field = [...root.querySelectorAll("[name]")].find(isTheSame);
    if (!field) continue;
    if (old.type === "file") field.files = old.files;
    else field.value = old.value;
    field.checked = old.checked;
    if (old === focused) field.focus();
  }
};

/** Makes the app's part of the page as it was `parsed`. Returns what to call when it is the client's. */
export const begin = (parsed) => {
  root = document.querySelector("[data-app]");
  const focused = document.activeElement;
  const typed = [...root.querySelectorAll("input[name], select[name], textarea[name]")];
  restore(root, parsed);
  carryOver(typed, focused);
  window.addEventListener = (type, listener, options) =>
    EventTarget.prototype.addEventListener.call(window, type, (event) => handle(event, listener), options);
  return () => {
    delete window.addEventListener;
    html.setAttribute(READY, "");
  };
};

const handle = (event, listener) => {
  if (!html.hasAttribute(READY)) return;
  const link = event.type === "popstate" ? location : event.target.closest?.("a[href]");
  listener(event);
  const { href } = link === location || event.defaultPrevented ? (link ?? {}) : {};
  followed = { href, at: performance.now() };
};

const stepAside = () => {
  failures.forEach((type) => removeEventListener(type, onFailure));
  delete window.addEventListener;
  html.removeAttribute(READY);
  const pass = (type, selector) =>
    addEventListener(type, (event) => event.target.closest?.(selector) && event.stopImmediatePropagation(), true);
  pass("click", "[data-app] a[href]");
  pass("submit", "[data-app] form[action]");
  const address = () => location.pathname + location.search;
  const shown = address();
  addEventListener("popstate", () => address() !== shown && location.reload());
  if (!followed?.href || performance.now() - followed.at > FOLLOWS_WITHIN) return;
  if (followed.href === location.href) location.reload();
  else location.assign(followed.href);
};
const failures = ["error", "unhandledrejection"];
const onFailure = ({ error, reason }) => (error ?? reason) instanceof WebAssembly.RuntimeError && stepAside();
failures.forEach((type) => addEventListener(type, onFailure));
