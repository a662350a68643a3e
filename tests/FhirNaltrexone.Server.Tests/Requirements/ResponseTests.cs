using FhirNaltrexone.Server.Tests.Hostile;

namespace FhirNaltrexone.Server.Tests.Requirements;

/// <summary>CDS Hooks 2.0, CDS Service Response, on every answer to the conformance cases.</summary>
[Collection(OneServerProcess.Name)]
public sealed class ResponseTests(AllAnswers all) : IClassFixture<AllAnswers>
{
    [Fact]
    public void Every_answer_is_a_JSON_object_with_an_array_of_cards() => Should.HoldForAll(all.Answers, answer =>
    {
        Assert.Equal("application/json", answer.MediaType);
        Assert.NotNull(answer.Body["cards"]?.AsArray());
    });

    [Fact]
    public void No_answer_holds_null_or_anything_empty_but_the_list_of_cards()
        => Should.HoldForAll(all.Answers, answer => Should.HoldNoEmptyValue(answer.Body, "$.cards"));

    [Fact]
    public void Nothing_to_say_is_an_empty_list_of_cards() => Assert.Contains(all.Answers, answer => answer.Body["cards"]!.AsArray().Count == 0);

    [Fact]
    public void No_answer_acts_behind_the_back_of_the_user() => Should.HoldForAll(all.Answers, answer => Assert.False(answer.Body.ContainsKey("systemActions")));

    [Fact]
    public void Neither_answers_nor_cards_nor_what_is_in_them_carry_extensions()
        => Should.HoldForAll(
            all.Answers.Select(answer => answer.Body).Concat(all.Cards).Concat(all.Suggestions).Concat(all.Actions).Concat(all.Links).Concat(all.Sources),
            part => Assert.False(part.ContainsKey("extension")));
}
