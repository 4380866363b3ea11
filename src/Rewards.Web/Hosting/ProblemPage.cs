using Microsoft.AspNetCore.Diagnostics;
using Rewards.Domain;

namespace Rewards.Web.Hosting;

/// <summary>What is answered where no page can be: the status, and a page in words for it (<c>Pages/Problem</c>).</summary>
internal static class ProblemPage
{
    /// <summary>The status of a refusal.</summary>
    public static int StatusOf(Error error) => error.Kind switch
    {
        ErrorKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        ErrorKind.NotFound => StatusCodes.Status404NotFound,
        ErrorKind.Conflict => StatusCodes.Status409Conflict,
        ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
        ErrorKind.TooMany => StatusCodes.Status429TooManyRequests,
        ErrorKind.Unauthenticated => StatusCodes.Status401Unauthorized,
        ErrorKind.Malformed => StatusCodes.Status400BadRequest,
        ErrorKind.MethodNotAllowed => StatusCodes.Status405MethodNotAllowed,
        ErrorKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        ErrorKind.OfAnotherType => StatusCodes.Status415UnsupportedMediaType,
        _ => throw new ArgumentOutOfRangeException(nameof(error), error.Kind, "A kind without a status."),
    };

    /// <summary>Exceptions become statuses; those that are the client's doing are not logged as ours.</summary>
    public static ExceptionHandlerOptions Options => new()
    {
        ExceptionHandler = context =>
        {
            ReadableRequests.ForgetBody(context);
            context.Response.StatusCode = StatusOf(context.Features.Get<IExceptionHandlerFeature>()?.Error);
            return Task.CompletedTask;
        },
        SuppressDiagnosticsCallback = failed => StatusOf(failed.Exception) != StatusCodes.Status500InternalServerError,
    };

    private static int StatusOf(Exception? exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        InvalidDataException => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status500InternalServerError,
    };
}
