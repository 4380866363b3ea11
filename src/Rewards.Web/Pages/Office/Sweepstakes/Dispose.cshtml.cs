using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application;
using Rewards.Application.Sweepstakes;
using Rewards.Domain;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.Office.Sweepstakes;

/// <summary>Takes a prize from whom it was offered to: proposed here by one officer, done by another.</summary>
[TakesFiles]
[ResponseCache(NoStore = true)]
public sealed class DisposeModel(ShowDisposition show, ProposeDisposition propose, ConfirmDisposition confirm, OpenEvidence open) : PageModel
{
    /// <summary>Why, as chosen.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>What speaks for it, as typed.</summary>
    [BindProperty]
    public string? Note { get; set; }

    /// <summary>A document or a picture beside it.</summary>
    [BindProperty]
    public IFormFile? Attachment { get; set; }

    /// <summary>Why it is declined, as typed.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The prize and who has it.</summary>
    public DisposablePrize Prize { get; private set; } = null!;

    /// <summary>What waits for another officer; null where nothing does.</summary>
    public ProposedDisposition? Waiting => Prize.Proposal is { IsWaiting: true } proposal ? proposal : null;

    /// <summary>Whether the one who looks at the page proposed it.</summary>
    public bool IsOwn => Waiting?.By.Id == Me;

    /// <summary>What was wrong.</summary>
    public IReadOnlyList<Error> Refusals { get; private set; } = [];

    private Guid Me => StoreClaim.PersonOf(User);

    /// <summary>The field's part of it.</summary>
    public Error? RefusalOf(string field) => Refusals.FirstOrDefault(r => r.Field == field);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string drawId, int prize, CancellationToken cancellationToken) =>
        await FindAsync(drawId, prize, cancellationToken) ? Page() : NotFound();

    /// <summary>Proposes it.</summary>
    public async Task<IActionResult> OnPostAsync(string drawId, int prize, Guid claim, CancellationToken cancellationToken)
    {
        AttachedFile? file = null;
        if (Attachment is not null)
        {
            await using var stream = Attachment.OpenReadStream();
            if ((await AttachedFile.ReadAsync(stream, cancellationToken)).IsRefused(out var refusal, out file))
            {
                return await RefuseAsync(drawId, prize, refusal, cancellationToken);
            }
        }

        return await AfterAsync(
            drawId, prize, await propose.RunAsync(drawId, claim, new DispositionForm(Code, Note, file), Me, cancellationToken), "proposed", cancellationToken);
    }

    /// <summary>Does it, as another officer proposed it.</summary>
    /// <remarks>Goes on without the request: a line of alternates that is used up is ranked anew, which of very many entries takes a while.</remarks>
    public async Task<IActionResult> OnPostConfirmAsync(string drawId, int prize, Guid proposal, CancellationToken cancellationToken) =>
        await AfterAsync(drawId, prize, await confirm.RunAsync(drawId, proposal, Me, CancellationToken.None), "prize-taken", cancellationToken);

    /// <summary>Declines it.</summary>
    public async Task<IActionResult> OnPostDeclineAsync(string drawId, int prize, Guid proposal, CancellationToken cancellationToken) =>
        await AfterAsync(drawId, prize, await propose.DeclineAsync(drawId, proposal, Reason, Me, cancellationToken), "declined", cancellationToken);

    /// <summary>Takes the proposal back.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync(string drawId, int prize, Guid proposal, CancellationToken cancellationToken) =>
        await AfterAsync(drawId, prize, await propose.WithdrawAsync(drawId, proposal, Me, cancellationToken), "withdrawn", cancellationToken);

    /// <summary>Downloads what speaks for it; that somebody did is taken down.</summary>
    public async Task<IActionResult> OnPostEvidenceAsync(string drawId, int prize, Guid evidence, bool isFile, CancellationToken cancellationToken) =>
        (await open.RunAsync(drawId, evidence, isFile, Me, cancellationToken)).IsRefused(out var refusal, out var opened)
            ? await RefuseAsync(drawId, prize, refusal, cancellationToken)
            : File(opened.Content, opened.Type, opened.Name);

    private async Task<bool> FindAsync(string drawId, int prize, CancellationToken cancellationToken)
    {
        Prize = (await show.RunAsync(drawId, prize, cancellationToken))!;
        return Prize is not null;
    }

    private async Task<IActionResult> AfterAsync<T>(string drawId, int prize, Outcome<T> outcome, string done, CancellationToken cancellationToken)
        where T : notnull =>
        outcome.IsRefused(out var refusal, out _)
            ? await RefuseAsync(drawId, prize, refusal, cancellationToken)
            : LocalRedirect($"/office/sweepstakes/{drawId}?done={done}");

    private async Task<IActionResult> RefuseAsync(string drawId, int prize, Error refusal, CancellationToken cancellationToken)
    {
        if (!await FindAsync(drawId, prize, cancellationToken))
        {
            return NotFound();
        }

        Refusals = [refusal];
        Response.StatusCode = ProblemPage.StatusOf(refusal);
        return Page();
    }
}
