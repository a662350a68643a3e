using System.Text.Json.Nodes;

namespace FhirNaltrexone.Server.Tests.Hostile.Cases;

/// <summary>Members of the wrong kind, and members that are not there.</summary>
internal static class WrongTypes
{
    private static readonly string[] Kinds = ["null", "true", "7", "\"text\"", "[]", "[null]", "{}", "{\"a\":[{}]}", "\"\""];

    public static IEnumerable<HostileRequest> All()
        => Envelope().Concat(Context()).Concat(Optional()).Concat(Prefetch()).Concat(Missing()).Concat(Drafts());

    private static IEnumerable<HostileRequest> Envelope()
        => Each("hook", Kinds, Expected.Bad("hook"))
            .Concat(Each("hookInstance", [.. Kinds.Where(kind => kind != "\"text\"")], Expected.Bad("hookInstance")))
            .Concat(Each("context", [.. Kinds.Where(kind => !kind.StartsWith('{'))], Expected.Bad("context must be")))
            .Concat(Each("context", ["{}", "{\"a\":[{}]}"], Expected.Bad("context.patientId")))
            .Concat(Each("prefetch", ["true", "7", "\"text\"", "[]", "[null]", "\"\""], Expected.Bad("prefetch")))
            .Concat(Each("prefetch", ["null", "{}"], Expected.Refused(412, "prefetch.medicationRequests")));

    private static IEnumerable<HostileRequest> Context()
        => Each("context.userId", [.. Kinds.Where(kind => kind != "\"text\"")], Expected.Bad("context.userId"))
            .Concat(Each("context.patientId", [.. Kinds.Where(kind => kind != "\"text\""), "\"Group/pt\"", "\"../pt\"", "\"pt,other\"", "\"pt|x\"", "\"..\""], Expected.Bad("context.patientId")))
            .Concat(Each("context.draftOrders", [.. Kinds, "{\"resourceType\":\"List\"}", "{\"resourceType\":\"Bundle\",\"entry\":{}}", "{\"resourceType\":7,\"entry\":[]}"], Expected.Bad("context.draftOrders")));

    /// <summary>Nothing that a call can do without ever refuses it.</summary>
    private static IEnumerable<HostileRequest> Optional()
        => new[] { "context.encounterId", "context.selections", "fhirServer", "fhirAuthorization", "extension", "unknownMember" }
            .SelectMany(member => Each(member, [.. Kinds, "[7,{},null]"], Expected.NoCards));

    private static IEnumerable<HostileRequest> Prefetch()
    {
        foreach (var key in Valid.Keys().Where(key => key != "patient"))
        {
            foreach (var request in Each($"prefetch.{key}", ["null", "7", "\"text\"", "[]", "{}"], Expected.DataQuality))
            {
                yield return request;
            }
        }

        foreach (var request in Each("prefetch.patient", ["7", "\"text\"", "[]", "{}"], Expected.Cards))
        {
            yield return request;
        }

        yield return new("prefetch.patient is null", Expected.Refused(412, "prefetch.patient"), Valid.Request().With("prefetch.patient", null));
        foreach (var member in new[] { "entry", "total", "link", "type" })
        {
            foreach (var request in Each($"prefetch.liverTests.{member}", ["7", "\"text\"", "{}", "[null]", "[[]]", "[7]"], Expected.Cards))
            {
                yield return request;
            }
        }
    }

    private static IEnumerable<HostileRequest> Missing()
    {
        foreach (var path in new[] { "hook", "hookInstance", "context", "context.userId", "context.patientId", "context.draftOrders" })
        {
            yield return new($"{path} is missing", Expected.Bad(path), Valid.Request().Without(path));
        }

        yield return new("prefetch is missing", Expected.Refused(412, "prefetch.medicationRequests"), Valid.Request().Without("prefetch"));
        yield return new("Only braces", Expected.Bad("hookInstance"), "{}");
        yield return new(
            "order-select without selections", Expected.Bad("context.selections"), Valid.Request().With("hook", "order-select"));
        yield return new(
            "order-select with numbers as selections", Expected.Bad("context.selections"),
            Valid.Request().With("hook", "order-select").With("context.selections", new JsonArray(7)));
    }

    private static IEnumerable<HostileRequest> Drafts()
    {
        const string Entry = "context.draftOrders.entry[0]";
        foreach (var request in Each(Entry, ["null", "7", "\"text\"", "[]", "{}", "{\"resource\":null}", "{\"resource\":[]}", "{\"resource\":{}}"], Expected.Cards)
            .Concat(Each("context.draftOrders.entry", ["null", "[]"], Expected.NoCards))
            .Concat(Each(Valid.Draft + ".resourceType", Kinds, Expected.Cards)))
        {
            yield return request;
        }

        foreach (var member in Valid.Request().At(Valid.Draft).AsObject().Select(member => member.Key).Where(name => name != "resourceType"))
        {
            var expected = member == "medicationCodeableConcept" ? Expected.DataQuality : Expected.Cards;
            foreach (var request in Each($"{Valid.Draft}.{member}", Kinds, expected))
            {
                yield return request;
            }
        }
    }

    private static IEnumerable<HostileRequest> Each(string path, string[] values, Expected expected)
        => values.Select(value => new HostileRequest($"{path} is {value}", expected, Valid.Request().With(path, JsonNode.Parse(value))));
}
