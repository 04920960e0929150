// URLs on the clipboard: absolute for other sites, a path for this one.
import { isLocal, isAllowed } from "../urls.js";

function within(address, origin) {
  if (!origin || !address.startsWith(`${origin}/`)) return address;
  return address.slice(origin.length);
}

/** Returns the URL of a link; null for a place within the page that it was copied from, and for a local file. */
export function linkUrl(href, origin) {
  const address = within(unwrapped(href.trim()), origin);
  if (/\s/.test(address) || !isAllowed(address)) return null;
  return /^(https?:\/\/|mailto:|tel:)./i.test(address) || isLocal(address) ? address : null;
}

/** Removes the redirect that Outlook puts around links. */
function unwrapped(href) {
  if (!/^https:\/\/[^/]*safelinks\.protection\.outlook\.com\//i.test(href)) return href;
  try {
    return new URL(href).searchParams.get("url") ?? href;
  } catch {
    return href;
  }
}

/** Returns the path of a picture of this site; null for any other. */
export function pictureUrl(src, origin) {
  const address = within(src, origin);
  return isLocal(address) ? address : null;
}
