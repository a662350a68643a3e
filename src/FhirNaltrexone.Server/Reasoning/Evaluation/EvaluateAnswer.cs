using System.Buffers;
using System.Text.Json;
using FhirNaltrexone.Knowledge.Libraries;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Reasoning.Evaluation;

/// <summary>The Parameters that an evaluation is answered with: each define under its name; what failed says so, and the others still come.</summary>
/// <param name="maxValues">Most entries one define may bring.</param>
/// <param name="maxBytes">Most bytes of the answer.</param>
internal sealed class EvaluateAnswer(int maxValues, int maxBytes)
{
    /// <summary>Name of the parameters that tell what failed; no define is called so.</summary>
    public const string Error = "evaluation error";

    /// <summary>Name of the parameter that tells what was not read.</summary>
    public const string Warning = "evaluation warning";

    private readonly List<ReadOnlyMemory<byte>> _parameters = [];
    private int _bytes;

    /// <summary>Adds the result of a define.</summary>
    public void Add(string define, DefineResult result)
    {
        if (result.Failure is { } failure) Fail(define, IssueCodes.Exception, $"The define failed: {failure}.");
        else if (!TryWrite(define, result.Value, out var written)) Fail(define, IssueCodes.TooLong, $"The value has more than {maxValues} parts, or the answer more than {maxBytes} bytes.");
        else Add(written);
    }

    /// <summary>Tells that a define has no value.</summary>
    public void Fail(string define, string code, string text) => Add(Outcome(Error, [new(code, text, define)]));

    /// <summary>Tells what to know about all values; nothing when there is nothing.</summary>
    public void Warn(IReadOnlyList<Issue> issues)
    {
        if (issues.Count > 0) Add(Outcome(Warning, issues));
    }

    /// <summary>The Parameters as UTF-8 JSON.</summary>
    public ReadOnlyMemory<byte> Write()
    {
        var buffer = new ArrayBufferWriter<byte>(_bytes + 64);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("resourceType"u8, "Parameters"u8);
        if (_parameters.Count > 0)
        {
            json.WriteStartArray("parameter"u8);
            foreach (var parameter in _parameters) json.WriteRawValue(parameter.Span, skipInputValidation: true);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private bool TryWrite(string define, object? value, out List<ReadOnlyMemory<byte>> written)
    {
        written = [];
        var buffer = new ArrayBufferWriter<byte>();
        try
        {
            using var json = new Utf8JsonWriter(buffer);
            json.WriteStartArray();
            new ParameterWriter(json, maxValues).Write(define, value);
            json.WriteEndArray();
        }
        catch (ValueTooLargeException)
        {
            return false;
        }

        if (_bytes + buffer.WrittenCount > maxBytes) return false;
        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        written.AddRange(document.RootElement.EnumerateArray().Select(one => (ReadOnlyMemory<byte>)System.Text.Encoding.UTF8.GetBytes(one.GetRawText())));
        return true;
    }

    private static ReadOnlyMemory<byte> Outcome(string name, IReadOnlyList<Issue> issues)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("name"u8, name);
            json.WritePropertyName("resource"u8);
            OperationOutcomeJson.Write(json, issues);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private void Add(params IEnumerable<ReadOnlyMemory<byte>> parameters)
    {
        foreach (var parameter in parameters)
        {
            _parameters.Add(parameter);
            _bytes += parameter.Length;
        }
    }
}
