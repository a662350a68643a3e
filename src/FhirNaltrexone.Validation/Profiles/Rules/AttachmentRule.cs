using System.Text.Json;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Profiles.Messages;

namespace FhirNaltrexone.Validation.Profiles.Rules;

/// <summary>An attachment with its data inside is as large as it says (FHIR R4, 2.24.0.5: size is the number of bytes before base64).</summary>
internal sealed class AttachmentRule : IElementRule
{
    public void Check(in FhirElement element, ValidationRun run)
    {
        if (element.Value.ValueKind != JsonValueKind.Object
            || !element.Value.TryGetProperty("size"u8, out var size) || size.ValueKind != JsonValueKind.Number || !size.TryGetInt64(out var bytes)
            || !element.Value.TryGetProperty("data"u8, out var data) || data.ValueKind != JsonValueKind.String) return;
        if (Length(data.GetString()!) is var length && length != bytes) run.ReportChild("size", ValidationMessages.WrongSize, size);
    }

    private static long Length(string base64)
    {
        var characters = base64.Count(each => !char.IsWhiteSpace(each) && each != '=');
        return characters * 3L / 4;
    }
}
