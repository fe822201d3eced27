/** Python sources are imported as text: by esbuild's text loader in the bundle, by a plugin in the tests. */
declare module '*.py' {
  const text: string;
  export default text;
}
