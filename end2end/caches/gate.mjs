// A way to a cache that can be closed: the site cannot reach it then, and readers still do.
import { connect, createServer } from "node:net";

export class Gate {
  #server;
  #sockets = new Set();

  /** Leads from a port to another one of this machine. */
  static async open(port, to) {
    const gate = new Gate();
    gate.port = port;
    gate.to = to;
    await gate.open();
    return gate;
  }

  async open() {
    this.#server = createServer((socket) => {
      const through = connect(this.to, "127.0.0.1");
      for (const end of [socket, through]) {
        this.#sockets.add(end);
        end.on("error", () => {}).once("close", () => this.#sockets.delete(end));
      }
      socket.pipe(through).pipe(socket);
    });
    await new Promise((opened) => this.#server.listen(this.port, "127.0.0.1", opened));
  }

  async close() {
    const closed = new Promise((done) => this.#server.close(done));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }
}
