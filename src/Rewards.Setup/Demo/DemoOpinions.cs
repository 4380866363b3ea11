using System.Globalization;
using Rewards.Domain;
using Rewards.Domain.Receipts;
using Rewards.Domain.Surveys;

namespace Rewards.Setup.Demo;

/// <summary>
/// Makes up what shoppers answer. One visit has one mood, made of the store, the person and the hour, and every answer follows
/// it more or less; so the scores hang together as they do in life.
/// </summary>
/// <param name="survey">What is asked.</param>
/// <param name="now">UTC; nothing is answered later.</param>
/// <param name="timeZone">Of all stores.</param>
internal sealed class DemoOpinions(Survey survey, DateTime now, string timeZone)
{
    private const double AnsweredShare = 0.7;
    private const double AngryShare = 0.95;
    private const double UnfinishedShare = 0.07;
    private const double NoScoreShare = 0.025;
    private const double CommentShare = 0.42;

    private readonly DemoStores _stores = new();
    private readonly DemoComments _comments = new();
    private readonly IReadOnlyList<Question> _questions = survey.QuestionsFor(touchpointsKnownFromReceipt: true);

    /// <summary>What came of a receipt.</summary>
    /// <param name="receipt">The receipt, with time and departments.</param>
    /// <param name="seed">What it is told from others by, the same every day.</param>
    /// <param name="shopper">Whose it is.</param>
    /// <returns>Null where nobody answered.</returns>
    public DemoVisit? Of(Receipt receipt, string seed, DemoShopper shopper)
    {
        var chance = new Chance("visit/" + seed);
        var purchasedAt = receipt.PurchasedAt!.Value;
        var startedAt = Zone.ToUtc(Awake(purchasedAt.AddHours(0.3 - (20 * Math.Log(1 - (chance.Share() * 0.999))))), timeZone);
        var seconds = 40 + (_questions.Count * 14 * (0.4 + chance.Share()));
        var share = Declines(receipt) ? AngryShare : AnsweredShare;
        if (!chance.Happens(share) || startedAt.AddSeconds(seconds) >= now)
        {
            return null;
        }

        var answers = Answers(receipt, shopper, Mood(receipt, shopper, chance), chance);
        if (!chance.Happens(UnfinishedShare))
        {
            return new DemoVisit(receipt, shopper, startedAt, startedAt.AddSeconds(seconds), answers, chance.Happens(0.3));
        }

        var given = answers[..(1 + chance.Below(answers.Count - 1))];
        return new DemoVisit(receipt, shopper, startedAt, null, given, null);
    }

    // Nobody answers between one and six at night.
    private static DateTime Awake(DateTime local) => local.Hour is >= 1 and < 6 ? local.AddHours(6) : local;

    private DemoMood Mood(Receipt receipt, DemoShopper shopper, Chance chance)
    {
        var store = _stores.Of(receipt.StoreNumber);
        var busy = receipt.PurchasedAt!.Value.Hour is >= 16 and < 19;
        var declines = Declines(receipt);
        var whole = store.Level + shopper.Temper + (chance.Normal() * 0.7) + (busy ? -0.2 : 0) + (declines ? -1.1 : 0);
        var checkout = whole + store.Checkout + (busy ? -0.4 : 0) + (declines ? -0.9 : 0);
        return new DemoMood(store, whole, checkout, Staff: whole + (declines ? -0.6 : 0));
    }

    private bool Declines(Receipt receipt) => receipt.StoreNumber == DemoStores.Declining
        && Zone.ToUtc(receipt.PurchasedAt!.Value, timeZone) > now.AddDays(-DemoStores.DecliningDays);

    private List<GivenScore> Answers(Receipt receipt, DemoShopper shopper, DemoMood mood, Chance chance)
    {
        var answers = new List<GivenScore>();
        foreach (var question in _questions)
        {
            switch (question.Kind)
            {
                case QuestionKind.Recommend:
                    answers.Add(Score(question, "", 8.3 + (1.8 * mood.Whole), 0.7, chance));
                    break;
                case QuestionKind.Satisfaction:
                    answers.Add(Score(question, "", question.Key == "friendliness" ? 4.35 + (0.6 * mood.Staff) : 4.15 + (0.75 * mood.Whole), 0.45, chance));
                    break;
                case QuestionKind.Ease:
                    answers.Add(Score(question, "", 5.7 + (0.95 * mood.Checkout), 0.6, chance));
                    break;
                case QuestionKind.Touchpoints:
                    answers.AddRange(receipt.Departments.Split('|').Select(
                        d => Score(question, d, 4.2 + (0.5 * mood.Whole) + mood.Store.Department(d), 0.5, chance)));
                    break;
                case QuestionKind.Comment:
                    var text = chance.Happens(CommentShare) ? Comment(answers, mood, shopper.Language, chance) : null;
                    answers.Add(new GivenScore(question.Key, "", null, text));
                    break;
                case QuestionKind.Visited or QuestionKind.MayContact or QuestionKind.Contact:
                    break;
                default:
                    throw new InvalidOperationException($"No such kind of question: {question.Kind}");
            }
        }

        return answers;
    }

    private static GivenScore Score(Question question, string touchpoint, double around, double spread, Chance chance)
    {
        var (lowest, highest) = question.Scale!.Value;
        var score = (int)Math.Clamp(Math.Round(around + (chance.Normal() * spread)), lowest, highest);
        return new GivenScore(question.Key, touchpoint, chance.Happens(NoScoreShare) ? null : score, null);
    }

    // About what stands out: lines where they were long, a department where one was better or worse than the rest.
    private string Comment(List<GivenScore> answers, DemoMood mood, string language, Chance chance)
    {
        var good = mood.Whole + (chance.Normal() * 0.3) > -0.25;
        var departments = answers.Where(a => a.Touchpoint.Length > 0 && a.Score is not null && good == a.Score >= 4)
            .OrderBy(a => good ? -a.Score : a.Score).Select(a => a.Touchpoint);
        var about = chance.Of<string>(["visit", "visit", "staff", "staff", "checkout"]);
        IEnumerable<string> topics = !good && mood.Checkout < mood.Whole - 0.4 ? departments.Prepend("checkout")
            : chance.Happens(0.5) ? departments.Prepend(about)
            : departments.Take(1).Append(about);
        return _comments.Write(language, good, [.. topics], chance);
    }

    private sealed record DemoMood(DemoStore Store, double Whole, double Checkout, double Staff);
}

/// <summary>What came of a receipt.</summary>
/// <param name="Receipt">The receipt.</param>
/// <param name="Shopper">Who answered.</param>
/// <param name="StartedAt">UTC.</param>
/// <param name="SubmittedAt">UTC; null where it was left unfinished.</param>
/// <param name="Answers">All that was answered.</param>
/// <param name="MayContact">Null where it was left unfinished.</param>
internal sealed record DemoVisit(
    Receipt Receipt, DemoShopper Shopper, DateTime StartedAt, DateTime? SubmittedAt, IReadOnlyList<GivenScore> Answers, bool? MayContact);

/// <summary>One made-up answer.</summary>
internal sealed record GivenScore(string Question, string Touchpoint, int? Score, string? Text);
