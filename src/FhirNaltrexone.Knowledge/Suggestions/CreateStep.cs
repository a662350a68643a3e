using System.Text.Json;
using FhirNaltrexone.Cql;
using FhirNaltrexone.Knowledge.Evaluation;

namespace FhirNaltrexone.Knowledge.Suggestions;

/// <summary>Adds a resource built from an ActivityDefinition: everything but the patient is known at load.</summary>
internal sealed class CreateStep : SuggestionStep
{
    private readonly JsonElement _template;
    private readonly ElementPath _subject;
    private readonly DynamicChange[] _changes;
    private readonly ReadOnlyMemory<byte> _beforeSubject;
    private readonly ReadOnlyMemory<byte> _afterSubject;

    public CreateStep(string description, JsonElement template, ElementPath subject, DynamicChange[] changes)
        : base(description)
    {
        (_template, _subject, _changes) = (template, subject, changes);
        if (changes.Length == 0)
        {
            (_beforeSubject, _afterSubject) = Halves();
        }
    }

    public override SuggestedActionType Type => SuggestedActionType.Create;

    public override IEnumerable<CqlDefine> Defines => _changes.Select(change => change.Define);

    public override bool AddTo(List<SuggestedAction> actions, RuleCall call)
    {
        if ((_changes.Length == 0 ? Joined(call.PatientReference) : Changed(call)) is not { } resource)
        {
            return false;
        }

        actions.Add(new SuggestedAction(Type, Description, null, resource));
        return true;
    }

    private ReadOnlyMemory<byte>? Changed(RuleCall call)
    {
        if (DynamicChange.Resolve(_changes, call) is not { } resolved)
        {
            return null;
        }

        resolved.Add(new ElementChange(_subject, writer => writer.WriteStringValue(call.PatientReference)));
        return ResourceCopy.Write(_template, resolved);
    }

    private ReadOnlyMemory<byte>? Joined(JsonEncodedText reference)
    {
        var text = reference.EncodedUtf8Bytes;
        var resource = new byte[_beforeSubject.Length + text.Length + _afterSubject.Length];
        _beforeSubject.Span.CopyTo(resource);
        text.CopyTo(resource.AsSpan(_beforeSubject.Length));
        _afterSubject.Span.CopyTo(resource.AsSpan(_beforeSubject.Length + text.Length));
        return resource;
    }

    /// <summary>The resource up to and from the quotes between which the reference to the patient goes.</summary>
    private (ReadOnlyMemory<byte> Before, ReadOnlyMemory<byte> After) Halves()
    {
        var quotes = 0L;
        var change = new ElementChange(_subject, writer =>
        {
            quotes = writer.BytesCommitted + writer.BytesPending;
            writer.WriteStringValue(string.Empty);
        });
        var resource = ResourceCopy.Write(_template, [change]) ?? throw new InvalidOperationException("A template without dynamic values contradicts its own subject.");
        return (resource[..((int)quotes + 1)], resource[((int)quotes + 1)..]);
    }
}
