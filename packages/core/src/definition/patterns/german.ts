import type { DefinitionLanguage } from './definition-pattern.ts';

const lead = String.raw`^(?:(?:Allerdings|Daher|Also|Auch|Meist|Im Allgemeinen|Kurz gesagt|Mit anderen Worten),?\s+)?(?:(?:In|Bei|Im|Für|Unter)\s[^,;:.]{2,70},\s+)?`;
const subject = String.raw`(?<subject>(?:[^,;:?!\s]+\s+){0,8}?[^,;:?!\s]+?)`;
const insert = String.raw`(?:\s*,\s*[^;]{2,110}?\s*,)?`;
const adverb = String.raw`(?:(?:auch|meist|also|oft|gewöhnlich|eigentlich|im Grunde|ursprünglich)\s+){0,2}`;
const rest = String.raw`(?<definition>\S.*)$`;

export const german: DefinitionLanguage = {
  patterns: {
    'ist-ein': {
      find: new RegExp(
        `${lead}${subject}${insert}\\s+(?:ist|sind|war|waren)\\s+${adverb}(?<definition>(?:eine?|jede[rs]?)\\s.*)$`,
        'du',
      ),
      score: 0.85,
      says: 'genus',
    },
    'ist-der': {
      find: new RegExp(
        `${lead}${subject}${insert}\\s+(?:ist|sind|war|waren)\\s+${adverb}(?<definition>(?:der|die|das)\\s.*)$`,
        'du',
      ),
      score: 0.65,
      says: 'genus',
    },
    bezeichnet: {
      find: new RegExp(
        `${lead}${subject}${insert}\\s+${adverb}(?:bezeichnet|bezeichnen|bedeutet|bedeuten|steht\\s+für|stehen\\s+für|besteht\\s+aus|bestehen\\s+aus|umfasst)\\s+${rest}`,
        'du',
      ),
      score: 0.82,
      says: 'clause',
    },
    'versteht-man': {
      find: new RegExp(
        `\\b(?:Unter|Als)\\s+(?:de[rmn]\\s+|eine[rmn]?\\s+)?[„"]?(?<subject>(?:[^,;:?!\\s]+\\s+){0,4}?[^,;:?!\\s“"]+)[“"]?\\s+(?:versteht\\s+man|wird|verstehen\\s+wir|bezeichnet\\s+man|werden)\\s+${rest}`,
        'du',
      ),
      score: 0.8,
      says: 'clause',
    },
    'ist-gemeint': {
      find: new RegExp(
        `\\bMit\\s+(?:de[rmn]\\s+|eine[rmn]?\\s+)?[„"]?(?<subject>(?:[^,;:?!\\s]+\\s+){0,4}?[^,;:?!\\s“"]+)[“"]?\\s+(?:(?:meint\\s+man|meinen\\s+wir)\\s+(?:hier\\s+)?|(?:ist|sind)\\s+(?:hier\\s+)?(?=[^.;]*\\sgemeint\\b))${rest}`,
        'du',
      ),
      score: 0.88,
      says: 'clause',
    },
    'nennt-man': {
      find: new RegExp(
        `^[„"]?(?<subject>(?:[^,;:?!\\s]+\\s+){0,3}?[^,;:?!\\s“"]+)[“"]?\\s+(?:nennt\\s+man|nennen\\s+wir)\\s+(?<definition>(?:der|die|das|den|eine?n?)\\s.*)$`,
        'du',
      ),
      score: 0.82,
      says: 'clause',
    },
    genannt: {
      find: new RegExp(
        `^(?<definition>.*?\\s(?:wird|werden)\\s+(?:auch\\s+|meist\\s+|dann\\s+)?(?:als\\s+)?(?:eine?n?\\s+|der\\s+|die\\s+|das\\s+)?[„"]?(?<subject>(?:\\p{L}[^,;:.\\s]*\\s+){0,2}?\\p{L}[^,;:.\\s“"]*)[“"]?\\s+(?:genannt|bezeichnet))(?=[,;:.]|$)`,
        'du',
      ),
      score: 0.6,
      says: 'sentence',
    },
    heisst: {
      find: new RegExp(
        `^(?<definition>.*?\\s(?:nennt\\s+man|heißt|heißen|nennen\\s+wir)\\s+(?:auch\\s+|meist\\s+|dann\\s+)?(?:eine?n?\\s+|der\\s+|die\\s+|das\\s+)?[„"]?(?<subject>(?:\\p{L}[^,;:.\\s]*\\s+){0,2}?\\p{L}[^,;:.\\s“"]*)[“"]?)(?=[,;:.]|$)`,
        'du',
      ),
      score: 0.6,
      says: 'sentence',
    },
    colon: {
      find: new RegExp(
        `^(?:der\\s+|die\\s+|das\\s+|eine?\\s+)?(?<subject>(?:[^,;:.?!\\s]+\\s+){0,4}[^,;:.?!\\s]+):\\s+(?<definition>(?:eine?|der|die|das|\\p{L}+)\\s.{12,})$`,
        'du',
      ),
      score: 0.6,
      says: 'genus',
    },
  },
  noSubject:
    /^(?:er|sie|es|dies|dieser|diese|dieses|jener|jene|wir|ihr|ich|du|man|hier|dort|da|sein|seine|ihre?|mein|unser|euer|wer|was|welche[rs]?|wo|wann|wie|warum|wenn|falls|weil|obwohl|während|einige|viele|alle|jede[rs]?|kein|keine|nichts|etwas|jemand|niemand|andere|beide|mehrere|in|im|auf|an|am|von|vom|für|mit|ohne|durch|bei|beim|aus|nach|über|unter|zwischen|seit|aber|und|oder|denn|also|auch|dann|nun|heute|das ist|als|hinweis|achtung|beispiel)(?:\s|$)/iu,
  vagueSubject:
    /^(?:der\s+|die\s+|das\s+|eine?\s+)?(?:erste[rn]?\s+|einzige[rn]?\s+|wichtigste[rn]?\s+|andere[rn]?\s+|beste[rn]?\s+)*(?:grund|ziel|zweck|ergebnis|beispiel|unterschied|problem|vorteil|nachteil|frage|antwort|tatsache|fall|ding|teil|schritt|rest|abbildung|tabelle|kapitel|abschnitt|seite|wert|anzahl|idee)(?:e|en|s)?(?:\s+(?:der|des|von|für|ist)\b.*)?$/iu,
  clauseInSubject:
    /\s(?:ist|sind|war|waren|hat|haben|hatte|wer|wo|wenn|weil|während|nicht|aber|wird|werden|kann|können|muss|müssen|er|es|wir|man)(?:\s|$)/iu,
  articles: /^(?:der|die|das|dem|den|des|eine?[nmrs]?)\s+/iu,
  noGenus:
    /^(?:eine?\s+|der\s+|die\s+|das\s+)?(?:sehr\s+)?(?:gute[rs]?|schlechte[rs]?|beste[rs]?|wichtige[rs]?|wichtigste[rs]?|wesentliche[rs]?|nützliche[rs]?|beispiel|grund|tatsache|teil(?!\s+(?:der|des|eine[rs]|von)\s.*(?:,\s(?:der|die|das|in|auf|an|mit)\s|\s(?:zwischen|über|unter)\s))|gleiche|selbe|einzige|erste[rs]?|letzte[rs]?|zweite[rs]?|folgende[rs]?|meiste[nr]?|bisschen|andere[rs]?)(?=[\s,.;:]|$)/iu,
  differentia:
    /,\s|\b(?:der|die|das|des|eine[rs]|von|vom|für|mit|ohne|in|im|auf|zwischen|aus|zum|zur|zu|bei|durch)\b/iu,
  strongDifferentia: /,\s(?:der|die|das|dem|den|um|wo)\b|\b(?:zum|zur)\b/iu,
  clauseStart: /^(?:wenn|falls|sie|wir|es|dies|für|in|im|auf|um|siehe|nicht)\b/iu,
  anaphora: /\b(?:diese[rsmn]?|jene[rsmn]?|oben|unten|folgende[rsmn]?)\b/iu,
  remark: /\b(?:aber|auch|nur|jedoch|wenn|nicht|kein|nie|immer|Sie)\b/iu,
  opensClause: /^(?:In|Um|Wenn|Für|Mit|Durch|Nach|Bei|Auf|Ohne|Laut)\b/u,
  noDefinition: /\?\s*$|^(?:Wenn|Falls|Zum Beispiel|Weil|Obwohl|Siehe|Wie|Warum)\b|\b(?:ich|mein)\b/u,
  discourse:
    /^(?:Allerdings|Daher|Also|Auch|Im Allgemeinen|Kurz gesagt|Mit anderen Worten|Außerdem|Zudem|Ferner),?\s+/u,
  overviewHeading: /^(?:einleitung|überblick|einführung|allgemeines|definition|beschreibung)$/iu,
  topicHeading:
    /^(?:(?:was (?:ist|sind)\s+(?:eine?\s+|der\s+|die\s+|das\s+)?|einführung in\s+(?:die\s+|das\s+|den\s+)?|über\s+)(?<a>.+?)\s*\??)$/iu,
  parameterHeading:
    /^(?:.*\s)?(?:parameter|argumente?|option(?:en)?|eigenschaft(?:en)?|feld(?:er)?|attribute?|rückgabewerte?|standard|typ)$/iu,
  glossaryHeading: /^(?:glossar|begriffe|terminologie|definitionen|begriffserklärung(?:en)?)$/iu,
  pronounSubject: /^(?:Dies|Das|Es) (?:ist|sind)\s*/u,
  descriptionHeader: /^(?:beschreibung|definition|bedeutung|erklärung)$/iu,
  meaningHeader: /^(?:bedeutung(?:en)?|definition(?:en)?)$/iu,
  termHeader: /^(?:begriffe?|wort|wörter|fachwort|abkürzung(?:en)?|ausdruck)$/iu,
};
