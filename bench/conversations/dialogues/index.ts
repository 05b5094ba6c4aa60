import type { Line } from "../../measure";
import type { DialogueResult, Finding } from "./run-dialogue";
import { readScripts, readUnseenScripts, SCRIPT_LANGUAGES, type Script, UNSEEN_SETS } from "./script";
import { withDatabase } from "./with-database";

const LEAST_SUCCESS = 0.95;
/** Of each language, in a quick run. */
const QUICK = 5;

/**
 * Scripted customers talk to the real bot on a real database: what it does of what they want, and what it should not.
 * `ZHANGGUI_BENCH_DIALOGUES=zh-08,en-14` says those alone and shows every word.
 */
export async function benchDialogues({ quick }: { quick: boolean }): Promise<Line[]> {
  const scripts = SCRIPT_LANGUAGES.flatMap((language) =>
    readScripts(language).slice(0, quick ? QUICK : undefined),
  );
  const chosen = process.env.ZHANGGUI_BENCH_DIALOGUES?.split(",");
  const all = [...scripts, ...(quick ? [] : UNSEEN_SETS.flatMap(readUnseenScripts))];
  const results = await withDatabase((ownerUrl) =>
    runScripts(ownerUrl, chosen ? all.filter(({ id }) => chosen.includes(id)) : all),
  );
  for (const result of results) tell(result);
  const of = (isWanted: (script: Script) => boolean) => results.filter(({ script }) => isWanted(script));
  const isUnseen = ({ set }: Script) => UNSEEN_SETS.some((name) => name === set);
  return [
    ...SCRIPT_LANGUAGES.flatMap((language) =>
      toLines(
        language,
        of((script) => script.language === language && !isUnseen(script)),
      ),
    ),
    ...toLines(
      "all",
      of((script) => !isUnseen(script)),
    ),
    ...UNSEEN_SETS.flatMap((set) =>
      toLines(
        set,
        of((script) => script.set === set),
        false,
      ),
    ),
  ];
}

async function runScripts(ownerUrl: string, scripts: readonly Script[]): Promise<DialogueResult[]> {
  // Only now: what the verbs need of their surroundings is read when they are loaded.
  const [{ openOwner }, { openChatShop }, { fillShop }, { runDialogue }] = await Promise.all([
    import("@/lib/data/catalog/test-shop"),
    import("@/test/support/chat-shop"),
    import("./fill-shop"),
    import("./run-dialogue"),
  ]);
  const sql = openOwner(ownerUrl);
  try {
    const shop = await openChatShop(sql);
    await fillShop(shop);
    const results: DialogueResult[] = [];
    for (const script of scripts) results.push(await runDialogue(shop, script));
    return results;
  } finally {
    await sql.end();
  }
}

const isSuccess = ({ failures }: DialogueResult) => failures.length === 0;

function tell({ script, failures, wrongActs, transcript }: DialogueResult): void {
  if (failures.length + wrongActs.length === 0 && !process.env.ALLT) return;
  const line = ({ turn, said, expected, got }: Finding) =>
    `    ${turn === 0 ? "at the end" : `turn ${turn} “${said}”`}: expected ${expected}; got ${got.replaceAll("\n", " / ")}`;
  console.log(`  ${script.id} (${script.traits.join(", ")})`);
  for (const failure of failures) console.log(line(failure));
  for (const wrong of wrongActs) console.log(`    WRONG ACTION ${line(wrong).trim()}`);
  if (process.env.ZHANGGUI_BENCH_DIALOGUES) for (const one of transcript) console.log(`      ${one}`);
}

/** The unseen ones are told and not judged, beside those by which the bot was mended; wrong actions always are. */
function toLines(name: string, results: readonly DialogueResult[], isJudged = true): Line[] {
  if (results.length === 0) return [];
  const turns = results.reduce((sum, { script }) => sum + script.turns.length, 0);
  return [
    {
      name: `Dialogues, ${name}: task success`,
      value: results.filter(isSuccess).length / results.length,
      unit: "",
      ...(isJudged ? { target: { is: "≥" as const, value: LEAST_SUCCESS } } : {}),
      note: `${results.length} dialogues, ${turns} turns`,
    },
    {
      name: `Dialogues, ${name}: wrong actions`,
      value: results.reduce((sum, { wrongActs }) => sum + wrongActs.length, 0),
      unit: "",
      target: { is: "=", value: 0 },
    },
  ];
}
