// The module that src/site/scripts.ts makes up during a build.

declare module 'who-goes-there:scripts' {
  /** Address of site.js, for `<script is:inline src={siteScript}></script>` in the head of every page. */
  export const siteScript: string;
}
