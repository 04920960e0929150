() => {
  const place = document.querySelector(".network");
  let silence;
  const say = (words, long) => {
    clearTimeout(silence);
    place.textContent = words;
    if (long) silence = setTimeout(() => (place.textContent = ""), long);
  };
  const gone = () => say("Nätet är borta. Du kan läsa vidare på den här sidan.");
  addEventListener("offline", gone);
  addEventListener("online", () => place.textContent && say("Nätet är tillbaka.", 8000));
  if (!navigator.onLine) gone();
}
