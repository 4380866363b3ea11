using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rewards.Application;
using Rewards.Application.FuelPoints;
using Rewards.Application.Promotions;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Promotions;
using Rewards.Domain.Receipts;
using Rewards.Domain.Surveys;

namespace Rewards.Setup.Demo;

/// <summary>
/// Writes the made-up responses, in the order in which they came in, with the awards that the promotions' own rules give each.
/// </summary>
internal sealed class DemoResponses
{
    private const int SavedTogether = 200;

    private readonly RewardsDb _db;
    private readonly GrantAwards _grant;
    private readonly SetClock _clock = new();
    private readonly ReferenceSnapshot _known;
    private readonly string _timeZone;

    /// <summary>Makes the rules run on the instants of the responses.</summary>
    public DemoResponses(IServiceProvider services, ReferenceSnapshot known)
    {
        _db = services.GetRequiredService<RewardsDb>();
        _grant = ActivatorUtilities.CreateInstance<GrantAwards>(
            services, _clock, ActivatorUtilities.CreateInstance<PostFuelPoints>(services, _clock));
        _known = known;
        _timeZone = services.GetRequiredService<ChainSettings>().TimeZone;
    }

    /// <summary>Writes them; the transaction is the caller's.</summary>
    public async Task<int> WriteAsync(IReadOnlyList<DemoVisit> visits, IProgress<DemoProgress>? progress, CancellationToken cancellationToken)
    {
        var (sent, done) = (0, 0);
        foreach (var chunk in visits.OrderBy(v => v.SubmittedAt ?? v.StartedAt).Chunk(SavedTogether))
        {
            foreach (var visit in chunk)
            {
                await AddAsync(visit, cancellationToken);
                sent += visit.SubmittedAt is null ? 0 : 1;
            }

            await _db.SaveChangesAsync(cancellationToken);
            _db.ChangeTracker.Clear();
            done += chunk.Length;
            progress?.Report(new DemoProgress("responses", done, visits.Count));
        }

        return sent;
    }

    private async Task AddAsync(DemoVisit visit, CancellationToken cancellationToken)
    {
        var store = _known.Stores[visit.Receipt.StoreNumber];
        var response = new Response(
            Guid.CreateVersion7(new DateTimeOffset(visit.StartedAt, TimeSpan.Zero)),
            visit.Receipt.Id,
            store.Number,
            _known.CurrentSurveyId,
            visit.Receipt.Departments,
            visit.Shopper.Language,
            visit.StartedAt);
        response.MarkGenerated();
        response.TakeAnswer(null, visit.MayContact);
        _db.Responses.Add(response);
        _db.Answers.AddRange(visit.Answers.Select(a => new Answer(response.Id, a.Question, a.Touchpoint, a.Score, a.Text)));
        if (visit.SubmittedAt is not { } at)
        {
            return;
        }

        if (visit.Shopper.TakeIn(at, store.Town) is { } newPerson)
        {
            _db.Shoppers.Add(newPerson);
        }

        response.Submit(ResponseReference.Create(), visit.Shopper.Person?.Id, at, store.BusinessDayAt(at));
        _clock.Set(at);
        foreach (var decision in await _grant.SettleAsync(Decide(visit, response, at), visit.Shopper.Person, _known, cancellationToken))
        {
            Give(decision, visit, response);
        }

        visit.Shopper.IsReturning = visit.Shopper.Person is null ? null : true;
    }

    private Candidates Decide(DemoVisit visit, Response response, DateTime at)
    {
        var chance = new Chance("award/" + visit.Receipt.Id.ToString(CultureInfo.InvariantCulture));
        var facts = new AwardFacts
        {
            StoreNumber = visit.Receipt.StoreNumber,
            Register = ReceiptKey.FromId(visit.Receipt.Id).Register,
            Departments = visit.Receipt.Departments.Split('|'),
            TotalCents = visit.Receipt.TotalCents,
            Today = Zone.DayOf(at, _timeZone),
            StoreTime = Zone.ToLocal(at, _known.Stores[response.StoreNumber].TimeZone),
            Survey = _known.Surveys[response.SurveyVersionId].Key,
            Language = response.Language,
            HasPerson = visit.Shopper.Person is not null,
            IsReturning = visit.Shopper.Person is null ? null : visit.Shopper.IsReturning ?? false,
            SweepstakesOpen = _known.SweepstakesAt(at) is not null,
            GivenOn = visit.Shopper.GivenOn,
        };
        return new Candidates(facts, Evaluation.Candidates(_known.Offers, facts, chance.Below));
    }

    private void Give(AwardDecision decision, DemoVisit visit, Response response)
    {
        var award = _grant.Add(decision, response, PaidOf(visit.Receipt), visit.Shopper.Found, _known);
        if (award.Status == AwardStatus.Granted)
        {
            visit.Shopper.GivenOn[award.PromotionId] =
                [.. visit.Shopper.GivenOn.GetValueOrDefault(award.PromotionId, []), Zone.DayOf(award.At, _timeZone)];
        }
    }

    private static PaidReceipt PaidOf(Receipt receipt) => new(receipt.BusinessDay, receipt.TotalCents, receipt.RefundedCents);
}
