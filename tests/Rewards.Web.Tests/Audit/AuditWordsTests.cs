using System.Text.RegularExpressions;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Web.Tests.Architecture;
using Xunit;

namespace Rewards.Web.Tests.Audit;

/// <summary>Whatever is taken down is shown by name, not by key.</summary>
public partial class AuditWordsTests
{
    private static readonly TextFiles _texts = TextFiles.OfTheHouse();

    [Fact]
    public void Every_member_that_is_recorded_has_a_text_in_every_language()
    {
        var members = House.Sources(".cs").SelectMany(s => Recorded().Matches(s.Text)).SelectMany(call => Member().Matches(call.Value))
            .Select(m => m.Groups[1].Value).Distinct().ToList();

        Assert.InRange(members.Count, 15, int.MaxValue);
        Assert.Contains("oldCents", members);
        Assert.Empty(from member in members from language in Language.All where _texts.Find($"audit.detail-{member}", language) is null select $"{member}, {language}");
    }

    [Fact]
    public void Every_act_has_a_text_in_every_language() =>
        Assert.All(Enum.GetNames<AuditAct>(), act => Assert.All(Language.All, l => Assert.NotNull(_texts.Find($"audit.act-{act}", l))));

    [GeneratedRegex(@"record\.Add\(.*?\);", RegexOptions.Singleline)]
    private static partial Regex Recorded();

    [GeneratedRegex(@"\(""([A-Za-z]+)"",")]
    private static partial Regex Member();
}
