/** The model ships WordNet's lists of irregular forms without types: inflected form → dictionary form. */
declare module 'wink-eng-lite-web-model/dist/wn-*-exceptions.js' {
  const forms: Readonly<Record<string, string>>;
  export default forms;
}
