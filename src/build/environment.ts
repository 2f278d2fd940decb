/** What a process that compiles or draws pages is told of the machine; a key or a password that lies beside it is not. */
const PASSED_ON = [
  ...['PATH', 'HOME', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'TEMP', 'TMP', 'NODE_COMPILE_CACHE'],
  ...['SystemRoot', 'COMSPEC', 'PATHEXT', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA'],
  'XDG_CONFIG_HOME',
] as const;

/** Astro's own settings for every run, and no word to anybody. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  return {
    ...Object.fromEntries(PASSED_ON.map((name) => [name, process.env[name]])),
    ASTRO_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production',
    FORCE_COLOR: '0',
  };
}
