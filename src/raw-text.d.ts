/** Data files are bundled as text: `import names from './data/names.txt?raw'`. */
declare module '*?raw' {
  const text: string;
  export default text;
}
