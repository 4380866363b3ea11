using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rewards.Application.Sweepstakes;
using Rewards.Domain;
using Rewards.Web.Hosting;

namespace Rewards.Web.Pages.Office.Sweepstakes;

/// <summary>What the months that are not open yet are opened with: typed, looked at as it would be published, saved.</summary>
public sealed class TemplateModel(EditTemplate edit) : PageModel
{
    private const int EmptyRows = 2;

    /// <summary>What is kept, and for which month.</summary>
    public OfficeTemplate Kept { get; private set; } = null!;

    /// <summary>As typed.</summary>
    public TemplateForm Form { get; private set; } = null!;

    /// <summary>The version that was opened.</summary>
    [BindProperty]
    public int Number { get; set; }

    /// <summary><c>check</c>, <c>save</c>, or <c>change</c> for back to the fields.</summary>
    [BindProperty]
    public string? Step { get; set; }

    /// <summary>What the next month would be opened with; null while it is typed.</summary>
    public TemplatePreview? Preview { get; private set; }

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<Error> Refusals { get; private set; } = [];

    /// <summary>Whether it was just saved.</summary>
    public bool IsSaved { get; private set; }

    /// <summary>The kinds of prizes that there are rows for, from 0: those that are there, and empty ones.</summary>
    public IEnumerable<int> Rows => Enumerable.Range(
        0, Math.Min(Domain.Sweepstakes.SweepstakesTemplate.MostKinds, Form.Kinds.DefaultIfEmpty(-1).Max() + 1 + EmptyRows));

    /// <summary>What is wrong with a field; null where nothing is.</summary>
    public Error? RefusalOf(string field) => Refusals.FirstOrDefault(r => r.Field == field);

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(bool saved, CancellationToken cancellationToken)
    {
        Kept = await edit.ShowAsync(cancellationToken);
        (Number, Form, IsSaved) = (Kept.Number, TemplateForm.Of(Kept.Terms), saved);
    }

    /// <summary>Checks, or saves.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Kept = await edit.ShowAsync(cancellationToken);
        Form = new TemplateForm(Request.Form.Fields());
        Refusals = Step == "change" ? [] : edit.Check(Form);
        if (Refusals.Count == 0 && Step == "save")
        {
            if (!(await edit.SaveAsync(Number, Form, StoreClaim.PersonOf(User), cancellationToken)).IsRefused(out var refusal, out _))
            {
                return LocalRedirect("/office/sweepstakes/template?saved=true");
            }

            Refusals = [refusal];
        }

        if (Refusals.Count > 0)
        {
            Response.StatusCode = ProblemPage.StatusOf(Refusals[0]);
        }
        else if (Step == "check")
        {
            Preview = await edit.PreviewAsync(Form, cancellationToken);
        }

        return Page();
    }
}
