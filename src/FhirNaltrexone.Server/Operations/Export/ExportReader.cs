using System.Text.RegularExpressions;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Parameters;
using FhirNaltrexone.Storage.Search.Requests;
using FhirNaltrexone.Validation.Model;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Operations.Export;

/// <summary>Reads what a client wants exported. What this server does not do is refused, or with <c>handling=lenient</c> ignored and told so.</summary>
internal sealed partial class ExportReader(SearchParameterSet definitions, SearchRequestReader searches, TimeProvider clock)
{
    private static readonly string[] Known = ["_outputFormat", "_since", "_type", "_typeFilter", "_elements", "patient"];
    private static readonly string[] Once = ["_outputFormat", "_since"];
    private static readonly string[] Formats = ["application/fhir+ndjson", "application/ndjson", "ndjson"];

    /// <summary>Reads a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="level">Its level.</param>
    public Result<ExportRequest> Read(OperationCall call, ExportLevel level)
    {
        var reading = new ExportReading(call, level, ExportTypes.Of(level, definitions).ToHashSet(StringComparer.Ordinal));
        var input = new CallInput(call, Known, ignored: reading.Ignored);
        foreach (var (name, value) in input.Pairs()) Read(reading, name, value);
        foreach (var name in Once) input.Single(name);
        reading.Errors.InsertRange(0, input.Issues);
        if (reading.Filters.Find(filter => reading.Types.Count > 0 && !reading.Types.Contains(filter.Type)) is not null)
            reading.Fail("_typeFilter", "A query of _typeFilter is for a type that _type does not name.");
        return reading.Errors.Count > 0 ? new Refusal(400, reading.Errors) : reading.Request();
    }

    private void Read(ExportReading reading, string name, string value)
    {
        switch (name)
        {
            case "_outputFormat":
                // A plus sign in a URL that nobody escaped arrives as a space.
                if (!Formats.Contains(value.Replace(' ', '+'))) reading.Fail(name, "_outputFormat must be application/fhir+ndjson.", IssueCodes.NotSupported);
                break;
            case "_since":
                if (DateSpan.TryReadParameter(value, searches.Zone, out var since, out _)) reading.Since = since;
                else reading.Fail(name, "_since must be an instant, such as 2026-03-01T08:00:00Z.");
                break;
            case "_type":
                foreach (var type in Parts(value)) ReadType(reading, type);
                break;
            case "_typeFilter":
                foreach (var filter in BetweenQueries().Split(value)) ReadFilter(reading, filter);
                break;
            case "_elements":
                reading.Elements.AddRange(Parts(value));
                break;
            case "patient":
                foreach (var patient in Parts(value)) ReadPatient(reading, patient);
                break;
        }
    }

    private static void ReadType(ExportReading reading, string type)
    {
        if (!ResourceTypes.Contains(type)) reading.Ignore("_type", $"{Shown(type)} is no resource type of FHIR R4.");
        else if (!reading.Known.Contains(type)) reading.Ignore("_type", $"{type} is not exported for patients: it is not in their compartment.");
        else reading.Types.Add(type);
    }

    private void ReadFilter(ExportReading reading, string text)
    {
        var mark = text.IndexOf('?', StringComparison.Ordinal);
        var type = mark < 0 ? text : text[..mark];
        if (mark < 0 || !reading.Known.Contains(type))
        {
            reading.Fail("_typeFilter", "A query of _typeFilter has the form Type?parameter=value, with a type that is exported here.");
            return;
        }

        if (searches.TryReadCriteria(type, text, clock.GetUtcNow(), out _, out _, out var refusal)) reading.Filters.Add(new(type, text[(mark + 1)..]));
        else reading.Errors.AddRange(refusal.Issues);
    }

    private static void ReadPatient(ExportReading reading, string patient)
    {
        var target = ReferenceTarget.Parse(patient, [reading.Base]);
        var id = ResourceKey.IsId(patient) ? patient : target.Type == "Patient" ? target.Id : null;
        if (reading.Level == ExportLevel.System) reading.Fail("patient", "patient has a meaning only for Patient and Group exports.");
        else if (id is null) reading.Fail("patient", "patient must be a reference to a Patient of this server.");
        else reading.Patients.Add(id);
    }

    private static string[] Parts(string value) => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Shown(string text) => text.Length <= 64 ? text : text[..64] + "…";

    /// <summary>Commas between queries; those within one are followed by anything but a type.</summary>
    [GeneratedRegex(@",(?=[A-Z][A-Za-z]+\?)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex BetweenQueries();
}
