using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Storage.Search.Requests;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Operations.Export;

/// <summary>What has been read of a kick-off so far.</summary>
/// <param name="call">The call.</param>
/// <param name="level">Its level.</param>
/// <param name="known">Types that are exported at this level.</param>
internal sealed class ExportReading(OperationCall call, ExportLevel level, IReadOnlySet<string> known)
{
    public ExportLevel Level => level;

    public string Base => call.Base;

    public IReadOnlySet<string> Known => known;

    public DateTimeOffset? Since { get; set; }

    public List<string> Types { get; } = [];

    public List<ExportFilter> Filters { get; } = [];

    public List<string> Elements { get; } = [];

    public List<string> Patients { get; } = [];

    public List<Issue> Errors { get; } = [];

    /// <summary>What a lenient client's export goes on without.</summary>
    public List<Issue> Ignored { get; } = [];

    /// <summary>Refuses a parameter however lenient the client is.</summary>
    public void Fail(string name, string text, string code = IssueCodes.Value) => Errors.Add(new(code, text, name));

    /// <summary>Refuses a parameter, or goes on without it.</summary>
    public void Ignore(string name, string text)
    {
        if (call.IsLenient) Ignored.Add(new(IssueCodes.NotSupported, text, name));
        else Fail(name, text, IssueCodes.NotSupported);
    }

    /// <summary>What is wanted.</summary>
    public ExportRequest Request() => new()
    {
        Base = call.Base,
        Url = Url(),
        Level = level,
        Group = level == ExportLevel.Group ? call.Id : null,
        Types = Types,
        Since = Since,
        Filters = Filters,
        Elements = Elements,
        Patients = Patients,
        Ignored = [.. Ignored.Select(issue => $"Ignored: {issue.Expression}. {issue.Text}")],
    };

    private string Url()
    {
        var path = level switch
        {
            ExportLevel.System => "$export",
            ExportLevel.Patient => "Patient/$export",
            _ => $"Group/{call.Id}/$export",
        };
        return call.Query.Count == 0 ? $"{call.Base}/{path}" : $"{call.Base}/{path}?{QueryText.Write(call.Query)}";
    }
}
