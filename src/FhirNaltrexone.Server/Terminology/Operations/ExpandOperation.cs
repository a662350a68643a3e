using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Outcomes;
using FhirNaltrexone.Validation.Terminology;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Terminology.Operations;

/// <summary><c>ValueSet/$expand</c> (FHIR R4).</summary>
internal sealed class ExpandOperation(OperationRunner runner, IOptions<TerminologyOptions> options, TimeProvider clock)
{
    private static readonly TerminologyOperation Facts = new("ValueSet", "valueSet", "expand")
    {
        Known =
        [
            "url", "valueSet", "valueSetVersion", "filter", "offset", "count", "includeDesignations", "includeDefinition", "activeOnly", "excludeNested",
            "excludeNotForUI", "excludePostCoordinated", "displayLanguage", "designation",
        ],
        Unserved = ["context", "contextDirection", "date", "exclude-system", "system-version", "check-system-version", "force-system-version"],
    };

    /// <summary>The operation.</summary>
    public FhirOperation Operation => new()
    {
        Name = Facts.Name,
        Definition = "http://hl7.org/fhir/OperationDefinition/ValueSet-expand",
        Levels = OperationLevels.Type | OperationLevels.Instance,
        Types = [Facts.Type],
        Handler = (call, cancellationToken) => runner.AnswerAsync(call, Facts, Expand, cancellationToken),
    };

    private Result<JsonObject> Expand(CallInput input, TerminologyService terminology)
    {
        var request = new ExpansionRequest
        {
            Filter = input.Text("filter"),
            Offset = (int?)input.Number("offset", int.MaxValue),
            Count = (int?)input.Number("count", int.MaxValue),
            IsActiveOnly = input.Flag("activeOnly") == true,
            IsWithoutAbstract = input.Flag("excludeNotForUI") == true,
            IsNested = input.Flag("excludeNested") == false,
            Limit = options.Value.MaxCodes,
        };
        var hasDesignations = input.Flag("includeDesignations") == true;
        var hasDefinition = input.Flag("includeDefinition") == true;
        var expanded = ValueSetInput.Ask(input, set => terminology.Expand(set, request), url => terminology.Expand(url, request));
        if (expanded.Refusal is { } refusal) return refusal;
        var expansion = expanded.Value!;
        var resource = Head(expansion.ValueSet, hasDefinition);
        resource["expansion"] = Write(expansion, request, hasDesignations);
        return resource;
    }

    private static JsonObject Head(JsonElement source, bool hasDefinition)
    {
        var resource = new JsonObject { ["resourceType"] = "ValueSet" };
        foreach (var member in source.EnumerateObject().Where(member => !IsLeftOut(member.Name, hasDefinition))) resource[member.Name] = JsonNode.Parse(member.Value.GetRawText());
        resource["status"] ??= "unknown";
        return resource;
    }

    private static bool IsLeftOut(string member, bool hasDefinition)
        => member is "resourceType" or "text" or "meta" or "expansion" || (member == "compose" && !hasDefinition);

    private JsonObject Write(Expansion expansion, ExpansionRequest request, bool hasDesignations)
    {
        var json = new JsonObject { ["timestamp"] = FhirInstant.Write(clock.GetUtcNow()), ["total"] = expansion.Total };
        if (request.Offset is not null || request.Count is not null) json["offset"] = request.Offset ?? 0;
        var parameters = new JsonArray();
        Add(parameters, "filter", "valueString", request.Filter);
        Add(parameters, "count", "valueInteger", request.Count);
        Add(parameters, "activeOnly", "valueBoolean", request.IsActiveOnly ? true : null);
        Add(parameters, "excludeNotForUI", "valueBoolean", request.IsWithoutAbstract ? true : null);
        foreach (var version in expansion.Codes.Where(code => code.Version is not null).Select(code => $"{code.System}|{code.Version}").Distinct())
            Add(parameters, "version", "valueUri", version);
        if (parameters.Count > 0) json["parameter"] = parameters;
        if (expansion.Codes.Count > 0) json["contains"] = Codes(expansion.Codes, hasDesignations);
        return json;
    }

    private static void Add(JsonArray parameters, string name, string member, JsonNode? value)
    {
        if (value is not null) parameters.Add((JsonNode)new JsonObject { ["name"] = name, [member] = value });
    }

    private static JsonArray Codes(IReadOnlyList<ExpandedCode> codes, bool hasDesignations)
    {
        var array = new JsonArray();
        foreach (var code in codes) array.Add((JsonNode)Code(code, hasDesignations));
        return array;
    }

    private static JsonObject Code(ExpandedCode code, bool hasDesignations)
    {
        var json = new JsonObject();
        if (code.System.Length > 0) json["system"] = code.System;
        if (code.IsAbstract) json["abstract"] = true;
        if (code.IsInactive) json["inactive"] = true;
        json["code"] = code.Code;
        if (code.Display is not null) json["display"] = code.Display;
        if (hasDesignations && code.Designations.Count > 0)
            json["designation"] = new JsonArray([.. code.Designations.Select(designation => JsonNode.Parse(designation.GetRawText()))]);
        if (code.Contains.Count > 0) json["contains"] = Codes(code.Contains, hasDesignations);
        return json;
    }
}
