DROP TABLE "seen" CASCADE;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "command" uuid;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "body" uuid;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "answer" integer;--> statement-breakpoint
CREATE UNIQUE INDEX "events_command" ON "events" USING btree ("command") WHERE command is not null;--> statement-breakpoint
CREATE TABLE "seen" (
	"key" uuid PRIMARY KEY NOT NULL,
	"body" uuid NOT NULL,
	"answer" jsonb NOT NULL
);
