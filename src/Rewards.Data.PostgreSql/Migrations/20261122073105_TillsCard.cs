using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rewards.Data.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class TillsCard : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "LoyaltyCard",
                table: "Receipts",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "LoyaltyCard",
                table: "Receipts");
        }
    }
}
