using Rewards.Domain.Sweepstakes;
using Xunit;

namespace Rewards.Domain.Tests.Sweepstakes;

/// <summary>A claim refuses whatever is not its turn; use cases look first.</summary>
public class PrizeClaimStateTests
{
    private static readonly DateTime _offered = new(2026, 4, 1, 12, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime _until = _offered.AddDays(14);

    [Fact]
    public void Nothing_is_taken_after_the_last_moment()
    {
        Assert.True(Offered().IsOpenAt(_until.AddTicks(-1)));
        Assert.False(Offered().IsOpenAt(_until));
        Assert.Throws<InvalidOperationException>(() => Offered().Answer([1], WinnerConsent.FullName, [2], _until));
        Assert.Throws<InvalidOperationException>(() => Offered().Decline(_until));
        var onPaper = Offered();
        onPaper.Answer([1], WinnerConsent.FullName, null, _offered);
        Assert.True(onPaper.MayHandInAt(_until.AddTicks(-1)));
        Assert.Throws<InvalidOperationException>(() => onPaper.Sign([2], _until));
    }

    [Fact]
    public void Before_the_person_was_told_there_is_nothing_to_answer()
    {
        var claim = new PrizeClaim(Guid.NewGuid(), 1, 1, 1, [1], Guid.NewGuid(), _offered, answerBy: null);
        Assert.False(claim.IsOpenAt(_offered));
        Assert.Throws<InvalidOperationException>(() => claim.Answer([1], WinnerConsent.FullName, [2], _offered));
        claim.Tell(_offered, _until);
        Assert.True(claim.IsOpenAt(_offered));
        Assert.Throws<InvalidOperationException>(() => claim.Tell(_offered, _until.AddDays(1)));
    }

    [Fact]
    public void Every_step_has_its_turn_and_counts_the_version_up()
    {
        var claim = Offered();
        Assert.Throws<InvalidOperationException>(() => claim.Accept(Guid.NewGuid(), _offered, null, null));
        Assert.Throws<InvalidOperationException>(() => claim.Fulfil(Guid.NewGuid(), _offered, 1, null, "x"));
        Assert.Throws<InvalidOperationException>(() => claim.Forget(_offered));
        claim.Answer([1], WinnerConsent.FullName, [2], _offered);
        Assert.Throws<InvalidOperationException>(() => claim.Answer([1], WinnerConsent.FullName, [2], _offered));
        Assert.Throws<InvalidOperationException>(() => claim.Decline(_offered));
        claim.Accept(Guid.NewGuid(), _offered, "Ana D.", "Fairview");
        claim.Fulfil(Guid.NewGuid(), _offered, 1, null, "x");
        Assert.Throws<InvalidOperationException>(() => claim.Fulfil(Guid.NewGuid(), _offered, 1, null, "x"));
        claim.Forget(_offered);
        Assert.Equal((PrizeClaimStatus.Fulfilled, 4, null), (claim.Status, claim.Version, claim.SealedAnswer));
    }

    [Fact]
    public void What_is_declined_is_never_accepted()
    {
        var claim = Offered();
        claim.Answer([1], WinnerConsent.FullName, null, _offered);
        claim.Decline(_offered);
        Assert.False(claim.MayHandInAt(_offered));
        Assert.Throws<InvalidOperationException>(() => claim.Accept(Guid.NewGuid(), _offered, null, null));
    }

    private static PrizeClaim Offered() => new(Guid.NewGuid(), 1, 1, 1, [1], Guid.NewGuid(), _offered, _until);
}
