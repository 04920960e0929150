// A reporter that ends a run with one line: how many tests passed.
export default class Summary {
  #count = { passed: 0, failed: 0, skipped: 0 };

  onTestEnd(_test, { status }) {
    this.#count[status === "passed" || status === "skipped" ? status : "failed"] += 1;
  }

  onEnd() {
    const { passed, failed, skipped } = this.#count;
    console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
  }

  printsToStdio() {
    return false;
  }
}
