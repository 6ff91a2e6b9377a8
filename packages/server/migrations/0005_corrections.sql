CREATE TABLE "corrections" (
	"shop" text NOT NULL,
	"id" text NOT NULL,
	"text" text NOT NULL,
	"intent" text NOT NULL,
	"agent" text NOT NULL,
	"agent_name" text NOT NULL,
	"conversation" text NOT NULL,
	"message" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "corrections_shop_id_pk" PRIMARY KEY("shop","id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "corrections_message" ON "corrections" USING btree ("shop","conversation","message");