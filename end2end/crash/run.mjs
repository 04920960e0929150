// `make test-crash`: kills and simulated power cuts. The seed that it prints repeats a run's decisions, though not the
// machine's timing: --seed NUMBER, --kills NUMBER, --cuts NUMBER.
import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { kills } from "./kills.mjs";
import { powerCuts } from "./power-cuts.mjs";
import { Random } from "./random.mjs";

const text = { type: "string" };
const { values } = parseArgs({ options: { seed: text, kills: text, cuts: text } });
const { seed, kills: killed, cuts } = { seed: randomInt(2 ** 32), kills: 500, cuts: 200, ...values };
console.log(`Seed ${seed}`);
// Each has numbers of its own, so that one can be repeated without the other.
if (Number(cuts)) console.log(await powerCuts(Number(cuts), new Random(Number(seed))));
if (Number(killed)) console.log(await kills(Number(killed), new Random(Number(seed) + 1)));
