using System.Globalization;
using System.Text.Json;
using FhirNaltrexone.Cql;

namespace FhirNaltrexone.Knowledge.Tests.Oracle;

/// <summary>One random patient of the committed file, with every answer of the other engine.</summary>
internal sealed record OraclePatient(int Line, JsonElement Row, JsonElement Zone)
{
    public JsonElement Expected => Row.GetProperty("expected");

    public CqlEvaluation Begin(OracleContent content) => content.Engine.Begin(
        CqlData.From(Row.GetProperty("resources").EnumerateArray()),
        DateTimeOffset.Parse(Row.GetProperty("now").GetString()!, CultureInfo.InvariantCulture),
        Bind(content.Thresholds));

    private CqlParameters Bind(CqlParameters thresholds)
    {
        var drafts = Row.GetProperty("drafts").EnumerateArray().ToLookup(draft => draft.GetProperty("resourceType").GetString());
        return thresholds
            .With("NaltrexoneContext", "Hook", Row.GetProperty("hook").GetString())
            .With("NaltrexoneContext", "Draft Medication Requests", drafts["MedicationRequest"].ToList())
            .With("NaltrexoneContext", "Draft Service Requests", drafts["ServiceRequest"].ToList())
            .With("NaltrexoneContext", "Context Appointments", Row.GetProperty("appointments").EnumerateArray().ToList())
            .With("NaltrexoneContext", "Selections", Strings("selections"))
            .With("NaltrexoneContext", "Unread Resource Types", Strings("unread"))
            .With("NaltrexoneContext", "Zone Offsets", Zone.EnumerateArray().Select(Offset).ToList());
    }

    private List<object?> Strings(string name) => [.. Row.GetProperty(name).EnumerateArray().Select(each => (object?)each.GetString())];

    private static object? Offset(JsonElement entry) => new CqlTuple(["start", "offset"],
        [new CqlDateTime(DateTimeOffset.Parse(entry.GetProperty("start").GetString()!, CultureInfo.InvariantCulture)), entry.GetProperty("offset").GetDecimal()]);
}
