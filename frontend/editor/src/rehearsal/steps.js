// Where a key leads from a day, among `count` days counted from 0; the same day when it leads nowhere.
const STEPS = {
  ArrowLeft: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  Home: () => 0,
  End: (_, count) => count - 1,
};

export function stepped(at, key, count) {
  const to = Object.hasOwn(STEPS, key) ? STEPS[key](at, count) : at;
  return Math.max(0, Math.min(count - 1, to));
}
