using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Profiles.Formats;
using FhirNaltrexone.Validation.Profiles.Messages;

namespace FhirNaltrexone.Validation.Profiles.Rules;

/// <summary>The value of a primitive is written as its type demands. This needs no compilation: it holds for the type wherever it stands.</summary>
internal static class PrimitiveRule
{
    /// <summary>Checks a primitive that has a value.</summary>
    public static void Check(in FhirElement element, ValidationRun run)
    {
        var (type, value) = (element.Type.Name, element.Value);
        var format = PrimitiveFormats.Of(type);
        if (!format.IsJsonType(value.ValueKind)) run.Report(ValidationMessages.WrongJsonType, value, type, format.Json);
        else if (!IsRight(format, value)) run.Report(ValidationMessages.BadFormat, value, type, format.Words);
    }

    private static bool IsRight(PrimitiveFormat format, JsonElement value)
    {
        var raw = JsonMarshal.GetRawUtf8Value(value);
        if (value.ValueKind != JsonValueKind.String) return format.IsRight(raw);
        var text = raw[1..^1];
        if (text.Contains((byte)'\\')) text = Encoding.UTF8.GetBytes(value.GetString()!);
        return !text.IsEmpty && format.IsRight(text);
    }
}
