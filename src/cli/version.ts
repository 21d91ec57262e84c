declare const __STEMCHECK_VERSION__: string | undefined;

/** The package's version, put in by the build; from sources there is none. */
export const VERSION: string = typeof __STEMCHECK_VERSION__ === 'undefined' ? '0.0.0-source' : __STEMCHECK_VERSION__;
