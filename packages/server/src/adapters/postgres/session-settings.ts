/**
 * Everything here is asked by key, so every plan should walk the keys one by one. The planner can't know: a batch's
 * size is hidden in its JSON, and PGlite gathers no statistics. A plan made while the tables were small would go on
 * reading them from end to end when they are large.
 */
export const sessionSettings = { enable_hashjoin: "off", enable_mergejoin: "off", enable_seqscan: "off" };
