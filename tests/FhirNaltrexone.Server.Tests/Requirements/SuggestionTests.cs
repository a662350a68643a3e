using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Hostile;
using Hl7.Fhir.Serialization;

namespace FhirNaltrexone.Server.Tests.Requirements;

/// <summary>CDS Hooks 2.0, Suggestion and Action, on everything suggested in the conformance cases.</summary>
[Collection(OneServerProcess.Name)]
public sealed class SuggestionTests(AllAnswers all) : IClassFixture<AllAnswers>
{
    private static readonly string[] Types = ["create", "update", "delete"];
    private static readonly FhirJsonDeserializer Strict = new();

    [Fact]
    public void Every_suggestion_has_a_label_and_a_uuid() => Should.HoldForAll(all.Suggestions, suggestion =>
    {
        Should.BeText(suggestion, "label");
        Assert.True(Guid.TryParse(Should.BeText(suggestion, "uuid"), out _));
    });

    [Fact]
    public void No_suggestion_is_recommended_over_others()
        => Should.HoldForAll(all.Suggestions, suggestion => Assert.False(suggestion.ContainsKey("isRecommended")));

    [Fact]
    public void Actions_are_an_array_of_objects_that_have_a_type_and_a_description()
    {
        Should.HoldForAll(all.Actions, action =>
        {
            Assert.Contains(Should.BeText(action, "type"), Types);
            Should.BeText(action, "description");
        });
        Assert.Equal(Types.ToHashSet(), all.Actions.Select(action => (string)action["type"]!).ToHashSet());
    }

    [Fact]
    public void What_is_created_is_a_valid_resource_without_id()
        => Should.HoldForAll(all.Actions.Where(action => Type(action) == "create"), action =>
        {
            Assert.NotNull(Strict.DeserializeResource(action["resource"]!.ToJsonString()));
            Assert.False(action["resource"]!.AsObject().ContainsKey("id"));
            Assert.False(action.ContainsKey("resourceId"));
        });

    [Fact]
    public void What_is_updated_is_a_whole_draft_and_still_valid()
        => Should.HoldForAll(all.Answers.SelectMany(answer => Updates(answer).Select(update => (answer, update))), pair =>
        {
            var resource = pair.update["resource"]!.AsObject();
            Assert.NotNull(Strict.DeserializeResource(resource.ToJsonString()));
            var draft = pair.answer.Drafts[$"{resource["resourceType"]}/{resource["id"]}"];
            Assert.Superset(draft.Select(member => member.Key).ToHashSet(), resource.Select(member => member.Key).ToHashSet());
            Assert.False(JsonNode.DeepEquals(draft, resource));
        });

    [Fact]
    public void What_is_deleted_is_named_by_a_reference_to_a_draft_and_by_no_resource()
        => Should.HoldForAll(
            all.Answers.Where(answer => answer.Drafts.Count > 0).SelectMany(answer => answer.Actions
                .Where(action => Type(action) == "delete").Select(action => (answer, action))),
            pair =>
            {
                Assert.Contains(Should.BeText(pair.action, "resourceId"), pair.answer.Drafts.Keys);
                Assert.False(pair.action.ContainsKey("resource"));
            });

    private static IEnumerable<JsonObject> Updates(Answered answer) => answer.Actions.Where(action => Type(action) == "update");

    private static string? Type(JsonObject action) => (string?)action["type"];
}
