// Runs in a frame on another site, also in one that may do nothing but run scripts.
(() => {
  // What WordPress adds to the address of a frame of a site that it does not know: it listens for these messages.
  const secret = location.hash.split("secret=")[1];
  const tell = (message, value) => parent.postMessage({ message, value, secret }, "*");
  const resize = () => {
    try {
      // Browsers that size a frame by its content measure it once by themselves.
      window.requestResize?.();
    } catch {
      // Refused where the page stands alone, or where another form of the opt-in is read.
    }
    if (secret) tell("height", Math.ceil(document.body.getBoundingClientRect().height));
  };
  addEventListener("load", resize);
  addEventListener("resize", resize);
  addEventListener("click", (event) => {
    const link = event.target.closest("a");
    // Such a frame may open no tab. The page around it leads there instead.
    if (secret && link) {
      event.preventDefault();
      tell("link", link.href);
    }
  });
})();
