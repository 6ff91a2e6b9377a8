CREATE TABLE "agent_sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"shop" text NOT NULL,
	"agent" text NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agents" (
	"shop" text NOT NULL,
	"id" text NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"password_hash" text NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "agents_shop_id_pk" PRIMARY KEY("shop","id"),
	CONSTRAINT "agents_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "conversations" (
	"shop" text NOT NULL,
	"id" text NOT NULL,
	"shopper" text NOT NULL,
	"channel" text NOT NULL,
	"seq" integer NOT NULL,
	"floor" text NOT NULL,
	"agent" text,
	"queued_at" bigint,
	"asked" boolean NOT NULL,
	"created_at" bigint NOT NULL,
	"last_at" bigint NOT NULL,
	"state" jsonb,
	CONSTRAINT "conversations_shop_id_pk" PRIMARY KEY("shop","id")
);
--> statement-breakpoint
CREATE TABLE "effects" (
	"shop" text NOT NULL,
	"id" text NOT NULL,
	"conversation" text NOT NULL,
	"kind" text NOT NULL,
	"input" jsonb NOT NULL,
	"status" text NOT NULL,
	"attempts" smallint NOT NULL,
	"due_at" bigint NOT NULL,
	"lease_until" bigint NOT NULL,
	"error" text,
	CONSTRAINT "effects_shop_id_pk" PRIMARY KEY("shop","id")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"shop" text NOT NULL,
	"conversation" text NOT NULL,
	"seq" integer NOT NULL,
	"shopper_seq" integer,
	"type" text NOT NULL,
	"at" bigint NOT NULL,
	"by" jsonb NOT NULL,
	"data" jsonb NOT NULL,
	CONSTRAINT "events_shop_conversation_seq_pk" PRIMARY KEY("shop","conversation","seq")
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"shop" text NOT NULL,
	"id" text NOT NULL,
	"external_id" text NOT NULL,
	"placed_at" bigint NOT NULL,
	"card" jsonb NOT NULL,
	CONSTRAINT "orders_shop_id_pk" PRIMARY KEY("shop","id")
);
--> statement-breakpoint
CREATE TABLE "passages" (
	"shop" text NOT NULL,
	"id" text NOT NULL,
	"document" text NOT NULL,
	"passage" jsonb NOT NULL,
	CONSTRAINT "passages_shop_id_pk" PRIMARY KEY("shop","id")
);
--> statement-breakpoint
CREATE TABLE "products" (
	"shop" text NOT NULL,
	"id" text NOT NULL,
	"listed" boolean NOT NULL,
	"card" jsonb NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "products_shop_id_pk" PRIMARY KEY("shop","id")
);
--> statement-breakpoint
CREATE TABLE "seen" (
	"shop" text NOT NULL,
	"actor" text NOT NULL,
	"command" text NOT NULL,
	"body_hash" text NOT NULL,
	"answer" jsonb NOT NULL,
	CONSTRAINT "seen_shop_actor_command_pk" PRIMARY KEY("shop","actor","command")
);
--> statement-breakpoint
CREATE TABLE "server_settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shoppers" (
	"shop" text NOT NULL,
	"id" text NOT NULL,
	"external_id" text,
	"name" text,
	"resume_hash" text,
	"created_at" bigint NOT NULL,
	CONSTRAINT "shoppers_shop_id_pk" PRIMARY KEY("shop","id")
);
--> statement-breakpoint
CREATE TABLE "shops" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"public_key" text NOT NULL,
	"secret_key_hash" text NOT NULL,
	"identity_secret" text NOT NULL,
	"settings" jsonb NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "shops_public_key_unique" UNIQUE("public_key"),
	CONSTRAINT "shops_secret_key_hash_unique" UNIQUE("secret_key_hash")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "conversations_open" ON "conversations" USING btree ("shop","shopper","channel") WHERE floor <> 'closed';--> statement-breakpoint
CREATE INDEX "conversations_shopper" ON "conversations" USING btree ("shop","shopper","created_at");--> statement-breakpoint
CREATE INDEX "conversations_floor" ON "conversations" USING btree ("shop","floor","queued_at");--> statement-breakpoint
CREATE INDEX "effects_due" ON "effects" USING btree ("due_at") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "orders_shopper" ON "orders" USING btree ("shop","external_id","placed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "shoppers_external" ON "shoppers" USING btree ("shop","external_id");--> statement-breakpoint
CREATE UNIQUE INDEX "shoppers_resume" ON "shoppers" USING btree ("shop","resume_hash");