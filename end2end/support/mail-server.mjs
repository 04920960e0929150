// A mail server that stores what it receives.
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";

export async function startMailServer() {
  const letters = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    async onData(stream, session, taken) {
      const pieces = await stream.toArray();
      letters.push(await PostalMime.parse(Buffer.concat(pieces)));
      taken();
    },
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    url: `smtp://127.0.0.1:${server.server.address().port}`,
    /** Returns the letters to an address, oldest first. */
    to: (address) => letters.filter(({ to }) => to.some((one) => one.address === address)),
    close: () => new Promise((closed) => server.close(closed)),
  };
}
