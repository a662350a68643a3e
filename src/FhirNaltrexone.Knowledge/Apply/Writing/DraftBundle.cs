using System.Text.Json.Nodes;
using FhirNaltrexone.Knowledge.Evaluation;

namespace FhirNaltrexone.Knowledge.Apply.Writing;

/// <summary>Turns a CarePlan with contained resources into a transaction that stores each of them on its own. Issues stay contained.</summary>
public static class DraftBundle
{
    private const string Outcome = "OperationOutcome";

    /// <summary>The Bundle: the CarePlan, then what it contained, in its order.</summary>
    /// <param name="carePlan">A result of <see cref="Application"/>, or a draft alone; it is taken apart.</param>
    public static JsonObject Of(JsonObject carePlan)
    {
        var scope = carePlan["id"]?.GetValue<string>() ?? StableId.Of(carePlan.ToJsonString()).ToString();
        var contained = carePlan["contained"]?.AsArray().Select(node => node!.AsObject()).ToList() ?? [];
        var apart = contained.Where(resource => resource["resourceType"]!.GetValue<string>() != Outcome).ToList();
        var addresses = apart.ToDictionary(Local, resource => Address(scope, Local(resource)), StringComparer.Ordinal);
        var kept = contained.Except(apart).ToList();
        carePlan.Remove("contained");
        if (kept.Count > 0) carePlan.Insert(1, "contained", new JsonArray([.. kept.Select(resource => resource.DeepClone())]));
        return new()
        {
            ["resourceType"] = "Bundle",
            ["type"] = "transaction",
            ["entry"] = new JsonArray([.. apart.Prepend(carePlan).Select(resource => Entry(resource.DeepClone().AsObject(), scope, addresses))]),
        };
    }

    private static string Local(JsonObject resource) => $"#{resource["id"]!.GetValue<string>()}";

    private static string Address(string scope, string local) => $"urn:uuid:{StableId.Of(scope, local)}";

    private static JsonObject Entry(JsonObject resource, string scope, Dictionary<string, string> addresses)
    {
        var type = resource["resourceType"]!.GetValue<string>();
        var address = resource["id"] is not null && addresses.GetValueOrDefault(Local(resource)) is { } known ? known : Address(scope, type);
        resource.Remove("id");
        Redirect(resource, addresses);
        return new()
        {
            ["fullUrl"] = address,
            ["resource"] = resource,
            ["request"] = new JsonObject { ["method"] = "POST", ["url"] = type },
        };
    }

    private static void Redirect(JsonNode? node, Dictionary<string, string> addresses)
    {
        switch (node)
        {
            case JsonArray list:
                foreach (var item in list) Redirect(item, addresses);
                break;
            case JsonObject element:
                if (element["reference"] is JsonValue value && value.TryGetValue<string>(out var reference) && addresses.TryGetValue(reference, out var address))
                    element["reference"] = address;
                foreach (var (_, child) in element.ToList()) Redirect(child, addresses);
                break;
        }
    }
}
