using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rewards.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class TillApi : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Vouchers_Stores_StoreNumber",
                table: "Vouchers");

            migrationBuilder.DropIndex(
                name: "IX_Vouchers_StoreNumber",
                table: "Vouchers");

            migrationBuilder.DropIndex(
                name: "IX_Redemptions_StaffId_IdempotencyKey",
                table: "Redemptions");

            migrationBuilder.AddColumn<int>(
                name: "VoidReason",
                table: "Vouchers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "AwardId",
                table: "Vouchers",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AddColumn<string>(
                name: "Ending",
                table: "Vouchers",
                type: "TEXT",
                maxLength: 4,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "HeldBy",
                table: "Vouchers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "HeldUntil",
                table: "Vouchers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "HoldId",
                table: "Vouchers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "MinimumPurchaseCents",
                table: "Vouchers",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "ReplacesId",
                table: "Vouchers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "SingleUse",
                table: "Vouchers",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Stores",
                table: "Vouchers",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "VoidedAt",
                table: "Vouchers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "VoidedById",
                table: "Vouchers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "VoidedCents",
                table: "Vouchers",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AlterColumn<Guid>(
                name: "StaffId",
                table: "Reversals",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AddColumn<Guid>(
                name: "ActorId",
                table: "Reversals",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<string>(
                name: "Supervisor",
                table: "Reversals",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "StaffId",
                table: "Redemptions",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AddColumn<Guid>(
                name: "ActorId",
                table: "Redemptions",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<string>(
                name: "Cashier",
                table: "Redemptions",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Register",
                table: "Redemptions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "RequestHash",
                table: "Redemptions",
                type: "BLOB",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            // What was there keeps its meaning: one store is a set of one, and whoever redeemed is who acted.
            migrationBuilder.Sql("UPDATE \"Vouchers\" SET \"Stores\" = '|' || \"StoreNumber\" || '|' WHERE \"StoreNumber\" IS NOT NULL");

            migrationBuilder.Sql("UPDATE \"Redemptions\" SET \"ActorId\" = \"StaffId\"");

            migrationBuilder.Sql("UPDATE \"Reversals\" SET \"ActorId\" = \"StaffId\"");

            migrationBuilder.DropColumn(
                name: "StoreNumber",
                table: "Vouchers");

            migrationBuilder.CreateTable(
                name: "ApiKeys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Prefix = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    StoreNumber = table.Column<int>(type: "INTEGER", nullable: true),
                    Scopes = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CreatedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RevokedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastUsedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
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

            migrationBuilder.AddForeignKey(
                name: "FK_Vouchers_Vouchers_ReplacesId",
                table: "Vouchers",
                column: "ReplacesId",
                principalTable: "Vouchers",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Vouchers_Vouchers_ReplacesId",
                table: "Vouchers");

            migrationBuilder.DropTable(
                name: "ApiKeys");

            migrationBuilder.DropIndex(
                name: "IX_Vouchers_Ending",
                table: "Vouchers");

            migrationBuilder.DropIndex(
                name: "IX_Vouchers_HoldId",
                table: "Vouchers");

            migrationBuilder.DropIndex(
                name: "IX_Vouchers_ReplacesId",
                table: "Vouchers");

            migrationBuilder.DropIndex(
                name: "IX_Redemptions_ActorId_IdempotencyKey",
                table: "Redemptions");

            migrationBuilder.DropIndex(
                name: "IX_Redemptions_StaffId",
                table: "Redemptions");

            migrationBuilder.DropColumn(
                name: "Ending",
                table: "Vouchers");

            migrationBuilder.DropColumn(
                name: "HeldBy",
                table: "Vouchers");

            migrationBuilder.DropColumn(
                name: "HeldUntil",
                table: "Vouchers");

            migrationBuilder.DropColumn(
                name: "HoldId",
                table: "Vouchers");

            migrationBuilder.DropColumn(
                name: "MinimumPurchaseCents",
                table: "Vouchers");

            migrationBuilder.DropColumn(
                name: "ReplacesId",
                table: "Vouchers");

            migrationBuilder.DropColumn(
                name: "SingleUse",
                table: "Vouchers");

            migrationBuilder.DropColumn(
                name: "Stores",
                table: "Vouchers");

            migrationBuilder.DropColumn(
                name: "VoidedAt",
                table: "Vouchers");

            migrationBuilder.DropColumn(
                name: "VoidedById",
                table: "Vouchers");

            migrationBuilder.DropColumn(
                name: "VoidedCents",
                table: "Vouchers");

            migrationBuilder.DropColumn(
                name: "ActorId",
                table: "Reversals");

            migrationBuilder.DropColumn(
                name: "Supervisor",
                table: "Reversals");

            migrationBuilder.DropColumn(
                name: "ActorId",
                table: "Redemptions");

            migrationBuilder.DropColumn(
                name: "Cashier",
                table: "Redemptions");

            migrationBuilder.DropColumn(
                name: "Register",
                table: "Redemptions");

            migrationBuilder.DropColumn(
                name: "RequestHash",
                table: "Redemptions");

            migrationBuilder.DropColumn(
                name: "VoidReason",
                table: "Vouchers");

            migrationBuilder.AddColumn<int>(
                name: "StoreNumber",
                table: "Vouchers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "AwardId",
                table: "Vouchers",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "StaffId",
                table: "Reversals",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "StaffId",
                table: "Redemptions",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Vouchers_StoreNumber",
                table: "Vouchers",
                column: "StoreNumber");

            migrationBuilder.CreateIndex(
                name: "IX_Redemptions_StaffId_IdempotencyKey",
                table: "Redemptions",
                columns: new[] { "StaffId", "IdempotencyKey" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Vouchers_Stores_StoreNumber",
                table: "Vouchers",
                column: "StoreNumber",
                principalTable: "Stores",
                principalColumn: "Number",
                onDelete: ReferentialAction.Restrict);
        }
    }
}
