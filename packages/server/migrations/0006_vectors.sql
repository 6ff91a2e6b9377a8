CREATE TABLE "embedding_leases" (
	"shop" text PRIMARY KEY NOT NULL,
	"by" text NOT NULL,
	"until" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "passage_vectors" (
	"shop" text NOT NULL,
	"passage" text NOT NULL,
	"space" text NOT NULL,
	"digest" text NOT NULL,
	"vector" "bytea" NOT NULL,
	"nth" bigserial NOT NULL,
	CONSTRAINT "passage_vectors_shop_passage_pk" PRIMARY KEY("shop","passage")
);
--> statement-breakpoint
CREATE TABLE "shop_embedding" (
	"shop" text PRIMARY KEY NOT NULL,
	"base_url" text NOT NULL,
	"api_key" text NOT NULL,
	"model" text NOT NULL,
	"dimensions" integer
);
--> statement-breakpoint
CREATE INDEX "passage_vectors_nth" ON "passage_vectors" USING btree ("shop","space","nth");