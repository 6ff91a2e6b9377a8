CREATE TABLE "behaviours" (
	"shop" text NOT NULL,
	"shopper" text NOT NULL,
	"id" text NOT NULL,
	"type" text NOT NULL,
	"at" bigint NOT NULL,
	"data" jsonb NOT NULL,
	CONSTRAINT "behaviours_shop_shopper_id_pk" PRIMARY KEY("shop","shopper","id")
);
--> statement-breakpoint
CREATE TABLE "shop_wechat" (
	"shop" text PRIMARY KEY NOT NULL,
	"app_id" text NOT NULL,
	"app_secret" text NOT NULL,
	"push_token" text
);
--> statement-breakpoint
CREATE TABLE "shopper_identities" (
	"shop" text NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"shopper" text NOT NULL,
	"linked_at" bigint NOT NULL,
	CONSTRAINT "shopper_identities_shop_kind_value_pk" PRIMARY KEY("shop","kind","value")
);
--> statement-breakpoint
CREATE TABLE "subscriptions" (
	"shop" text NOT NULL,
	"shopper" text NOT NULL,
	"template" text NOT NULL,
	"remaining" integer NOT NULL,
	CONSTRAINT "subscriptions_shop_shopper_template_pk" PRIMARY KEY("shop","shopper","template")
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"shop" text NOT NULL,
	"id" text NOT NULL,
	"owner_kind" text NOT NULL,
	"owner" text NOT NULL,
	"mime" text NOT NULL,
	"size" integer NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"status" text NOT NULL,
	"trace_id" text,
	"conversation" text,
	"message" text,
	"created_at" bigint NOT NULL,
	CONSTRAINT "uploads_shop_id_pk" PRIMARY KEY("shop","id")
);
--> statement-breakpoint
ALTER TABLE "shoppers" ADD COLUMN "merged_into" text;--> statement-breakpoint
CREATE INDEX "behaviours_latest" ON "behaviours" USING btree ("shop","shopper","at");--> statement-breakpoint
CREATE INDEX "shoppers_merged" ON "shoppers" USING btree ("shop","merged_into") WHERE merged_into is not null;--> statement-breakpoint
CREATE INDEX "shopper_identities_shopper" ON "shopper_identities" USING btree ("shop","shopper");--> statement-breakpoint
CREATE INDEX "uploads_owner" ON "uploads" USING btree ("shop","owner_kind","owner","created_at");--> statement-breakpoint
CREATE INDEX "uploads_trace" ON "uploads" USING btree ("trace_id") WHERE trace_id is not null;