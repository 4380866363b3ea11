using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rewards.Data.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Promotions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_Promotions_Budget",
                table: "Promotions");

            migrationBuilder.DropIndex(
                name: "IX_Awards_PromotionId",
                table: "Awards");

            migrationBuilder.RenameColumn(
                name: "IsActive",
                table: "Promotions",
                newName: "Stacks");

            migrationBuilder.AddColumn<int>(
                name: "Channel",
                table: "Responses",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "AlarmedPercent",
                table: "Promotions",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "BudgetCount",
                table: "Promotions",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Group",
                table: "Promotions",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Priority",
                table: "Promotions",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "State",
                table: "Promotions",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Promotions",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "ReasonDays",
                table: "Awards",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ReasonNumber",
                table: "Awards",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PromotionAlarms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PromotionId = table.Column<int>(type: "integer", nullable: false),
                    Percent = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
                    PromotionId = table.Column<int>(type: "integer", nullable: false),
                    Scope = table.Column<int>(type: "integer", nullable: false),
                    Period = table.Column<int>(type: "integer", nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Subject = table.Column<int>(type: "integer", nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false)
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

            migrationBuilder.AddCheckConstraint(
                name: "CK_Promotions_Budget",
                table: "Promotions",
                sql: "\"SpentCents\" <= \"BudgetCents\" AND \"AwardedCount\" <= \"BudgetCount\"");

            migrationBuilder.CreateIndex(
                name: "IX_Awards_PromotionId_Status_At",
                table: "Awards",
                columns: new[] { "PromotionId", "Status", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_PromotionAlarms_PromotionId_Percent",
                table: "PromotionAlarms",
                columns: new[] { "PromotionId", "Percent" },
                unique: true);

            // What ran before runs on; what it was called has become something else. Its one limit is written as limits are now,
            // and awards know the figures of the sentences that were written out before.
            migrationBuilder.Sql(
                """
                UPDATE "Promotions" SET "State" = CASE WHEN "Stacks" THEN 2 ELSE 4 END, "Stacks" = FALSE,
                    "Rule" = REPLACE("Rule", '"oncePerShopperInDays":7', '"limits":[{"scope":"shopper","count":1,"days":7}]');
                """);

            migrationBuilder.Sql(
                """
                UPDATE "Awards" SET "ReasonDays" = 7 WHERE "Reason" IN (2, 20);
                """);

            migrationBuilder.Sql(
                """
                UPDATE "Awards" SET "ReasonNumber" = CASE WHEN "Reason" = 20 THEN 1 ELSE 10 END WHERE "Reason" IN (3, 20, 21);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PromotionAlarms");

            migrationBuilder.DropTable(
                name: "PromotionCounts");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Promotions_Budget",
                table: "Promotions");

            migrationBuilder.DropIndex(
                name: "IX_Awards_PromotionId_Status_At",
                table: "Awards");

            migrationBuilder.DropColumn(
                name: "Channel",
                table: "Responses");

            migrationBuilder.DropColumn(
                name: "AlarmedPercent",
                table: "Promotions");

            migrationBuilder.DropColumn(
                name: "BudgetCount",
                table: "Promotions");

            migrationBuilder.DropColumn(
                name: "Group",
                table: "Promotions");

            migrationBuilder.DropColumn(
                name: "Priority",
                table: "Promotions");

            migrationBuilder.DropColumn(
                name: "State",
                table: "Promotions");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Promotions");

            migrationBuilder.DropColumn(
                name: "ReasonDays",
                table: "Awards");

            migrationBuilder.DropColumn(
                name: "ReasonNumber",
                table: "Awards");

            migrationBuilder.RenameColumn(
                name: "Stacks",
                table: "Promotions",
                newName: "IsActive");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Promotions_Budget",
                table: "Promotions",
                sql: "\"SpentCents\" <= \"BudgetCents\"");

            migrationBuilder.CreateIndex(
                name: "IX_Awards_PromotionId",
                table: "Awards",
                column: "PromotionId");
        }
    }
}
