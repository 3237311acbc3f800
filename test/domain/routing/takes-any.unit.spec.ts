import { expect, it } from 'vitest';
import { takesAny, type CampaignCalls } from '../../../src/domain/routing/takes-any.ts';

const required = (...languages: (string | null)[]): CampaignCalls => ({ languageRule: 'required', languages });

it.each<[string, readonly string[], CampaignCalls, boolean]>([
  ['speaks none of them', ['en'], required('zh', 'es'), false],
  ['speaks one of them', ['es'], required('zh', 'es'), true],
  ['speaks it more exactly than is asked', ['zh-TW'], required('zh'), true],
  ['speaks another kind of it', ['zh-CN'], required('zh-TW'), false],
  ['a case whose language nobody knows asks for none', ['en'], required('zh', null), true],
  ['nobody said what he speaks', [], required('zh'), false],
  ['there is no case', [], required(), true],
  ['it is only preferred', [], { languageRule: 'preferred', languages: ['zh'] }, true],
])('[AGT-16] %s', (_, spoken, calls, takes) => {
  expect(takesAny(spoken, calls)).toBe(takes);
});
