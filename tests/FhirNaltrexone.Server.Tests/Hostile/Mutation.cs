using System.Text.Json.Nodes;

namespace FhirNaltrexone.Server.Tests.Hostile;

/// <summary>Damages a JSON tree at random places, the same way for the same seed.</summary>
internal sealed class Mutation(int seed)
{
    private const int MostChanges = 4;

    private static readonly string[] Strange =
    [
        "null", "true", "false", "0", "-1", "1e999", "[]", "{}", "\"\"", "\"x\"", "[null]", "[[]]", "{\"\":{}}", "\"9999-12-31T23:59:59-14:00\"", "\"0001-01-01\"",
        "\"Patient/pt\"", "\"MedicationRequest/draft-order\"", "{\"reference\":\"#\"}", "{\"resourceType\":\"Patient\",\"id\":\"pt\"}",
    ];

    private readonly Random _random = new(seed);
    private readonly List<string> _steps = [];

    /// <summary>What was done, for the report of a failure.</summary>
    public string Steps => string.Join("; ", _steps);

    /// <summary>A damaged copy.</summary>
    public JsonObject Apply(JsonObject request)
    {
        var copy = request.DeepClone().AsObject();
        for (var left = _random.Next(1, MostChanges + 1); left > 0; left--)
        {
            Change(copy);
        }

        return copy;
    }

    private void Change(JsonObject root)
    {
        var nodes = Below(root).ToList();
        if (nodes.Count == 0)
        {
            return;
        }

        var (parent, place) = nodes[_random.Next(nodes.Count)];
        var other = nodes[_random.Next(nodes.Count)];
        var kind = _random.Next(5);
        _steps.Add($"{new[] { "delete", "retype", "duplicate", "swap", "nullify" }[kind]} {parent.GetPath()} {place}");
        switch (kind)
        {
            case 0:
                Delete(parent, place);
                break;
            case 1:
                Set(parent, place, JsonNode.Parse(Strange[_random.Next(Strange.Length)]));
                break;
            case 2:
                Duplicate(parent, place);
                break;
            case 3:
                Swap((parent, place), other);
                break;
            default:
                Set(parent, place, null);
                break;
        }
    }

    private static IEnumerable<(JsonNode Parent, object Place)> Below(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Below(member.Value).Prepend((members, member.Key))),
        JsonArray items => items.SelectMany((item, index) => Below(item).Prepend((items, index))),
        _ => [],
    };

    private static JsonNode? Get(JsonNode parent, object place) => place is int index ? parent[index] : parent[(string)place];

    private static void Set(JsonNode parent, object place, JsonNode? value)
    {
        if (place is int index)
        {
            parent[index] = value;
        }
        else
        {
            parent[(string)place] = value;
        }
    }

    private static void Delete(JsonNode parent, object place)
    {
        if (place is int index)
        {
            parent.AsArray().RemoveAt(index);
        }
        else
        {
            parent.AsObject().Remove((string)place);
        }
    }

    /// <summary>An item stands twice in its array; a member stands in an array of two.</summary>
    private static void Duplicate(JsonNode parent, object place)
    {
        var node = Get(parent, place);
        if (place is int index)
        {
            parent.AsArray().Insert(index, node?.DeepClone());
        }
        else
        {
            Set(parent, place, new JsonArray(node?.DeepClone(), node?.DeepClone()));
        }
    }

    /// <summary>Copies, so that a node may change places with one inside itself.</summary>
    private static void Swap((JsonNode Parent, object Place) one, (JsonNode Parent, object Place) other)
    {
        var (first, second) = (Get(one.Parent, one.Place)?.DeepClone(), Get(other.Parent, other.Place)?.DeepClone());
        Set(other.Parent, other.Place, first);
        Set(one.Parent, one.Place, second);
    }
}
