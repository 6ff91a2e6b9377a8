-- Every message rewrites its conversation's row: room on the page keeps the new version there, and the indexes untouched.
ALTER TABLE "conversations" SET (fillfactor = 50);
