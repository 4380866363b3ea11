using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rewards.Application;

/// <summary>How data is written as JSON in the database and in seed files.</summary>
public static class DataJson
{
    /// <summary>camelCase names, enums by name, nothing for null; an unknown member is an error.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };
}
