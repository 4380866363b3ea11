-- Made from the migrations by db/generate.sh.

IF OBJECT_ID(N'[__EFMigrationsHistory]') IS NULL
BEGIN
    CREATE TABLE [__EFMigrationsHistory] (
        [MigrationId] nvarchar(150) NOT NULL,
        [ProductVersion] nvarchar(32) NOT NULL,
        CONSTRAINT [PK___EFMigrationsHistory] PRIMARY KEY ([MigrationId])
    );
END;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [AspNetRoles] (
        [Id] uniqueidentifier NOT NULL,
        [Name] nvarchar(256) NULL,
        [NormalizedName] nvarchar(256) NULL,
        [ConcurrencyStamp] nvarchar(max) NULL,
        CONSTRAINT [PK_AspNetRoles] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [AuditChecks] (
        [Id] uniqueidentifier NOT NULL,
        [Links] bigint NOT NULL,
        [HeadHash] varbinary(32) NOT NULL,
        [Fault] nvarchar(300) NULL,
        [StartedAt] datetime2 NOT NULL,
        [FinishedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_AuditChecks] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [AuditEvents] (
        [Id] uniqueidentifier NOT NULL,
        [Act] int NOT NULL,
        [ActorId] uniqueidentifier NULL,
        [SubjectId] uniqueidentifier NULL,
        [SubjectNumber] int NULL,
        [Detail] nvarchar(1000) NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_AuditEvents] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [AuditLinks] (
        [Sequence] bigint NOT NULL,
        [Kind] int NOT NULL,
        [SubjectId] uniqueidentifier NOT NULL,
        [ContentHash] binary(32) NOT NULL,
        [At] datetime2 NOT NULL,
        [Hash] binary(32) NOT NULL,
        CONSTRAINT [PK_AuditLinks] PRIMARY KEY ([Sequence])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [CodeAttempts] (
        [Id] bigint NOT NULL IDENTITY,
        [Client] varbinary(16) NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_CodeAttempts] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [DispositionEvidence] (
        [Id] uniqueidentifier NOT NULL,
        [Code] nvarchar(64) NOT NULL,
        [Hash] varbinary(32) NOT NULL,
        [SealedDocument] varbinary(max) NOT NULL,
        [FileType] nvarchar(40) NULL,
        [SealedFile] varbinary(max) NULL,
        CONSTRAINT [PK_DispositionEvidence] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [ExcludedPeople] (
        [Id] uniqueidentifier NOT NULL,
        [EmailKey] nvarchar(254) NULL,
        [HouseholdId] uniqueidentifier NULL,
        [SealedDetails] varbinary(4000) NOT NULL,
        [By] uniqueidentifier NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_ExcludedPeople] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [LedgerChecks] (
        [Id] uniqueidentifier NOT NULL,
        [Lines] bigint NOT NULL,
        [Lots] bigint NOT NULL,
        [Points] bigint NOT NULL,
        [Faults] bigint NOT NULL,
        [FirstFault] nvarchar(200) NULL,
        [StartedAt] datetime2 NOT NULL,
        [FinishedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_LedgerChecks] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [OutboxMails] (
        [Id] uniqueidentifier NOT NULL,
        [Kind] int NOT NULL,
        [SubjectId] uniqueidentifier NOT NULL,
        [Recipient] nvarchar(254) NOT NULL,
        [Language] nvarchar(2) NOT NULL,
        [QueuedAt] datetime2 NOT NULL,
        [DueAt] datetime2 NULL,
        [Attempts] int NOT NULL,
        [SentAt] datetime2 NULL,
        [LastError] nvarchar(500) NULL,
        CONSTRAINT [PK_OutboxMails] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [Promotions] (
        [Id] int NOT NULL IDENTITY,
        [Key] nvarchar(40) NOT NULL,
        [Kind] int NOT NULL,
        [Name] nvarchar(120) NOT NULL,
        [Rule] nvarchar(max) NOT NULL,
        [StartsOn] date NOT NULL,
        [EndsOn] date NULL,
        [State] int NOT NULL,
        [Version] int NOT NULL,
        [Group] nvarchar(40) NULL,
        [Priority] int NOT NULL,
        [Stacks] bit NOT NULL,
        [BudgetCents] bigint NULL,
        [BudgetCount] bigint NULL,
        [SpentCents] bigint NOT NULL,
        [AwardedCount] bigint NOT NULL,
        [AlarmedPercent] int NOT NULL,
        CONSTRAINT [PK_Promotions] PRIMARY KEY ([Id]),
        CONSTRAINT [CK_Promotions_Budget] CHECK ("SpentCents" <= "BudgetCents" AND "AwardedCount" <= "BudgetCount")
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [ProtectionKeys] (
        [Id] int NOT NULL IDENTITY,
        [Name] nvarchar(100) NOT NULL,
        [Xml] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_ProtectionKeys] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [Shoppers] (
        [Id] uniqueidentifier NOT NULL,
        [Email] nvarchar(254) NULL,
        [EmailKey] nvarchar(254) NULL,
        [LoyaltyCard] nvarchar(20) NULL,
        [PostKey] uniqueidentifier NULL,
        [HouseholdId] uniqueidentifier NULL,
        [SealedContact] varbinary(2000) NULL,
        [EmailVerifiedAt] datetime2 NULL,
        [FirstName] nvarchar(40) NULL,
        [LastName] nvarchar(40) NULL,
        [Town] nvarchar(60) NULL,
        [Language] nvarchar(2) NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Shoppers] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [Stores] (
        [Number] int NOT NULL,
        [Name] nvarchar(80) NOT NULL,
        [Town] nvarchar(80) NOT NULL,
        [TimeZone] nvarchar(60) NOT NULL,
        [TakesPart] bit NOT NULL,
        CONSTRAINT [PK_Stores] PRIMARY KEY ([Number])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [SurveyVersions] (
        [Id] int NOT NULL IDENTITY,
        [SurveyKey] nvarchar(40) NOT NULL,
        [Number] int NOT NULL,
        [Definition] nvarchar(max) NOT NULL,
        [PublishedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_SurveyVersions] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [Sweepstakes] (
        [Id] int NOT NULL IDENTITY,
        [DrawId] nvarchar(40) NOT NULL,
        [OpensAt] datetime2 NOT NULL,
        [ClosesAt] datetime2 NOT NULL,
        [Rules] nvarchar(max) NOT NULL,
        [Prizes] nvarchar(max) NOT NULL,
        [EntriesAPerson] int NOT NULL,
        [EntriesAHousehold] int NOT NULL,
        [MinimumAge] int NOT NULL,
        [VoidIn] nvarchar(160) NOT NULL,
        [ClaimDays] int NOT NULL,
        [PrizeValues] nvarchar(max) NOT NULL,
        [Sponsor] nvarchar(300) NOT NULL,
        [Status] int NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Sweepstakes] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [SweepstakesTemplates] (
        [Number] int NOT NULL,
        [Sponsor] nvarchar(300) NOT NULL,
        [MailInAddress] nvarchar(300) NOT NULL,
        [EntriesAPerson] int NOT NULL,
        [EntriesAHousehold] int NOT NULL,
        [MinimumAge] int NOT NULL,
        [VoidIn] nvarchar(160) NOT NULL,
        [ClaimDays] int NOT NULL,
        [Prizes] nvarchar(max) NOT NULL,
        [By] uniqueidentifier NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_SweepstakesTemplates] PRIMARY KEY ([Number])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [AspNetRoleClaims] (
        [Id] int NOT NULL IDENTITY,
        [RoleId] uniqueidentifier NOT NULL,
        [ClaimType] nvarchar(max) NULL,
        [ClaimValue] nvarchar(max) NULL,
        CONSTRAINT [PK_AspNetRoleClaims] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AspNetRoleClaims_AspNetRoles_RoleId] FOREIGN KEY ([RoleId]) REFERENCES [AspNetRoles] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [PromotionAlarms] (
        [Id] uniqueidentifier NOT NULL,
        [PromotionId] int NOT NULL,
        [Percent] int NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_PromotionAlarms] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_PromotionAlarms_Promotions_PromotionId] FOREIGN KEY ([PromotionId]) REFERENCES [Promotions] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [PromotionCounts] (
        [PromotionId] int NOT NULL,
        [Scope] int NOT NULL,
        [Period] int NOT NULL,
        [StartsOn] date NOT NULL,
        [Subject] int NOT NULL,
        [Count] int NOT NULL,
        CONSTRAINT [PK_PromotionCounts] PRIMARY KEY ([PromotionId], [Scope], [Period], [StartsOn], [Subject]),
        CONSTRAINT [FK_PromotionCounts_Promotions_PromotionId] FOREIGN KEY ([PromotionId]) REFERENCES [Promotions] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [SignInLinks] (
        [Id] uniqueidentifier NOT NULL,
        [ShopperId] uniqueidentifier NOT NULL,
        [ExpiresAt] datetime2 NOT NULL,
        [UsedAt] datetime2 NULL,
        CONSTRAINT [PK_SignInLinks] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_SignInLinks_Shoppers_ShopperId] FOREIGN KEY ([ShopperId]) REFERENCES [Shoppers] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [AspNetUsers] (
        [Id] uniqueidentifier NOT NULL,
        [StoreNumber] int NULL,
        [UserName] nvarchar(256) NULL,
        [NormalizedUserName] nvarchar(256) NULL,
        [Email] nvarchar(256) NULL,
        [NormalizedEmail] nvarchar(256) NULL,
        [EmailConfirmed] bit NOT NULL,
        [PasswordHash] nvarchar(max) NULL,
        [SecurityStamp] nvarchar(max) NULL,
        [ConcurrencyStamp] nvarchar(max) NULL,
        [PhoneNumber] nvarchar(256) NULL,
        [PhoneNumberConfirmed] bit NOT NULL,
        [TwoFactorEnabled] bit NOT NULL,
        [LockoutEnd] datetimeoffset NULL,
        [LockoutEnabled] bit NOT NULL,
        [AccessFailedCount] int NOT NULL,
        CONSTRAINT [PK_AspNetUsers] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AspNetUsers_Stores_StoreNumber] FOREIGN KEY ([StoreNumber]) REFERENCES [Stores] ([Number]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [FuelRedemptions] (
        [Id] uniqueidentifier NOT NULL,
        [ShopperId] uniqueidentifier NOT NULL,
        [Points] int NOT NULL,
        [CentsPerGallon] int NOT NULL,
        [MaximumGallons] int NOT NULL,
        [PointsLeft] int NOT NULL,
        [StoreNumber] int NOT NULL,
        [ActorId] uniqueidentifier NOT NULL,
        [Cashier] nvarchar(40) NULL,
        [Register] int NULL,
        [IdempotencyKey] nvarchar(64) NOT NULL,
        [RequestHash] varbinary(32) NOT NULL,
        [At] datetime2 NOT NULL,
        [BusinessDay] date NOT NULL,
        CONSTRAINT [PK_FuelRedemptions] PRIMARY KEY ([Id]),
        CONSTRAINT [CK_FuelRedemptions_Points] CHECK ("Points" > 0 AND "PointsLeft" >= 0),
        CONSTRAINT [FK_FuelRedemptions_Shoppers_ShopperId] FOREIGN KEY ([ShopperId]) REFERENCES [Shoppers] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_FuelRedemptions_Stores_StoreNumber] FOREIGN KEY ([StoreNumber]) REFERENCES [Stores] ([Number]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [Receipts] (
        [Id] bigint NOT NULL,
        [StoreNumber] int NOT NULL,
        [BusinessDay] date NOT NULL,
        [PurchasedAt] nvarchar(19) NULL,
        [TotalCents] bigint NULL,
        [RefundedCents] bigint NOT NULL DEFAULT CAST(0 AS bigint),
        [LineItems] int NULL,
        [Departments] nvarchar(400) NOT NULL,
        [Household] nvarchar(20) NULL,
        [LoyaltyCard] nvarchar(20) NULL,
        CONSTRAINT [PK_Receipts] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Receipts_Stores_StoreNumber] FOREIGN KEY ([StoreNumber]) REFERENCES [Stores] ([Number]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [RedemptionCounts] (
        [StoreNumber] int NOT NULL,
        [Hour] datetime2 NOT NULL,
        [Scope] int NOT NULL,
        [Subject] nvarchar(80) NOT NULL,
        [Count] int NOT NULL,
        [Cents] bigint NOT NULL,
        CONSTRAINT [PK_RedemptionCounts] PRIMARY KEY ([StoreNumber], [Hour], [Scope], [Subject]),
        CONSTRAINT [FK_RedemptionCounts_Stores_StoreNumber] FOREIGN KEY ([StoreNumber]) REFERENCES [Stores] ([Number]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [DrawingOutlines] (
        [SweepstakesId] int NOT NULL,
        [Bytes] varbinary(max) NOT NULL,
        CONSTRAINT [PK_DrawingOutlines] PRIMARY KEY ([SweepstakesId]),
        CONSTRAINT [FK_DrawingOutlines_Sweepstakes_SweepstakesId] FOREIGN KEY ([SweepstakesId]) REFERENCES [Sweepstakes] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [Drawings] (
        [Id] int NOT NULL IDENTITY,
        [SweepstakesId] int NOT NULL,
        [EntryCount] bigint NOT NULL,
        [Root] varbinary(32) NOT NULL,
        [FrozenAt] datetime2 NOT NULL,
        [FrozenBy] uniqueidentifier NOT NULL,
        [Manifest] varbinary(1000) NULL,
        [Commit] varbinary(32) NULL,
        [CommittedAt] datetime2 NULL,
        [CommittedBy] uniqueidentifier NULL,
        [BeaconDescription] nvarchar(1000) NULL,
        [BeaconRound] bigint NULL,
        [AnnouncementAt] datetime2 NULL,
        [Announced] nvarchar(1000) NULL,
        [BeaconSignature] varbinary(48) NULL,
        [Seed] varbinary(32) NULL,
        [DrawnAt] datetime2 NULL,
        [DrawnBy] uniqueidentifier NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Drawings] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Drawings_Sweepstakes_SweepstakesId] FOREIGN KEY ([SweepstakesId]) REFERENCES [Sweepstakes] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [DrawProposals] (
        [Id] uniqueidentifier NOT NULL,
        [SweepstakesId] int NOT NULL,
        [Step] int NOT NULL,
        [Round] bigint NULL,
        [Description] nvarchar(1000) NULL,
        [DueAt] datetime2 NULL,
        [ProposedBy] uniqueidentifier NOT NULL,
        [ProposedAt] datetime2 NOT NULL,
        [Status] int NOT NULL,
        [DecidedBy] uniqueidentifier NULL,
        [DecidedAt] datetime2 NULL,
        [Reason] nvarchar(300) NULL,
        [Waiting] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_DrawProposals] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_DrawProposals_Sweepstakes_SweepstakesId] FOREIGN KEY ([SweepstakesId]) REFERENCES [Sweepstakes] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [EntryCounts] (
        [SweepstakesId] int NOT NULL,
        [Who] uniqueidentifier NOT NULL,
        [Count] int NOT NULL,
        CONSTRAINT [PK_EntryCounts] PRIMARY KEY ([SweepstakesId], [Who]),
        CONSTRAINT [FK_EntryCounts_Sweepstakes_SweepstakesId] FOREIGN KEY ([SweepstakesId]) REFERENCES [Sweepstakes] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [MailInBatches] (
        [Id] uniqueidentifier NOT NULL,
        [SweepstakesId] int NOT NULL,
        [Status] int NOT NULL,
        [TypedBy] uniqueidentifier NOT NULL,
        [StartedAt] datetime2 NOT NULL,
        [SubmittedAt] datetime2 NULL,
        [CheckedBy] uniqueidentifier NULL,
        [CheckedAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_MailInBatches] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_MailInBatches_Sweepstakes_SweepstakesId] FOREIGN KEY ([SweepstakesId]) REFERENCES [Sweepstakes] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [Alerts] (
        [Id] uniqueidentifier NOT NULL,
        [Kind] int NOT NULL,
        [Subject] nvarchar(120) NOT NULL,
        [Who] nvarchar(120) NOT NULL,
        [StoreNumber] int NULL,
        [Count] int NOT NULL,
        [Evidence] nvarchar(4000) NOT NULL,
        [Day] date NOT NULL,
        [At] datetime2 NOT NULL,
        [AcknowledgedAt] datetime2 NULL,
        [AcknowledgedById] uniqueidentifier NULL,
        [Note] nvarchar(300) NULL,
        CONSTRAINT [PK_Alerts] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Alerts_AspNetUsers_AcknowledgedById] FOREIGN KEY ([AcknowledgedById]) REFERENCES [AspNetUsers] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [ApiKeys] (
        [Id] uniqueidentifier NOT NULL,
        [Name] nvarchar(60) NOT NULL,
        [Prefix] nvarchar(8) NOT NULL,
        [Hash] varbinary(32) NOT NULL,
        [StoreNumber] int NULL,
        [Scopes] nvarchar(200) NOT NULL,
        [CreatedById] uniqueidentifier NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [RevokedById] uniqueidentifier NULL,
        [RevokedAt] datetime2 NULL,
        [LastUsedAt] datetime2 NULL,
        CONSTRAINT [PK_ApiKeys] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ApiKeys_AspNetUsers_CreatedById] FOREIGN KEY ([CreatedById]) REFERENCES [AspNetUsers] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ApiKeys_AspNetUsers_RevokedById] FOREIGN KEY ([RevokedById]) REFERENCES [AspNetUsers] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ApiKeys_Stores_StoreNumber] FOREIGN KEY ([StoreNumber]) REFERENCES [Stores] ([Number]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [AspNetUserClaims] (
        [Id] int NOT NULL IDENTITY,
        [UserId] uniqueidentifier NOT NULL,
        [ClaimType] nvarchar(max) NULL,
        [ClaimValue] nvarchar(max) NULL,
        CONSTRAINT [PK_AspNetUserClaims] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AspNetUserClaims_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [AspNetUserLogins] (
        [LoginProvider] nvarchar(128) NOT NULL,
        [ProviderKey] nvarchar(128) NOT NULL,
        [ProviderDisplayName] nvarchar(max) NULL,
        [UserId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_AspNetUserLogins] PRIMARY KEY ([LoginProvider], [ProviderKey]),
        CONSTRAINT [FK_AspNetUserLogins_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [AspNetUserPasskeys] (
        [CredentialId] varbinary(1024) NOT NULL,
        [UserId] uniqueidentifier NOT NULL,
        [Data] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_AspNetUserPasskeys] PRIMARY KEY ([CredentialId]),
        CONSTRAINT [FK_AspNetUserPasskeys_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [AspNetUserRoles] (
        [UserId] uniqueidentifier NOT NULL,
        [RoleId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_AspNetUserRoles] PRIMARY KEY ([UserId], [RoleId]),
        CONSTRAINT [FK_AspNetUserRoles_AspNetRoles_RoleId] FOREIGN KEY ([RoleId]) REFERENCES [AspNetRoles] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_AspNetUserRoles_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [AspNetUserTokens] (
        [UserId] uniqueidentifier NOT NULL,
        [LoginProvider] nvarchar(128) NOT NULL,
        [Name] nvarchar(128) NOT NULL,
        [Value] nvarchar(max) NULL,
        CONSTRAINT [PK_AspNetUserTokens] PRIMARY KEY ([UserId], [LoginProvider], [Name]),
        CONSTRAINT [FK_AspNetUserTokens_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [FilingTasks] (
        [Id] uniqueidentifier NOT NULL,
        [DrawId] nvarchar(40) NOT NULL,
        [Rule] nvarchar(60) NOT NULL,
        [Place] nvarchar(60) NOT NULL,
        [Text] nvarchar(300) NOT NULL,
        [TextEs] nvarchar(300) NOT NULL,
        [Source] nvarchar(300) NOT NULL,
        [AsOf] date NOT NULL,
        [DueOn] date NOT NULL,
        [RemindedAt] datetime2 NULL,
        [DoneAt] datetime2 NULL,
        [DoneBy] uniqueidentifier NULL,
        [Note] nvarchar(300) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_FilingTasks] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_FilingTasks_AspNetUsers_DoneBy] FOREIGN KEY ([DoneBy]) REFERENCES [AspNetUsers] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [FuelPointAdjustments] (
        [Id] uniqueidentifier NOT NULL,
        [ShopperId] uniqueidentifier NOT NULL,
        [Points] int NOT NULL,
        [Reason] nvarchar(200) NOT NULL,
        [ProposedBy] uniqueidentifier NOT NULL,
        [ProposedAt] datetime2 NOT NULL,
        [Status] int NOT NULL,
        [DecidedBy] uniqueidentifier NULL,
        [DecidedAt] datetime2 NULL,
        CONSTRAINT [PK_FuelPointAdjustments] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_FuelPointAdjustments_AspNetUsers_DecidedBy] FOREIGN KEY ([DecidedBy]) REFERENCES [AspNetUsers] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_FuelPointAdjustments_AspNetUsers_ProposedBy] FOREIGN KEY ([ProposedBy]) REFERENCES [AspNetUsers] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_FuelPointAdjustments_Shoppers_ShopperId] FOREIGN KEY ([ShopperId]) REFERENCES [Shoppers] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [Webhooks] (
        [Id] uniqueidentifier NOT NULL,
        [Url] nvarchar(500) NOT NULL,
        [SealedSecret] varbinary(128) NOT NULL,
        [Events] nvarchar(400) NOT NULL,
        [State] int NOT NULL,
        [CreatedById] uniqueidentifier NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_Webhooks] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Webhooks_AspNetUsers_CreatedById] FOREIGN KEY ([CreatedById]) REFERENCES [AspNetUsers] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [FuelRedemptionReversals] (
        [Id] uniqueidentifier NOT NULL,
        [FuelRedemptionId] uniqueidentifier NOT NULL,
        [Reason] int NOT NULL,
        [ActorId] uniqueidentifier NOT NULL,
        [Supervisor] nvarchar(40) NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_FuelRedemptionReversals] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_FuelRedemptionReversals_FuelRedemptions_FuelRedemptionId] FOREIGN KEY ([FuelRedemptionId]) REFERENCES [FuelRedemptions] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [Refunds] (
        [Id] uniqueidentifier NOT NULL,
        [ReceiptId] bigint NOT NULL,
        [Cents] bigint NOT NULL,
        [ActorId] uniqueidentifier NOT NULL,
        [IdempotencyKey] nvarchar(64) NOT NULL,
        [RequestHash] varbinary(32) NOT NULL,
        [Policy] int NOT NULL,
        [PointsTaken] int NOT NULL,
        [PointsLeft] int NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_Refunds] PRIMARY KEY ([Id]),
        CONSTRAINT [CK_Refunds_Cents] CHECK ("Cents" > 0),
        CONSTRAINT [FK_Refunds_Receipts_ReceiptId] FOREIGN KEY ([ReceiptId]) REFERENCES [Receipts] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [Responses] (
        [Id] uniqueidentifier NOT NULL,
        [ReceiptId] bigint NOT NULL,
        [StoreNumber] int NOT NULL,
        [SurveyVersionId] int NOT NULL,
        [Touchpoints] nvarchar(400) NOT NULL,
        [TouchpointsFromReceipt] bit NOT NULL,
        [Language] nvarchar(2) NOT NULL,
        [StartedAt] datetime2 NOT NULL,
        [SubmittedAt] datetime2 NULL,
        [SubmittedOn] date NULL,
        [Reference] nvarchar(12) NULL,
        [MayContact] bit NULL,
        [ShopperId] uniqueidentifier NULL,
        [Channel] int NOT NULL DEFAULT 1,
        [IsGenerated] bit NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Responses] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Responses_Receipts_ReceiptId] FOREIGN KEY ([ReceiptId]) REFERENCES [Receipts] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Responses_Shoppers_ShopperId] FOREIGN KEY ([ShopperId]) REFERENCES [Shoppers] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Responses_Stores_StoreNumber] FOREIGN KEY ([StoreNumber]) REFERENCES [Stores] ([Number]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Responses_SurveyVersions_SurveyVersionId] FOREIGN KEY ([SurveyVersionId]) REFERENCES [SurveyVersions] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [MailInCards] (
        [Id] uniqueidentifier NOT NULL,
        [BatchId] uniqueidentifier NOT NULL,
        [PostmarkedOn] date NOT NULL,
        [SealedCard] varbinary(4000) NOT NULL,
        [Outcome] int NOT NULL,
        [Reason] nvarchar(200) NULL,
        CONSTRAINT [PK_MailInCards] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_MailInCards_MailInBatches_BatchId] FOREIGN KEY ([BatchId]) REFERENCES [MailInBatches] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [WebhookDeliveries] (
        [Id] uniqueidentifier NOT NULL,
        [WebhookId] uniqueidentifier NOT NULL,
        [Event] nvarchar(40) NOT NULL,
        [Payload] nvarchar(2000) NOT NULL,
        [QueuedAt] datetime2 NOT NULL,
        [DueAt] datetime2 NULL,
        [Attempts] int NOT NULL,
        [SentAt] datetime2 NULL,
        [LastStatus] int NULL,
        [LastError] nvarchar(500) NULL,
        CONSTRAINT [PK_WebhookDeliveries] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_WebhookDeliveries_Webhooks_WebhookId] FOREIGN KEY ([WebhookId]) REFERENCES [Webhooks] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [Answers] (
        [ResponseId] uniqueidentifier NOT NULL,
        [Question] nvarchar(40) NOT NULL,
        [Touchpoint] nvarchar(40) NOT NULL,
        [Score] int NULL,
        [Text] nvarchar(2000) NULL,
        CONSTRAINT [PK_Answers] PRIMARY KEY ([ResponseId], [Question], [Touchpoint]),
        CONSTRAINT [FK_Answers_Responses_ResponseId] FOREIGN KEY ([ResponseId]) REFERENCES [Responses] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [Awards] (
        [Id] uniqueidentifier NOT NULL,
        [ResponseId] uniqueidentifier NOT NULL,
        [PromotionId] int NOT NULL,
        [Kind] int NOT NULL,
        [Status] int NOT NULL,
        [Amount] int NOT NULL,
        [ByTotal] bit NOT NULL,
        [ForCents] bigint NULL,
        [Reason] int NOT NULL,
        [ReasonNumber] bigint NULL,
        [ReasonDays] int NULL,
        [HeldUntil] datetime2 NULL,
        [ShopperId] uniqueidentifier NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_Awards] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Awards_Promotions_PromotionId] FOREIGN KEY ([PromotionId]) REFERENCES [Promotions] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Awards_Responses_ResponseId] FOREIGN KEY ([ResponseId]) REFERENCES [Responses] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Awards_Shoppers_ShopperId] FOREIGN KEY ([ShopperId]) REFERENCES [Shoppers] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [FuelPointPostings] (
        [Id] uniqueidentifier NOT NULL,
        [ShopperId] uniqueidentifier NOT NULL,
        [LotNumber] int NOT NULL,
        [Sequence] int NOT NULL,
        [Kind] int NOT NULL,
        [Points] int NOT NULL,
        [BalanceAfter] int NOT NULL,
        [AwardId] uniqueidentifier NULL,
        [FuelRedemptionId] uniqueidentifier NULL,
        [RefundId] uniqueidentifier NULL,
        [AdjustmentId] uniqueidentifier NULL,
        [PostedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_FuelPointPostings] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_FuelPointPostings_Awards_AwardId] FOREIGN KEY ([AwardId]) REFERENCES [Awards] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_FuelPointPostings_FuelPointAdjustments_AdjustmentId] FOREIGN KEY ([AdjustmentId]) REFERENCES [FuelPointAdjustments] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_FuelPointPostings_FuelRedemptions_FuelRedemptionId] FOREIGN KEY ([FuelRedemptionId]) REFERENCES [FuelRedemptions] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_FuelPointPostings_Refunds_RefundId] FOREIGN KEY ([RefundId]) REFERENCES [Refunds] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_FuelPointPostings_Shoppers_ShopperId] FOREIGN KEY ([ShopperId]) REFERENCES [Shoppers] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [SweepstakesEntries] (
        [Id] binary(16) NOT NULL,
        [SweepstakesId] int NOT NULL,
        [ShopperId] uniqueidentifier NOT NULL,
        [Source] int NOT NULL,
        [AwardId] uniqueidentifier NULL,
        [EnteredOn] date NOT NULL,
        [HouseholdId] uniqueidentifier NULL,
        CONSTRAINT [PK_SweepstakesEntries] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_SweepstakesEntries_Awards_AwardId] FOREIGN KEY ([AwardId]) REFERENCES [Awards] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_SweepstakesEntries_Shoppers_ShopperId] FOREIGN KEY ([ShopperId]) REFERENCES [Shoppers] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_SweepstakesEntries_Sweepstakes_SweepstakesId] FOREIGN KEY ([SweepstakesId]) REFERENCES [Sweepstakes] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [Vouchers] (
        [Id] uniqueidentifier NOT NULL,
        [CodeHash] varbinary(32) NOT NULL,
        [SealedCode] varbinary(80) NOT NULL,
        [Ending] nvarchar(4) NOT NULL,
        [ValueCents] int NOT NULL,
        [BalanceCents] int NOT NULL,
        [Stores] nvarchar(2000) NULL,
        [MinimumPurchaseCents] int NOT NULL,
        [SingleUse] bit NOT NULL,
        [AwardId] uniqueidentifier NULL,
        [ReplacesId] uniqueidentifier NULL,
        [ShopperId] uniqueidentifier NULL,
        [IssuedAt] datetime2 NOT NULL,
        [LastDay] date NOT NULL,
        [HoldId] uniqueidentifier NULL,
        [HeldUntil] datetime2 NULL,
        [HeldBy] uniqueidentifier NULL,
        [VoidedAt] datetime2 NULL,
        [VoidedCents] int NOT NULL,
        [VoidReason] int NULL,
        [VoidedById] uniqueidentifier NULL,
        CONSTRAINT [PK_Vouchers] PRIMARY KEY ([Id]),
        CONSTRAINT [CK_Vouchers_Balance] CHECK ("BalanceCents" >= 0 AND "BalanceCents" <= "ValueCents"),
        CONSTRAINT [FK_Vouchers_Awards_AwardId] FOREIGN KEY ([AwardId]) REFERENCES [Awards] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Vouchers_Shoppers_ShopperId] FOREIGN KEY ([ShopperId]) REFERENCES [Shoppers] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Vouchers_Vouchers_ReplacesId] FOREIGN KEY ([ReplacesId]) REFERENCES [Vouchers] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [DrawingPlaces] (
        [Id] uniqueidentifier NOT NULL,
        [DrawingId] int NOT NULL,
        [Place] int NOT NULL,
        [Prize] nvarchar(200) NULL,
        [EntryId] binary(16) NOT NULL,
        [ShopperId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_DrawingPlaces] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_DrawingPlaces_Drawings_DrawingId] FOREIGN KEY ([DrawingId]) REFERENCES [Drawings] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_DrawingPlaces_Shoppers_ShopperId] FOREIGN KEY ([ShopperId]) REFERENCES [Shoppers] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_DrawingPlaces_SweepstakesEntries_EntryId] FOREIGN KEY ([EntryId]) REFERENCES [SweepstakesEntries] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [EntryExclusions] (
        [EntryId] binary(16) NOT NULL,
        [SweepstakesId] int NOT NULL,
        [Reason] nvarchar(64) NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_EntryExclusions] PRIMARY KEY ([EntryId]),
        CONSTRAINT [FK_EntryExclusions_SweepstakesEntries_EntryId] FOREIGN KEY ([EntryId]) REFERENCES [SweepstakesEntries] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_EntryExclusions_Sweepstakes_SweepstakesId] FOREIGN KEY ([SweepstakesId]) REFERENCES [Sweepstakes] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [FreeEntries] (
        [Id] uniqueidentifier NOT NULL,
        [EntryId] binary(16) NOT NULL,
        [SweepstakesId] int NOT NULL,
        [ShopperId] uniqueidentifier NOT NULL,
        [Way] int NOT NULL,
        [EnteredOn] date NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_FreeEntries] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_FreeEntries_Shoppers_ShopperId] FOREIGN KEY ([ShopperId]) REFERENCES [Shoppers] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_FreeEntries_SweepstakesEntries_EntryId] FOREIGN KEY ([EntryId]) REFERENCES [SweepstakesEntries] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_FreeEntries_Sweepstakes_SweepstakesId] FOREIGN KEY ([SweepstakesId]) REFERENCES [Sweepstakes] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [PrizeClaims] (
        [Id] uniqueidentifier NOT NULL,
        [SweepstakesId] int NOT NULL,
        [Prize] int NOT NULL,
        [Turn] int NOT NULL,
        [EntryId] binary(16) NOT NULL,
        [ShopperId] uniqueidentifier NOT NULL,
        [OfferedAt] datetime2 NOT NULL,
        [AnswerBy] datetime2 NULL,
        [Status] int NOT NULL,
        [ToldAt] datetime2 NULL,
        [AnsweredAt] datetime2 NULL,
        [SealedAnswer] varbinary(8000) NULL,
        [Declines] bit NOT NULL,
        [AffidavitAt] datetime2 NULL,
        [AffidavitHash] varbinary(32) NULL,
        [Consent] int NOT NULL,
        [PublicName] nvarchar(80) NULL,
        [PublicTown] nvarchar(60) NULL,
        [CheckedAt] datetime2 NULL,
        [CheckedBy] uniqueidentifier NULL,
        [FulfilledAt] datetime2 NULL,
        [FulfilledBy] uniqueidentifier NULL,
        [GivenCents] int NOT NULL,
        [VoucherId] uniqueidentifier NULL,
        [FulfilNote] nvarchar(300) NULL,
        [ForgottenAt] datetime2 NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_PrizeClaims] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_PrizeClaims_Shoppers_ShopperId] FOREIGN KEY ([ShopperId]) REFERENCES [Shoppers] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_PrizeClaims_SweepstakesEntries_EntryId] FOREIGN KEY ([EntryId]) REFERENCES [SweepstakesEntries] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_PrizeClaims_Sweepstakes_SweepstakesId] FOREIGN KEY ([SweepstakesId]) REFERENCES [Sweepstakes] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_PrizeClaims_Vouchers_VoucherId] FOREIGN KEY ([VoucherId]) REFERENCES [Vouchers] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [Redemptions] (
        [Id] uniqueidentifier NOT NULL,
        [VoucherId] uniqueidentifier NOT NULL,
        [AmountCents] int NOT NULL,
        [BalanceCents] int NOT NULL,
        [StoreNumber] int NOT NULL,
        [ActorId] uniqueidentifier NOT NULL,
        [StaffId] uniqueidentifier NULL,
        [Register] int NULL,
        [Cashier] nvarchar(40) NULL,
        [IdempotencyKey] nvarchar(64) NOT NULL,
        [RequestHash] varbinary(32) NOT NULL,
        [At] datetime2 NOT NULL,
        [BusinessDay] date NOT NULL,
        CONSTRAINT [PK_Redemptions] PRIMARY KEY ([Id]),
        CONSTRAINT [CK_Redemptions_Amount] CHECK ("AmountCents" > 0),
        CONSTRAINT [FK_Redemptions_AspNetUsers_StaffId] FOREIGN KEY ([StaffId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Redemptions_Stores_StoreNumber] FOREIGN KEY ([StoreNumber]) REFERENCES [Stores] ([Number]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Redemptions_Vouchers_VoucherId] FOREIGN KEY ([VoucherId]) REFERENCES [Vouchers] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [Reminders] (
        [Id] uniqueidentifier NOT NULL,
        [ShopperId] uniqueidentifier NOT NULL,
        [LotNumber] int NULL,
        [VoucherId] uniqueidentifier NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_Reminders] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Reminders_Shoppers_ShopperId] FOREIGN KEY ([ShopperId]) REFERENCES [Shoppers] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Reminders_Vouchers_VoucherId] FOREIGN KEY ([VoucherId]) REFERENCES [Vouchers] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [ClaimFiles] (
        [Id] uniqueidentifier NOT NULL,
        [ClaimId] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [Type] nvarchar(40) NOT NULL,
        [SealedBytes] varbinary(max) NOT NULL,
        [AddedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_ClaimFiles] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ClaimFiles_PrizeClaims_ClaimId] FOREIGN KEY ([ClaimId]) REFERENCES [PrizeClaims] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [DispositionProposals] (
        [Id] uniqueidentifier NOT NULL,
        [ClaimId] uniqueidentifier NOT NULL,
        [Code] nvarchar(64) NOT NULL,
        [EvidenceId] uniqueidentifier NOT NULL,
        [ProposedBy] uniqueidentifier NOT NULL,
        [ProposedAt] datetime2 NOT NULL,
        [Status] int NOT NULL,
        [DecidedBy] uniqueidentifier NULL,
        [DecidedAt] datetime2 NULL,
        [Reason] nvarchar(300) NULL,
        [Waiting] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_DispositionProposals] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_DispositionProposals_DispositionEvidence_EvidenceId] FOREIGN KEY ([EvidenceId]) REFERENCES [DispositionEvidence] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_DispositionProposals_PrizeClaims_ClaimId] FOREIGN KEY ([ClaimId]) REFERENCES [PrizeClaims] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [RecordedDispositions] (
        [Id] uniqueidentifier NOT NULL,
        [SweepstakesId] int NOT NULL,
        [Number] int NOT NULL,
        [ClaimId] uniqueidentifier NOT NULL,
        [EntryId] binary(16) NOT NULL,
        [EvidenceId] uniqueidentifier NOT NULL,
        [Line] nvarchar(max) NOT NULL,
        [Hash] varbinary(32) NOT NULL,
        [RecordedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_RecordedDispositions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_RecordedDispositions_DispositionEvidence_EvidenceId] FOREIGN KEY ([EvidenceId]) REFERENCES [DispositionEvidence] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_RecordedDispositions_PrizeClaims_ClaimId] FOREIGN KEY ([ClaimId]) REFERENCES [PrizeClaims] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_RecordedDispositions_Sweepstakes_SweepstakesId] FOREIGN KEY ([SweepstakesId]) REFERENCES [Sweepstakes] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [OfflineRedemptions] (
        [Id] uniqueidentifier NOT NULL,
        [VoucherId] uniqueidentifier NULL,
        [VoucherEnding] nvarchar(4) NOT NULL,
        [DeskId] uniqueidentifier NOT NULL,
        [StoreNumber] int NOT NULL,
        [ActorId] uniqueidentifier NOT NULL,
        [StaffId] uniqueidentifier NULL,
        [Register] int NULL,
        [Cashier] nvarchar(40) NULL,
        [AmountCents] int NOT NULL,
        [HappenedAt] datetime2 NOT NULL,
        [ReceivedAt] datetime2 NOT NULL,
        [RequestHash] varbinary(32) NOT NULL,
        [RedemptionId] uniqueidentifier NULL,
        [ReasonCode] nvarchar(60) NULL,
        [Resolution] int NULL,
        [Note] nvarchar(500) NULL,
        [ResolvedById] uniqueidentifier NULL,
        [ResolvedAt] datetime2 NULL,
        CONSTRAINT [PK_OfflineRedemptions] PRIMARY KEY ([Id]),
        CONSTRAINT [CK_OfflineRedemptions_Outcome] CHECK (("RedemptionId" IS NULL AND "ReasonCode" IS NOT NULL) OR ("RedemptionId" IS NOT NULL AND "ReasonCode" IS NULL)),
        CONSTRAINT [FK_OfflineRedemptions_AspNetUsers_ResolvedById] FOREIGN KEY ([ResolvedById]) REFERENCES [AspNetUsers] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_OfflineRedemptions_AspNetUsers_StaffId] FOREIGN KEY ([StaffId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_OfflineRedemptions_Redemptions_RedemptionId] FOREIGN KEY ([RedemptionId]) REFERENCES [Redemptions] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_OfflineRedemptions_Stores_StoreNumber] FOREIGN KEY ([StoreNumber]) REFERENCES [Stores] ([Number]) ON DELETE NO ACTION,
        CONSTRAINT [FK_OfflineRedemptions_Vouchers_VoucherId] FOREIGN KEY ([VoucherId]) REFERENCES [Vouchers] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE TABLE [Reversals] (
        [Id] uniqueidentifier NOT NULL,
        [RedemptionId] uniqueidentifier NOT NULL,
        [AmountCents] int NOT NULL,
        [Reason] int NOT NULL,
        [ActorId] uniqueidentifier NOT NULL,
        [StaffId] uniqueidentifier NULL,
        [Supervisor] nvarchar(40) NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_Reversals] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Reversals_AspNetUsers_StaffId] FOREIGN KEY ([StaffId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Reversals_Redemptions_RedemptionId] FOREIGN KEY ([RedemptionId]) REFERENCES [Redemptions] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_Alerts_AcknowledgedAt_At] ON [Alerts] ([AcknowledgedAt], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_Alerts_AcknowledgedById] ON [Alerts] ([AcknowledgedById]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Alerts_Kind_Subject_Day] ON [Alerts] ([Kind], [Subject], [Day]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_ApiKeys_CreatedById] ON [ApiKeys] ([CreatedById]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ApiKeys_Hash] ON [ApiKeys] ([Hash]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_ApiKeys_RevokedById] ON [ApiKeys] ([RevokedById]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_ApiKeys_StoreNumber] ON [ApiKeys] ([StoreNumber]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_AspNetRoleClaims_RoleId] ON [AspNetRoleClaims] ([RoleId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [RoleNameIndex] ON [AspNetRoles] ([NormalizedName]) WHERE [NormalizedName] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_AspNetUserClaims_UserId] ON [AspNetUserClaims] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_AspNetUserLogins_UserId] ON [AspNetUserLogins] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_AspNetUserPasskeys_UserId] ON [AspNetUserPasskeys] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_AspNetUserRoles_RoleId] ON [AspNetUserRoles] ([RoleId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [EmailIndex] ON [AspNetUsers] ([NormalizedEmail]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_AspNetUsers_StoreNumber] ON [AspNetUsers] ([StoreNumber]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [UserNameIndex] ON [AspNetUsers] ([NormalizedUserName]) WHERE [NormalizedUserName] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_AuditChecks_FinishedAt] ON [AuditChecks] ([FinishedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_AuditEvents_Act_At] ON [AuditEvents] ([Act], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_AuditEvents_ActorId_At] ON [AuditEvents] ([ActorId], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_AuditEvents_At] ON [AuditEvents] ([At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_AuditLinks_Kind_SubjectId] ON [AuditLinks] ([Kind], [SubjectId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_Awards_PromotionId_Status_At] ON [Awards] ([PromotionId], [Status], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Awards_ResponseId_PromotionId] ON [Awards] ([ResponseId], [PromotionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_Awards_ShopperId_PromotionId_At] ON [Awards] ([ShopperId], [PromotionId], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    EXEC(N'CREATE INDEX [IX_Awards_Status] ON [Awards] ([Status]) WHERE "Status" = 4');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ClaimFiles_ClaimId_Number] ON [ClaimFiles] ([ClaimId], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_CodeAttempts_At] ON [CodeAttempts] ([At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_CodeAttempts_Client_At] ON [CodeAttempts] ([Client], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_DispositionProposals_ClaimId_Waiting] ON [DispositionProposals] ([ClaimId], [Waiting]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_DispositionProposals_EvidenceId] ON [DispositionProposals] ([EvidenceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_DrawingPlaces_DrawingId_Place] ON [DrawingPlaces] ([DrawingId], [Place]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_DrawingPlaces_EntryId] ON [DrawingPlaces] ([EntryId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_DrawingPlaces_ShopperId] ON [DrawingPlaces] ([ShopperId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Drawings_SweepstakesId] ON [Drawings] ([SweepstakesId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_DrawProposals_SweepstakesId_Step_Waiting] ON [DrawProposals] ([SweepstakesId], [Step], [Waiting]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_EntryExclusions_SweepstakesId] ON [EntryExclusions] ([SweepstakesId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_ExcludedPeople_At] ON [ExcludedPeople] ([At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_FilingTasks_DoneAt_DueOn] ON [FilingTasks] ([DoneAt], [DueOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_FilingTasks_DoneBy] ON [FilingTasks] ([DoneBy]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_FilingTasks_DrawId_Rule] ON [FilingTasks] ([DrawId], [Rule]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_FreeEntries_EntryId] ON [FreeEntries] ([EntryId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_FreeEntries_ShopperId_EnteredOn] ON [FreeEntries] ([ShopperId], [EnteredOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_FreeEntries_SweepstakesId] ON [FreeEntries] ([SweepstakesId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_FuelPointAdjustments_DecidedBy] ON [FuelPointAdjustments] ([DecidedBy]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_FuelPointAdjustments_ProposedBy] ON [FuelPointAdjustments] ([ProposedBy]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_FuelPointAdjustments_ShopperId_ProposedAt] ON [FuelPointAdjustments] ([ShopperId], [ProposedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_FuelPointAdjustments_Status_ProposedAt] ON [FuelPointAdjustments] ([Status], [ProposedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_FuelPointPostings_AdjustmentId_LotNumber] ON [FuelPointPostings] ([AdjustmentId], [LotNumber]) WHERE "AdjustmentId" IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_FuelPointPostings_AwardId] ON [FuelPointPostings] ([AwardId]) WHERE "AwardId" IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_FuelPointPostings_FuelRedemptionId_LotNumber_Kind] ON [FuelPointPostings] ([FuelRedemptionId], [LotNumber], [Kind]) WHERE "FuelRedemptionId" IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_FuelPointPostings_RefundId_LotNumber] ON [FuelPointPostings] ([RefundId], [LotNumber]) WHERE "RefundId" IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_FuelPointPostings_ShopperId_LotNumber_Sequence] ON [FuelPointPostings] ([ShopperId], [LotNumber], [Sequence]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_FuelRedemptionReversals_FuelRedemptionId] ON [FuelRedemptionReversals] ([FuelRedemptionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_FuelRedemptions_ActorId_IdempotencyKey] ON [FuelRedemptions] ([ActorId], [IdempotencyKey]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_FuelRedemptions_ShopperId_At] ON [FuelRedemptions] ([ShopperId], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_FuelRedemptions_StoreNumber_BusinessDay_At] ON [FuelRedemptions] ([StoreNumber], [BusinessDay], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_LedgerChecks_FinishedAt] ON [LedgerChecks] ([FinishedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_MailInBatches_SweepstakesId_StartedAt] ON [MailInBatches] ([SweepstakesId], [StartedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_MailInCards_BatchId] ON [MailInCards] ([BatchId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_OfflineRedemptions_RedemptionId] ON [OfflineRedemptions] ([RedemptionId]) WHERE [RedemptionId] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_OfflineRedemptions_RedemptionId_ResolvedAt_ReceivedAt] ON [OfflineRedemptions] ([RedemptionId], [ResolvedAt], [ReceivedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_OfflineRedemptions_ResolvedById] ON [OfflineRedemptions] ([ResolvedById]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_OfflineRedemptions_StaffId] ON [OfflineRedemptions] ([StaffId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_OfflineRedemptions_StoreNumber] ON [OfflineRedemptions] ([StoreNumber]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_OfflineRedemptions_VoucherId] ON [OfflineRedemptions] ([VoucherId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_OutboxMails_DueAt] ON [OutboxMails] ([DueAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_PrizeClaims_EntryId] ON [PrizeClaims] ([EntryId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_PrizeClaims_FulfilledAt] ON [PrizeClaims] ([FulfilledAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_PrizeClaims_ShopperId] ON [PrizeClaims] ([ShopperId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_PrizeClaims_Status_AnswerBy] ON [PrizeClaims] ([Status], [AnswerBy]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_PrizeClaims_SweepstakesId_Prize_Turn] ON [PrizeClaims] ([SweepstakesId], [Prize], [Turn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_PrizeClaims_VoucherId] ON [PrizeClaims] ([VoucherId]) WHERE [VoucherId] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_PromotionAlarms_PromotionId_Percent] ON [PromotionAlarms] ([PromotionId], [Percent]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Promotions_Key] ON [Promotions] ([Key]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_Receipts_BusinessDay_StoreNumber] ON [Receipts] ([BusinessDay], [StoreNumber]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_Receipts_StoreNumber] ON [Receipts] ([StoreNumber]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_RecordedDispositions_ClaimId] ON [RecordedDispositions] ([ClaimId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_RecordedDispositions_EvidenceId] ON [RecordedDispositions] ([EvidenceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_RecordedDispositions_SweepstakesId_Number] ON [RecordedDispositions] ([SweepstakesId], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Redemptions_ActorId_IdempotencyKey] ON [Redemptions] ([ActorId], [IdempotencyKey]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_Redemptions_StaffId] ON [Redemptions] ([StaffId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_Redemptions_StoreNumber_BusinessDay_At] ON [Redemptions] ([StoreNumber], [BusinessDay], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_Redemptions_VoucherId] ON [Redemptions] ([VoucherId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Refunds_ActorId_IdempotencyKey] ON [Refunds] ([ActorId], [IdempotencyKey]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_Refunds_ReceiptId] ON [Refunds] ([ReceiptId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Reminders_ShopperId_LotNumber] ON [Reminders] ([ShopperId], [LotNumber]) WHERE "LotNumber" IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Reminders_VoucherId] ON [Reminders] ([VoucherId]) WHERE "VoucherId" IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Responses_ReceiptId] ON [Responses] ([ReceiptId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Responses_Reference] ON [Responses] ([Reference]) WHERE [Reference] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_Responses_ShopperId] ON [Responses] ([ShopperId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_Responses_StoreNumber] ON [Responses] ([StoreNumber]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_Responses_SubmittedAt] ON [Responses] ([SubmittedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_Responses_SubmittedOn_StoreNumber] ON [Responses] ([SubmittedOn], [StoreNumber]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_Responses_SurveyVersionId] ON [Responses] ([SurveyVersionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Reversals_RedemptionId] ON [Reversals] ([RedemptionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_Reversals_StaffId] ON [Reversals] ([StaffId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Shoppers_EmailKey] ON [Shoppers] ([EmailKey]) WHERE [EmailKey] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Shoppers_LoyaltyCard] ON [Shoppers] ([LoyaltyCard]) WHERE [LoyaltyCard] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Shoppers_PostKey] ON [Shoppers] ([PostKey]) WHERE [PostKey] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_SignInLinks_ShopperId] ON [SignInLinks] ([ShopperId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_SurveyVersions_SurveyKey_Number] ON [SurveyVersions] ([SurveyKey], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Sweepstakes_DrawId] ON [Sweepstakes] ([DrawId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_SweepstakesEntries_AwardId] ON [SweepstakesEntries] ([AwardId]) WHERE [AwardId] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_SweepstakesEntries_HouseholdId] ON [SweepstakesEntries] ([HouseholdId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_SweepstakesEntries_ShopperId] ON [SweepstakesEntries] ([ShopperId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_SweepstakesEntries_SweepstakesId_Id] ON [SweepstakesEntries] ([SweepstakesId], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Vouchers_AwardId] ON [Vouchers] ([AwardId]) WHERE [AwardId] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Vouchers_CodeHash] ON [Vouchers] ([CodeHash]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_Vouchers_Ending] ON [Vouchers] ([Ending]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_Vouchers_HoldId] ON [Vouchers] ([HoldId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Vouchers_ReplacesId] ON [Vouchers] ([ReplacesId]) WHERE [ReplacesId] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_Vouchers_ShopperId] ON [Vouchers] ([ShopperId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_WebhookDeliveries_DueAt] ON [WebhookDeliveries] ([DueAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_WebhookDeliveries_WebhookId_QueuedAt] ON [WebhookDeliveries] ([WebhookId], [QueuedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    CREATE INDEX [IX_Webhooks_CreatedById] ON [Webhooks] ([CreatedById]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122184319_Initial'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122184319_Initial', N'10.0.14');
END;

COMMIT;
GO

