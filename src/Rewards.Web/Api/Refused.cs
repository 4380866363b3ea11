using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.WebUtilities;
using Rewards.Application.Localization;
using Rewards.Domain;
using Rewards.Web.Hosting;

namespace Rewards.Web.Api;

/// <summary>A refusal as an answer of the interface: a problem of RFC 9457 with its code.</summary>
internal sealed class Refused(Error error, string? field = null) : IResult
{
    /// <summary>A refusal is an answer.</summary>
    public static implicit operator Refused(Error error) => new(error);

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var status = ProblemPage.StatusOf(error);
        if (error is { Kind: ErrorKind.TooMany, Arguments: [DateTime until, ..] })
        {
            var seconds = (until - httpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime).TotalSeconds;
            httpContext.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(seconds)).ToString(CultureInfo.InvariantCulture);
        }

        var texts = httpContext.RequestServices.GetRequiredService<Texts>();
        return WriteAsync(httpContext, new ApiProblem("about:blank", ReasonPhrases.GetReasonPhrase(status), status, error.Code, texts[error]) { Field = field ?? (error.AnswerTo is { } question ? $"answers.{question}" : error.Field) });
    }

    /// <summary>Writes a problem.</summary>
    public static Task WriteAsync(HttpContext context, ApiProblem problem)
    {
        context.Response.StatusCode = problem.Status;
        return context.Response.WriteAsJsonAsync(problem, options: null, contentType: "application/problem+json", context.RequestAborted);
    }
}

/// <summary>Why something was not done.</summary>
/// <param name="Type">Always <c>about:blank</c>.</param>
/// <param name="Title">The status in words.</param>
/// <param name="Status">The status.</param>
/// <param name="Code">What to decide by; never changed once published.</param>
/// <param name="Detail">A sentence in the language of <c>Accept-Language</c>.</param>
internal sealed record ApiProblem(
    string Type,
    string Title,
    int Status,
    string Code,
    string Detail)
{
    /// <summary>What of the request it is about; not there where it is about the whole.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Field { get; init; }
}
