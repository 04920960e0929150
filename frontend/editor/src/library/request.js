// Asks the server for the pictures of the library.

const URL_PATH = "/api/picture/choices";
const FAILED = "Bilderna kunde inte hämtas. Kontrollera att du har nät och försök igen.";
const LOGGED_OUT = "Du är inte inloggad längre. Logga in i en ny flik och försök sedan igen.";

/** Resolves to `{ pictures, count, has_more }`. */
export async function findPictures(words, page, signal) {
  const query = new URLSearchParams({ words, page: String(page) });
  let response;
  try {
    response = await fetch(`${URL_PATH}?${query}`, { headers: { accept: "application/json" }, signal });
  } catch {
    throw new Error(FAILED);
  }
  if (response.status === 401) throw new Error(LOGGED_OUT);
  if (!response.ok) throw new Error(FAILED);
  return response.json();
}
