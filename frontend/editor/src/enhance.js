// Enhances what the server rendered, also what comes later, since the site changes pages without loading a document.

/**
 * Calls the function of each `[selector, enhance]` with the elements that match. It returns an object whose `destroy`
 * is called when its element is gone.
 */
export function enhanceAll(enhancers) {
  const enhanced = new Map();
  const update = () => {
    for (const [selector, enhance] of enhancers) {
      for (const found of document.querySelectorAll(selector)) {
        if (!enhanced.has(found)) enhanced.set(found, enhance(found));
      }
    }
    for (const [gone, enhancement] of enhanced) {
      if (gone.isConnected) continue;
      enhanced.delete(gone);
      enhancement.destroy();
    }
  };
  update();
  new MutationObserver(update).observe(document.body, { childList: true, subtree: true });
}
