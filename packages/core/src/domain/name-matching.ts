/** How a name is looked for in the documents where a person said so; what is not told is as for every name. */
export interface NameMatching {
  /** Only with the capitals that it is written with. */
  readonly isCaseSensitive?: true;
  /** Only as it is written: no plural, no other spelling of the same word (サーバ, サーバー). */
  readonly isUninflected?: true;
  /** `whole`: never beside other writing that makes a longer word of it; `part`: also within longer words. */
  readonly boundary?: 'whole' | 'part';
  /** Further forms that it is found by, such as irregular inflections. */
  readonly forms?: readonly string[];
}
