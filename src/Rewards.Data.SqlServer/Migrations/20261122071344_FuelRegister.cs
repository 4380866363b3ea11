using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rewards.Data.SqlServer.Migrations
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
                type: "int",
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
