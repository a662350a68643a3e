using System.Text.Json;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Profiles.Messages;
using FhirNaltrexone.Validation.Profiles.References;
using FhirNaltrexone.Validation.Profiles.Rules;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Profiles.Bundles;

/// <summary>
/// What a Bundle demands besides its constraints (FHIR R4, bundle.html): URLs of entries are absolute and agree with the ids, what is found has an
/// id, links are given once, and a document holds everything its Composition refers to.
/// </summary>
internal sealed class BundleRule : IElementRule
{
    private static readonly string[] Stored = ["searchset", "history"];

    public void Check(in FhirElement element, ValidationRun run)
    {
        if (element.Value.ValueKind != JsonValueKind.Object) return;
        var type = element.Value.Text("type");
        CheckLinks(element.Value, run);
        var index = 0;
        foreach (var entry in element.Value.Items("entry"))
        {
            run.Path.Push("entry", index++);
            CheckEntry(entry, type, run);
            run.Path.Pop();
        }

        if (type == "document") DocumentCheck.Check(run);
    }

    private static void CheckLinks(JsonElement bundle, ValidationRun run)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var index = 0;
        foreach (var link in bundle.Items("link"))
        {
            run.Path.Push("link", index++);
            if (link.Text("relation") is { } relation && !seen.Add(relation)) run.Report(ValidationMessages.LinkTwice, link);
            run.Path.Pop();
        }
    }

    private static void CheckEntry(JsonElement entry, string? type, ValidationRun run)
    {
        if (entry.Text("fullUrl") is { } url) CheckUrl(url, entry, run);
        if (Stored.Contains(type) && entry.Member("resource") is { } resource && resource.Text("id") is null
            && resource.Text("resourceType") != "OperationOutcome") run.ReportChild("resource", ValidationMessages.FoundWithoutId, resource);
    }

    private static void CheckUrl(string url, JsonElement entry, ValidationRun run)
    {
        if (!ReferenceText.HasScheme(url)) run.ReportChild("fullUrl", ValidationMessages.RelativeFullUrl, entry);
        else if (entry.Member("resource") is { } resource && resource.Text("id") is { } id
            && ReferenceText.Parse(url) is { Id: { } own } reference && (own != id || reference.Type != resource.Text("resourceType")))
            run.ReportChild("fullUrl", ValidationMessages.OtherFullUrl, entry);
    }
}
