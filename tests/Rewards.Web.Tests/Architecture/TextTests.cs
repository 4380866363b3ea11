using Rewards.Domain;
using Rewards.Domain.Promotions;
using Xunit;

namespace Rewards.Web.Tests.Architecture;

/// <summary>No shopper ever reads a key, a hole, or the other language.</summary>
public class TextTests
{
    private static readonly TextFiles _texts = TextFiles.OfTheHouse();
    private static readonly Error[] _refusals = [.. Refusals.Examples(House.Assemblies.SelectMany(a => a.GetTypes()))];
    private static readonly Error[] _violators = [.. Refusals.Examples(typeof(Violators).Assembly.GetTypes())];

    [Fact]
    public void Every_refusal_has_a_code_of_its_own()
    {
        Assert.InRange(_refusals.Length, 50, int.MaxValue);
        Assert.Empty(Refusals.CodesOfTheirOwn(_refusals));
    }

    [Fact]
    public void A_code_of_two_refusals_or_of_odd_form_is_found() => Assert.Equal(
        ["unheard-of is the code of Unheard and UnheardToo", "SHOUTING is not lower-case words joined by hyphens"],
        Refusals.CodesOfTheirOwn(_violators));

    [Fact]
    public void Every_refusal_has_a_sentence_in_every_language_with_all_that_it_can_tell() => Assert.Empty(Refusals.Sentences(_refusals, _texts));

    [Fact]
    public void A_refusal_without_a_sentence_or_with_one_that_does_not_fit_is_found() => Assert.Equal(
        ["SHOUTING has no sentence in es", "SHOUTING in en does not say each of its 1 argument(s)", "unheard-of has no sentence in en"],
        Refusals.Sentences(
            [new Violators.Unheard(), new Violators.Shouting(2)],
            new TextFiles().Add("Errors", "en", [("SHOUTING", "Be quiet.")]).Add("Errors", "es", [("unheard-of", "¿Qué?")]))
            .Order(StringComparer.Ordinal));

    [Fact]
    public void No_sentence_is_left_of_a_refusal_that_is_gone() => Assert.Empty(Refusals.SentencesOfNobody(_refusals, _texts));

    [Fact]
    public void A_sentence_of_nobody_is_found() => Assert.Single(
        Refusals.SentencesOfNobody(_refusals, new TextFiles().Add("Errors", "en", [("try-again", "Again."), ("gone", "Gone.")])));

    [Fact]
    public void Every_refusal_has_a_row_in_the_description_of_the_interface() => Assert.Empty(Refusals.Rows(_refusals, ApiDocument()));

    [Fact]
    public void A_refusal_without_a_row_with_a_wrong_one_and_a_row_of_nobody_are_found() => Assert.Equal(
        ["unheard-of wants one row with 409", "SHOUTING wants one row with 422", "gone has a row and is no refusal"],
        Refusals.Rows(
            [new Violators.Unheard(), new Violators.Shouting(1)],
            """
            | code | status | when |
            |---|---|---|
            | `unheard-of` | 404 | never |
            | `gone` | 404 | before |
            """));

    [Fact]
    public void Every_text_is_in_every_language_with_the_same_arguments() => Assert.Empty(_texts.Twins());

    [Fact]
    public void A_text_without_its_twin_or_with_one_that_does_not_fit_is_found() => Assert.Equal(
        ["store.alone has no text in es", "store.holes has other arguments in another language", "store.same is not translated"],
        new TextFiles()
            .Add("Store", "en", [("alone", "Hello"), ("holes", "From {0} to {1:d}"), ("same", "not quite done"), ("fine", "Yes")])
            .Add("Store", "es", [("holes", "De {0}"), ("same", "not quite done"), ("fine", "Sí")])
            .Twins());

    [Fact]
    public void Every_text_that_a_page_or_a_class_names_is_there() => Assert.Empty(_texts.MissingFrom(House.Sources(".cs", ".cshtml")));

    [Fact]
    public void A_text_that_is_named_and_not_there_is_found() => Assert.Equal(
        [
            """Page.cshtml wants "feedback.no" in en""", """Page.cshtml wants "feedback.no" in es""",
            """Page.cshtml wants "feedback.no-" in en""", """Page.cshtml wants "feedback.no-" in es""",
        ],
        new TextFiles().Add("Feedback", "en", [("yes", "Yes"), ("yes-1", "Yes!")]).Add("Feedback", "es", [("yes", "Sí"), ("yes-1", "¡Sí!")])
            .MissingFrom([("Page.cshtml", """@T["feedback.no"] @T["feedback.no-" + i] @T["feedback.yes"] @T["feedback.yes-" + i]""")])
            .Order(StringComparer.Ordinal));

    [Fact]
    public void Every_reason_of_an_award_has_its_words() =>
        Assert.All(Enum.GetNames<AwardReason>(), reason => Assert.All(Language.All, l => Assert.NotNull(_texts.Find($"awards.{reason}", l))));

    private static string ApiDocument() => File.ReadAllText(Path.Combine(House.Root.FullName, "docs", "api.md"));
}
