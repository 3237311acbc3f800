import { expect, it } from 'vitest';
import { takesAll, takesAny, type CampaignCalls } from '../../../src/domain/routing/takes-any.ts';

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

it.each<[string, readonly string[], CampaignCalls, boolean]>([
  ['speaks one of two', ['es'], required('zh', 'es'), false],
  ['speaks both', ['es', 'zh-TW'], required('zh', 'es'), true],
  ['speaks none, and some ask for none', ['en'], required('zh', null), false],
  ['speaks the only one, and others ask for none', ['zh'], required('zh', null), true],
  ['no case asks for any', [], required(null), true],
  ['there is no case', [], required(), true],
  ['it is only preferred', ['es'], { languageRule: 'preferred', languages: ['zh', 'es'] }, true],
])('[AGT-17] whether any call is as good as another: %s', (_, spoken, calls, takes) => {
  expect(takesAll(spoken, calls)).toBe(takes);
});
