import type { DefinitionLanguage } from './definition-pattern.ts';

const lead = String.raw`^(?:(?:Cependant|Ainsi|Donc|En effet|En général|Généralement|Par définition|Autrement dit|C['’]est-à-dire|De même|Enfin),?\s+)?(?:(?:En|Dans|Pour|Chez|Sur|Selon|Au|Aux|À)\s[^,;:.]{2,70},\s+)?`;
const subject = String.raw`(?<subject>(?:[^,;:?!\s]+\s+){0,8}?[^,;:?!\s]+?)`;
const insert = String.raw`(?:\s*,\s*[^;]{2,110}?\s*,)?`;
const adverb = String.raw`(?:(?:généralement|également|aussi|donc|alors|souvent|simplement|en fait|en général|habituellement|essentiellement|avant tout|ainsi)[\s,]+)?`;
const rest = String.raw`(?<definition>\S.*)$`;

export const french: DefinitionLanguage = {
  patterns: {
    'est-un': {
      find: new RegExp(
        `${lead}${subject}${insert}\\s+(?:est|sont|était|étaient)\\s+${adverb}(?<definition>(?:une?|des|tout(?:e|es|s)?)\\s.*)$`,
        'du',
      ),
      score: 0.85,
      says: 'genus',
    },
    'est-le': {
      find: new RegExp(
        `${lead}${subject}${insert}\\s+(?:est|sont|était|étaient)\\s+${adverb}(?<definition>(?:l[ea]s?\\s|l['’]).*)$`,
        'du',
      ),
      score: 0.65,
      says: 'genus',
    },
    designe: {
      find: new RegExp(
        `${lead}${subject}${insert}\\s+${adverb}(?:désigne(?:nt)?|signifie(?:nt)?|correspond(?:ent)?\\s+à|se\\s+définit\\s+comme|se\\s+définissent\\s+comme|représente(?:nt)?|est\\s+définie?\\s+comme|sont\\s+définie?s\\s+comme|consiste(?:nt)?\\s+(?:à|en))\\s+${rest}`,
        'du',
      ),
      score: 0.82,
      says: 'clause',
    },
    'on-appelle': {
      find: new RegExp(
        `\\b[Oo]n\\s+(?:appelle|nomme|désigne\\s+par|entend\\s+par|qualifie\\s+de)\\s+[«"“]?\\s*(?<subject>(?:[^,;:?!\\s»"”]+\\s+){0,4}?[^,;:?!\\s»"”]+)\\s*[»"”]?,?\\s+(?<definition>(?:une?|l[ea]s?|l['’]|des|tout|toute|ce\\s)\\s?.+)$`,
        'du',
      ),
      score: 0.85,
      says: 'clause',
    },
    'par-on-entend': {
      find: new RegExp(
        `\\b[Pp]ar\\s+[«"“]?\\s*(?<subject>(?:[^,;:?!\\s»"”]+\\s+){0,4}?[^,;:?!\\s»"”]+)\\s*[»"”]?,?\\s+(?:on|nous)\\s+(?:entend|entendons|désigne|désignons|comprend)\\s+(?:ici\\s+)?${rest}`,
        'du',
      ),
      score: 0.88,
      says: 'clause',
    },
    'c-est': {
      find: new RegExp(
        `${lead}${subject}\\s*,\\s+c['’]est\\s+${adverb}(?<definition>(?:une?\\s|l[ea]s?\\s|l['’]).*)$`,
        'du',
      ),
      score: 0.75,
      says: 'genus',
    },
    appele: {
      find: new RegExp(
        `^(?<definition>.*?\\s(?:est|sont|,)?\\s*(?:appelée?s?|nommée?s?|dite?s?)\\s+[«"“]?\\s*(?<subject>(?:\\p{L}[^,;:.\\s»"”]*\\s+){0,3}?\\p{L}[^,;:.\\s»"”]*)\\s*[»"”]?)(?=[,;:.]|$)`,
        'du',
      ),
      score: 0.6,
      says: 'sentence',
    },
    colon: {
      find: new RegExp(
        `^(?:l[ea]s?\\s+|l['’]|une?\\s+)?(?<subject>(?:[^,;:.?!\\s]+\\s+){0,4}[^,;:.?!\\s]+)\\s*:\\s+(?<definition>(?:une?|l[ea]s?|l['’]|\\p{L}+)\\s?.{12,})$`,
        'du',
      ),
      score: 0.6,
      says: 'genus',
    },
    'apposition-un': {
      find: new RegExp(`${lead}${subject},\\s+(?<definition>une?\\s+[^,;:]{12,}?),\\s+\\p{Ll}`, 'du'),
      score: 0.62,
      says: 'genus',
      needsDifferentia: true,
    },
  },
  noSubject:
    /^(?:il|elle|ils|elles|on|je|tu|nous|vous|ce|cela|ça|ceci|c['’]|cette|ces|cet|celui|celle|ceux|celles|son|sa|ses|leur|leurs|mon|ma|mes|ton|ta|tes|notre|nos|votre|vos|qui|que|quoi|dont|où|quand|comment|pourquoi|si|chaque|tout|toute|tous|toutes|plusieurs|certains|certaines|aucun|aucune|quelques|beaucoup|autre|autres|un autre|rien|personne|voici|voilà|y|là|ici|en|dans|pour|par|sur|avec|sans|sous|chez|selon|depuis|pendant|à|au|aux|de|du|des|comme|lorsque|mais|et|ou|car|note|remarque|attention|exemple)(?:[\s'’]|$)/iu,
  vagueSubject:
    /^(?:l[ea]s?\s+|l['’]|une?\s+)?(?:premi[eè]re?s?\s+|seule?s?\s+|principale?s?\s+|principaux\s+|autres?\s+|meilleure?s?\s+)*(?:but|objectif|raison|résultat|exemple|différence|problème|avantage|inconvénient|question|réponse|fait|cas|chose|partie|étape|suite|reste|figure|tableau|chapitre|section|page|valeur|nombre|essentiel|important|idée)s?(?:\s+(?:de|du|des|d['’]|pour|à|est)\b.*)?$/iu,
  clauseInSubject:
    /\s(?:est|sont|était|étaient|a|ont|avait|qui|que|dont|où|lorsque|car|il|elle|on|nous|vous|ne|pas|mais|si|être|avoir|peut|doit|peuvent|doivent|sera|seront)(?:\s|$)/iu,
  articles: /^(?:l[ea]s?\s+|l['’]|une?\s+|des\s+)/iu,
  noGenus:
    /^(?:une?\s+|l[ea]s?\s+|l['’]|des\s+)?(?:bonne?|mauvaise?|meilleure?|pire|grande?\s+importance|importante?|essentiel(?:le)?|excellente?|exemple|raison|fait|partie(?!\s(?:de|du|des|d['’]).*\s(?:qui|que|où|dont|comprise?|située?|mise?|entre|sous|sur)\s)|même|seule?|premi[eè]re?|derni[eè]re?|deuxième|suivante?s?|plus|moins|très|peu|autre)(?=[\s,.;:]|$)/iu,
  differentia:
    /\b(?:qui|que|dont|où|de|d['’]|du|des|à|au|pour|par|avec|sans|en|dans|sur|entre|permettant|servant|utilisée?s?|destinée?s?|composée?s?|située?s?)/iu,
  strongDifferentia: /\b(?:qui|que|dont|où|permettant|servant|utilisée?s?|destinée?s?|composée?s?|pour \p{L}+r)\b/iu,
  clauseStart: /^(?:si|quand|vous|nous|il|elle|ce|on|pour|dans|en|à|voir|ne)\b/iu,
  anaphora: /\b(?:cette|ces|cet|celui-ci|celle-ci|ci-dessus|ci-dessous|suivante?s)\b/iu,
  remark: /\b(?:mais|aussi|seulement|cependant|si|ne|jamais|toujours|vous)\b/iu,
  opensClause: /^(?:Dans|En|Pour|Quand|Si|Avec|Par|Après|Avant|Comme|À|Lorsque|Selon|Sans)\b/u,
  noDefinition:
    /\?\s*$|^(?:Si|Quand|Lorsque|Par exemple|Parce que|Voir|Comment|Pourquoi|Bien que)\b|\b(?:je|j['’]ai|mon|ma|mes)\b/u,
  discourse:
    /^(?:Cependant|Ainsi|Donc|En effet|En général|Généralement|Autrement dit|De même|Enfin|De plus|Par ailleurs|En outre|Toutefois),?\s+/u,
  overviewHeading: /^(?:introduction|présentation|aperçu|vue d['’]ensemble|généralités|définition|description)$/iu,
  topicHeading:
    /^(?:(?:qu['’]est-ce qu(?:e|['’])\s*(?:l[ea]s?\s+|l['’]|une?\s+)?|introduction (?:à|aux?)\s+(?:la\s+|l['’])?|définition d(?:e|u|['’])\s*(?:la\s+|l['’])?|présentation d(?:e|u|['’])\s*(?:la\s+|l['’])?)(?<a>.+?)\s*\??)$/iu,
  parameterHeading:
    /^(?:.*\s)?(?:paramètres?|arguments?|options?|propriétés?|champs?|attributs?|valeurs? de retour|par défaut|type|requis)$/iu,
  glossaryHeading: /^(?:glossaire|terminologie|définitions|lexique|vocabulaire)$/iu,
  pronounSubject: /^(?:Il s['’]agit d['’e]|C['’]est|Ce sont)\s*/u,
  descriptionHeader: /^(?:description|définition|signification|sens|rôle)$/iu,
  meaningHeader: /^(?:signification|définitions?|sens)$/iu,
  termHeader: /^(?:termes?|mots?|expressions?|abréviations?|sigles?|acronymes?|notions?)$/iu,
};
