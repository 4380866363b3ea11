using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rewards.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class OfflineRedemptions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "OfflineRedemptions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    VoucherId = table.Column<Guid>(type: "TEXT", nullable: true),
                    VoucherEnding = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    DeskId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StoreNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StaffId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Register = table.Column<int>(type: "INTEGER", nullable: true),
                    Cashier = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    AmountCents = table.Column<int>(type: "INTEGER", nullable: false),
                    HappenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RequestHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    RedemptionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReasonCode = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Resolution = table.Column<int>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ResolvedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    ResolvedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
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

            migrationBuilder.CreateIndex(
                name: "IX_OfflineRedemptions_RedemptionId",
                table: "OfflineRedemptions",
                column: "RedemptionId",
                unique: true);

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "OfflineRedemptions");
        }
    }
}
