using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Validation.Outcomes;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Server.Terminology.Operations;

/// <summary><c>CodeSystem/$lookup</c> (FHIR R4).</summary>
internal sealed class LookupOperation(OperationRunner runner)
{
    private static readonly TerminologyOperation Facts = new("CodeSystem", "codeSystem", "lookup")
    {
        Known = ["code", "system", "version", "coding", "displayLanguage", "property"],
    };

    /// <summary>The operation.</summary>
    public FhirOperation Operation => new()
    {
        Name = Facts.Name,
        Definition = "http://hl7.org/fhir/OperationDefinition/CodeSystem-lookup",
        Levels = OperationLevels.Type,
        Types = [Facts.Type],
        Handler = (call, cancellationToken) => runner.AnswerAsync(call, Facts, Find, cancellationToken),
    };

    private static Result<JsonObject> Find(CallInput input, TerminologyService terminology)
    {
        if (input.Has("codeableConcept")) input.Fail("codeableConcept", "A code is looked up one at a time: give code and system, or coding.");
        var questions = CodeInput.Read(input);
        if (questions is [{ System: null or "" }]) input.Fail("system", "The code system must be given.", IssueCodes.Required);
        if (input.Refusal is { } wrong) return wrong;
        var question = questions[0];
        var found = terminology.Lookup(question.System!, question.Code, question.Version);
        return found.Refusal is { } refusal ? refusal : Write(found.Value!, Wanted(input));
    }

    /// <summary>The properties asked for; null for all.</summary>
    private static HashSet<string>? Wanted(CallInput input) => input.Has("property") ? [.. input.Texts("property")] : null;

    private static JsonObject Write(Lookup lookup, HashSet<string>? wanted)
    {
        var parameters = new ParametersJson()
            .Add("name", "valueString", lookup.Name)
            .Add("version", "valueString", lookup.Version)
            .Add("display", "valueString", lookup.Display);
        if (wanted?.Contains("designation") != false)
        {
            foreach (var designation in lookup.Designations) parameters.Add("designation", Designation(designation));
        }

        foreach (var (code, member, value) in Properties(lookup).Where(property => wanted?.Contains(property.Code) != false))
            parameters.Add("property", new ParametersJson().Add("code", "valueCode", code).Add("value", member, value));
        return parameters.Resource;
    }

    private static ParametersJson Designation(JsonElement designation)
    {
        var parts = new ParametersJson();
        foreach (var (name, member) in new[] { ("language", "valueCode"), ("use", "valueCoding"), ("value", "valueString") })
        {
            if (designation.TryGetProperty(name, out var value)) parts.Add(name, member, JsonNode.Parse(value.GetRawText()));
        }

        return parts;
    }

    private static IEnumerable<(string Code, string Member, JsonNode Value)> Properties(Lookup lookup)
    {
        if (lookup.Definition is { } definition) yield return ("definition", "valueString", definition);
        yield return ("inactive", "valueBoolean", lookup.IsInactive);
        foreach (var parent in lookup.Parents) yield return ("parent", "valueCode", parent);
        foreach (var child in lookup.Children) yield return ("child", "valueCode", child);
        foreach (var property in lookup.Properties)
        {
            var value = property.EnumerateObject().FirstOrDefault(member => member.Name.StartsWith("value", StringComparison.Ordinal));
            if (property.TryGetProperty("code", out var code) && code.GetString() is { } name && name != "inactive" && value.Value.ValueKind != JsonValueKind.Undefined)
                yield return (name, value.Name, JsonNode.Parse(value.Value.GetRawText())!);
        }
    }
}
