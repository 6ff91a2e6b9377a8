/** Files that knowledge is read from, by the ends of their names. */
export const knowledgeEndings = [".md", ".markdown", ".html", ".htm", ".txt", ".csv", ".pdf", ".docx"] as const;

/** Largest file that knowledge is read from, in bytes. */
export const knowledgeFileBytes = 20 * 1024 * 1024;
