/** What may stand before the subject: a discourse word, the field of which the sentence speaks. */
export const lead = String.raw`^(?:["“'‘]?(?:However|Therefore|Thus|Hence|Also|Generally|Typically|Basically|Essentially|Formally|Informally|Technically|Traditionally|Simply put|In other words|That is|Similarly|Conversely|Specifically|In general|In contrast|By definition|By contrast|Broadly|Broadly speaking|And|But|So|Then|Finally|Historically|Originally|Today|Now|Recall that|Note that|Remember that)\s*,?\s+)?(?:(?:In|As|Within|For|On|At|Under|Among|From|Throughout|Like|As used in|With respect to|With regard to|According to)\s(?:[^,;:.]{2,70},\s+|[^;:.]{2,100},\s+(?=(?:an?|the)\s)|\p{L}+\s+(?:\p{L}+\s+)?(?=an?\s)))?`;
/** The name that a sentence opens with. */
export const subject = String.raw`(?<subject>(?:[^,;:?!\s]+\s+){0,9}?[^,;:?!\s]+?)`;
/** Another name or an apposition between subject and verb. */
export const insert = String.raw`(?:\s*[,—–]\s*[^;—–]{2,110}?\s*[,—–]|\s*,\s[^;,.]{2,60}?\sor\s[^;,.]{2,40}?|(?:\s*,\s[^;,.]{2,40}?){1,3},\s+or\s[^;,.]{2,40}?|\s*,\s+or\s[^;,.]{2,60}?|\s*,)?`;
export const adverb = String.raw`(?:(?:also|either|typically|generally|usually|basically|essentially|simply|just|often|commonly|normally|therefore|thus|then|in general|in essence|really|actually|technically|traditionally|originally|primarily|mainly|mostly|formally|sometimes|best|broadly|loosely|roughly|commonly|normally|formally|informally|literally|properly|strictly|especially|principally|chiefly|usually called)[\s,]+){0,2}`;
export const isOrWas = String.raw`(?:is|are|was|were)(?:,\s[^,;.]{3,60},)?`;
export const be = String.raw`\s+${isOrWas}\s+`;
/** The name that a sentence gives. */
export const name = String.raw`["“'‘]?(?<subject>(?:(?:an?|the)\s+)?(?:[\p{L}\p{N}][^\s,;:.?!()—]*\s+){0,4}?[\p{L}\p{N}][^\s,;:?!()—]*?)["”'’]?`;
/** Where a name ends. */
export const stop = String.raw`(?=\s*(?:[,;:.?!—–]|$|\s(?:that|which|who|where|and|is|are|was|were|in|to|by|for|with|has|have|can|because|when|as)\s))`;
export const purpose = '(?:purpose|role|job|function|goal|task)';
export const rest = String.raw`(?<definition>\S.*)$`;

/** All that may stand before the verb of a sentence that opens with the name it defines. */
export const opening = `${lead}${subject}${insert}`;

/** A name in the middle of a sentence, its article outside of it. */
export const inner = String.raw`(?:the\s+|an?\s+)?(?<subject>(?:[\p{L}\p{N}][^\s,;:()]*\s+){0,2}[\p{L}\p{N}][^\s,;:()]*)`;
