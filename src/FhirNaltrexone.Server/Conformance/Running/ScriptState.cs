using System.Text.RegularExpressions;
using FhirNaltrexone.Server.Conformance.Scripts;

namespace FhirNaltrexone.Server.Conformance.Running;

/// <summary>What a run knows so far: fixtures, requests and answers by name, and what was exchanged last.</summary>
/// <param name="script">The script.</param>
internal sealed partial class ScriptState(TestScript script)
{
    private readonly Dictionary<string, Document> _documents = script.Fixtures
        .GroupBy(fixture => fixture.Id).ToDictionary(group => group.Key, group => Document.Of(group.First().Resource));

    // Where fixtures are that were created by themselves: the server may have chosen the ids.
    private readonly Dictionary<string, ResourceAddress> _created = [];

    /// <summary>What was exchanged last; null before the first request.</summary>
    public Exchange? Last { get; private set; }

    /// <summary>Remembers what was exchanged.</summary>
    /// <param name="exchange">Request and answer.</param>
    /// <param name="requestId">Name of the request; null for none.</param>
    /// <param name="responseId">Name of the answer; null for none.</param>
    public void Keep(Exchange exchange, string? requestId, string? responseId)
    {
        Last = exchange;
        if (requestId is not null) _documents[requestId] = exchange.Request;
        if (responseId is not null) _documents[responseId] = exchange.Response;
    }

    /// <summary>Remembers where a fixture was created.</summary>
    public void Created(string fixture, ResourceAddress address) => _created[fixture] = address;

    /// <summary>The document with a name.</summary>
    /// <exception cref="ScriptFault">There is none.</exception>
    public Document Find(string id) => _documents.GetValueOrDefault(id) ?? throw new ScriptFault($"There is no fixture, request or answer named {id}.");

    /// <summary>Where the resource with a name is on the server.</summary>
    /// <exception cref="ScriptFault">Nobody knows.</exception>
    public ResourceAddress AddressOf(string id)
        => _created.TryGetValue(id, out var created) ? created
            : ResourceAddress.Of(Find(id)) ?? throw new ScriptFault($"{id} has neither Location nor a resource with id.");

    /// <summary>A text with the values of its variables.</summary>
    /// <exception cref="ScriptFault">A variable is not declared or has no value.</exception>
    public string Fill(string text) => text.Contains("${", StringComparison.Ordinal) ? Variable().Replace(text, match => ValueOf(match.Groups["name"].Value)) : text;

    private string ValueOf(string name)
    {
        if (!script.Variables.TryGetValue(name, out var variable)) throw new ScriptFault($"The variable {name} is not declared.");
        if (variable.Path is not null) throw new ScriptFault($"The variable {name} has a path; only expression (FHIRPath) and headerField are supported.");
        return Read(variable) ?? variable.Default ?? throw new ScriptFault($"The variable {name} has no value.");
    }

    private string? Read(ScriptVariable variable)
    {
        var source = variable.Source is { } id ? _documents.GetValueOrDefault(id) : Last?.Response;
        if (source is null) return null;
        if (variable.HeaderField is { } field) return source.Header(field);
        if (variable.Expression is not { } expression || source.Resource is not { } resource) return null;
        return ScriptPath.Values(expression, resource) is [var first, ..] ? first : null;
    }

    [GeneratedRegex(@"\$\{(?<name>[^{}]+)\}")]
    private static partial Regex Variable();
}
