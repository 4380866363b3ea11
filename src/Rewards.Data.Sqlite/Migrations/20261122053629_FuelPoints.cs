using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rewards.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class FuelPoints : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_FuelPointPostings_AwardId",
                table: "FuelPointPostings");

            migrationBuilder.DropIndex(
                name: "IX_FuelPointPostings_ShopperId_LotNumber",
                table: "FuelPointPostings");

            migrationBuilder.AddColumn<long>(
                name: "RefundedCents",
                table: "Receipts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<Guid>(
                name: "AdjustmentId",
                table: "FuelPointPostings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "BalanceAfter",
                table: "FuelPointPostings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "FuelRedemptionId",
                table: "FuelPointPostings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "RefundId",
                table: "FuelPointPostings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Sequence",
                table: "FuelPointPostings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "ByTotal",
                table: "Awards",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            // Lines written before there were sequences: numbered in their order.
            migrationBuilder.Sql(
                """
                UPDATE "FuelPointPostings" SET "Sequence" = line.number, "BalanceAfter" = line.balance
                FROM (
                    SELECT "Id" AS id,
                        ROW_NUMBER() OVER (PARTITION BY "ShopperId", "LotNumber" ORDER BY "PostedAt", "Id") AS number,
                        SUM("Points") OVER (PARTITION BY "ShopperId", "LotNumber" ORDER BY "PostedAt", "Id" ROWS UNBOUNDED PRECEDING) AS balance
                    FROM "FuelPointPostings") AS line
                WHERE "FuelPointPostings"."Id" = line.id;
                """);

            migrationBuilder.CreateTable(
                name: "FuelPointAdjustments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ShopperId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Points = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ProposedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
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
                name: "FuelRedemptions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ShopperId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Points = table.Column<int>(type: "INTEGER", nullable: false),
                    CentsPerGallon = table.Column<int>(type: "INTEGER", nullable: false),
                    MaximumGallons = table.Column<int>(type: "INTEGER", nullable: false),
                    PointsLeft = table.Column<int>(type: "INTEGER", nullable: false),
                    StoreNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Cashier = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    IdempotencyKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    RequestHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    BusinessDay = table.Column<DateOnly>(type: "TEXT", nullable: false)
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
                name: "LedgerChecks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Lines = table.Column<long>(type: "INTEGER", nullable: false),
                    Lots = table.Column<long>(type: "INTEGER", nullable: false),
                    Points = table.Column<long>(type: "INTEGER", nullable: false),
                    Faults = table.Column<long>(type: "INTEGER", nullable: false),
                    FirstFault = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerChecks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Refunds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReceiptId = table.Column<long>(type: "INTEGER", nullable: false),
                    Cents = table.Column<long>(type: "INTEGER", nullable: false),
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IdempotencyKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    RequestHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Policy = table.Column<int>(type: "INTEGER", nullable: false),
                    PointsTaken = table.Column<int>(type: "INTEGER", nullable: false),
                    PointsLeft = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                name: "Reminders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ShopperId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LotNumber = table.Column<int>(type: "INTEGER", nullable: true),
                    VoucherId = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                name: "FuelRedemptionReversals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FuelRedemptionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<int>(type: "INTEGER", nullable: false),
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Supervisor = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                name: "IX_Awards_Status",
                table: "Awards",
                column: "Status",
                filter: "\"Status\" = 4");

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

            migrationBuilder.AddForeignKey(
                name: "FK_FuelPointPostings_FuelPointAdjustments_AdjustmentId",
                table: "FuelPointPostings",
                column: "AdjustmentId",
                principalTable: "FuelPointAdjustments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_FuelPointPostings_FuelRedemptions_FuelRedemptionId",
                table: "FuelPointPostings",
                column: "FuelRedemptionId",
                principalTable: "FuelRedemptions",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_FuelPointPostings_Refunds_RefundId",
                table: "FuelPointPostings",
                column: "RefundId",
                principalTable: "Refunds",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_FuelPointPostings_FuelPointAdjustments_AdjustmentId",
                table: "FuelPointPostings");

            migrationBuilder.DropForeignKey(
                name: "FK_FuelPointPostings_FuelRedemptions_FuelRedemptionId",
                table: "FuelPointPostings");

            migrationBuilder.DropForeignKey(
                name: "FK_FuelPointPostings_Refunds_RefundId",
                table: "FuelPointPostings");

            migrationBuilder.DropTable(
                name: "FuelPointAdjustments");

            migrationBuilder.DropTable(
                name: "FuelRedemptionReversals");

            migrationBuilder.DropTable(
                name: "LedgerChecks");

            migrationBuilder.DropTable(
                name: "Refunds");

            migrationBuilder.DropTable(
                name: "Reminders");

            migrationBuilder.DropTable(
                name: "FuelRedemptions");

            migrationBuilder.DropIndex(
                name: "IX_FuelPointPostings_AdjustmentId_LotNumber",
                table: "FuelPointPostings");

            migrationBuilder.DropIndex(
                name: "IX_FuelPointPostings_AwardId",
                table: "FuelPointPostings");

            migrationBuilder.DropIndex(
                name: "IX_FuelPointPostings_FuelRedemptionId_LotNumber_Kind",
                table: "FuelPointPostings");

            migrationBuilder.DropIndex(
                name: "IX_FuelPointPostings_RefundId_LotNumber",
                table: "FuelPointPostings");

            migrationBuilder.DropIndex(
                name: "IX_FuelPointPostings_ShopperId_LotNumber_Sequence",
                table: "FuelPointPostings");

            migrationBuilder.DropIndex(
                name: "IX_Awards_Status",
                table: "Awards");

            migrationBuilder.DropColumn(
                name: "RefundedCents",
                table: "Receipts");

            migrationBuilder.DropColumn(
                name: "AdjustmentId",
                table: "FuelPointPostings");

            migrationBuilder.DropColumn(
                name: "BalanceAfter",
                table: "FuelPointPostings");

            migrationBuilder.DropColumn(
                name: "FuelRedemptionId",
                table: "FuelPointPostings");

            migrationBuilder.DropColumn(
                name: "RefundId",
                table: "FuelPointPostings");

            migrationBuilder.DropColumn(
                name: "Sequence",
                table: "FuelPointPostings");

            migrationBuilder.DropColumn(
                name: "ByTotal",
                table: "Awards");

            migrationBuilder.CreateIndex(
                name: "IX_FuelPointPostings_AwardId",
                table: "FuelPointPostings",
                column: "AwardId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FuelPointPostings_ShopperId_LotNumber",
                table: "FuelPointPostings",
                columns: new[] { "ShopperId", "LotNumber" });
        }
    }
}
