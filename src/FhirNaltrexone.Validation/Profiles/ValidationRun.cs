using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Outcomes;
using FhirNaltrexone.Validation.Profiles.Messages;

namespace FhirNaltrexone.Validation.Profiles;

/// <summary>The validation of one resource: where it is, and what was found so far.</summary>
/// <param name="root">The resource.</param>
/// <param name="text">The text it was parsed from, for lines and columns; empty when the text of the resource itself is all that is known.</param>
/// <param name="request">What is asked.</param>
/// <param name="path">Where the resource is.</param>
internal sealed class ValidationRun(JsonElement root, ReadOnlyMemory<byte> text, ValidationRequest request, ElementPath path)
{
    private readonly List<Issue> _issues = [];

    /// <summary>What is asked.</summary>
    public ValidationRequest Request => request;

    /// <summary>Where the walk is.</summary>
    public ElementPath Path => path;

    /// <summary>What was found.</summary>
    public IReadOnlyList<Issue> Issues => _issues;

    /// <summary>Whether all rules are checked, and not the structure only.</summary>
    public bool IsFull => request.Depth == ValidationDepth.Full;

    /// <summary>Adds an issue about the element where the walk is.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="at">JSON of the element, or of the one nearest to it, for line and column.</param>
    /// <param name="names">What the message names.</param>
    public void Report(ValidationMessage message, JsonElement at, params ReadOnlySpan<object?> names)
    {
        if (_issues.Count > request.MaxIssues) return;
        var sentence = string.Format(CultureInfo.InvariantCulture, message.Text, names);
        if (_issues.Count == request.MaxIssues)
        {
            message = ValidationMessages.TooManyIssues;
            sentence = string.Format(CultureInfo.InvariantCulture, message.Text, request.MaxIssues);
        }

        var position = ElementPosition.Of(text.IsEmpty ? JsonMarshal.GetRawUtf8Value(root) : text.Span, at);
        var place = position is { } known ? string.Create(CultureInfo.InvariantCulture, $" (line {known.Line}, column {known.Column})") : string.Empty;
        _issues.Add(new(message.Code, $"{sentence}{place}.", path.ToString())
        {
            Severity = message.Severity,
            MessageId = message.Id,
            Line = position?.Line,
            Column = position?.Column,
        });
    }

    /// <summary>Adds an issue about a child of the element where the walk is.</summary>
    /// <param name="child">Name of the child.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="at">JSON nearest to it, for line and column.</param>
    /// <param name="names">What the message names.</param>
    public void ReportChild(string child, ValidationMessage message, JsonElement at, params ReadOnlySpan<object?> names)
    {
        path.Push(child, ElementPath.Single);
        Report(message, at, names);
        path.Pop();
    }
}
