using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rewards.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class FuelRegister : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Register",
                table: "FuelRedemptions",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Register",
                table: "FuelRedemptions");
        }
    }
}
