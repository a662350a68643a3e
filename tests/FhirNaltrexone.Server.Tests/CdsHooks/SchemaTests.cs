using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Support;
using NJsonSchema;

namespace FhirNaltrexone.Server.Tests.CdsHooks;

/// <summary>What the service says is what its published schemas promise.</summary>
public sealed class SchemaTests : IDisposable
{
    private readonly TestServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Cards_are_valid()
    {
        _server.Service.Rules = _ => [Findings.Full(), Findings.Simple(new string('x', 300))];

        using var response = await _server.PostAsync(Call.OrderSign());

        Assert.Empty(await ErrorsAsync("response", await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task No_cards_are_valid()
    {
        _server.Service.Rules = _ => [];
        using var response = await _server.PostAsync(Call.OrderSign());

        Assert.Empty(await ErrorsAsync("response", await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task The_discovery_document_is_valid_and_lists_the_service_once_for_each_hook()
    {
        var text = await _server.CreateClient().GetStringAsync("/cds-services");

        Assert.Empty(await ErrorsAsync("discovery", text));
        var services = JsonNode.Parse(text)!["services"]!.AsArray();
        Assert.Equal(["order-select", "order-sign", "patient-view"], services.Select(service => (string?)service!["hook"]));
        Assert.All(services, service => Assert.Equal("Patient/{{context.patientId}}", (string?)service!["prefetch"]!["patient"]));
    }

    [Fact]
    public async Task The_calls_of_these_tests_are_valid()
        => Assert.Empty(await ErrorsAsync("request", Call.With("conditions", null).ToJsonString()));

    [Theory]
    [InlineData("""{"cards":[{"summary":"s","indicator":"info","source":{"label":"l"}}]}""")]
    [InlineData("""{"cards":[],"extra":null}""")]
    [InlineData("{}")]
    public async Task The_schema_refuses_what_is_wrong(string text) => Assert.NotEmpty(await ErrorsAsync("response", text));

    [Fact]
    public async Task A_delete_that_carries_a_resource_is_wrong()
    {
        var text = """{"type":"delete","description":"d","resource":{"resourceType":"X"}}""";
        var card = """{"uuid":"0f8fad5b-d9cb-469f-a165-70867728950e","summary":"s","indicator":"info","source":{"label":"l","topic":{"system":"s","code":"c"}},"selectionBehavior":"any","suggestions":[{"label":"l","uuid":"0f8fad5b-d9cb-469f-a165-70867728950e","actions":[ACTION]}]}""";

        var wrong = await ErrorsAsync("response", $$"""{"cards":[{{card.Replace("ACTION", text, StringComparison.Ordinal)}}]}""");
        var right = await ErrorsAsync(
            "response", $$"""{"cards":[{{card.Replace("ACTION", """{"type":"delete","description":"d","resourceId":"X/1"}""", StringComparison.Ordinal)}}]}""");

        Assert.NotEmpty(wrong);
        Assert.Empty(right);
    }

    /// <summary>Validates against the schema as published, not as it lies in the repository.</summary>
    private async Task<ICollection<NJsonSchema.Validation.ValidationError>> ErrorsAsync(string name, string text)
    {
        var schema = await JsonSchema.FromJsonAsync(await _server.CreateClient().GetStringAsync($"/schemas/cds-hooks-{name}.json"));
        return schema.Validate(text);
    }
}
