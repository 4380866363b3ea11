namespace Rewards.Domain;

/// <summary>Days and instants in a named time zone.</summary>
public static class Zone
{
    /// <summary>The calendar day of an instant (UTC) in a zone.</summary>
    /// <param name="instant">UTC.</param>
    /// <param name="timeZone">IANA name.</param>
    public static DateOnly DayOf(DateTime instant, string timeZone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(instant, Find(timeZone)));

    /// <summary>The instant (UTC) at which a day begins in a zone.</summary>
    /// <param name="day">A calendar day.</param>
    /// <param name="timeZone">IANA name.</param>
    public static DateTime StartOf(DateOnly day, string timeZone) => ToUtc(day.ToDateTime(TimeOnly.MinValue), timeZone);

    /// <summary>The instant (UTC) of a local time; a time that a change to summer time skips is moved on by an hour.</summary>
    /// <param name="local">Wall-clock time.</param>
    /// <param name="timeZone">IANA name.</param>
    public static DateTime ToUtc(DateTime local, string timeZone)
    {
        var zone = Find(timeZone);
        var wall = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(wall) ? wall.AddHours(1) : wall, zone);
    }

    /// <summary>The wall-clock time of an instant (UTC) in a zone.</summary>
    public static DateTime ToLocal(DateTime instant, string timeZone) => TimeZoneInfo.ConvertTimeFromUtc(instant, Find(timeZone));

    /// <summary>Whether this machine knows a zone of that name.</summary>
    public static bool Exists(string timeZone) => TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out _);

    private static TimeZoneInfo Find(string timeZone) => TimeZoneInfo.FindSystemTimeZoneById(timeZone);
}
