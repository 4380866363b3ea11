using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rewards.Application;
using Rewards.Application.Promotions;
using Rewards.Data;
using Rewards.Domain;
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
        _grant = ActivatorUtilities.CreateInstance<GrantAwards>(services, _clock);
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
        foreach (var decision in Decide(visit, at))
        {
            await GiveAsync(decision, visit, response, cancellationToken);
        }
    }

    private IReadOnlyList<AwardDecision> Decide(DemoVisit visit, DateTime at)
    {
        var chance = new Chance("award/" + visit.Receipt.Id.ToString(CultureInfo.InvariantCulture));
        var facts = new AwardFacts(
            visit.Receipt.StoreNumber,
            visit.Receipt.Departments.Split('|'),
            visit.Receipt.TotalCents,
            Zone.DayOf(at, _timeZone),
            visit.Shopper.Person is not null,
            _known.SweepstakesAt(at) is not null,
            visit.Shopper.LastGivenOn);
        return Evaluation.Decide(_known.Offers, facts, chance.Below);
    }

    private async Task GiveAsync(AwardDecision decision, DemoVisit visit, Response response, CancellationToken cancellationToken)
    {
        var booked = GrantAwards.NeedsBooking(decision) ? await _grant.BookAsync(decision, cancellationToken) : decision;
        var award = _grant.Add(booked, response.Id, response.StoreNumber, visit.Shopper.Person, _known);
        if (award.Status == AwardStatus.Granted)
        {
            visit.Shopper.LastGivenOn[award.PromotionId] = Zone.DayOf(award.At, _timeZone);
        }
    }
}
