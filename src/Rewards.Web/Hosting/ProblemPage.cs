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
        _ => throw new ArgumentOutOfRangeException(nameof(error), error.Kind, "A kind without a status."),
    };

    /// <summary>Turns an exception into a status: of a request that is not well formed into 400 or 413, else 500.</summary>
    public static Task AnswerAsync(HttpContext context)
    {
        context.Response.StatusCode = context.Features.Get<IExceptionHandlerFeature>()?.Error switch
        {
            BadHttpRequestException bad => bad.StatusCode,
            InvalidDataException => StatusCodes.Status400BadRequest,
            _ => StatusCodes.Status500InternalServerError,
        };
        return Task.CompletedTask;
    }
}
