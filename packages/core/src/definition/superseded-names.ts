import type { LanguageTag } from '../domain/index.ts';
import { name, other, quoted, type RelationShape, stop, words } from './relation-parts.ts';

const english = String.raw`(?:called|known\sas|named|termed|referred\sto\sas)\s(?:an?\s|the\s)?`;
const french = String.raw`(?:appelée?s?|nommée?s?|dite?s?|connue?s?\ssous\sle\snom\sd(?:e\s|['’]))\s?`;
/** As few words as there may be: the verb that follows is none of the name. */
const shortest = String.raw`["“'‘„]?(?<other>(?:${words}\s){0,3}?${words})["”'’“]?`;
const japaneseName = String.raw`[「『]?(?<name>[^、。「」『』（）()はがをにで\s]{1,20}?)[」』]?`;
const japaneseOther = String.raw`[「『](?<other>[^「」『』]{1,20})[」』]`;

/**
 * Sentences by which a text takes a name out of use: what something was called before, and what it is not to be called.
 * What is not to be called so is quoted: "do not use the ladder" forbids no word.
 */
export const supersededNameShapes: Readonly<Record<LanguageTag, readonly RelationShape[]>> = {
  en: [
    {
      kind: 'synonym',
      status: 'deprecated',
      hint: /(?:formerly|previously|originally|historically|once)\s(?:called|known|named|termed|referred)/u,
      find: new RegExp(
        String.raw`${name}(?:,|\s\(|\s(?:was|were|is|are|has\sbeen))\s?(?:formerly|previously|originally|historically|once)\s${english}${other}${stop}`,
        'gu',
      ),
    },
    {
      kind: 'synonym',
      status: 'deprecated',
      hint: /\((?:formerly|previously|deprecated|obsolete|former\sname|old\sname)/u,
      find: new RegExp(
        String.raw`${name}\s\((?:(?:formerly|previously):?|(?:deprecated|obsolete|former\sname|old\sname)(?:\sname|\sterm)?:)\s(?:the\s)?${other}\)`,
        'gu',
      ),
    },
    {
      kind: 'synonym',
      status: 'deprecated',
      hint: /used\sto\sbe/u,
      find: new RegExp(String.raw`${name}\sused\sto\sbe\s${english}${other}${stop}`, 'gu'),
    },
    {
      kind: 'synonym',
      status: 'forbidden',
      hint: /["”’»]\s?(?:instead\sof|rather\sthan|and\snot|not)|["”’»],\snot\s/u,
      find: new RegExp(String.raw`["“‘«]${name}["”’»],?\s(?:instead\sof|rather\sthan|and\snot|not)\s${quoted}`, 'gu'),
    },
    {
      kind: 'synonym',
      status: 'forbidden',
      hint: /(?:\b(?:[Dd]o\snot|[Dd]on['’]t|[Nn]ever)\s(?:use|say|write|speak|call)|\b[Aa]void)\s[^.]{0,40}["“‘«]/u,
      find: new RegExp(
        String.raw`(?:\b(?:[Dd]o\snot|[Dd]on['’]t|[Nn]ever)\s(?:use|say|write|speak\sof|call\s(?:it|them|this))\s|\b[Aa]void\s(?:using\s)?)(?:the\s(?:term|word|name|expression)\s|an?\s|the\s)?${quoted}`,
        'gu',
      ),
    },
    {
      kind: 'synonym',
      status: 'deprecated',
      hint: /["”’»]\sis\s(?:deprecated|obsolete|no\slonger\sused)/u,
      find: new RegExp(
        String.raw`\b[Tt]he\s(?:term|word|name|expression)\s${quoted}\sis\s(?:deprecated|obsolete|no\slonger\sused)`,
        'gu',
      ),
    },
  ],
  fr: [
    {
      kind: 'synonym',
      status: 'deprecated',
      hint: /anciennement|autrefois|jadis|précédemment|naguère/u,
      find: new RegExp(
        String.raw`${name}(?:,|\s\(|\sétai(?:t|ent))\s?(?:anciennement|autrefois|jadis|précédemment|naguère)\s${french}${other}${stop}`,
        'gu',
      ),
    },
    {
      kind: 'synonym',
      status: 'deprecated',
      hint: /s['’]appel(?:ait|aient)/u,
      find: new RegExp(
        String.raw`${name}\ss['’]appel(?:ait|aient)\s(?:anciennement|autrefois|jadis|avant|naguère)\s(?:l[ea]s?\s|l['’])?${other}${stop}`,
        'gu',
      ),
    },
    {
      kind: 'synonym',
      status: 'forbidden',
      hint: /\b[Nn]e\s[^.]{0,40}[«"“]/u,
      find: new RegExp(
        String.raw`\b[Nn]e\s(?:(?:pas|plus)\s)?(?:dites|utilisez|employez|écrivez|dire|utiliser|employer|écrire|dit|emploie)\s(?:(?:pas|plus)\s)?(?:le\s(?:mot|terme)\s)?${quoted}`,
        'gu',
      ),
    },
  ],
  nl: [
    {
      kind: 'synonym',
      status: 'deprecated',
      hint: /voorheen|vroeger|eerder|destijds/u,
      find: new RegExp(
        String.raw`${name}(?:,|\s\(|\swerd(?:en)?)\s?(?:voorheen|vroeger|eerder|destijds)\s(?:ook\s)?(?:de\s|het\s|een\s)?${shortest}\sgenoemd`,
        'gu',
      ),
    },
    {
      kind: 'synonym',
      status: 'deprecated',
      hint: /voorheen|vroeger|eerder|destijds/u,
      find: new RegExp(
        String.raw`${name}(?:(?:,|\s\()\s?(?:voorheen|vroeger|eerder|destijds)\sbekend\sals|\sheett?en?\s(?:voorheen|vroeger|eerder|destijds))\s(?:de\s|het\s|een\s)?${other}${stop}`,
        'gu',
      ),
    },
    {
      kind: 'synonym',
      status: 'forbidden',
      hint: /\b(?:[Gg]ebruik|[Zz]eg|[Ss]chrijf)\s[^.]{0,30}[“‘"]/u,
      find: new RegExp(
        String.raw`\b(?:[Gg]ebruik|[Zz]eg|[Ss]chrijf)\s(?:niet\s(?:het\swoord\s|de\sterm\s|de\snaam\s)?${quoted}|(?:het\swoord\s|de\sterm\s|de\snaam\s)?${quoted}\sniet)`,
        'gu',
      ),
    },
  ],
  de: [
    {
      kind: 'synonym',
      status: 'deprecated',
      hint: /früher|ehemals|vormals|einst/u,
      find: new RegExp(
        String.raw`${name}(?:,|\s\(|\s(?:wurde|wurden))\s?(?:früher|ehemals|vormals|einst)\s(?:auch\s)?(?:als\s)?${shortest}\s(?:genannt|bezeichnet|bekannt)`,
        'gu',
      ),
    },
    {
      kind: 'synonym',
      status: 'deprecated',
      hint: /hieß/u,
      find: new RegExp(
        String.raw`${name}\shieß(?:en)?\s(?:früher|ehemals|vormals|einst)\s(?:der\s|die\s|das\s)?${other}${stop}`,
        'gu',
      ),
    },
    {
      kind: 'synonym',
      status: 'forbidden',
      hint: /\bnicht\s[^.]{0,30}[„"]/u,
      find: new RegExp(
        String.raw`\bnicht\s(?:mehr\s)?(?:das\sWort\s|den\sBegriff\s|die\sBezeichnung\s|von\s)?${quoted}`,
        'gu',
      ),
    },
  ],
  ja: [
    {
      kind: 'synonym',
      status: 'deprecated',
      hint: /[（(]旧/u,
      find: /(?<name>[\p{scx=Han}\p{scx=Katakana}\p{scx=Hiragana}ー\p{N}]{2,20}?)[（(](?:旧称|旧名称?|旧)[：:、は]?\s?[「『]?(?<other>[^（）()、。「」『』]{2,20})[」』]?[）)]/gu,
    },
    {
      kind: 'synonym',
      status: 'deprecated',
      hint: /旧(?:称|名)/u,
      find: new RegExp(
        String.raw`(?:^|[、。])旧(?:称|名称?)(?:は、?|[：:]\s?)[「『]?(?<other>[^（）()、。「」『』]{2,20}?)[」』]?(?:です|である|だ)?(?:[。、]|$)`,
        'gu',
      ),
    },
    {
      kind: 'synonym',
      status: 'deprecated',
      hint: /と(?:呼[んばび]|称[しさ]|い[いっわ]|言[いっわ])/u,
      find: new RegExp(
        String.raw`(?:以前|かつて|昔|従来)は、?${japaneseOther}と(?:呼|称|い|言)[^。]*?(?:現在|今|いま)(?:で)?は、?${japaneseName}(?:という|と)(?:名|呼|言|称|い|統一)`,
        'gu',
      ),
    },
    {
      kind: 'synonym',
      status: 'deprecated',
      hint: /と(?:呼[んばび]|称[しさ]|い[いっわ]|言[いっわ])/u,
      find: new RegExp(
        String.raw`(?:^|[、。])${japaneseName}は、?(?:以前|かつて|昔|従来)(?:は)?、?${japaneseOther}と(?:呼ん|呼ば|称し|称さ|いっ|いわ|言っ|言わ)`,
        'gu',
      ),
    },
    {
      kind: 'synonym',
      status: 'deprecated',
      hint: /と(?:呼[んばび]|称[しさ]|い[いっわ]|言[いっわ])/u,
      find: new RegExp(
        String.raw`(?:^|[、。])(?:以前|かつて|昔|従来)は、?${japaneseOther}と(?:呼ん|呼ば|称し|称さ|いっ|いわ|言っ|言わ)[^、。]{1,8}[。]?$`,
        'gu',
      ),
    },
    {
      kind: 'synonym',
      status: 'forbidden',
      hint: /とは?(?:呼|言|書)/u,
      find: new RegExp(
        String.raw`(?:^|[、。])${japaneseName}(?:のこと)?[をは]、?${japaneseOther}とは?(?:呼ば|呼び|言わ|言い|書か|書き)(?:ない|ません)`,
        'gu',
      ),
    },
    {
      kind: 'synonym',
      status: 'forbidden',
      hint: /[」』](?:と|は|を)/u,
      find: new RegExp(
        String.raw`(?:^|[、。])${japaneseOther}(?:という(?:語|言葉|用語|名前|呼び方|名称|表記)|の(?:語|名称|表記))?(?:とは(?:呼ば|呼び|言わ|言い|書か|書き)|[はを](?:使わ|使い|使用し|用い|使用され))(?:ない|ません)`,
        'gu',
      ),
    },
  ],
};
