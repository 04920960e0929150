// Addresses on the clipboard: whole where they lead away, short where they stay.
import { isLocal, leadsSomewhere } from "../addresses.js";

function within(address, origin) {
  if (!origin || !address.startsWith(`${origin}/`)) return address;
  return address.slice(origin.length);
}

/** Where a link leads, or nothing: not within a page that is not here, nor to a file on somebody's computer. */
export function addressOfLink(href, origin) {
  const address = within(unwrapped(href.trim()), origin);
  if (/\s/.test(address) || !leadsSomewhere(address)) return null;
  return /^(https?:\/\/|mailto:|tel:)./i.test(address) || isLocal(address) ? address : null;
}

/** A mail program may have put its own address before the one that was meant. */
function unwrapped(href) {
  if (!/^https:\/\/[^/]*safelinks\.protection\.outlook\.com\//i.test(href)) return href;
  try {
    return new URL(href).searchParams.get("url") ?? href;
  } catch {
    return href;
  }
}

/** The address of a picture of this site's own. */
export function addressOfPicture(src, origin) {
  const address = within(src, origin);
  return isLocal(address) ? address : null;
}
