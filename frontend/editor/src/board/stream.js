// What others do on the board, as the server streams it.

/** After this the stream is opened again when the server refused it: the browser itself tries again only after a lost connection. */
const AGAIN = 30_000;

export class Stream {
  /** `onNews({ here, version, by })` is called at once, and whenever something is another. */
  constructor(address, onNews) {
    this.address = address;
    this.onNews = onNews;
    this.open();
  }

  open() {
    this.source = new EventSource(this.address);
    this.source.onmessage = ({ data }) => this.onNews(JSON.parse(data));
    this.source.onerror = () => {
      if (this.source.readyState === EventSource.CLOSED) this.waiting = setTimeout(() => this.open(), AGAIN);
    };
  }

  destroy() {
    clearTimeout(this.waiting);
    this.source.close();
  }
}
