import { describe, expect, it } from 'vitest';
import { detectLanguage } from './detect-language.ts';

describe('the language of a text', () => {
  it('is that of its sentences where it quotes Japanese words', () => {
    const notes =
      'The keeper (凪守) rings the bell of sand (砂鐘) at dawn; it is read なぎもり, although one proof has なもり.';
    expect(detectLanguage(notes).language).toBe('en');
  });

  it('is Japanese where Japanese names things in English', () => {
    expect(
      detectLanguage('Cluster API の Machine Deployment を kubectl apply で作成し、Web UI で確認します。').language,
    ).toBe('ja');
    expect(
      detectLanguage('昨夜、友人に借りた The Lord of the Rings を読み終え、次の巻を図書館で予約した。').language,
    ).toBe('ja');
  });

  it('is told by script, by function words, or not at all', () => {
    expect(detectLanguage('灯台は岬に立つ塔である。').language).toBe('ja');
    expect(detectLanguage('灯塔是海岸上的建筑物').language).toBe('zh');
    expect(detectLanguage('등대는 바닷가에 서 있다').language).toBe('ko');
    expect(detectLanguage('Le phare est une tour dans le port et sur la côte.').language).toBe('fr');
    expect(detectLanguage('foo bar baz').language).toBe('und');
  });
});
