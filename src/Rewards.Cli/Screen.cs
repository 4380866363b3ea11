using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace Rewards.Cli;

/// <summary>
/// What the process says: results on standard output, progress and refusals on standard error. A bar where a person looks, now
/// and then a plain line where the output goes elsewhere.
/// </summary>
internal static class Screen
{
    private static readonly TimeSpan _betweenLines = TimeSpan.FromSeconds(2);

    /// <summary>A line of the result.</summary>
    public static void Line(string text) => Console.Out.WriteLine(text);

    /// <summary>One line that says what is wrong.</summary>
    public static Task ErrorAsync(string message) => Console.Error.WriteLineAsync("error: " + message.ReplaceLineEndings(" "));

    /// <summary>A number with its thousands.</summary>
    public static string Count(long number) => number.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>Does something that takes time and shows how far it is.</summary>
    /// <param name="what">What is done.</param>
    /// <param name="work">Says how far it is: a share from 0 to 1, null where that is not known, and a few words.</param>
    public static async Task<T> ShowAsync<T>(string what, Func<Action<double?, string>, Task<T>> work)
    {
        if (Console.IsErrorRedirected || Console.IsOutputRedirected)
        {
            return await work(Plain(what));
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(context =>
            {
                var bar = context.AddTask(Markup.Escape(what), maxValue: 1);
                return work((share, words) =>
                {
                    bar.IsIndeterminate = share is null;
                    bar.Value = share ?? 0;
                    bar.Description = Markup.Escape($"{what}: {words}");
                });
            });
    }

    private static Action<double?, string> Plain(string what)
    {
        var since = Stopwatch.StartNew();
        return (share, words) =>
        {
            if (since.Elapsed > _betweenLines)
            {
                since.Restart();
                Console.Error.WriteLine(share is { } part
                    ? string.Create(CultureInfo.CurrentCulture, $"{what}: {words}, {part:P0}")
                    : $"{what}: {words}");
            }
        };
    }
}
