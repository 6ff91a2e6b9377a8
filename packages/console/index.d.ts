/** The absolute path of the folder that holds the built console: static files, to be served under `/console/`. */
export declare const consoleRoot: string;
