using System.Text.Json.Nodes;

namespace FhirNaltrexone.Server.Terminology.Operations;

/// <summary>A Parameters resource in the making.</summary>
internal sealed class ParametersJson
{
    private readonly JsonArray _parameters = [];

    /// <summary>The resource.</summary>
    public JsonObject Resource => new() { ["resourceType"] = "Parameters", ["parameter"] = _parameters };

    /// <summary>Adds a value; none is left out.</summary>
    /// <param name="name">Name of the parameter.</param>
    /// <param name="member">Member such as <c>valueString</c>.</param>
    /// <param name="value">The value.</param>
    public ParametersJson Add(string name, string member, JsonNode? value)
    {
        if (value is not null) _parameters.Add((JsonNode)new JsonObject { ["name"] = name, [member] = value });
        return this;
    }

    /// <summary>Adds a parameter with parts, themselves written as parameters.</summary>
    public ParametersJson Add(string name, ParametersJson parts)
    {
        var part = new JsonArray();
        foreach (var one in parts._parameters) part.Add(one!.DeepClone());
        if (part.Count > 0) _parameters.Add((JsonNode)new JsonObject { ["name"] = name, ["part"] = part });
        return this;
    }
}
