/** The judged pacers for a simulator that runs in plain Node: `run.mjs --policy-module bench/pacing-judge.mjs`. */
import { tsImport } from 'tsx/esm/api';

const { judgedPacers } = await tsImport('./pacing-judge.ts', import.meta.url);

export default judgedPacers;
