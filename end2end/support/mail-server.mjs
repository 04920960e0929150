// A mail server that stores what it receives, and the `test` of specs whose site can send mail.
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { test as base } from "./page.mjs";
import { serve } from "./server.mjs";

/** A site that can send mail, and the server that receives it as `post`. */
export const test = base.extend({
  post: async ({}, use) => {
    const post = await startMailServer();
    await use(post);
    await post.close();
  },
  site: async ({ at, post }, use) => {
    const environment = { GULDKORN_SMTP_URL: post.url, GULDKORN_MAIL_FROM: "MIA Vidare <noreply@exempel.se>" };
    const site = await serve({ at, environment });
    await use(site);
    await site.stop();
  },
});

async function startMailServer() {
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
