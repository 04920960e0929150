() => {
  const status = document.querySelector(".network");
  let timer;
  const show = (text, millis) => {
    clearTimeout(timer);
    status.textContent = text;
    if (millis) timer = setTimeout(() => (status.textContent = ""), millis);
  };
  const lost = () => show("Nätet är borta. Du kan läsa vidare på den här sidan.");
  addEventListener("offline", lost);
  addEventListener("online", () => status.textContent && show("Nätet är tillbaka.", 8000));
  if (!navigator.onLine) lost();
}
