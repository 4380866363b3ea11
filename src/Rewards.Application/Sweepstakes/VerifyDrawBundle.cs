using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>
/// Checks a published draw from nothing but its bundle: every number is computed again from the other files, and every
/// file is rendered again and compared byte for byte (docs/draw-protocol.md §11 and §12). The bundle may come from anyone.
/// </summary>
public static class VerifyDrawBundle
{
    /// <summary>Checks a bundle; whatever it holds, there is a verdict and no exception.</summary>
    /// <param name="path">The zip or the folder.</param>
    /// <param name="published">The commitment as it was published before the draw, if the caller has it.</param>
    /// <param name="cancellationToken">Stops between entries.</param>
    /// <exception cref="OperationCanceledException">The check was stopped.</exception>
    public static DrawBundleVerdict Run(string path, Digest? published, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        try
        {
            using var bundle = OpenBundle.Open(path, out var disagreement);
            if (disagreement is null)
            {
                lines.Add(bundle.Description);
                disagreement = DrawBundleCheck.FirstDisagreement(bundle, published, lines, cancellationToken);
            }

            return new DrawBundleVerdict(lines, disagreement);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return new DrawBundleVerdict(lines, $"the bundle cannot be read: {Printable.Text(unreadable.Message)}");
        }
    }
}
