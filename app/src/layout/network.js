// Says that the network is lost, and that it is back. A part of the script of every page.
// The staff's pages have none.
const status = document.querySelector(".network");
let timer;
const show = (text, millis) => {
  clearTimeout(timer);
  status.textContent = text;
  if (millis) timer = setTimeout(() => (status.textContent = ""), millis);
};
const lost = () => show("Nätet är borta. Du kan läsa vidare på den här sidan.");
if (status) {
  addEventListener("offline", lost);
  addEventListener("online", () => status.textContent && show("Nätet är tillbaka.", 8000));
  if (!navigator.onLine) lost();
}
