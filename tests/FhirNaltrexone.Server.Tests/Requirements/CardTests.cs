using System.Text.Json;
using FhirNaltrexone.Server.Tests.Hostile;
using FhirNaltrexone.Server.Tests.Support;

namespace FhirNaltrexone.Server.Tests.Requirements;

/// <summary>CDS Hooks 2.0, Card attributes, Source, Reasons for rejecting a card, Link and Coding, on every card of the conformance cases.</summary>
[Collection(OneServerProcess.Name)]
public sealed class CardTests(AllAnswers all, ServerProcess server) : IClassFixture<AllAnswers>
{
    private const int SummaryLimit = 140;
    private static readonly string[] Indicators = ["info", "warning", "critical"];
    private static readonly string[] Behaviors = ["at-most-one", "any"];

    [Fact]
    public void Every_card_of_an_answer_has_a_uuid_of_its_own()
        => Should.HoldForAll(all.Answers.Where(answer => answer.Cards.Count > 0), answer =>
        {
            var ids = answer.Cards.Select(card => Should.BeText(card, "uuid")).ToList();
            Assert.All(ids, id => Assert.True(Guid.TryParse(id, out _)));
            Assert.Equal(ids.Distinct(), ids);
        });

    [Fact]
    public async Task Another_call_brings_cards_with_other_uuids()
    {
        var answered = all.Answers.First(answer => answer.Cards.Count > 0);
        var again = answered.Call.DeepClone().AsObject().With("hookInstance", "5f0d1c3e-8f3b-4d3c-9b65-0a4d0c4e8a11");

        using var response = await server.Client.PostAsync($"/cds-services/{answered.Service}", Call.Json(again));

        var cards = (await Answers.CheckAsync(response))!;
        Assert.Equal(answered.Cards.Count, cards.Count);
        Assert.Empty(cards.Select(card => (string?)card!["uuid"]).Intersect(answered.Cards.Select(card => (string?)card["uuid"])));
    }

    [Fact]
    public void Every_summary_is_text_shorter_than_140_characters()
        => Should.HoldForAll(all.Cards, card => Assert.InRange(Should.BeText(card, "summary").Length, 1, SummaryLimit - 1));

    [Fact]
    public void Every_detail_is_Markdown_without_HTML()
        => Should.HoldForAll(all.Cards.Where(card => card.ContainsKey("detail")), card => Assert.DoesNotMatch("<[A-Za-z/!]", Should.BeText(card, "detail")));

    [Fact]
    public void Every_indicator_is_one_of_the_three_and_all_three_occur()
    {
        Should.HoldForAll(all.Cards, card => Assert.Contains(Should.BeText(card, "indicator"), Indicators));
        Assert.Equal(Indicators.ToHashSet(), all.Cards.Select(card => (string)card["indicator"]!).ToHashSet());
    }

    [Fact]
    public void Every_card_has_a_source_with_a_label() => Should.HoldForAll(all.Sources, source => Should.BeText(source, "label"));

    [Fact]
    public void Every_source_has_one_topic_with_code_and_system() => Should.HoldForAll(all.Sources, source =>
    {
        var topic = source["topic"]!.AsObject();
        Should.BeText(topic, "code");
        Should.BeText(topic, "system");
        Should.BeText(topic, "display");
    });

    [Fact]
    public void Addresses_of_sources_are_absolute()
        => Should.HoldForAll(all.Sources.Where(source => source.ContainsKey("url")), source => Should.BeAbsolute(source, "url"));

    [Fact]
    public void Addresses_of_sources_are_those_of_the_content_and_name_nothing_of_the_call()
    {
        var content = string.Concat(Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "profiles", "generated", "resources"), "PlanDefinition-*.json").Select(File.ReadAllText));

        Should.HoldForAll(
            all.Sources.Where(source => source.ContainsKey("url")),
            source => Assert.Contains($"\"{source["url"]}\"", content, StringComparison.Ordinal));
    }

    [Fact]
    public void No_source_has_an_icon() => Should.HoldForAll(all.Sources, source => Assert.False(source.ContainsKey("icon")));

    [Fact]
    public void Cards_have_suggestions_and_a_selection_behavior_both_or_neither()
    {
        Should.HoldForAll(all.Cards, card => Assert.Equal(card.ContainsKey("suggestions"), card.ContainsKey("selectionBehavior")));
        Should.HoldForAll(
            all.Cards.Where(card => card.ContainsKey("suggestions")),
            card => Assert.Contains(Should.BeText(card, "selectionBehavior"), Behaviors));
        Assert.Contains(all.Cards, card => !card.ContainsKey("suggestions"));
    }

    [Fact]
    public void Override_reasons_are_codings_with_code_system_and_display()
        => Should.HoldForAll(all.OverrideReasons, reason =>
        {
            Should.BeText(reason, "code");
            Should.BeText(reason, "system");
            Should.BeText(reason, "display");
        });

    [Fact]
    public void Every_link_has_a_label_and_an_absolute_address_and_says_so()
        => Should.HoldForAll(all.Links, link =>
        {
            Should.BeText(link, "label");
            Should.BeAbsolute(link, "url");
            Assert.Equal("absolute", Should.BeText(link, "type"));
        });

    [Fact]
    public void No_link_has_a_context_for_an_app() => Should.HoldForAll(all.Links, link => Assert.False(link.ContainsKey("appContext")));

    [Theory]
    [InlineData("suggestions")]
    [InlineData("overrideReasons")]
    [InlineData("links")]
    public void Lists_of_a_card_are_arrays_of_objects(string member)
        => Should.HoldForAll(all.Cards.Where(card => card.ContainsKey(member)), card => Should.HoldForAll(
            card[member]!.AsArray(), item => Assert.Equal(JsonValueKind.Object, item!.GetValueKind())));
}
