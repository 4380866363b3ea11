using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rewards.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AspNetRoles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    NormalizedName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetRoles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditChecks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Links = table.Column<long>(type: "bigint", nullable: false),
                    HeadHash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    Fault = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditChecks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditEvents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Act = table.Column<int>(type: "int", nullable: false),
                    ActorId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SubjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SubjectNumber = table.Column<int>(type: "int", nullable: true),
                    Detail = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEvents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditLinks",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ContentHash = table.Column<byte[]>(type: "binary(32)", fixedLength: true, maxLength: 32, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Hash = table.Column<byte[]>(type: "binary(32)", fixedLength: true, maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditLinks", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "CodeAttempts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Client = table.Column<byte[]>(type: "varbinary(16)", maxLength: 16, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CodeAttempts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DispositionEvidence",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Hash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    SealedDocument = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    FileType = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    SealedFile = table.Column<byte[]>(type: "varbinary(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DispositionEvidence", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ExcludedPeople",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EmailKey = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    HouseholdId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SealedDetails = table.Column<byte[]>(type: "varbinary(4000)", maxLength: 4000, nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExcludedPeople", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LedgerChecks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Lines = table.Column<long>(type: "bigint", nullable: false),
                    Lots = table.Column<long>(type: "bigint", nullable: false),
                    Points = table.Column<long>(type: "bigint", nullable: false),
                    Faults = table.Column<long>(type: "bigint", nullable: false),
                    FirstFault = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerChecks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OutboxMails",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Recipient = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    Language = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: false),
                    QueuedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DueAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    SentAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LastError = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutboxMails", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Promotions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Key = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Rule = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    State = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Group = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Priority = table.Column<int>(type: "int", nullable: false),
                    Stacks = table.Column<bool>(type: "bit", nullable: false),
                    BudgetCents = table.Column<long>(type: "bigint", nullable: true),
                    BudgetCount = table.Column<long>(type: "bigint", nullable: true),
                    SpentCents = table.Column<long>(type: "bigint", nullable: false),
                    AwardedCount = table.Column<long>(type: "bigint", nullable: false),
                    AlarmedPercent = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Promotions", x => x.Id);
                    table.CheckConstraint("CK_Promotions_Budget", "\"SpentCents\" <= \"BudgetCents\" AND \"AwardedCount\" <= \"BudgetCount\"");
                });

            migrationBuilder.CreateTable(
                name: "ProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Xml = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Shoppers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Email = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    EmailKey = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    LoyaltyCard = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    PostKey = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    HouseholdId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SealedContact = table.Column<byte[]>(type: "varbinary(2000)", maxLength: 2000, nullable: true),
                    EmailVerifiedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    FirstName = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    LastName = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Town = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Language = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Shoppers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Stores",
                columns: table => new
                {
                    Number = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Town = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    TimeZone = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    TakesPart = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Stores", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "SurveyVersions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SurveyKey = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Definition = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurveyVersions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Sweepstakes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    DrawId = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    OpensAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ClosesAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Rules = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Prizes = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    EntriesAPerson = table.Column<int>(type: "int", nullable: false),
                    EntriesAHousehold = table.Column<int>(type: "int", nullable: false),
                    MinimumAge = table.Column<int>(type: "int", nullable: false),
                    VoidIn = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    ClaimDays = table.Column<int>(type: "int", nullable: false),
                    PrizeValues = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Sponsor = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Status = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sweepstakes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SweepstakesTemplates",
                columns: table => new
                {
                    Number = table.Column<int>(type: "int", nullable: false),
                    Sponsor = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    MailInAddress = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    EntriesAPerson = table.Column<int>(type: "int", nullable: false),
                    EntriesAHousehold = table.Column<int>(type: "int", nullable: false),
                    MinimumAge = table.Column<int>(type: "int", nullable: false),
                    VoidIn = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    ClaimDays = table.Column<int>(type: "int", nullable: false),
                    Prizes = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SweepstakesTemplates", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "AspNetRoleClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    RoleId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClaimType = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    ClaimValue = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetRoleClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetRoleClaims_AspNetRoles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "AspNetRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PromotionAlarms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PromotionId = table.Column<int>(type: "int", nullable: false),
                    Percent = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PromotionAlarms", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PromotionAlarms_Promotions_PromotionId",
                        column: x => x.PromotionId,
                        principalTable: "Promotions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PromotionCounts",
                columns: table => new
                {
                    PromotionId = table.Column<int>(type: "int", nullable: false),
                    Scope = table.Column<int>(type: "int", nullable: false),
                    Period = table.Column<int>(type: "int", nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Subject = table.Column<int>(type: "int", nullable: false),
                    Count = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PromotionCounts", x => new { x.PromotionId, x.Scope, x.Period, x.StartsOn, x.Subject });
                    table.ForeignKey(
                        name: "FK_PromotionCounts_Promotions_PromotionId",
                        column: x => x.PromotionId,
                        principalTable: "Promotions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SignInLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ShopperId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SignInLinks_Shoppers_ShopperId",
                        column: x => x.ShopperId,
                        principalTable: "Shoppers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUsers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StoreNumber = table.Column<int>(type: "int", nullable: true),
                    UserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "bit", nullable: false),
                    PasswordHash = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    SecurityStamp = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    PhoneNumber = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "bit", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "bit", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "bit", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUsers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUsers_Stores_StoreNumber",
                        column: x => x.StoreNumber,
                        principalTable: "Stores",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FuelRedemptions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ShopperId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Points = table.Column<int>(type: "int", nullable: false),
                    CentsPerGallon = table.Column<int>(type: "int", nullable: false),
                    MaximumGallons = table.Column<int>(type: "int", nullable: false),
                    PointsLeft = table.Column<int>(type: "int", nullable: false),
                    StoreNumber = table.Column<int>(type: "int", nullable: false),
                    ActorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Cashier = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Register = table.Column<int>(type: "int", nullable: true),
                    IdempotencyKey = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    RequestHash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    BusinessDay = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FuelRedemptions", x => x.Id);
                    table.CheckConstraint("CK_FuelRedemptions_Points", "\"Points\" > 0 AND \"PointsLeft\" >= 0");
                    table.ForeignKey(
                        name: "FK_FuelRedemptions_Shoppers_ShopperId",
                        column: x => x.ShopperId,
                        principalTable: "Shoppers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FuelRedemptions_Stores_StoreNumber",
                        column: x => x.StoreNumber,
                        principalTable: "Stores",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Receipts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    StoreNumber = table.Column<int>(type: "int", nullable: false),
                    BusinessDay = table.Column<DateOnly>(type: "date", nullable: false),
                    PurchasedAt = table.Column<string>(type: "nvarchar(19)", maxLength: 19, nullable: true),
                    TotalCents = table.Column<long>(type: "bigint", nullable: true),
                    RefundedCents = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    LineItems = table.Column<int>(type: "int", nullable: true),
                    Departments = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Household = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    LoyaltyCard = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Receipts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Receipts_Stores_StoreNumber",
                        column: x => x.StoreNumber,
                        principalTable: "Stores",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RedemptionCounts",
                columns: table => new
                {
                    StoreNumber = table.Column<int>(type: "int", nullable: false),
                    Hour = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Scope = table.Column<int>(type: "int", nullable: false),
                    Subject = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Count = table.Column<int>(type: "int", nullable: false),
                    Cents = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RedemptionCounts", x => new { x.StoreNumber, x.Hour, x.Scope, x.Subject });
                    table.ForeignKey(
                        name: "FK_RedemptionCounts_Stores_StoreNumber",
                        column: x => x.StoreNumber,
                        principalTable: "Stores",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DrawingOutlines",
                columns: table => new
                {
                    SweepstakesId = table.Column<int>(type: "int", nullable: false),
                    Bytes = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DrawingOutlines", x => x.SweepstakesId);
                    table.ForeignKey(
                        name: "FK_DrawingOutlines_Sweepstakes_SweepstakesId",
                        column: x => x.SweepstakesId,
                        principalTable: "Sweepstakes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Drawings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SweepstakesId = table.Column<int>(type: "int", nullable: false),
                    EntryCount = table.Column<long>(type: "bigint", nullable: false),
                    Root = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    FrozenAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    FrozenBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Manifest = table.Column<byte[]>(type: "varbinary(1000)", maxLength: 1000, nullable: true),
                    Commit = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: true),
                    CommittedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CommittedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    BeaconDescription = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    BeaconRound = table.Column<long>(type: "bigint", nullable: true),
                    AnnouncementAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Announced = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    BeaconSignature = table.Column<byte[]>(type: "varbinary(48)", maxLength: 48, nullable: true),
                    Seed = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: true),
                    DrawnAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DrawnBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Drawings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Drawings_Sweepstakes_SweepstakesId",
                        column: x => x.SweepstakesId,
                        principalTable: "Sweepstakes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DrawProposals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SweepstakesId = table.Column<int>(type: "int", nullable: false),
                    Step = table.Column<int>(type: "int", nullable: false),
                    Round = table.Column<long>(type: "bigint", nullable: true),
                    Description = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    DueAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ProposedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Status = table.Column<int>(type: "int", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Waiting = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DrawProposals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DrawProposals_Sweepstakes_SweepstakesId",
                        column: x => x.SweepstakesId,
                        principalTable: "Sweepstakes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EntryCounts",
                columns: table => new
                {
                    SweepstakesId = table.Column<int>(type: "int", nullable: false),
                    Who = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Count = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EntryCounts", x => new { x.SweepstakesId, x.Who });
                    table.ForeignKey(
                        name: "FK_EntryCounts_Sweepstakes_SweepstakesId",
                        column: x => x.SweepstakesId,
                        principalTable: "Sweepstakes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MailInBatches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SweepstakesId = table.Column<int>(type: "int", nullable: false),
                    Status = table.Column<int>(type: "int", nullable: false),
                    TypedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CheckedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CheckedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailInBatches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MailInBatches_Sweepstakes_SweepstakesId",
                        column: x => x.SweepstakesId,
                        principalTable: "Sweepstakes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Alerts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    Subject = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Who = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    StoreNumber = table.Column<int>(type: "int", nullable: true),
                    Count = table.Column<int>(type: "int", nullable: false),
                    Evidence = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AcknowledgedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AcknowledgedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Note = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Alerts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Alerts_AspNetUsers_AcknowledgedById",
                        column: x => x.AcknowledgedById,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ApiKeys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Prefix = table.Column<string>(type: "nvarchar(8)", maxLength: 8, nullable: false),
                    Hash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    StoreNumber = table.Column<int>(type: "int", nullable: true),
                    Scopes = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    CreatedById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RevokedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    RevokedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LastUsedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApiKeys", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ApiKeys_AspNetUsers_CreatedById",
                        column: x => x.CreatedById,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ApiKeys_AspNetUsers_RevokedById",
                        column: x => x.RevokedById,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ApiKeys_Stores_StoreNumber",
                        column: x => x.StoreNumber,
                        principalTable: "Stores",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClaimType = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    ClaimValue = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    ProviderKey = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserPasskeys",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "varbinary(1024)", maxLength: 1024, nullable: false),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Data = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserPasskeys", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_AspNetUserPasskeys_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserRoles",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RoleId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserRoles", x => new { x.UserId, x.RoleId });
                    table.ForeignKey(
                        name: "FK_AspNetUserRoles_AspNetRoles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "AspNetRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AspNetUserRoles_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LoginProvider = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    Value = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FilingTasks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DrawId = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Rule = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Place = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    TextEs = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Source = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    AsOf = table.Column<DateOnly>(type: "date", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RemindedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DoneAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DoneBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Note = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FilingTasks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FilingTasks_AspNetUsers_DoneBy",
                        column: x => x.DoneBy,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FuelPointAdjustments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ShopperId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Points = table.Column<int>(type: "int", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ProposedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Status = table.Column<int>(type: "int", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FuelPointAdjustments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FuelPointAdjustments_AspNetUsers_DecidedBy",
                        column: x => x.DecidedBy,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FuelPointAdjustments_AspNetUsers_ProposedBy",
                        column: x => x.ProposedBy,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FuelPointAdjustments_Shoppers_ShopperId",
                        column: x => x.ShopperId,
                        principalTable: "Shoppers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Webhooks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Url = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    SealedSecret = table.Column<byte[]>(type: "varbinary(128)", maxLength: 128, nullable: false),
                    Events = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    CreatedById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Webhooks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Webhooks_AspNetUsers_CreatedById",
                        column: x => x.CreatedById,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FuelRedemptionReversals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FuelRedemptionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Reason = table.Column<int>(type: "int", nullable: false),
                    ActorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Supervisor = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FuelRedemptionReversals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FuelRedemptionReversals_FuelRedemptions_FuelRedemptionId",
                        column: x => x.FuelRedemptionId,
                        principalTable: "FuelRedemptions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Refunds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ReceiptId = table.Column<long>(type: "bigint", nullable: false),
                    Cents = table.Column<long>(type: "bigint", nullable: false),
                    ActorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    IdempotencyKey = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    RequestHash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    Policy = table.Column<int>(type: "int", nullable: false),
                    PointsTaken = table.Column<int>(type: "int", nullable: false),
                    PointsLeft = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Refunds", x => x.Id);
                    table.CheckConstraint("CK_Refunds_Cents", "\"Cents\" > 0");
                    table.ForeignKey(
                        name: "FK_Refunds_Receipts_ReceiptId",
                        column: x => x.ReceiptId,
                        principalTable: "Receipts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Responses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ReceiptId = table.Column<long>(type: "bigint", nullable: false),
                    StoreNumber = table.Column<int>(type: "int", nullable: false),
                    SurveyVersionId = table.Column<int>(type: "int", nullable: false),
                    Touchpoints = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    TouchpointsFromReceipt = table.Column<bool>(type: "bit", nullable: false),
                    Language = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SubmittedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Reference = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: true),
                    MayContact = table.Column<bool>(type: "bit", nullable: true),
                    ShopperId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Channel = table.Column<int>(type: "int", nullable: false, defaultValue: 1),
                    IsGenerated = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Responses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Responses_Receipts_ReceiptId",
                        column: x => x.ReceiptId,
                        principalTable: "Receipts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Responses_Shoppers_ShopperId",
                        column: x => x.ShopperId,
                        principalTable: "Shoppers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Responses_Stores_StoreNumber",
                        column: x => x.StoreNumber,
                        principalTable: "Stores",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Responses_SurveyVersions_SurveyVersionId",
                        column: x => x.SurveyVersionId,
                        principalTable: "SurveyVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MailInCards",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BatchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PostmarkedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    SealedCard = table.Column<byte[]>(type: "varbinary(4000)", maxLength: 4000, nullable: false),
                    Outcome = table.Column<int>(type: "int", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailInCards", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MailInCards_MailInBatches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "MailInBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WebhookDeliveries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    WebhookId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Event = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Payload = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    QueuedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DueAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    SentAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LastStatus = table.Column<int>(type: "int", nullable: true),
                    LastError = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WebhookDeliveries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WebhookDeliveries_Webhooks_WebhookId",
                        column: x => x.WebhookId,
                        principalTable: "Webhooks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Answers",
                columns: table => new
                {
                    ResponseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Question = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Touchpoint = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Score = table.Column<int>(type: "int", nullable: true),
                    Text = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Answers", x => new { x.ResponseId, x.Question, x.Touchpoint });
                    table.ForeignKey(
                        name: "FK_Answers_Responses_ResponseId",
                        column: x => x.ResponseId,
                        principalTable: "Responses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Awards",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ResponseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PromotionId = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    Status = table.Column<int>(type: "int", nullable: false),
                    Amount = table.Column<int>(type: "int", nullable: false),
                    ByTotal = table.Column<bool>(type: "bit", nullable: false),
                    ForCents = table.Column<long>(type: "bigint", nullable: true),
                    Reason = table.Column<int>(type: "int", nullable: false),
                    ReasonNumber = table.Column<long>(type: "bigint", nullable: true),
                    ReasonDays = table.Column<int>(type: "int", nullable: true),
                    HeldUntil = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ShopperId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Awards", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Awards_Promotions_PromotionId",
                        column: x => x.PromotionId,
                        principalTable: "Promotions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Awards_Responses_ResponseId",
                        column: x => x.ResponseId,
                        principalTable: "Responses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Awards_Shoppers_ShopperId",
                        column: x => x.ShopperId,
                        principalTable: "Shoppers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FuelPointPostings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ShopperId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LotNumber = table.Column<int>(type: "int", nullable: false),
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    Points = table.Column<int>(type: "int", nullable: false),
                    BalanceAfter = table.Column<int>(type: "int", nullable: false),
                    AwardId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    FuelRedemptionId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    RefundId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    AdjustmentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    PostedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FuelPointPostings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FuelPointPostings_Awards_AwardId",
                        column: x => x.AwardId,
                        principalTable: "Awards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FuelPointPostings_FuelPointAdjustments_AdjustmentId",
                        column: x => x.AdjustmentId,
                        principalTable: "FuelPointAdjustments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FuelPointPostings_FuelRedemptions_FuelRedemptionId",
                        column: x => x.FuelRedemptionId,
                        principalTable: "FuelRedemptions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FuelPointPostings_Refunds_RefundId",
                        column: x => x.RefundId,
                        principalTable: "Refunds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FuelPointPostings_Shoppers_ShopperId",
                        column: x => x.ShopperId,
                        principalTable: "Shoppers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SweepstakesEntries",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    SweepstakesId = table.Column<int>(type: "int", nullable: false),
                    ShopperId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Source = table.Column<int>(type: "int", nullable: false),
                    AwardId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    EnteredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    HouseholdId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SweepstakesEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SweepstakesEntries_Awards_AwardId",
                        column: x => x.AwardId,
                        principalTable: "Awards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SweepstakesEntries_Shoppers_ShopperId",
                        column: x => x.ShopperId,
                        principalTable: "Shoppers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SweepstakesEntries_Sweepstakes_SweepstakesId",
                        column: x => x.SweepstakesId,
                        principalTable: "Sweepstakes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Vouchers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CodeHash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    SealedCode = table.Column<byte[]>(type: "varbinary(80)", maxLength: 80, nullable: false),
                    Ending = table.Column<string>(type: "nvarchar(4)", maxLength: 4, nullable: false),
                    ValueCents = table.Column<int>(type: "int", nullable: false),
                    BalanceCents = table.Column<int>(type: "int", nullable: false),
                    Stores = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    MinimumPurchaseCents = table.Column<int>(type: "int", nullable: false),
                    SingleUse = table.Column<bool>(type: "bit", nullable: false),
                    AwardId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ReplacesId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ShopperId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    IssuedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    HoldId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    HeldUntil = table.Column<DateTime>(type: "datetime2", nullable: true),
                    HeldBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    VoidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    VoidedCents = table.Column<int>(type: "int", nullable: false),
                    VoidReason = table.Column<int>(type: "int", nullable: true),
                    VoidedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Vouchers", x => x.Id);
                    table.CheckConstraint("CK_Vouchers_Balance", "\"BalanceCents\" >= 0 AND \"BalanceCents\" <= \"ValueCents\"");
                    table.ForeignKey(
                        name: "FK_Vouchers_Awards_AwardId",
                        column: x => x.AwardId,
                        principalTable: "Awards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Vouchers_Shoppers_ShopperId",
                        column: x => x.ShopperId,
                        principalTable: "Shoppers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Vouchers_Vouchers_ReplacesId",
                        column: x => x.ReplacesId,
                        principalTable: "Vouchers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DrawingPlaces",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DrawingId = table.Column<int>(type: "int", nullable: false),
                    Place = table.Column<int>(type: "int", nullable: false),
                    Prize = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    EntryId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    ShopperId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DrawingPlaces", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DrawingPlaces_Drawings_DrawingId",
                        column: x => x.DrawingId,
                        principalTable: "Drawings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DrawingPlaces_Shoppers_ShopperId",
                        column: x => x.ShopperId,
                        principalTable: "Shoppers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DrawingPlaces_SweepstakesEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "SweepstakesEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EntryExclusions",
                columns: table => new
                {
                    EntryId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    SweepstakesId = table.Column<int>(type: "int", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EntryExclusions", x => x.EntryId);
                    table.ForeignKey(
                        name: "FK_EntryExclusions_SweepstakesEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "SweepstakesEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EntryExclusions_Sweepstakes_SweepstakesId",
                        column: x => x.SweepstakesId,
                        principalTable: "Sweepstakes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FreeEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EntryId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    SweepstakesId = table.Column<int>(type: "int", nullable: false),
                    ShopperId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Way = table.Column<int>(type: "int", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FreeEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FreeEntries_Shoppers_ShopperId",
                        column: x => x.ShopperId,
                        principalTable: "Shoppers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FreeEntries_SweepstakesEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "SweepstakesEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FreeEntries_Sweepstakes_SweepstakesId",
                        column: x => x.SweepstakesId,
                        principalTable: "Sweepstakes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PrizeClaims",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SweepstakesId = table.Column<int>(type: "int", nullable: false),
                    Prize = table.Column<int>(type: "int", nullable: false),
                    Turn = table.Column<int>(type: "int", nullable: false),
                    EntryId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    ShopperId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OfferedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AnswerBy = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Status = table.Column<int>(type: "int", nullable: false),
                    ToldAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SealedAnswer = table.Column<byte[]>(type: "varbinary(8000)", maxLength: 8000, nullable: true),
                    Declines = table.Column<bool>(type: "bit", nullable: false),
                    AffidavitAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AffidavitHash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: true),
                    Consent = table.Column<int>(type: "int", nullable: false),
                    PublicName = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    PublicTown = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    CheckedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CheckedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    FulfilledAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    FulfilledBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    GivenCents = table.Column<int>(type: "int", nullable: false),
                    VoucherId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    FulfilNote = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    ForgottenAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrizeClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PrizeClaims_Shoppers_ShopperId",
                        column: x => x.ShopperId,
                        principalTable: "Shoppers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PrizeClaims_SweepstakesEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "SweepstakesEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PrizeClaims_Sweepstakes_SweepstakesId",
                        column: x => x.SweepstakesId,
                        principalTable: "Sweepstakes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PrizeClaims_Vouchers_VoucherId",
                        column: x => x.VoucherId,
                        principalTable: "Vouchers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Redemptions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    VoucherId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AmountCents = table.Column<int>(type: "int", nullable: false),
                    BalanceCents = table.Column<int>(type: "int", nullable: false),
                    StoreNumber = table.Column<int>(type: "int", nullable: false),
                    ActorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Register = table.Column<int>(type: "int", nullable: true),
                    Cashier = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    IdempotencyKey = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    RequestHash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    BusinessDay = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Redemptions", x => x.Id);
                    table.CheckConstraint("CK_Redemptions_Amount", "\"AmountCents\" > 0");
                    table.ForeignKey(
                        name: "FK_Redemptions_AspNetUsers_StaffId",
                        column: x => x.StaffId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Redemptions_Stores_StoreNumber",
                        column: x => x.StoreNumber,
                        principalTable: "Stores",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Redemptions_Vouchers_VoucherId",
                        column: x => x.VoucherId,
                        principalTable: "Vouchers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Reminders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ShopperId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LotNumber = table.Column<int>(type: "int", nullable: true),
                    VoucherId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reminders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reminders_Shoppers_ShopperId",
                        column: x => x.ShopperId,
                        principalTable: "Shoppers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Reminders_Vouchers_VoucherId",
                        column: x => x.VoucherId,
                        principalTable: "Vouchers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClaimFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClaimId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Type = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SealedBytes = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClaimFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClaimFiles_PrizeClaims_ClaimId",
                        column: x => x.ClaimId,
                        principalTable: "PrizeClaims",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DispositionProposals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClaimId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    EvidenceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProposedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Status = table.Column<int>(type: "int", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Waiting = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DispositionProposals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DispositionProposals_DispositionEvidence_EvidenceId",
                        column: x => x.EvidenceId,
                        principalTable: "DispositionEvidence",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DispositionProposals_PrizeClaims_ClaimId",
                        column: x => x.ClaimId,
                        principalTable: "PrizeClaims",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RecordedDispositions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SweepstakesId = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    ClaimId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EntryId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    EvidenceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Line = table.Column<string>(type: "nvarchar(max)", maxLength: 4096, nullable: false),
                    Hash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecordedDispositions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecordedDispositions_DispositionEvidence_EvidenceId",
                        column: x => x.EvidenceId,
                        principalTable: "DispositionEvidence",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RecordedDispositions_PrizeClaims_ClaimId",
                        column: x => x.ClaimId,
                        principalTable: "PrizeClaims",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RecordedDispositions_Sweepstakes_SweepstakesId",
                        column: x => x.SweepstakesId,
                        principalTable: "Sweepstakes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OfflineRedemptions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    VoucherId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    VoucherEnding = table.Column<string>(type: "nvarchar(4)", maxLength: 4, nullable: false),
                    DeskId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StoreNumber = table.Column<int>(type: "int", nullable: false),
                    ActorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Register = table.Column<int>(type: "int", nullable: true),
                    Cashier = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    AmountCents = table.Column<int>(type: "int", nullable: false),
                    HappenedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RequestHash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    RedemptionId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ReasonCode = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Resolution = table.Column<int>(type: "int", nullable: true),
                    Note = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    ResolvedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ResolvedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfflineRedemptions", x => x.Id);
                    table.CheckConstraint("CK_OfflineRedemptions_Outcome", "(\"RedemptionId\" IS NULL AND \"ReasonCode\" IS NOT NULL) OR (\"RedemptionId\" IS NOT NULL AND \"ReasonCode\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_OfflineRedemptions_AspNetUsers_ResolvedById",
                        column: x => x.ResolvedById,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OfflineRedemptions_AspNetUsers_StaffId",
                        column: x => x.StaffId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OfflineRedemptions_Redemptions_RedemptionId",
                        column: x => x.RedemptionId,
                        principalTable: "Redemptions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OfflineRedemptions_Stores_StoreNumber",
                        column: x => x.StoreNumber,
                        principalTable: "Stores",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OfflineRedemptions_Vouchers_VoucherId",
                        column: x => x.VoucherId,
                        principalTable: "Vouchers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Reversals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RedemptionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AmountCents = table.Column<int>(type: "int", nullable: false),
                    Reason = table.Column<int>(type: "int", nullable: false),
                    ActorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Supervisor = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reversals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reversals_AspNetUsers_StaffId",
                        column: x => x.StaffId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Reversals_Redemptions_RedemptionId",
                        column: x => x.RedemptionId,
                        principalTable: "Redemptions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_AcknowledgedAt_At",
                table: "Alerts",
                columns: new[] { "AcknowledgedAt", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_AcknowledgedById",
                table: "Alerts",
                column: "AcknowledgedById");

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_Kind_Subject_Day",
                table: "Alerts",
                columns: new[] { "Kind", "Subject", "Day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ApiKeys_CreatedById",
                table: "ApiKeys",
                column: "CreatedById");

            migrationBuilder.CreateIndex(
                name: "IX_ApiKeys_Hash",
                table: "ApiKeys",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ApiKeys_RevokedById",
                table: "ApiKeys",
                column: "RevokedById");

            migrationBuilder.CreateIndex(
                name: "IX_ApiKeys_StoreNumber",
                table: "ApiKeys",
                column: "StoreNumber");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetRoleClaims_RoleId",
                table: "AspNetRoleClaims",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "RoleNameIndex",
                table: "AspNetRoles",
                column: "NormalizedName",
                unique: true,
                filter: "[NormalizedName] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserClaims_UserId",
                table: "AspNetUserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserLogins_UserId",
                table: "AspNetUserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserPasskeys_UserId",
                table: "AspNetUserPasskeys",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserRoles_RoleId",
                table: "AspNetUserRoles",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "AspNetUsers",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUsers_StoreNumber",
                table: "AspNetUsers",
                column: "StoreNumber");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "AspNetUsers",
                column: "NormalizedUserName",
                unique: true,
                filter: "[NormalizedUserName] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AuditChecks_FinishedAt",
                table: "AuditChecks",
                column: "FinishedAt");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEvents_Act_At",
                table: "AuditEvents",
                columns: new[] { "Act", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEvents_ActorId_At",
                table: "AuditEvents",
                columns: new[] { "ActorId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEvents_At",
                table: "AuditEvents",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_AuditLinks_Kind_SubjectId",
                table: "AuditLinks",
                columns: new[] { "Kind", "SubjectId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Awards_PromotionId_Status_At",
                table: "Awards",
                columns: new[] { "PromotionId", "Status", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Awards_ResponseId_PromotionId",
                table: "Awards",
                columns: new[] { "ResponseId", "PromotionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Awards_ShopperId_PromotionId_At",
                table: "Awards",
                columns: new[] { "ShopperId", "PromotionId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Awards_Status",
                table: "Awards",
                column: "Status",
                filter: "\"Status\" = 4");

            migrationBuilder.CreateIndex(
                name: "IX_ClaimFiles_ClaimId_Number",
                table: "ClaimFiles",
                columns: new[] { "ClaimId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CodeAttempts_At",
                table: "CodeAttempts",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_CodeAttempts_Client_At",
                table: "CodeAttempts",
                columns: new[] { "Client", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_DispositionProposals_ClaimId_Waiting",
                table: "DispositionProposals",
                columns: new[] { "ClaimId", "Waiting" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DispositionProposals_EvidenceId",
                table: "DispositionProposals",
                column: "EvidenceId");

            migrationBuilder.CreateIndex(
                name: "IX_DrawingPlaces_DrawingId_Place",
                table: "DrawingPlaces",
                columns: new[] { "DrawingId", "Place" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DrawingPlaces_EntryId",
                table: "DrawingPlaces",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_DrawingPlaces_ShopperId",
                table: "DrawingPlaces",
                column: "ShopperId");

            migrationBuilder.CreateIndex(
                name: "IX_Drawings_SweepstakesId",
                table: "Drawings",
                column: "SweepstakesId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DrawProposals_SweepstakesId_Step_Waiting",
                table: "DrawProposals",
                columns: new[] { "SweepstakesId", "Step", "Waiting" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EntryExclusions_SweepstakesId",
                table: "EntryExclusions",
                column: "SweepstakesId");

            migrationBuilder.CreateIndex(
                name: "IX_ExcludedPeople_At",
                table: "ExcludedPeople",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_FilingTasks_DoneAt_DueOn",
                table: "FilingTasks",
                columns: new[] { "DoneAt", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_FilingTasks_DoneBy",
                table: "FilingTasks",
                column: "DoneBy");

            migrationBuilder.CreateIndex(
                name: "IX_FilingTasks_DrawId_Rule",
                table: "FilingTasks",
                columns: new[] { "DrawId", "Rule" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FreeEntries_EntryId",
                table: "FreeEntries",
                column: "EntryId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FreeEntries_ShopperId_EnteredOn",
                table: "FreeEntries",
                columns: new[] { "ShopperId", "EnteredOn" });

            migrationBuilder.CreateIndex(
                name: "IX_FreeEntries_SweepstakesId",
                table: "FreeEntries",
                column: "SweepstakesId");

            migrationBuilder.CreateIndex(
                name: "IX_FuelPointAdjustments_DecidedBy",
                table: "FuelPointAdjustments",
                column: "DecidedBy");

            migrationBuilder.CreateIndex(
                name: "IX_FuelPointAdjustments_ProposedBy",
                table: "FuelPointAdjustments",
                column: "ProposedBy");

            migrationBuilder.CreateIndex(
                name: "IX_FuelPointAdjustments_ShopperId_ProposedAt",
                table: "FuelPointAdjustments",
                columns: new[] { "ShopperId", "ProposedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_FuelPointAdjustments_Status_ProposedAt",
                table: "FuelPointAdjustments",
                columns: new[] { "Status", "ProposedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_FuelPointPostings_AdjustmentId_LotNumber",
                table: "FuelPointPostings",
                columns: new[] { "AdjustmentId", "LotNumber" },
                unique: true,
                filter: "\"AdjustmentId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_FuelPointPostings_AwardId",
                table: "FuelPointPostings",
                column: "AwardId",
                unique: true,
                filter: "\"AwardId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_FuelPointPostings_FuelRedemptionId_LotNumber_Kind",
                table: "FuelPointPostings",
                columns: new[] { "FuelRedemptionId", "LotNumber", "Kind" },
                unique: true,
                filter: "\"FuelRedemptionId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_FuelPointPostings_RefundId_LotNumber",
                table: "FuelPointPostings",
                columns: new[] { "RefundId", "LotNumber" },
                unique: true,
                filter: "\"RefundId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_FuelPointPostings_ShopperId_LotNumber_Sequence",
                table: "FuelPointPostings",
                columns: new[] { "ShopperId", "LotNumber", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FuelRedemptionReversals_FuelRedemptionId",
                table: "FuelRedemptionReversals",
                column: "FuelRedemptionId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FuelRedemptions_ActorId_IdempotencyKey",
                table: "FuelRedemptions",
                columns: new[] { "ActorId", "IdempotencyKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FuelRedemptions_ShopperId_At",
                table: "FuelRedemptions",
                columns: new[] { "ShopperId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_FuelRedemptions_StoreNumber_BusinessDay_At",
                table: "FuelRedemptions",
                columns: new[] { "StoreNumber", "BusinessDay", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerChecks_FinishedAt",
                table: "LedgerChecks",
                column: "FinishedAt");

            migrationBuilder.CreateIndex(
                name: "IX_MailInBatches_SweepstakesId_StartedAt",
                table: "MailInBatches",
                columns: new[] { "SweepstakesId", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_MailInCards_BatchId",
                table: "MailInCards",
                column: "BatchId");

            migrationBuilder.CreateIndex(
                name: "IX_OfflineRedemptions_RedemptionId",
                table: "OfflineRedemptions",
                column: "RedemptionId",
                unique: true,
                filter: "[RedemptionId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_OfflineRedemptions_RedemptionId_ResolvedAt_ReceivedAt",
                table: "OfflineRedemptions",
                columns: new[] { "RedemptionId", "ResolvedAt", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OfflineRedemptions_ResolvedById",
                table: "OfflineRedemptions",
                column: "ResolvedById");

            migrationBuilder.CreateIndex(
                name: "IX_OfflineRedemptions_StaffId",
                table: "OfflineRedemptions",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_OfflineRedemptions_StoreNumber",
                table: "OfflineRedemptions",
                column: "StoreNumber");

            migrationBuilder.CreateIndex(
                name: "IX_OfflineRedemptions_VoucherId",
                table: "OfflineRedemptions",
                column: "VoucherId");

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMails_DueAt",
                table: "OutboxMails",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_PrizeClaims_EntryId",
                table: "PrizeClaims",
                column: "EntryId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PrizeClaims_FulfilledAt",
                table: "PrizeClaims",
                column: "FulfilledAt");

            migrationBuilder.CreateIndex(
                name: "IX_PrizeClaims_ShopperId",
                table: "PrizeClaims",
                column: "ShopperId");

            migrationBuilder.CreateIndex(
                name: "IX_PrizeClaims_Status_AnswerBy",
                table: "PrizeClaims",
                columns: new[] { "Status", "AnswerBy" });

            migrationBuilder.CreateIndex(
                name: "IX_PrizeClaims_SweepstakesId_Prize_Turn",
                table: "PrizeClaims",
                columns: new[] { "SweepstakesId", "Prize", "Turn" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PrizeClaims_VoucherId",
                table: "PrizeClaims",
                column: "VoucherId",
                unique: true,
                filter: "[VoucherId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PromotionAlarms_PromotionId_Percent",
                table: "PromotionAlarms",
                columns: new[] { "PromotionId", "Percent" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Promotions_Key",
                table: "Promotions",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_BusinessDay_StoreNumber",
                table: "Receipts",
                columns: new[] { "BusinessDay", "StoreNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_StoreNumber",
                table: "Receipts",
                column: "StoreNumber");

            migrationBuilder.CreateIndex(
                name: "IX_RecordedDispositions_ClaimId",
                table: "RecordedDispositions",
                column: "ClaimId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RecordedDispositions_EvidenceId",
                table: "RecordedDispositions",
                column: "EvidenceId");

            migrationBuilder.CreateIndex(
                name: "IX_RecordedDispositions_SweepstakesId_Number",
                table: "RecordedDispositions",
                columns: new[] { "SweepstakesId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Redemptions_ActorId_IdempotencyKey",
                table: "Redemptions",
                columns: new[] { "ActorId", "IdempotencyKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Redemptions_StaffId",
                table: "Redemptions",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_Redemptions_StoreNumber_BusinessDay_At",
                table: "Redemptions",
                columns: new[] { "StoreNumber", "BusinessDay", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Redemptions_VoucherId",
                table: "Redemptions",
                column: "VoucherId");

            migrationBuilder.CreateIndex(
                name: "IX_Refunds_ActorId_IdempotencyKey",
                table: "Refunds",
                columns: new[] { "ActorId", "IdempotencyKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Refunds_ReceiptId",
                table: "Refunds",
                column: "ReceiptId");

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_ShopperId_LotNumber",
                table: "Reminders",
                columns: new[] { "ShopperId", "LotNumber" },
                unique: true,
                filter: "\"LotNumber\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_VoucherId",
                table: "Reminders",
                column: "VoucherId",
                unique: true,
                filter: "\"VoucherId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Responses_ReceiptId",
                table: "Responses",
                column: "ReceiptId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Responses_Reference",
                table: "Responses",
                column: "Reference",
                unique: true,
                filter: "[Reference] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Responses_ShopperId",
                table: "Responses",
                column: "ShopperId");

            migrationBuilder.CreateIndex(
                name: "IX_Responses_StoreNumber",
                table: "Responses",
                column: "StoreNumber");

            migrationBuilder.CreateIndex(
                name: "IX_Responses_SubmittedAt",
                table: "Responses",
                column: "SubmittedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Responses_SubmittedOn_StoreNumber",
                table: "Responses",
                columns: new[] { "SubmittedOn", "StoreNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_Responses_SurveyVersionId",
                table: "Responses",
                column: "SurveyVersionId");

            migrationBuilder.CreateIndex(
                name: "IX_Reversals_RedemptionId",
                table: "Reversals",
                column: "RedemptionId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reversals_StaffId",
                table: "Reversals",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_Shoppers_EmailKey",
                table: "Shoppers",
                column: "EmailKey",
                unique: true,
                filter: "[EmailKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Shoppers_LoyaltyCard",
                table: "Shoppers",
                column: "LoyaltyCard",
                unique: true,
                filter: "[LoyaltyCard] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Shoppers_PostKey",
                table: "Shoppers",
                column: "PostKey",
                unique: true,
                filter: "[PostKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SignInLinks_ShopperId",
                table: "SignInLinks",
                column: "ShopperId");

            migrationBuilder.CreateIndex(
                name: "IX_SurveyVersions_SurveyKey_Number",
                table: "SurveyVersions",
                columns: new[] { "SurveyKey", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sweepstakes_DrawId",
                table: "Sweepstakes",
                column: "DrawId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SweepstakesEntries_AwardId",
                table: "SweepstakesEntries",
                column: "AwardId",
                unique: true,
                filter: "[AwardId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SweepstakesEntries_HouseholdId",
                table: "SweepstakesEntries",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_SweepstakesEntries_ShopperId",
                table: "SweepstakesEntries",
                column: "ShopperId");

            migrationBuilder.CreateIndex(
                name: "IX_SweepstakesEntries_SweepstakesId_Id",
                table: "SweepstakesEntries",
                columns: new[] { "SweepstakesId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Vouchers_AwardId",
                table: "Vouchers",
                column: "AwardId",
                unique: true,
                filter: "[AwardId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Vouchers_CodeHash",
                table: "Vouchers",
                column: "CodeHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Vouchers_Ending",
                table: "Vouchers",
                column: "Ending");

            migrationBuilder.CreateIndex(
                name: "IX_Vouchers_HoldId",
                table: "Vouchers",
                column: "HoldId");

            migrationBuilder.CreateIndex(
                name: "IX_Vouchers_ReplacesId",
                table: "Vouchers",
                column: "ReplacesId",
                unique: true,
                filter: "[ReplacesId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Vouchers_ShopperId",
                table: "Vouchers",
                column: "ShopperId");

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_DueAt",
                table: "WebhookDeliveries",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_WebhookId_QueuedAt",
                table: "WebhookDeliveries",
                columns: new[] { "WebhookId", "QueuedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Webhooks_CreatedById",
                table: "Webhooks",
                column: "CreatedById");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Alerts");

            migrationBuilder.DropTable(
                name: "Answers");

            migrationBuilder.DropTable(
                name: "ApiKeys");

            migrationBuilder.DropTable(
                name: "AspNetRoleClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserLogins");

            migrationBuilder.DropTable(
                name: "AspNetUserPasskeys");

            migrationBuilder.DropTable(
                name: "AspNetUserRoles");

            migrationBuilder.DropTable(
                name: "AspNetUserTokens");

            migrationBuilder.DropTable(
                name: "AuditChecks");

            migrationBuilder.DropTable(
                name: "AuditEvents");

            migrationBuilder.DropTable(
                name: "AuditLinks");

            migrationBuilder.DropTable(
                name: "ClaimFiles");

            migrationBuilder.DropTable(
                name: "CodeAttempts");

            migrationBuilder.DropTable(
                name: "DispositionProposals");

            migrationBuilder.DropTable(
                name: "DrawingOutlines");

            migrationBuilder.DropTable(
                name: "DrawingPlaces");

            migrationBuilder.DropTable(
                name: "DrawProposals");

            migrationBuilder.DropTable(
                name: "EntryCounts");

            migrationBuilder.DropTable(
                name: "EntryExclusions");

            migrationBuilder.DropTable(
                name: "ExcludedPeople");

            migrationBuilder.DropTable(
                name: "FilingTasks");

            migrationBuilder.DropTable(
                name: "FreeEntries");

            migrationBuilder.DropTable(
                name: "FuelPointPostings");

            migrationBuilder.DropTable(
                name: "FuelRedemptionReversals");

            migrationBuilder.DropTable(
                name: "LedgerChecks");

            migrationBuilder.DropTable(
                name: "MailInCards");

            migrationBuilder.DropTable(
                name: "OfflineRedemptions");

            migrationBuilder.DropTable(
                name: "OutboxMails");

            migrationBuilder.DropTable(
                name: "PromotionAlarms");

            migrationBuilder.DropTable(
                name: "PromotionCounts");

            migrationBuilder.DropTable(
                name: "ProtectionKeys");

            migrationBuilder.DropTable(
                name: "RecordedDispositions");

            migrationBuilder.DropTable(
                name: "RedemptionCounts");

            migrationBuilder.DropTable(
                name: "Reminders");

            migrationBuilder.DropTable(
                name: "Reversals");

            migrationBuilder.DropTable(
                name: "SignInLinks");

            migrationBuilder.DropTable(
                name: "SweepstakesTemplates");

            migrationBuilder.DropTable(
                name: "WebhookDeliveries");

            migrationBuilder.DropTable(
                name: "AspNetRoles");

            migrationBuilder.DropTable(
                name: "Drawings");

            migrationBuilder.DropTable(
                name: "FuelPointAdjustments");

            migrationBuilder.DropTable(
                name: "Refunds");

            migrationBuilder.DropTable(
                name: "FuelRedemptions");

            migrationBuilder.DropTable(
                name: "MailInBatches");

            migrationBuilder.DropTable(
                name: "DispositionEvidence");

            migrationBuilder.DropTable(
                name: "PrizeClaims");

            migrationBuilder.DropTable(
                name: "Redemptions");

            migrationBuilder.DropTable(
                name: "Webhooks");

            migrationBuilder.DropTable(
                name: "SweepstakesEntries");

            migrationBuilder.DropTable(
                name: "Vouchers");

            migrationBuilder.DropTable(
                name: "AspNetUsers");

            migrationBuilder.DropTable(
                name: "Sweepstakes");

            migrationBuilder.DropTable(
                name: "Awards");

            migrationBuilder.DropTable(
                name: "Promotions");

            migrationBuilder.DropTable(
                name: "Responses");

            migrationBuilder.DropTable(
                name: "Receipts");

            migrationBuilder.DropTable(
                name: "Shoppers");

            migrationBuilder.DropTable(
                name: "SurveyVersions");

            migrationBuilder.DropTable(
                name: "Stores");
        }
    }
}
