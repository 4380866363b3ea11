-- Made from the migrations by db/generate.sh.

CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

BEGIN TRANSACTION;
CREATE TABLE "AspNetRoles" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_AspNetRoles" PRIMARY KEY,
    "Name" TEXT NULL,
    "NormalizedName" TEXT NULL,
    "ConcurrencyStamp" TEXT NULL
);

CREATE TABLE "AuditChecks" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_AuditChecks" PRIMARY KEY,
    "Links" INTEGER NOT NULL,
    "HeadHash" BLOB NOT NULL,
    "Fault" TEXT NULL,
    "StartedAt" TEXT NOT NULL,
    "FinishedAt" TEXT NOT NULL
);

CREATE TABLE "AuditEvents" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_AuditEvents" PRIMARY KEY,
    "Act" INTEGER NOT NULL,
    "ActorId" TEXT NULL,
    "SubjectId" TEXT NULL,
    "SubjectNumber" INTEGER NULL,
    "Detail" TEXT NOT NULL,
    "At" TEXT NOT NULL
);

CREATE TABLE "AuditLinks" (
    "Sequence" INTEGER NOT NULL CONSTRAINT "PK_AuditLinks" PRIMARY KEY,
    "Kind" INTEGER NOT NULL,
    "SubjectId" TEXT NOT NULL,
    "ContentHash" BLOB NOT NULL,
    "At" TEXT NOT NULL,
    "Hash" BLOB NOT NULL
);

CREATE TABLE "CodeAttempts" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_CodeAttempts" PRIMARY KEY AUTOINCREMENT,
    "Client" BLOB NOT NULL,
    "At" TEXT NOT NULL
);

CREATE TABLE "DispositionEvidence" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_DispositionEvidence" PRIMARY KEY,
    "Code" TEXT NOT NULL,
    "Hash" BLOB NOT NULL,
    "SealedDocument" BLOB NOT NULL,
    "FileType" TEXT NULL,
    "SealedFile" BLOB NULL
);

CREATE TABLE "ExcludedPeople" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ExcludedPeople" PRIMARY KEY,
    "EmailKey" TEXT NULL,
    "HouseholdId" TEXT NULL,
    "SealedDetails" BLOB NOT NULL,
    "By" TEXT NOT NULL,
    "At" TEXT NOT NULL
);

CREATE TABLE "LedgerChecks" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_LedgerChecks" PRIMARY KEY,
    "Lines" INTEGER NOT NULL,
    "Lots" INTEGER NOT NULL,
    "Points" INTEGER NOT NULL,
    "Faults" INTEGER NOT NULL,
    "FirstFault" TEXT NULL,
    "StartedAt" TEXT NOT NULL,
    "FinishedAt" TEXT NOT NULL
);

CREATE TABLE "OutboxMails" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_OutboxMails" PRIMARY KEY,
    "Kind" INTEGER NOT NULL,
    "SubjectId" TEXT NOT NULL,
    "Recipient" TEXT NOT NULL,
    "Language" TEXT NOT NULL,
    "QueuedAt" TEXT NOT NULL,
    "DueAt" TEXT NULL,
    "Attempts" INTEGER NOT NULL,
    "SentAt" TEXT NULL,
    "LastError" TEXT NULL
);

CREATE TABLE "Promotions" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Promotions" PRIMARY KEY AUTOINCREMENT,
    "Key" TEXT NOT NULL,
    "Kind" INTEGER NOT NULL,
    "Name" TEXT NOT NULL,
    "Rule" TEXT NOT NULL,
    "StartsOn" TEXT NOT NULL,
    "EndsOn" TEXT NULL,
    "State" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    "Group" TEXT NULL,
    "Priority" INTEGER NOT NULL,
    "Stacks" INTEGER NOT NULL,
    "BudgetCents" INTEGER NULL,
    "BudgetCount" INTEGER NULL,
    "SpentCents" INTEGER NOT NULL,
    "AwardedCount" INTEGER NOT NULL,
    "AlarmedPercent" INTEGER NOT NULL,
    CONSTRAINT "CK_Promotions_Budget" CHECK ("SpentCents" <= "BudgetCents" AND "AwardedCount" <= "BudgetCount")
);

CREATE TABLE "ProtectionKeys" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ProtectionKeys" PRIMARY KEY AUTOINCREMENT,
    "Name" TEXT NOT NULL,
    "Xml" TEXT NOT NULL
);

CREATE TABLE "Shoppers" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Shoppers" PRIMARY KEY,
    "Email" TEXT NULL,
    "EmailKey" TEXT NULL,
    "LoyaltyCard" TEXT NULL,
    "PostKey" TEXT NULL,
    "HouseholdId" TEXT NULL,
    "SealedContact" BLOB NULL,
    "EmailVerifiedAt" TEXT NULL,
    "FirstName" TEXT NULL,
    "LastName" TEXT NULL,
    "Town" TEXT NULL,
    "Language" TEXT NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);

CREATE TABLE "Stores" (
    "Number" INTEGER NOT NULL CONSTRAINT "PK_Stores" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "Town" TEXT NOT NULL,
    "TimeZone" TEXT NOT NULL,
    "TakesPart" INTEGER NOT NULL
);

CREATE TABLE "SurveyVersions" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_SurveyVersions" PRIMARY KEY AUTOINCREMENT,
    "SurveyKey" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "Definition" TEXT NOT NULL,
    "PublishedAt" TEXT NOT NULL
);

CREATE TABLE "Sweepstakes" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Sweepstakes" PRIMARY KEY AUTOINCREMENT,
    "DrawId" TEXT NOT NULL,
    "OpensAt" TEXT NOT NULL,
    "ClosesAt" TEXT NOT NULL,
    "Rules" TEXT NOT NULL,
    "Prizes" TEXT NOT NULL,
    "EntriesAPerson" INTEGER NOT NULL,
    "EntriesAHousehold" INTEGER NOT NULL,
    "MinimumAge" INTEGER NOT NULL,
    "VoidIn" TEXT NOT NULL,
    "ClaimDays" INTEGER NOT NULL,
    "PrizeValues" TEXT NOT NULL,
    "Sponsor" TEXT NOT NULL,
    "Status" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL
);

CREATE TABLE "SweepstakesTemplates" (
    "Number" INTEGER NOT NULL CONSTRAINT "PK_SweepstakesTemplates" PRIMARY KEY,
    "Sponsor" TEXT NOT NULL,
    "MailInAddress" TEXT NOT NULL,
    "EntriesAPerson" INTEGER NOT NULL,
    "EntriesAHousehold" INTEGER NOT NULL,
    "MinimumAge" INTEGER NOT NULL,
    "VoidIn" TEXT NOT NULL,
    "ClaimDays" INTEGER NOT NULL,
    "Prizes" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    "At" TEXT NOT NULL
);

CREATE TABLE "AspNetRoleClaims" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AspNetRoleClaims" PRIMARY KEY AUTOINCREMENT,
    "RoleId" TEXT NOT NULL,
    "ClaimType" TEXT NULL,
    "ClaimValue" TEXT NULL,
    CONSTRAINT "FK_AspNetRoleClaims_AspNetRoles_RoleId" FOREIGN KEY ("RoleId") REFERENCES "AspNetRoles" ("Id") ON DELETE CASCADE
);

CREATE TABLE "PromotionAlarms" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_PromotionAlarms" PRIMARY KEY,
    "PromotionId" INTEGER NOT NULL,
    "Percent" INTEGER NOT NULL,
    "At" TEXT NOT NULL,
    CONSTRAINT "FK_PromotionAlarms_Promotions_PromotionId" FOREIGN KEY ("PromotionId") REFERENCES "Promotions" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "PromotionCounts" (
    "PromotionId" INTEGER NOT NULL,
    "Scope" INTEGER NOT NULL,
    "Period" INTEGER NOT NULL,
    "StartsOn" TEXT NOT NULL,
    "Subject" INTEGER NOT NULL,
    "Count" INTEGER NOT NULL,
    CONSTRAINT "PK_PromotionCounts" PRIMARY KEY ("PromotionId", "Scope", "Period", "StartsOn", "Subject"),
    CONSTRAINT "FK_PromotionCounts_Promotions_PromotionId" FOREIGN KEY ("PromotionId") REFERENCES "Promotions" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "SignInLinks" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_SignInLinks" PRIMARY KEY,
    "ShopperId" TEXT NOT NULL,
    "ExpiresAt" TEXT NOT NULL,
    "UsedAt" TEXT NULL,
    CONSTRAINT "FK_SignInLinks_Shoppers_ShopperId" FOREIGN KEY ("ShopperId") REFERENCES "Shoppers" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "AspNetUsers" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_AspNetUsers" PRIMARY KEY,
    "StoreNumber" INTEGER NULL,
    "UserName" TEXT NULL,
    "NormalizedUserName" TEXT NULL,
    "Email" TEXT NULL,
    "NormalizedEmail" TEXT NULL,
    "EmailConfirmed" INTEGER NOT NULL,
    "PasswordHash" TEXT NULL,
    "SecurityStamp" TEXT NULL,
    "ConcurrencyStamp" TEXT NULL,
    "PhoneNumber" TEXT NULL,
    "PhoneNumberConfirmed" INTEGER NOT NULL,
    "TwoFactorEnabled" INTEGER NOT NULL,
    "LockoutEnd" TEXT NULL,
    "LockoutEnabled" INTEGER NOT NULL,
    "AccessFailedCount" INTEGER NOT NULL,
    CONSTRAINT "FK_AspNetUsers_Stores_StoreNumber" FOREIGN KEY ("StoreNumber") REFERENCES "Stores" ("Number") ON DELETE RESTRICT
);

CREATE TABLE "FuelRedemptions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_FuelRedemptions" PRIMARY KEY,
    "ShopperId" TEXT NOT NULL,
    "Points" INTEGER NOT NULL,
    "CentsPerGallon" INTEGER NOT NULL,
    "MaximumGallons" INTEGER NOT NULL,
    "PointsLeft" INTEGER NOT NULL,
    "StoreNumber" INTEGER NOT NULL,
    "ActorId" TEXT NOT NULL,
    "Cashier" TEXT NULL,
    "Register" INTEGER NULL,
    "IdempotencyKey" TEXT NOT NULL,
    "RequestHash" BLOB NOT NULL,
    "At" TEXT NOT NULL,
    "BusinessDay" TEXT NOT NULL,
    CONSTRAINT "CK_FuelRedemptions_Points" CHECK ("Points" > 0 AND "PointsLeft" >= 0),
    CONSTRAINT "FK_FuelRedemptions_Shoppers_ShopperId" FOREIGN KEY ("ShopperId") REFERENCES "Shoppers" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_FuelRedemptions_Stores_StoreNumber" FOREIGN KEY ("StoreNumber") REFERENCES "Stores" ("Number") ON DELETE RESTRICT
);

CREATE TABLE "Receipts" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Receipts" PRIMARY KEY,
    "StoreNumber" INTEGER NOT NULL,
    "BusinessDay" TEXT NOT NULL,
    "PurchasedAt" TEXT NULL,
    "TotalCents" INTEGER NULL,
    "RefundedCents" INTEGER NOT NULL DEFAULT 0,
    "LineItems" INTEGER NULL,
    "Departments" TEXT NOT NULL,
    "Household" TEXT NULL,
    "LoyaltyCard" TEXT NULL,
    CONSTRAINT "FK_Receipts_Stores_StoreNumber" FOREIGN KEY ("StoreNumber") REFERENCES "Stores" ("Number") ON DELETE RESTRICT
);

CREATE TABLE "RedemptionCounts" (
    "StoreNumber" INTEGER NOT NULL,
    "Hour" TEXT NOT NULL,
    "Scope" INTEGER NOT NULL,
    "Subject" TEXT NOT NULL,
    "Count" INTEGER NOT NULL,
    "Cents" INTEGER NOT NULL,
    CONSTRAINT "PK_RedemptionCounts" PRIMARY KEY ("StoreNumber", "Hour", "Scope", "Subject"),
    CONSTRAINT "FK_RedemptionCounts_Stores_StoreNumber" FOREIGN KEY ("StoreNumber") REFERENCES "Stores" ("Number") ON DELETE RESTRICT
);

CREATE TABLE "DrawingOutlines" (
    "SweepstakesId" INTEGER NOT NULL CONSTRAINT "PK_DrawingOutlines" PRIMARY KEY,
    "Bytes" BLOB NOT NULL,
    CONSTRAINT "FK_DrawingOutlines_Sweepstakes_SweepstakesId" FOREIGN KEY ("SweepstakesId") REFERENCES "Sweepstakes" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Drawings" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Drawings" PRIMARY KEY AUTOINCREMENT,
    "SweepstakesId" INTEGER NOT NULL,
    "EntryCount" INTEGER NOT NULL,
    "Root" BLOB NOT NULL,
    "FrozenAt" TEXT NOT NULL,
    "FrozenBy" TEXT NOT NULL,
    "Manifest" BLOB NULL,
    "Commit" BLOB NULL,
    "CommittedAt" TEXT NULL,
    "CommittedBy" TEXT NULL,
    "BeaconDescription" TEXT NULL,
    "BeaconRound" INTEGER NULL,
    "AnnouncementAt" TEXT NULL,
    "Announced" TEXT NULL,
    "BeaconSignature" BLOB NULL,
    "Seed" BLOB NULL,
    "DrawnAt" TEXT NULL,
    "DrawnBy" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_Drawings_Sweepstakes_SweepstakesId" FOREIGN KEY ("SweepstakesId") REFERENCES "Sweepstakes" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "DrawProposals" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_DrawProposals" PRIMARY KEY,
    "SweepstakesId" INTEGER NOT NULL,
    "Step" INTEGER NOT NULL,
    "Round" INTEGER NULL,
    "Description" TEXT NULL,
    "DueAt" TEXT NULL,
    "ProposedBy" TEXT NOT NULL,
    "ProposedAt" TEXT NOT NULL,
    "Status" INTEGER NOT NULL,
    "DecidedBy" TEXT NULL,
    "DecidedAt" TEXT NULL,
    "Reason" TEXT NULL,
    "Waiting" TEXT NOT NULL,
    CONSTRAINT "FK_DrawProposals_Sweepstakes_SweepstakesId" FOREIGN KEY ("SweepstakesId") REFERENCES "Sweepstakes" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "EntryCounts" (
    "SweepstakesId" INTEGER NOT NULL,
    "Who" TEXT NOT NULL,
    "Count" INTEGER NOT NULL,
    CONSTRAINT "PK_EntryCounts" PRIMARY KEY ("SweepstakesId", "Who"),
    CONSTRAINT "FK_EntryCounts_Sweepstakes_SweepstakesId" FOREIGN KEY ("SweepstakesId") REFERENCES "Sweepstakes" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "MailInBatches" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_MailInBatches" PRIMARY KEY,
    "SweepstakesId" INTEGER NOT NULL,
    "Status" INTEGER NOT NULL,
    "TypedBy" TEXT NOT NULL,
    "StartedAt" TEXT NOT NULL,
    "SubmittedAt" TEXT NULL,
    "CheckedBy" TEXT NULL,
    "CheckedAt" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_MailInBatches_Sweepstakes_SweepstakesId" FOREIGN KEY ("SweepstakesId") REFERENCES "Sweepstakes" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Alerts" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Alerts" PRIMARY KEY,
    "Kind" INTEGER NOT NULL,
    "Subject" TEXT NOT NULL,
    "Who" TEXT NOT NULL,
    "StoreNumber" INTEGER NULL,
    "Count" INTEGER NOT NULL,
    "Evidence" TEXT NOT NULL,
    "Day" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "AcknowledgedAt" TEXT NULL,
    "AcknowledgedById" TEXT NULL,
    "Note" TEXT NULL,
    CONSTRAINT "FK_Alerts_AspNetUsers_AcknowledgedById" FOREIGN KEY ("AcknowledgedById") REFERENCES "AspNetUsers" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "ApiKeys" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ApiKeys" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "Prefix" TEXT NOT NULL,
    "Hash" BLOB NOT NULL,
    "StoreNumber" INTEGER NULL,
    "Scopes" TEXT NOT NULL,
    "CreatedById" TEXT NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "RevokedById" TEXT NULL,
    "RevokedAt" TEXT NULL,
    "LastUsedAt" TEXT NULL,
    CONSTRAINT "FK_ApiKeys_AspNetUsers_CreatedById" FOREIGN KEY ("CreatedById") REFERENCES "AspNetUsers" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ApiKeys_AspNetUsers_RevokedById" FOREIGN KEY ("RevokedById") REFERENCES "AspNetUsers" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ApiKeys_Stores_StoreNumber" FOREIGN KEY ("StoreNumber") REFERENCES "Stores" ("Number") ON DELETE RESTRICT
);

CREATE TABLE "AspNetUserClaims" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AspNetUserClaims" PRIMARY KEY AUTOINCREMENT,
    "UserId" TEXT NOT NULL,
    "ClaimType" TEXT NULL,
    "ClaimValue" TEXT NULL,
    CONSTRAINT "FK_AspNetUserClaims_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);

CREATE TABLE "AspNetUserLogins" (
    "LoginProvider" TEXT NOT NULL,
    "ProviderKey" TEXT NOT NULL,
    "ProviderDisplayName" TEXT NULL,
    "UserId" TEXT NOT NULL,
    CONSTRAINT "PK_AspNetUserLogins" PRIMARY KEY ("LoginProvider", "ProviderKey"),
    CONSTRAINT "FK_AspNetUserLogins_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);

CREATE TABLE "AspNetUserPasskeys" (
    "CredentialId" BLOB NOT NULL CONSTRAINT "PK_AspNetUserPasskeys" PRIMARY KEY,
    "UserId" TEXT NOT NULL,
    "Data" TEXT NOT NULL,
    CONSTRAINT "FK_AspNetUserPasskeys_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);

CREATE TABLE "AspNetUserRoles" (
    "UserId" TEXT NOT NULL,
    "RoleId" TEXT NOT NULL,
    CONSTRAINT "PK_AspNetUserRoles" PRIMARY KEY ("UserId", "RoleId"),
    CONSTRAINT "FK_AspNetUserRoles_AspNetRoles_RoleId" FOREIGN KEY ("RoleId") REFERENCES "AspNetRoles" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_AspNetUserRoles_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);

CREATE TABLE "AspNetUserTokens" (
    "UserId" TEXT NOT NULL,
    "LoginProvider" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Value" TEXT NULL,
    CONSTRAINT "PK_AspNetUserTokens" PRIMARY KEY ("UserId", "LoginProvider", "Name"),
    CONSTRAINT "FK_AspNetUserTokens_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);

CREATE TABLE "FilingTasks" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_FilingTasks" PRIMARY KEY,
    "DrawId" TEXT NOT NULL,
    "Rule" TEXT NOT NULL,
    "Place" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "TextEs" TEXT NOT NULL,
    "Source" TEXT NOT NULL,
    "AsOf" TEXT NOT NULL,
    "DueOn" TEXT NOT NULL,
    "RemindedAt" TEXT NULL,
    "DoneAt" TEXT NULL,
    "DoneBy" TEXT NULL,
    "Note" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_FilingTasks_AspNetUsers_DoneBy" FOREIGN KEY ("DoneBy") REFERENCES "AspNetUsers" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "FuelPointAdjustments" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_FuelPointAdjustments" PRIMARY KEY,
    "ShopperId" TEXT NOT NULL,
    "Points" INTEGER NOT NULL,
    "Reason" TEXT NOT NULL,
    "ProposedBy" TEXT NOT NULL,
    "ProposedAt" TEXT NOT NULL,
    "Status" INTEGER NOT NULL,
    "DecidedBy" TEXT NULL,
    "DecidedAt" TEXT NULL,
    CONSTRAINT "FK_FuelPointAdjustments_AspNetUsers_DecidedBy" FOREIGN KEY ("DecidedBy") REFERENCES "AspNetUsers" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_FuelPointAdjustments_AspNetUsers_ProposedBy" FOREIGN KEY ("ProposedBy") REFERENCES "AspNetUsers" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_FuelPointAdjustments_Shoppers_ShopperId" FOREIGN KEY ("ShopperId") REFERENCES "Shoppers" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Webhooks" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Webhooks" PRIMARY KEY,
    "Url" TEXT NOT NULL,
    "SealedSecret" BLOB NOT NULL,
    "Events" TEXT NOT NULL,
    "State" INTEGER NOT NULL,
    "CreatedById" TEXT NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    CONSTRAINT "FK_Webhooks_AspNetUsers_CreatedById" FOREIGN KEY ("CreatedById") REFERENCES "AspNetUsers" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "FuelRedemptionReversals" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_FuelRedemptionReversals" PRIMARY KEY,
    "FuelRedemptionId" TEXT NOT NULL,
    "Reason" INTEGER NOT NULL,
    "ActorId" TEXT NOT NULL,
    "Supervisor" TEXT NULL,
    "At" TEXT NOT NULL,
    CONSTRAINT "FK_FuelRedemptionReversals_FuelRedemptions_FuelRedemptionId" FOREIGN KEY ("FuelRedemptionId") REFERENCES "FuelRedemptions" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Refunds" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Refunds" PRIMARY KEY,
    "ReceiptId" INTEGER NOT NULL,
    "Cents" INTEGER NOT NULL,
    "ActorId" TEXT NOT NULL,
    "IdempotencyKey" TEXT NOT NULL,
    "RequestHash" BLOB NOT NULL,
    "Policy" INTEGER NOT NULL,
    "PointsTaken" INTEGER NOT NULL,
    "PointsLeft" INTEGER NOT NULL,
    "At" TEXT NOT NULL,
    CONSTRAINT "CK_Refunds_Cents" CHECK ("Cents" > 0),
    CONSTRAINT "FK_Refunds_Receipts_ReceiptId" FOREIGN KEY ("ReceiptId") REFERENCES "Receipts" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Responses" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Responses" PRIMARY KEY,
    "ReceiptId" INTEGER NOT NULL,
    "StoreNumber" INTEGER NOT NULL,
    "SurveyVersionId" INTEGER NOT NULL,
    "Touchpoints" TEXT NOT NULL,
    "TouchpointsFromReceipt" INTEGER NOT NULL,
    "Language" TEXT NOT NULL,
    "StartedAt" TEXT NOT NULL,
    "SubmittedAt" TEXT NULL,
    "SubmittedOn" TEXT NULL,
    "Reference" TEXT NULL,
    "MayContact" INTEGER NULL,
    "ShopperId" TEXT NULL,
    "Channel" INTEGER NOT NULL DEFAULT 1,
    "IsGenerated" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_Responses_Receipts_ReceiptId" FOREIGN KEY ("ReceiptId") REFERENCES "Receipts" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Responses_Shoppers_ShopperId" FOREIGN KEY ("ShopperId") REFERENCES "Shoppers" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Responses_Stores_StoreNumber" FOREIGN KEY ("StoreNumber") REFERENCES "Stores" ("Number") ON DELETE RESTRICT,
    CONSTRAINT "FK_Responses_SurveyVersions_SurveyVersionId" FOREIGN KEY ("SurveyVersionId") REFERENCES "SurveyVersions" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "MailInCards" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_MailInCards" PRIMARY KEY,
    "BatchId" TEXT NOT NULL,
    "PostmarkedOn" TEXT NOT NULL,
    "SealedCard" BLOB NOT NULL,
    "Outcome" INTEGER NOT NULL,
    "Reason" TEXT NULL,
    CONSTRAINT "FK_MailInCards_MailInBatches_BatchId" FOREIGN KEY ("BatchId") REFERENCES "MailInBatches" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "WebhookDeliveries" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_WebhookDeliveries" PRIMARY KEY,
    "WebhookId" TEXT NOT NULL,
    "Event" TEXT NOT NULL,
    "Payload" TEXT NOT NULL,
    "QueuedAt" TEXT NOT NULL,
    "DueAt" TEXT NULL,
    "Attempts" INTEGER NOT NULL,
    "SentAt" TEXT NULL,
    "LastStatus" INTEGER NULL,
    "LastError" TEXT NULL,
    CONSTRAINT "FK_WebhookDeliveries_Webhooks_WebhookId" FOREIGN KEY ("WebhookId") REFERENCES "Webhooks" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Answers" (
    "ResponseId" TEXT NOT NULL,
    "Question" TEXT NOT NULL,
    "Touchpoint" TEXT NOT NULL,
    "Score" INTEGER NULL,
    "Text" TEXT NULL,
    CONSTRAINT "PK_Answers" PRIMARY KEY ("ResponseId", "Question", "Touchpoint"),
    CONSTRAINT "FK_Answers_Responses_ResponseId" FOREIGN KEY ("ResponseId") REFERENCES "Responses" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Awards" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Awards" PRIMARY KEY,
    "ResponseId" TEXT NOT NULL,
    "PromotionId" INTEGER NOT NULL,
    "Kind" INTEGER NOT NULL,
    "Status" INTEGER NOT NULL,
    "Amount" INTEGER NOT NULL,
    "ByTotal" INTEGER NOT NULL,
    "ForCents" INTEGER NULL,
    "Reason" INTEGER NOT NULL,
    "ReasonNumber" INTEGER NULL,
    "ReasonDays" INTEGER NULL,
    "HeldUntil" TEXT NULL,
    "ShopperId" TEXT NULL,
    "At" TEXT NOT NULL,
    CONSTRAINT "FK_Awards_Promotions_PromotionId" FOREIGN KEY ("PromotionId") REFERENCES "Promotions" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Awards_Responses_ResponseId" FOREIGN KEY ("ResponseId") REFERENCES "Responses" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Awards_Shoppers_ShopperId" FOREIGN KEY ("ShopperId") REFERENCES "Shoppers" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "FuelPointPostings" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_FuelPointPostings" PRIMARY KEY,
    "ShopperId" TEXT NOT NULL,
    "LotNumber" INTEGER NOT NULL,
    "Sequence" INTEGER NOT NULL,
    "Kind" INTEGER NOT NULL,
    "Points" INTEGER NOT NULL,
    "BalanceAfter" INTEGER NOT NULL,
    "AwardId" TEXT NULL,
    "FuelRedemptionId" TEXT NULL,
    "RefundId" TEXT NULL,
    "AdjustmentId" TEXT NULL,
    "PostedAt" TEXT NOT NULL,
    CONSTRAINT "FK_FuelPointPostings_Awards_AwardId" FOREIGN KEY ("AwardId") REFERENCES "Awards" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_FuelPointPostings_FuelPointAdjustments_AdjustmentId" FOREIGN KEY ("AdjustmentId") REFERENCES "FuelPointAdjustments" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_FuelPointPostings_FuelRedemptions_FuelRedemptionId" FOREIGN KEY ("FuelRedemptionId") REFERENCES "FuelRedemptions" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_FuelPointPostings_Refunds_RefundId" FOREIGN KEY ("RefundId") REFERENCES "Refunds" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_FuelPointPostings_Shoppers_ShopperId" FOREIGN KEY ("ShopperId") REFERENCES "Shoppers" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "SweepstakesEntries" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_SweepstakesEntries" PRIMARY KEY,
    "SweepstakesId" INTEGER NOT NULL,
    "ShopperId" TEXT NOT NULL,
    "Source" INTEGER NOT NULL,
    "AwardId" TEXT NULL,
    "EnteredOn" TEXT NOT NULL,
    "HouseholdId" TEXT NULL,
    CONSTRAINT "FK_SweepstakesEntries_Awards_AwardId" FOREIGN KEY ("AwardId") REFERENCES "Awards" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_SweepstakesEntries_Shoppers_ShopperId" FOREIGN KEY ("ShopperId") REFERENCES "Shoppers" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_SweepstakesEntries_Sweepstakes_SweepstakesId" FOREIGN KEY ("SweepstakesId") REFERENCES "Sweepstakes" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Vouchers" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Vouchers" PRIMARY KEY,
    "CodeHash" BLOB NOT NULL,
    "SealedCode" BLOB NOT NULL,
    "Ending" TEXT NOT NULL,
    "ValueCents" INTEGER NOT NULL,
    "BalanceCents" INTEGER NOT NULL,
    "Stores" TEXT NULL,
    "MinimumPurchaseCents" INTEGER NOT NULL,
    "SingleUse" INTEGER NOT NULL,
    "AwardId" TEXT NULL,
    "ReplacesId" TEXT NULL,
    "ShopperId" TEXT NULL,
    "IssuedAt" TEXT NOT NULL,
    "LastDay" TEXT NOT NULL,
    "HoldId" TEXT NULL,
    "HeldUntil" TEXT NULL,
    "HeldBy" TEXT NULL,
    "VoidedAt" TEXT NULL,
    "VoidedCents" INTEGER NOT NULL,
    "VoidReason" INTEGER NULL,
    "VoidedById" TEXT NULL,
    CONSTRAINT "CK_Vouchers_Balance" CHECK ("BalanceCents" >= 0 AND "BalanceCents" <= "ValueCents"),
    CONSTRAINT "FK_Vouchers_Awards_AwardId" FOREIGN KEY ("AwardId") REFERENCES "Awards" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Vouchers_Shoppers_ShopperId" FOREIGN KEY ("ShopperId") REFERENCES "Shoppers" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Vouchers_Vouchers_ReplacesId" FOREIGN KEY ("ReplacesId") REFERENCES "Vouchers" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "DrawingPlaces" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_DrawingPlaces" PRIMARY KEY,
    "DrawingId" INTEGER NOT NULL,
    "Place" INTEGER NOT NULL,
    "Prize" TEXT NULL,
    "EntryId" BLOB NOT NULL,
    "ShopperId" TEXT NOT NULL,
    CONSTRAINT "FK_DrawingPlaces_Drawings_DrawingId" FOREIGN KEY ("DrawingId") REFERENCES "Drawings" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_DrawingPlaces_Shoppers_ShopperId" FOREIGN KEY ("ShopperId") REFERENCES "Shoppers" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_DrawingPlaces_SweepstakesEntries_EntryId" FOREIGN KEY ("EntryId") REFERENCES "SweepstakesEntries" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "EntryExclusions" (
    "EntryId" BLOB NOT NULL CONSTRAINT "PK_EntryExclusions" PRIMARY KEY,
    "SweepstakesId" INTEGER NOT NULL,
    "Reason" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    CONSTRAINT "FK_EntryExclusions_SweepstakesEntries_EntryId" FOREIGN KEY ("EntryId") REFERENCES "SweepstakesEntries" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_EntryExclusions_Sweepstakes_SweepstakesId" FOREIGN KEY ("SweepstakesId") REFERENCES "Sweepstakes" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "FreeEntries" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_FreeEntries" PRIMARY KEY,
    "EntryId" BLOB NOT NULL,
    "SweepstakesId" INTEGER NOT NULL,
    "ShopperId" TEXT NOT NULL,
    "Way" INTEGER NOT NULL,
    "EnteredOn" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    CONSTRAINT "FK_FreeEntries_Shoppers_ShopperId" FOREIGN KEY ("ShopperId") REFERENCES "Shoppers" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_FreeEntries_SweepstakesEntries_EntryId" FOREIGN KEY ("EntryId") REFERENCES "SweepstakesEntries" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_FreeEntries_Sweepstakes_SweepstakesId" FOREIGN KEY ("SweepstakesId") REFERENCES "Sweepstakes" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "PrizeClaims" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_PrizeClaims" PRIMARY KEY,
    "SweepstakesId" INTEGER NOT NULL,
    "Prize" INTEGER NOT NULL,
    "Turn" INTEGER NOT NULL,
    "EntryId" BLOB NOT NULL,
    "ShopperId" TEXT NOT NULL,
    "OfferedAt" TEXT NOT NULL,
    "AnswerBy" TEXT NULL,
    "Status" INTEGER NOT NULL,
    "ToldAt" TEXT NULL,
    "AnsweredAt" TEXT NULL,
    "SealedAnswer" BLOB NULL,
    "Declines" INTEGER NOT NULL,
    "AffidavitAt" TEXT NULL,
    "AffidavitHash" BLOB NULL,
    "Consent" INTEGER NOT NULL,
    "PublicName" TEXT NULL,
    "PublicTown" TEXT NULL,
    "CheckedAt" TEXT NULL,
    "CheckedBy" TEXT NULL,
    "FulfilledAt" TEXT NULL,
    "FulfilledBy" TEXT NULL,
    "GivenCents" INTEGER NOT NULL,
    "VoucherId" TEXT NULL,
    "FulfilNote" TEXT NULL,
    "ForgottenAt" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_PrizeClaims_Shoppers_ShopperId" FOREIGN KEY ("ShopperId") REFERENCES "Shoppers" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_PrizeClaims_SweepstakesEntries_EntryId" FOREIGN KEY ("EntryId") REFERENCES "SweepstakesEntries" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_PrizeClaims_Sweepstakes_SweepstakesId" FOREIGN KEY ("SweepstakesId") REFERENCES "Sweepstakes" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_PrizeClaims_Vouchers_VoucherId" FOREIGN KEY ("VoucherId") REFERENCES "Vouchers" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Redemptions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Redemptions" PRIMARY KEY,
    "VoucherId" TEXT NOT NULL,
    "AmountCents" INTEGER NOT NULL,
    "BalanceCents" INTEGER NOT NULL,
    "StoreNumber" INTEGER NOT NULL,
    "ActorId" TEXT NOT NULL,
    "StaffId" TEXT NULL,
    "Register" INTEGER NULL,
    "Cashier" TEXT NULL,
    "IdempotencyKey" TEXT NOT NULL,
    "RequestHash" BLOB NOT NULL,
    "At" TEXT NOT NULL,
    "BusinessDay" TEXT NOT NULL,
    CONSTRAINT "CK_Redemptions_Amount" CHECK ("AmountCents" > 0),
    CONSTRAINT "FK_Redemptions_AspNetUsers_StaffId" FOREIGN KEY ("StaffId") REFERENCES "AspNetUsers" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Redemptions_Stores_StoreNumber" FOREIGN KEY ("StoreNumber") REFERENCES "Stores" ("Number") ON DELETE RESTRICT,
    CONSTRAINT "FK_Redemptions_Vouchers_VoucherId" FOREIGN KEY ("VoucherId") REFERENCES "Vouchers" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Reminders" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Reminders" PRIMARY KEY,
    "ShopperId" TEXT NOT NULL,
    "LotNumber" INTEGER NULL,
    "VoucherId" TEXT NULL,
    "At" TEXT NOT NULL,
    CONSTRAINT "FK_Reminders_Shoppers_ShopperId" FOREIGN KEY ("ShopperId") REFERENCES "Shoppers" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Reminders_Vouchers_VoucherId" FOREIGN KEY ("VoucherId") REFERENCES "Vouchers" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "ClaimFiles" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ClaimFiles" PRIMARY KEY,
    "ClaimId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "Type" TEXT NOT NULL,
    "SealedBytes" BLOB NOT NULL,
    "AddedAt" TEXT NOT NULL,
    CONSTRAINT "FK_ClaimFiles_PrizeClaims_ClaimId" FOREIGN KEY ("ClaimId") REFERENCES "PrizeClaims" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "DispositionProposals" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_DispositionProposals" PRIMARY KEY,
    "ClaimId" TEXT NOT NULL,
    "Code" TEXT NOT NULL,
    "EvidenceId" TEXT NOT NULL,
    "ProposedBy" TEXT NOT NULL,
    "ProposedAt" TEXT NOT NULL,
    "Status" INTEGER NOT NULL,
    "DecidedBy" TEXT NULL,
    "DecidedAt" TEXT NULL,
    "Reason" TEXT NULL,
    "Waiting" TEXT NOT NULL,
    CONSTRAINT "FK_DispositionProposals_DispositionEvidence_EvidenceId" FOREIGN KEY ("EvidenceId") REFERENCES "DispositionEvidence" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_DispositionProposals_PrizeClaims_ClaimId" FOREIGN KEY ("ClaimId") REFERENCES "PrizeClaims" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "RecordedDispositions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_RecordedDispositions" PRIMARY KEY,
    "SweepstakesId" INTEGER NOT NULL,
    "Number" INTEGER NOT NULL,
    "ClaimId" TEXT NOT NULL,
    "EntryId" BLOB NOT NULL,
    "EvidenceId" TEXT NOT NULL,
    "Line" TEXT NOT NULL,
    "Hash" BLOB NOT NULL,
    "RecordedAt" TEXT NOT NULL,
    CONSTRAINT "FK_RecordedDispositions_DispositionEvidence_EvidenceId" FOREIGN KEY ("EvidenceId") REFERENCES "DispositionEvidence" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_RecordedDispositions_PrizeClaims_ClaimId" FOREIGN KEY ("ClaimId") REFERENCES "PrizeClaims" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_RecordedDispositions_Sweepstakes_SweepstakesId" FOREIGN KEY ("SweepstakesId") REFERENCES "Sweepstakes" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "OfflineRedemptions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_OfflineRedemptions" PRIMARY KEY,
    "VoucherId" TEXT NULL,
    "VoucherEnding" TEXT NOT NULL,
    "DeskId" TEXT NOT NULL,
    "StoreNumber" INTEGER NOT NULL,
    "ActorId" TEXT NOT NULL,
    "StaffId" TEXT NULL,
    "Register" INTEGER NULL,
    "Cashier" TEXT NULL,
    "AmountCents" INTEGER NOT NULL,
    "HappenedAt" TEXT NOT NULL,
    "ReceivedAt" TEXT NOT NULL,
    "RequestHash" BLOB NOT NULL,
    "RedemptionId" TEXT NULL,
    "ReasonCode" TEXT NULL,
    "Resolution" INTEGER NULL,
    "Note" TEXT NULL,
    "ResolvedById" TEXT NULL,
    "ResolvedAt" TEXT NULL,
    CONSTRAINT "CK_OfflineRedemptions_Outcome" CHECK (("RedemptionId" IS NULL AND "ReasonCode" IS NOT NULL) OR ("RedemptionId" IS NOT NULL AND "ReasonCode" IS NULL)),
    CONSTRAINT "FK_OfflineRedemptions_AspNetUsers_ResolvedById" FOREIGN KEY ("ResolvedById") REFERENCES "AspNetUsers" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_OfflineRedemptions_AspNetUsers_StaffId" FOREIGN KEY ("StaffId") REFERENCES "AspNetUsers" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_OfflineRedemptions_Redemptions_RedemptionId" FOREIGN KEY ("RedemptionId") REFERENCES "Redemptions" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_OfflineRedemptions_Stores_StoreNumber" FOREIGN KEY ("StoreNumber") REFERENCES "Stores" ("Number") ON DELETE RESTRICT,
    CONSTRAINT "FK_OfflineRedemptions_Vouchers_VoucherId" FOREIGN KEY ("VoucherId") REFERENCES "Vouchers" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Reversals" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Reversals" PRIMARY KEY,
    "RedemptionId" TEXT NOT NULL,
    "AmountCents" INTEGER NOT NULL,
    "Reason" INTEGER NOT NULL,
    "ActorId" TEXT NOT NULL,
    "StaffId" TEXT NULL,
    "Supervisor" TEXT NULL,
    "At" TEXT NOT NULL,
    CONSTRAINT "FK_Reversals_AspNetUsers_StaffId" FOREIGN KEY ("StaffId") REFERENCES "AspNetUsers" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Reversals_Redemptions_RedemptionId" FOREIGN KEY ("RedemptionId") REFERENCES "Redemptions" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_Alerts_AcknowledgedAt_At" ON "Alerts" ("AcknowledgedAt", "At");

CREATE INDEX "IX_Alerts_AcknowledgedById" ON "Alerts" ("AcknowledgedById");

CREATE UNIQUE INDEX "IX_Alerts_Kind_Subject_Day" ON "Alerts" ("Kind", "Subject", "Day");

CREATE INDEX "IX_ApiKeys_CreatedById" ON "ApiKeys" ("CreatedById");

CREATE UNIQUE INDEX "IX_ApiKeys_Hash" ON "ApiKeys" ("Hash");

CREATE INDEX "IX_ApiKeys_RevokedById" ON "ApiKeys" ("RevokedById");

CREATE INDEX "IX_ApiKeys_StoreNumber" ON "ApiKeys" ("StoreNumber");

CREATE INDEX "IX_AspNetRoleClaims_RoleId" ON "AspNetRoleClaims" ("RoleId");

CREATE UNIQUE INDEX "RoleNameIndex" ON "AspNetRoles" ("NormalizedName");

CREATE INDEX "IX_AspNetUserClaims_UserId" ON "AspNetUserClaims" ("UserId");

CREATE INDEX "IX_AspNetUserLogins_UserId" ON "AspNetUserLogins" ("UserId");

CREATE INDEX "IX_AspNetUserPasskeys_UserId" ON "AspNetUserPasskeys" ("UserId");

CREATE INDEX "IX_AspNetUserRoles_RoleId" ON "AspNetUserRoles" ("RoleId");

CREATE INDEX "EmailIndex" ON "AspNetUsers" ("NormalizedEmail");

CREATE INDEX "IX_AspNetUsers_StoreNumber" ON "AspNetUsers" ("StoreNumber");

CREATE UNIQUE INDEX "UserNameIndex" ON "AspNetUsers" ("NormalizedUserName");

CREATE INDEX "IX_AuditChecks_FinishedAt" ON "AuditChecks" ("FinishedAt");

CREATE INDEX "IX_AuditEvents_Act_At" ON "AuditEvents" ("Act", "At");

CREATE INDEX "IX_AuditEvents_ActorId_At" ON "AuditEvents" ("ActorId", "At");

CREATE INDEX "IX_AuditEvents_At" ON "AuditEvents" ("At");

CREATE UNIQUE INDEX "IX_AuditLinks_Kind_SubjectId" ON "AuditLinks" ("Kind", "SubjectId");

CREATE INDEX "IX_Awards_PromotionId_Status_At" ON "Awards" ("PromotionId", "Status", "At");

CREATE UNIQUE INDEX "IX_Awards_ResponseId_PromotionId" ON "Awards" ("ResponseId", "PromotionId");

CREATE INDEX "IX_Awards_ShopperId_PromotionId_At" ON "Awards" ("ShopperId", "PromotionId", "At");

CREATE INDEX "IX_Awards_Status" ON "Awards" ("Status") WHERE "Status" = 4;

CREATE UNIQUE INDEX "IX_ClaimFiles_ClaimId_Number" ON "ClaimFiles" ("ClaimId", "Number");

CREATE INDEX "IX_CodeAttempts_At" ON "CodeAttempts" ("At");

CREATE INDEX "IX_CodeAttempts_Client_At" ON "CodeAttempts" ("Client", "At");

CREATE UNIQUE INDEX "IX_DispositionProposals_ClaimId_Waiting" ON "DispositionProposals" ("ClaimId", "Waiting");

CREATE INDEX "IX_DispositionProposals_EvidenceId" ON "DispositionProposals" ("EvidenceId");

CREATE UNIQUE INDEX "IX_DrawingPlaces_DrawingId_Place" ON "DrawingPlaces" ("DrawingId", "Place");

CREATE INDEX "IX_DrawingPlaces_EntryId" ON "DrawingPlaces" ("EntryId");

CREATE INDEX "IX_DrawingPlaces_ShopperId" ON "DrawingPlaces" ("ShopperId");

CREATE UNIQUE INDEX "IX_Drawings_SweepstakesId" ON "Drawings" ("SweepstakesId");

CREATE UNIQUE INDEX "IX_DrawProposals_SweepstakesId_Step_Waiting" ON "DrawProposals" ("SweepstakesId", "Step", "Waiting");

CREATE INDEX "IX_EntryExclusions_SweepstakesId" ON "EntryExclusions" ("SweepstakesId");

CREATE INDEX "IX_ExcludedPeople_At" ON "ExcludedPeople" ("At");

CREATE INDEX "IX_FilingTasks_DoneAt_DueOn" ON "FilingTasks" ("DoneAt", "DueOn");

CREATE INDEX "IX_FilingTasks_DoneBy" ON "FilingTasks" ("DoneBy");

CREATE UNIQUE INDEX "IX_FilingTasks_DrawId_Rule" ON "FilingTasks" ("DrawId", "Rule");

CREATE UNIQUE INDEX "IX_FreeEntries_EntryId" ON "FreeEntries" ("EntryId");

CREATE INDEX "IX_FreeEntries_ShopperId_EnteredOn" ON "FreeEntries" ("ShopperId", "EnteredOn");

CREATE INDEX "IX_FreeEntries_SweepstakesId" ON "FreeEntries" ("SweepstakesId");

CREATE INDEX "IX_FuelPointAdjustments_DecidedBy" ON "FuelPointAdjustments" ("DecidedBy");

CREATE INDEX "IX_FuelPointAdjustments_ProposedBy" ON "FuelPointAdjustments" ("ProposedBy");

CREATE INDEX "IX_FuelPointAdjustments_ShopperId_ProposedAt" ON "FuelPointAdjustments" ("ShopperId", "ProposedAt");

CREATE INDEX "IX_FuelPointAdjustments_Status_ProposedAt" ON "FuelPointAdjustments" ("Status", "ProposedAt");

CREATE UNIQUE INDEX "IX_FuelPointPostings_AdjustmentId_LotNumber" ON "FuelPointPostings" ("AdjustmentId", "LotNumber") WHERE "AdjustmentId" IS NOT NULL;

CREATE UNIQUE INDEX "IX_FuelPointPostings_AwardId" ON "FuelPointPostings" ("AwardId") WHERE "AwardId" IS NOT NULL;

CREATE UNIQUE INDEX "IX_FuelPointPostings_FuelRedemptionId_LotNumber_Kind" ON "FuelPointPostings" ("FuelRedemptionId", "LotNumber", "Kind") WHERE "FuelRedemptionId" IS NOT NULL;

CREATE UNIQUE INDEX "IX_FuelPointPostings_RefundId_LotNumber" ON "FuelPointPostings" ("RefundId", "LotNumber") WHERE "RefundId" IS NOT NULL;

CREATE UNIQUE INDEX "IX_FuelPointPostings_ShopperId_LotNumber_Sequence" ON "FuelPointPostings" ("ShopperId", "LotNumber", "Sequence");

CREATE UNIQUE INDEX "IX_FuelRedemptionReversals_FuelRedemptionId" ON "FuelRedemptionReversals" ("FuelRedemptionId");

CREATE UNIQUE INDEX "IX_FuelRedemptions_ActorId_IdempotencyKey" ON "FuelRedemptions" ("ActorId", "IdempotencyKey");

CREATE INDEX "IX_FuelRedemptions_ShopperId_At" ON "FuelRedemptions" ("ShopperId", "At");

CREATE INDEX "IX_FuelRedemptions_StoreNumber_BusinessDay_At" ON "FuelRedemptions" ("StoreNumber", "BusinessDay", "At");

CREATE INDEX "IX_LedgerChecks_FinishedAt" ON "LedgerChecks" ("FinishedAt");

CREATE INDEX "IX_MailInBatches_SweepstakesId_StartedAt" ON "MailInBatches" ("SweepstakesId", "StartedAt");

CREATE INDEX "IX_MailInCards_BatchId" ON "MailInCards" ("BatchId");

CREATE UNIQUE INDEX "IX_OfflineRedemptions_RedemptionId" ON "OfflineRedemptions" ("RedemptionId");

CREATE INDEX "IX_OfflineRedemptions_RedemptionId_ResolvedAt_ReceivedAt" ON "OfflineRedemptions" ("RedemptionId", "ResolvedAt", "ReceivedAt");

CREATE INDEX "IX_OfflineRedemptions_ResolvedById" ON "OfflineRedemptions" ("ResolvedById");

CREATE INDEX "IX_OfflineRedemptions_StaffId" ON "OfflineRedemptions" ("StaffId");

CREATE INDEX "IX_OfflineRedemptions_StoreNumber" ON "OfflineRedemptions" ("StoreNumber");

CREATE INDEX "IX_OfflineRedemptions_VoucherId" ON "OfflineRedemptions" ("VoucherId");

CREATE INDEX "IX_OutboxMails_DueAt" ON "OutboxMails" ("DueAt");

CREATE UNIQUE INDEX "IX_PrizeClaims_EntryId" ON "PrizeClaims" ("EntryId");

CREATE INDEX "IX_PrizeClaims_FulfilledAt" ON "PrizeClaims" ("FulfilledAt");

CREATE INDEX "IX_PrizeClaims_ShopperId" ON "PrizeClaims" ("ShopperId");

CREATE INDEX "IX_PrizeClaims_Status_AnswerBy" ON "PrizeClaims" ("Status", "AnswerBy");

CREATE UNIQUE INDEX "IX_PrizeClaims_SweepstakesId_Prize_Turn" ON "PrizeClaims" ("SweepstakesId", "Prize", "Turn");

CREATE UNIQUE INDEX "IX_PrizeClaims_VoucherId" ON "PrizeClaims" ("VoucherId");

CREATE UNIQUE INDEX "IX_PromotionAlarms_PromotionId_Percent" ON "PromotionAlarms" ("PromotionId", "Percent");

CREATE UNIQUE INDEX "IX_Promotions_Key" ON "Promotions" ("Key");

CREATE INDEX "IX_Receipts_BusinessDay_StoreNumber" ON "Receipts" ("BusinessDay", "StoreNumber");

CREATE INDEX "IX_Receipts_StoreNumber" ON "Receipts" ("StoreNumber");

CREATE UNIQUE INDEX "IX_RecordedDispositions_ClaimId" ON "RecordedDispositions" ("ClaimId");

CREATE INDEX "IX_RecordedDispositions_EvidenceId" ON "RecordedDispositions" ("EvidenceId");

CREATE UNIQUE INDEX "IX_RecordedDispositions_SweepstakesId_Number" ON "RecordedDispositions" ("SweepstakesId", "Number");

CREATE UNIQUE INDEX "IX_Redemptions_ActorId_IdempotencyKey" ON "Redemptions" ("ActorId", "IdempotencyKey");

CREATE INDEX "IX_Redemptions_StaffId" ON "Redemptions" ("StaffId");

CREATE INDEX "IX_Redemptions_StoreNumber_BusinessDay_At" ON "Redemptions" ("StoreNumber", "BusinessDay", "At");

CREATE INDEX "IX_Redemptions_VoucherId" ON "Redemptions" ("VoucherId");

CREATE UNIQUE INDEX "IX_Refunds_ActorId_IdempotencyKey" ON "Refunds" ("ActorId", "IdempotencyKey");

CREATE INDEX "IX_Refunds_ReceiptId" ON "Refunds" ("ReceiptId");

CREATE UNIQUE INDEX "IX_Reminders_ShopperId_LotNumber" ON "Reminders" ("ShopperId", "LotNumber") WHERE "LotNumber" IS NOT NULL;

CREATE UNIQUE INDEX "IX_Reminders_VoucherId" ON "Reminders" ("VoucherId") WHERE "VoucherId" IS NOT NULL;

CREATE UNIQUE INDEX "IX_Responses_ReceiptId" ON "Responses" ("ReceiptId");

CREATE UNIQUE INDEX "IX_Responses_Reference" ON "Responses" ("Reference");

CREATE INDEX "IX_Responses_ShopperId" ON "Responses" ("ShopperId");

CREATE INDEX "IX_Responses_StoreNumber" ON "Responses" ("StoreNumber");

CREATE INDEX "IX_Responses_SubmittedAt" ON "Responses" ("SubmittedAt");

CREATE INDEX "IX_Responses_SubmittedOn_StoreNumber" ON "Responses" ("SubmittedOn", "StoreNumber");

CREATE INDEX "IX_Responses_SurveyVersionId" ON "Responses" ("SurveyVersionId");

CREATE UNIQUE INDEX "IX_Reversals_RedemptionId" ON "Reversals" ("RedemptionId");

CREATE INDEX "IX_Reversals_StaffId" ON "Reversals" ("StaffId");

CREATE UNIQUE INDEX "IX_Shoppers_EmailKey" ON "Shoppers" ("EmailKey");

CREATE UNIQUE INDEX "IX_Shoppers_LoyaltyCard" ON "Shoppers" ("LoyaltyCard");

CREATE UNIQUE INDEX "IX_Shoppers_PostKey" ON "Shoppers" ("PostKey");

CREATE INDEX "IX_SignInLinks_ShopperId" ON "SignInLinks" ("ShopperId");

CREATE UNIQUE INDEX "IX_SurveyVersions_SurveyKey_Number" ON "SurveyVersions" ("SurveyKey", "Number");

CREATE UNIQUE INDEX "IX_Sweepstakes_DrawId" ON "Sweepstakes" ("DrawId");

CREATE UNIQUE INDEX "IX_SweepstakesEntries_AwardId" ON "SweepstakesEntries" ("AwardId");

CREATE INDEX "IX_SweepstakesEntries_HouseholdId" ON "SweepstakesEntries" ("HouseholdId");

CREATE INDEX "IX_SweepstakesEntries_ShopperId" ON "SweepstakesEntries" ("ShopperId");

CREATE INDEX "IX_SweepstakesEntries_SweepstakesId_Id" ON "SweepstakesEntries" ("SweepstakesId", "Id");

CREATE UNIQUE INDEX "IX_Vouchers_AwardId" ON "Vouchers" ("AwardId");

CREATE UNIQUE INDEX "IX_Vouchers_CodeHash" ON "Vouchers" ("CodeHash");

CREATE INDEX "IX_Vouchers_Ending" ON "Vouchers" ("Ending");

CREATE INDEX "IX_Vouchers_HoldId" ON "Vouchers" ("HoldId");

CREATE UNIQUE INDEX "IX_Vouchers_ReplacesId" ON "Vouchers" ("ReplacesId");

CREATE INDEX "IX_Vouchers_ShopperId" ON "Vouchers" ("ShopperId");

CREATE INDEX "IX_WebhookDeliveries_DueAt" ON "WebhookDeliveries" ("DueAt");

CREATE INDEX "IX_WebhookDeliveries_WebhookId_QueuedAt" ON "WebhookDeliveries" ("WebhookId", "QueuedAt");

CREATE INDEX "IX_Webhooks_CreatedById" ON "Webhooks" ("CreatedById");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261122184314_Initial', '10.0.14');

COMMIT;

