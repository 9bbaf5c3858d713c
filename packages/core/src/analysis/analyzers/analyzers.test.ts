import { describe, expect, it } from 'vitest';
import { analyzerConformance } from '../../testing/conformance/analyzer.ts';
import { analyzerFor, analyzers } from './index.ts';

const samples = {
  english: {
    en: 'The lamp keeper trims the wick each evening. A trimmed wick burns evenly, and the lens stays clean.',
  },
  japanese: { ja: '灯台守は毎晩ランプの芯を切りそろえる。芯が整うと炎は安定し、レンズも曇らない。' },
  korean: { ko: '등대지기는 매일 저녁 심지를 다듬는다. 다듬은 심지는 고르게 타고 렌즈도 깨끗하다.' },
  unicode: {
    zh: '灯塔看守人每天晚上修剪灯芯。灯芯整齐，火焰就稳定，透镜也不会蒙尘。',
    th: 'ผู้ดูแลประภาคารตัดไส้ตะเกียงทุกเย็น. เลนส์จึงสะอาด.',
    fr: 'Le gardien taille la mèche chaque soir. L’objectif reste propre et la flamme brûle droit.',
    nl: 'De vuurtorenwachter knipt elke avond de lont. De vlam brandt dan rustig.',
    ru: 'Смотритель каждый вечер подрезает фитиль. Пламя горит ровно.',
    und: 'Lamp, wick, lens. Keeper and tower.',
  },
} as const satisfies Record<keyof typeof analyzers, Record<string, string>>;

for (const [name, texts] of Object.entries(samples)) {
  const definition = analyzers[name as keyof typeof analyzers];
  for (const [language, text] of Object.entries(texts)) analyzerConformance(definition, { language, text });
}

describe('the registry of analyzers', () => {
  it('gives each language the analyzer made for it, and any other the one that takes all', () => {
    expect(['en', 'ja', 'ko', 'fr', 'und', 'constructor', '__proto__', ''].map((tag) => analyzerFor(tag).name)).toEqual(
      ['english', 'japanese', 'korean', 'unicode', 'unicode', 'unicode', 'unicode', 'unicode'],
    );
  });

  it('names every analyzer as it is registered', () => {
    expect(Object.values(analyzers).map(({ name }) => name)).toEqual(Object.keys(analyzers));
  });

  it('loads the fallback for a tag that is a property of every object', async () => {
    const analyzer = await analyzerFor('constructor').load('constructor');
    expect(analyzer.analyse('lamp')[0]?.tokens).toEqual([{ start: 0, end: 4, partOfSpeech: 'NOUN', lemma: 'lamp' }]);
  });
});

const wordsOf = async (language: string, text: string): Promise<string[]> => {
  const analyzer = await analyzerFor(language).load(language);
  return analyzer.analyse(text).flatMap(({ tokens }) => tokens.map(({ start, end }) => text.slice(start, end)));
};

describe('languages without a dictionary of ours', () => {
  it('parts Chinese and Thai into words, and Latin words from them', async () => {
    expect(await wordsOf('zh', '看守人修剪灯芯LED4。')).toEqual(['看守', '人', '修剪', '灯', '芯', 'LED4', '。']);
    expect(await wordsOf('th', 'คำศัพท์ในเอกสาร')).toEqual(['คำ', 'ศัพท์', 'ใน', 'เอกสาร']);
  });

  it('cuts particles off Korean words where their sound allows it', async () => {
    expect(await wordsOf('ko', '심지를 등대가 렌즈로 서울로 Lamp는 등대에서는')).toEqual([
      '심지',
      '를',
      '등대',
      '가',
      '렌즈',
      '로',
      '서울',
      '로',
      'Lamp',
      '는',
      '등대',
      '에서는',
    ]);
    expect(await wordsOf('ko', '사과 평가 지도 회의 통로')).toEqual(['사과', '평가', '지도', '회의', '통로']);
  });

  it('takes the noun out of a Korean predicate that is made of one', async () => {
    const analyzer = await analyzerFor('ko').load('ko');
    const tags = analyzer
      .analyse('등대입니다 점검한다 빛난다')
      .flatMap(({ tokens }) => tokens.map((t) => t.partOfSpeech));
    expect(tags).toEqual(['NOUN', 'AUX', 'NOUN', 'AUX', 'NOUN']);
  });

  it('leaves the elided articles of French and the compounds of Dutch whole', async () => {
    expect(await wordsOf('fr', 'L’objectif, c’est-à-dire la lentille.')).toEqual([
      'L’objectif',
      ',',
      'c’est-à-dire',
      'la',
      'lentille',
      '.',
    ]);
    expect(await wordsOf('nl', 'De vuurtoren-wachter z’n lont.')).toEqual([
      'De',
      'vuurtoren-wachter',
      'z’n',
      'lont',
      '.',
    ]);
  });
});

describe('the Japanese analyzer', () => {
  it('keeps voiced kana together, however they are composed', async () => {
    const text = 'カ\u3099ラスと、ヒ\u309aンセット。';
    expect(await wordsOf('ja', text)).toEqual(['カ\u3099ラス', 'と', '、', 'ヒ\u309aンセット', '。']);
  });

  it('keeps an address and the Japanese words that touch it apart', async () => {
    expect(await wordsOf('ja', 'https://example.org/aを開きA-1を見る')).toEqual([
      'https://example.org/a',
      'を',
      '開き',
      'A-1',
      'を',
      '見る',
    ]);
  });
});

describe('the English analyzer', () => {
  it.each(['cut-off', 'top-up', 'One-off', 'sign-ins'])(
    'takes a verb or numeral joined to its particle (%s) for a noun',
    async (word) => {
      const analyzer = await analyzerFor('en').load('en');
      const tokens = analyzer.analyse(`The ${word} gate is new.`).flatMap((sentence) => sentence.tokens);
      expect(tokens[1]).toMatchObject({ partOfSpeech: 'NOUN' });
    },
  );
});
